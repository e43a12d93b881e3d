"""A question back where the one word for a body means several, each with an answer of its own."""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.computing.arithmetic.exact import asked_of
from assistant.computing.figures.looking import Desk, pick_key
from assistant.computing.sets.across import one_kind_of_body
from assistant.finding.evidence import Outcome
from assistant.plan import SET_OPERATIONS, Ask, Operation
from assistant.saying.wordings import money
from ingest.messages import say

# All of them are asked about: 各审计局, 几家审计局, 哪个审计局; 审计局都减了多少.
_ALL_BEFORE = r"(?:各|每|所有|全部|这些|那些|哪|[几两二三四五六七八九十\d多]+[家个]|[家个些里])[市区县省地级的]*"
_ALL_AFTER = r"[^，,。？?]{0,12}?(?:都|分别|各自|[哪几两三四五六七八九十]家)|[里当]?中[，,]?(?!项)"
_TOLD = ("figures", "list")


def of_one_body(desk: Desk, ask: Ask, answer: Callable[[Ask], Outcome]) -> Outcome:
    """The outcome of an ask; a question back where its word for a body leaves open which of several is meant."""
    outcome = answer(ask)
    if outcome.kind not in _TOLD or not _leaves_open(desk, ask):
        return outcome
    told = {}
    for key in ask.scope.departments[0]:
        of_it = answer(replace(ask, scope=replace(ask.scope, departments=((key,),))))
        if of_it.kind in _TOLD and of_it.found:
            told[key] = of_it
    if len(told) < 2 and ask.operation in (Operation.CHANGE, Operation.GROWTH):
        of_amounts = answer(replace(ask, operation=Operation.LOOKUP))
        if of_amounts.kind == "clarification":
            return of_amounts  # others have the line as well, though their documents tell no change of it
    if len(told) < 2:
        return next(iter(told.values()), outcome)
    names = desk.library.departments()
    out = Outcome("clarification")
    for key, of_it in told.items():
        first = of_it.found[0]
        amount = money(first.said, first.unit) if first.said is not None else ""
        body = names.get(key, key)
        label = first.label if first.label.startswith(body) else body + first.label
        out.choices.append(say("answer.choice", desk.language, label=label, amount=amount))
        out.picks.append((pick_key(ask), "", key))
        out.found.append(first)
    out.message = say("answer.which_department", desk.language, asked=asked_of(ask), count=len(told))
    return out


def _leaves_open(desk: Desk, ask: Ask) -> bool:
    """Whether one word stands for several departments, and nothing says that all of them are asked about."""
    mentions = ask.scope.departments
    if len(mentions) != 1 or len(mentions[0]) < 2 or ask.of or ask.group or ask.each or ask.entity == "department":
        return False
    if one_kind_of_body(ask) or (ask.operation in SET_OPERATIONS and ask.filters and not ask.entity):
        return False  # the bodies themselves are ranked, listed or counted
    held = desk.library.departments().keys()
    said = re.escape(ask.scope.said[0]) if ask.scope.said else ""
    every = re.search(f"{_ALL_BEFORE}{said}|{said}(?:{_ALL_AFTER})", ask.words)
    return len(held & set(mentions[0])) > 1 and every is None
