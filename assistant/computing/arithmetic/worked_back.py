"""An amount that is not printed, worked out from a later one and its printed change."""

from dataclasses import replace
from decimal import Decimal

from assistant.computing.arithmetic.changes import of_its_spending, with_its_income
from assistant.computing.arithmetic.exact import as_certain
from assistant.computing.arithmetic.told_changes import TOTAL_NAMES, line_told_of, related, told_beside
from assistant.computing.figures.looking import Desk, Sight, look, stages_of
from assistant.finding.choose import Choice
from assistant.finding.evidence import Found, Outcome, as_printed, converted, source_of
from assistant.finding.period import year_of_state
from assistant.finding.scope import Period
from assistant.plan import Ask
from assistant.saying.wordings import figure_label, money
from assistant.understand.words.concept_terms import concept_term
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation

_YEAR_END = 12  # the month of a state at the end of a year
_ACTUAL = ("实际", "决算", "执行")  # what a budget is held against, where no budget is


def derived(desk: Desk, ask: Ask, sight: Sight) -> Outcome | None:
    """An amount worked out from a later one and its printed change: last year's, or the budget of an account.

    What was executed comes of a change against the execution, and nothing else does; it stands for last year's where
    no stage is said and nothing else is told of that year. A budget as a whole whose change is told of its spending
    alone is what is spent.
    """
    told = _derived(desk, ask, sight)
    if told is None and not ask.scope.stages and "预算" not in ask.words:
        told = _derived(desk, replace(ask, scope=replace(ask.scope, stages=(Stage.EXECUTION.value,))), sight)
    spent = of_its_spending(ask) if told is None else None
    if spent is None or (told := _derived(desk, spent, sight)) is None:
        return told
    income = _derived(desk, replace(spent, terms=(concept_term("income_total"),)), sight)
    return told if income is None else with_its_income(told, income)


