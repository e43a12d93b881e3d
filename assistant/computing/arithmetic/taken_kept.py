"""A change that a question takes for granted held against the documents: its way, how far it went, its two ends.

Where they print another change, or none at all, nothing is answered: the asker would take it for true.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.computing.arithmetic.against import against, changed
from assistant.computing.arithmetic.exact import base_of, percent
from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found, Outcome
from assistant.plan import Ask, Operation, Plan, Taken
from assistant.saying.wordings import money
from assistant.understand.words.rounded import Said, states
from ingest.messages import say
from ingest.records.document import Stage
from ingest.wording.units import money_unit


@dataclass(frozen=True, slots=True)
class Moved:
    """What the documents tell of a change: by how much in 元 and in percent, from what to what."""

    by: list[Decimal]
    rates: list[Decimal]
    after: Decimal | None


def taken_kept(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or a refusal where a change that the question states is not what the documents print."""
    if not plan.taken or all(o.kind in ("refusal", "clarification") for o in outcomes):
        return outcomes
    ask = next((a for a in plan.asks if a.terms), None)
    for taken in plan.taken:
        told = _told(desk, ask, taken) if ask is not None else None
        moved = _moved(told) if told is not None and told.kind == "figures" else None
        quoted = any(o.kind == "quotes" for o in outcomes)
        fits = _holds(_roughly(taken) if quoted else taken, moved) if moved is not None else None
        if quoted and (fits is None or _quoted(_roughly(taken), outcomes, fits)):
            continue  # a reason is quoted with the change it is of; another body's line may bear its name
        if fits is None:
            return [Outcome("refusal", message=say("answer.taken_unknown", desk.language, said=taken.words))]
        if not fits and told is not None:
            printed = "；".join(f"{f.label}{money(f.said, f.unit)}" for f in told.found if f.said is not None)
            message = say("answer.taken_otherwise", desk.language, said=taken.words, printed=printed)
            return [Outcome("refusal", message=message)]
    return outcomes


_WAYS = {"increase": re.compile(r"增|涨|升|提高|多于|上浮"), "decrease": re.compile(r"减|降|缩|少于|下浮|压")}


_CLAUSE = re.compile(r"[，。；;]|,(?!\d)")
_ROOM = Decimal("0.25")


def _roughly(taken: Taken) -> Taken:
    """What is stated with more room: the sentence that gives the reason prints the exact amount beside it."""

    def wide(said: tuple[Decimal, Decimal] | None) -> tuple[Decimal, Decimal] | None:
        return (said[0] * (1 - _ROOM), said[1] * (1 + _ROOM)) if said is not None else None

    return replace(taken, by=wide(taken.by), before=wide(taken.before), after=wide(taken.after))


def _quoted(taken: Taken, outcomes: list[Outcome], fits: bool) -> bool:
    """Whether what is quoted tells of a change that goes the way that was stated, by as much where that was said.

    Where it came to has to be printed there; where it came from, which no text prints, has to fit the tables.
    """
    texts = [quote.text for outcome in outcomes for quote in outcome.quotes]
    by = (Said(*taken.by, taken.rate),) if taken.by is not None else ()
    after = (Said(*taken.after, False),) if taken.after is not None else ()
    if not fits and (taken.before is not None or (after and not any(states(t, after) for t in texts))):
        return False
    clauses = [clause for text in texts for clause in (_CLAUSE.split(text) if by else [text])]
    way, other = _WAYS[taken.direction], _WAYS["decrease" if taken.direction == "increase" else "increase"]
    went = any(way.search(c) and not other.search(c) and states(c, by, changed=True) for c in clauses if by)
    whole = any(way.search(t) and (not by or states(t, by, changed=True)) for t in texts)
    opposed = any(other.search(c) and not way.search(c) and states(c, by, changed=True) for c in clauses if by)
    return went or (whole and not opposed)  # 较去年增加144万元，其中基本支出减少43万元 fell by no 144万元


def _told(desk: Desk, ask: Ask, taken: Taken) -> Outcome:
    """How the line that is asked about moved in the year the change is stated of."""
    years = (taken.year,) if taken.year is not None else ()
    relative = () if years else (0,)
    scope = replace(ask.scope, years=years, relative_years=relative, pairs=(), stages=(), recent=0, every_year=False)
    moved = Ask(Operation.CHANGE, ask.terms, scope=scope, words="比上年增减多少", basis="last_year", hints=ask.hints)
    if taken.basis != "budget":
        return changed(desk, moved)
    stages = (Stage.FINAL_ACCOUNT.value, Stage.BUDGET.value)
    return against(
        desk, replace(moved, operation=Operation.DIFFERENCE, basis=None, scope=replace(scope, stages=stages))
    )


def _moved(told: Outcome) -> Moved:
    changes = [f for f in told.found if f.shown is not None]
    amounts = [f for f in told.found if f.shown is None and f.figure is not None and f.figure.amount is not None]
    by = [_in_yuan(f) for f in changes if f.unit != "%"]
    rates = [f.value for f in changes if f.unit == "%" and f.value is not None]
    if not changes and len(amounts) == 2:  # two stages, the later first
        by = [base_of(amounts[0]) - base_of(amounts[1])]
    after = base_of(amounts[0]) if amounts else None
    if after is not None and by and not rates and after != by[0]:
        rates = [percent(by[0], after - by[0])]
    return Moved(by, rates, after)


def _in_yuan(found: Found) -> Decimal:
    unit = money_unit(found.unit)
    return (found.value or Decimal(0)) * (unit.scale if unit is not None else 1)


def _holds(taken: Taken, moved: Moved) -> bool | None:
    """Whether what is printed is the change that was stated; None where nothing is printed to hold it against."""
    went = [*moved.by, *moved.rates]
    if not went:
        return None
    if any(value == 0 or (value > 0) != (taken.direction == "increase") for value in went):
        return False
    fits: list[bool | None] = [True]
    if taken.by is not None:
        fits.append(_within(moved.rates if taken.rate else moved.by, taken.by))
    if taken.after is not None:
        fits.append(_within([moved.after] if moved.after is not None else [], taken.after))
    if taken.before is not None:
        earlier = [moved.after - by for by in moved.by] if moved.after is not None else []
        fits.append(_within(earlier, taken.before))
    return None if None in fits else all(fits)


def _within(values: list[Decimal], bounds: tuple[Decimal, Decimal]) -> bool | None:
    return any(bounds[0] <= abs(value) <= bounds[1] for value in values) if values else None
