"""The amount that a question says was left at the end of the year, held against the sentence that tells why it was."""

import re
from decimal import Decimal

from assistant.finding.evidence import Outcome
from assistant.plan import Operation, Plan
from ingest.messages import say
from ingest.wording.numbers import value_of
from ingest.wording.units import money_unit

_MONEY = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[万亿]?元|万)")
_NEAR = Decimal("0.01")  # how far a rounded amount may be from the printed one, of it


def balance_kept(language: str, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or a refusal where the reason told is that of another balance than the one stated."""
    said = [
        a.stated
        for a in plan.asks
        if a.operation is Operation.REASON and a.stated and any(t.concept == "year_end_balance" for t in a.terms)
    ]
    quotes = [quote for outcome in outcomes for quote in outcome.quotes]
    if not said or not quotes or len(outcomes) != 1:
        return outcomes
    printed = [base for quote in quotes for base in _amounts(quote.text)]
    stated = _amounts(plan.question)
    if all(any(abs(one - other) <= _NEAR * one for other in printed) for one in stated):
        return outcomes
    amount = _MONEY.search(plan.question)
    left = amount[0] if amount is not None else plan.question
    return [Outcome("refusal", message=say("answer.condition_left", language, condition=left))]


def _amounts(text: str) -> list[Decimal]:
    """The amounts of money a text prints, in 元."""
    found = []
    for match in _MONEY.finditer(text):
        unit = money_unit(match["unit"] if match["unit"] != "万" else "万元")
        if unit is not None:
            found.append(value_of(match["number"]) * unit.scale)
    return found
