"""What is listed after it was counted: 有几个项目超过一亿元？列一下是哪几个项目 lists those that were counted."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.plan import Ask, Operation


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
