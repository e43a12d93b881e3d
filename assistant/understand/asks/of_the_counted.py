"""What is asked of those counted right before: 有几个项目超过一亿元？列一下是哪几个项目 lists those that were counted.

有几个项目，一共多少财政资金 asks what they come to of that fund, and not for all of the body's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon import is_fund
from assistant.plan import Ask, Operation, Term
from assistant.understand.clauses.named_things import come_to

_FISCAL = "财政性资金"
_COME_TO = re.compile(
    r"(?:那么?|这些|它们|这几个|其中|里面)*(?:项目)?(?:(?:一|总)?共计?|合[计共]|总计|加起来|涉及|动用|使用|占用|[用花需要]|安排|[了到的是有为])*"
    r"(?:多少|几)(?:[万亿]?元|[万亿]|钱|资金)?[呢啊]?"
)
_TOGETHER = re.compile(r"共|合[计共]|总计|加起来|涉及|动用|使用|占用|[用花需要]|其中|里面|这些|它们|这几个")


def of_the_counted(asks: Sequence[Ask]) -> list[Ask]:
    """The asks, each that leans on a count right before it made one of those that are counted."""
    made: list[Ask] = []
    for ask in asks:
        last = made[-1] if made else None
        if last is not None and last.operation is Operation.COUNT:
            ask = _listed(last, ask) or _come_to(last, ask) or ask
        made.append(ask)
    return made


def _listed(counted: Ask, ask: Ask) -> Ask | None:
    """A list that says no condition of its own, with those of the count."""
    plain = ask.operation is Operation.LIST and not (ask.terms or ask.filters or ask.without or ask.alone)
    if not (plain and _alike(counted, ask)):
        return None
    return replace(ask, terms=counted.terms, filters=counted.filters, without=counted.without, alone=counted.alone)


def _come_to(counted: Ask, ask: Ask) -> Ask | None:
    """What the projects that were counted come to of one fund; None where a clause says more."""
    plain = ask.operation in (Operation.LOOKUP, Operation.SUM) and not (ask.filters or ask.without or ask.alone)
    if not plain or counted.entity != "project" or counted.scope != ask.scope or len(ask.terms) != 1:
        return None
    if not _is_fund(fund := ask.terms[0]) or _TOGETHER.search(ask.words) is None:
        return None
    if not _COME_TO.fullmatch(ask.words.replace(fund.text, "", 1).strip("，,。？? ")):
        return None
    summed = come_to(counted, ask.words)
    return replace(summed, terms=(*summed.terms, fund))


def _is_fund(term: Term) -> bool:
    return is_fund(term.concept) or term.text == _FISCAL


def _alike(one: Ask, other: Ask) -> bool:
    """Whether two asks go over the same kind of thing in the same place."""
    return one.entity == other.entity and one.scope == other.scope and not other.group
