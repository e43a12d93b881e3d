"""Money that a question takes for not granted, held against the documents: 为什么没有安排接待费.

Where an amount is printed for it no reason is told: the asker would take it for true that there is none.
"""

import re
from dataclasses import replace

from assistant.computing.figures.looking import Desk, sights_of
from assistant.finding.evidence import Outcome
from assistant.finding.wanted import Candidate
from assistant.plan import Ask, Operation, Plan, Term
from assistant.saying.wordings import money
from ingest.messages import say
from ingest.records.document import Stage

_GRANTED = r"(?:安排|编[制列]?|列[支入编]?|批复?|申报|拨[款付]?)"
_NOT_GRANTED = re.compile(
    rf"(?<![有是])(?:没有?|未|不|无)(?:再|给[^，,。？?]{{1,20}})?{_GRANTED}(?!的?(?:完|满|足|够|到位|下去))"
)
# What did not move, or was not all spent, is there.
_ELSE = re.compile(
    r"(?:没有?|未|不)(?:[^，,。？?]{0,3}?)(?:增|减|涨|降|变|超|[花用支](?:完|掉|光|出)|执行|完成|达|公开)"
)
_BUDGETED = re.compile(rf"预算|年初|{_GRANTED}")


def none_kept(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or a refusal where money is printed for what the question says there is none of."""
    if all(o.kind in ("refusal", "clarification") for o in outcomes):
        return outcomes
    for ask in plan.asks:
        for term in _taken_for_none(ask):
            if printed := _printed(desk, ask, term):
                said = (found[0] if (found := _NOT_GRANTED.search(plan.question)) else "没有") + term.text
                message = say("answer.taken_otherwise", desk.language, said=said, printed=printed)
                return [Outcome("refusal", message=message)]
    return outcomes


def _taken_for_none(ask: Ask) -> tuple[Term, ...]:
    """What a question why takes for not being there."""
    if ask.operation is not Operation.REASON or _ELSE.search(ask.words):
        return ()
    if ask.without and not ask.terms and not ask.entity:
        return ask.without
    return ask.terms if len(ask.terms) == 1 and _NOT_GRANTED.search(ask.words) else ()


def _printed(desk: Desk, ask: Ask, term: Term) -> str:
    """The amounts that are printed for a thing, as an answer says them; nothing where one of them is nil."""
    sought = replace(ask, operation=Operation.LOOKUP, terms=(term,), without=())
    found: list[Candidate] = []
    for sight in sights_of(desk, sought):
        choice = sight.choice
        found += [c for c in (choice.best, *choice.agreeing, *choice.options) if c is not None]
        if choice.blank is not None:
            return ""
    figures = [c.figure for c in found if c.figure.amount is not None]
    granted = _BUDGETED.search(ask.words) is not None
    if not figures or any(f.amount is None or f.amount.value == 0 for f in figures):
        return ""
    if granted and any(f.stage is not Stage.BUDGET for f in figures):
        return ""  # what was spent may not have been granted at first
    told = {f.amount.base: f"{term.text}{money(f.amount.value, f.unit.name)}" for f in figures if f.amount is not None}
    return "、".join(told.values())