def _derived(desk: Desk, ask: Ask, sight: Sight) -> Outcome | None:
    """The amount of the line that is named, and of no other."""
    as_of = ask.as_of
    if as_of is not None:
        if (of_later := _of_the_state_after(desk, ask, sight)) is None:
            return None
        ask, sight = of_later
    state = as_of is not None
    year = sight.period.year
    if year is None:
        return None
    settled = [d for d in sight.place.documents if d.year == year and d.stage is Stage.FINAL_ACCOUNT]
    executed = bool(ask.scope.stages) and Stage.EXECUTION.value in stages_of(ask, sight.period)
    # A final account compares with what was settled the year before: what was executed is no other thing.
    executed = executed and not any(d.stage is Stage.FINAL_ACCOUNT for d in sight.period.later)
    if sight.period.later and executed:
        period = Period(year + 1, sight.period.later)
        asked = replace(ask, scope=replace(ask.scope, stages=()))
        against = replace(asked, basis="execution")
    elif sight.period.later:
        period = Period(year + 1, sight.period.later)
        asked, against = ask, replace(ask, basis_year=ask.basis_year or year)
    elif ask.scope.stages == (Stage.BUDGET.value,) and settled:
        period = Period(year, settled)
        asked = replace(ask, scope=replace(ask.scope, stages=(Stage.FINAL_ACCOUNT.value,)))
        against = replace(asked, basis="budget")
    else:
        return None
    language = desk.language
    dated = replace(asked, as_of=(period.year, _YEAR_END)) if state and period.year else asked
    later = Sight(sight.place, period, look(desk, dated, sight.place, period, Relation.AMOUNT))
    sides = (against, replace(asked, basis_year=year)) if executed else (against,)
    # How much of its budget was spent is told by a share: 支出决算24.30万元，完成预算243.00%.
    kinds = (Relation.CHANGE, Relation.RATE, *((Relation.SHARE,) if against.basis == "budget" else ()))
    tries = (related(desk, side, later, kind) for kind in kinds for side in sides)
    printed = next((told for told in tries if told is not None), None)
    if later.choice.best is None and (told := line_told_of(printed, later.choice.options)) is not None:
        later.choice = Choice(told, [told], [])  # of several lines the one whose change is printed
    amount = later.choice.best
    if amount is None or amount.figure.amount is None or printed is None or printed.figure.amount is None:
        return None
    # 2018年公务接待费支出5万元，与上年比减少3万元 in a budget: what was spent is held against what was spent before.
    spent = printed.figure.stage is amount.figure.stage is Stage.EXECUTION
    if spent and not executed and "预算" in ask.words:
        return None
    if not spent and ("执行" in (printed.figure.basis or "")) is not executed:
        return None
    if against.basis == "budget" and "预算" not in (printed.figure.basis or ""):
        return None
    as_planned = printed.figure.relation is not Relation.SHARE or "年初" in (printed.figure.basis or "")
    actual = any(word in (printed.figure.basis or "") for word in _ACTUAL)
    if "年初" in ask.words and not as_planned:
        return None  # 完成预算96% may be of a budget that was moved within the year
    if actual and not executed and printed.figure.stage is Stage.BUDGET and "预算" in ask.words:
        return None  # 今年预算4万元，比上年实际增加33.33% tells no budget of the year before
    amount = told_beside(printed, amount) or amount
    if amount.figure.amount is None:
        return None
    before = _before(amount.figure, printed.figure)
    if before is None:
        return None
    value, unit = converted(before, amount.figure.unit, desk.unit)
    total = printed.figure.label if printed.figure.label in TOTAL_NAMES else ""
    line = total or figure_label(amount, ask.terms, language)
    line += say("answer.executed", language) if executed or spent else ""
    of_budget = "answer.derived_budget_label" if as_planned else "answer.derived_plan_label"
    key = of_budget if against.basis == "budget" else "answer.derived_label"
    label = say(key, language, department=sight.place.name, year=year, label=line)
    label += say("answer.about", language) if printed.figure.relation is not Relation.CHANGE else ""
    found = Found(label, value, unit, [source_of(t.figure, t.holding) for t in (amount, printed)], True)
    return Outcome("figures", found=[found], method=[_method(amount.figure, printed.figure, period.year, language)])


_TOLD_BY = {Relation.RATE: "answer.derived_of_rate", Relation.SHARE: "answer.derived_of_share"}


def _method(amount: Figure, printed: Figure, year: int | None, language: str) -> str:
    """How an amount was worked out of a later one and what is printed of its change."""
    assert amount.amount is not None and printed.amount is not None
    return say(
        _TOLD_BY.get(printed.relation, "answer.derived_method"),
        language,
        year=year,
        amount=money(amount.amount.value, amount.unit.name),
        change=money(printed.amount.value, printed.unit.name),
    )


def _of_the_state_after(desk: Desk, ask: Ask, sight: Sight) -> tuple[Ask, Sight] | None:
    """What there was at the end of a year, asked of the year before the documents that tell of the next end."""
    if ask.as_of is None or ask.as_of[1] != _YEAR_END:
        return None
    year = year_of_state(ask.as_of, sight.place.documents)
    after = [d for d in sight.place.documents if d.year == year + 1 and d.stage is Stage.FINAL_ACCOUNT]
    if not after:
        return None
    period = Period(year, [], later=after)
    return replace(ask, as_of=None), Sight(sight.place, period, sight.choice)


def _before(amount: Figure, moved: Figure) -> Decimal | None:
    """What an amount was before it moved: less its change, or by its rate to the digits that a rounded rate tells."""
    assert amount.amount is not None and moved.amount is not None
    if moved.relation is Relation.RATE:
        now = amount.amount.value
        return as_certain(lambda rate: now * 100 / (100 + rate), moved.amount.value)
    if moved.relation is Relation.SHARE:
        now = amount.amount.value
        return as_certain(lambda share: now * 100 / share, moved.amount.value) if moved.amount.value > 0 else None
    return as_printed((amount.amount.base - moved.amount.base) / amount.unit.scale, amount, moved)
