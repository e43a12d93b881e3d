"""What is said of a set beside it: listed after it was counted, or what its members have not.

What is listed after it was counted: 有几个项目超过一亿元？列一下是哪几个项目 lists those that were counted.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.plan import SET_OPERATIONS, Ask, Operation


def of_the_counted(asks: Sequence[Ask]) -> list[Ask]:
    """The asks, with the conditions of a count for a list of the same right behind it that says none of its own."""
    made: list[Ask] = []
    for ask in asks:
        last = made[-1] if made else None
        plain = ask.operation is Operation.LIST and not (ask.terms or ask.filters or ask.without or ask.alone)
        if last is not None and plain and last.operation is Operation.COUNT and _alike(last, ask):
            ask = replace(ask, terms=last.terms, filters=last.filters, without=last.without, alone=last.alone)
        made.append(ask)
    return made


def _alike(one: Ask, other: Ask) -> bool:
    """Whether two asks go over the same kind of thing in the same place."""
    return one.entity == other.entity and one.scope == other.scope and not other.group


def also_without(asks: Sequence[Ask]) -> list[Ask]:
    """The asks with what a set has not, said in a clause of its own, held against that set: …，又没有甲费."""
    made: list[Ask] = []
    for ask in asks:
        bare = not (ask.terms or ask.entity or ask.filters or ask.excluded or ask.hints or ask.base)
        more = bare and bool(ask.without or ask.alone) and ask.operation in (Operation.LIST, Operation.COUNT)
        if more and made and made[-1].entity and made[-1].operation in SET_OPERATIONS and made[-1].scope == ask.scope:
            last = made[-1]
            made[-1] = replace(last, without=(*last.without, *ask.without), alone=(*last.alone, *ask.alone))
        else:
            made.append(ask)
    return made
