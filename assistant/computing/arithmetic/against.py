"""Two figures held against each other: differences, ratios, comparisons of things, bodies, years or stages."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.computing.arithmetic.changes import change
from assistant.computing.arithmetic.exact import asked_of, base_of, percent, rounded
from assistant.computing.arithmetic.two_sides import final_beside, two_sides
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up
from assistant.finding.choose import same_value
from assistant.finding.evidence import Found, Outcome, as_printed, converted, plain, source_of
from assistant.finding.heard import without_times
from assistant.lexicon import TOTALS, concepts_in
from assistant.plan import MOVES, Ask, Operation
from assistant.saying.wordings import money
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit


def changed(desk: Desk, ask: Ask) -> Outcome:
    """A change: between two sides, stages or years that are both named, else against the year before."""
    if ask.base_scope is not None:
        told = against(desk, ask)
        before = _of_the_year_before(ask) if told.kind == "refusal" else None
        return change(desk, before) if before is not None else told
    if len(ask.scope.years) == 1 and ask.basis_year is not None and ask.basis_year > ask.scope.years[0]:
        both = replace(ask.scope, years=(ask.scope.years[0], ask.basis_year))
        return between_years(desk, replace(ask, scope=both, basis=None, basis_year=None))  # 2024年比2025年多多少
    if len({year for year, _ in ask.scope.pairs}) == 2:
        later_first = tuple(sorted(ask.scope.pairs, reverse=True))  # 2025年预算数相对2024年决算数，增长率多少
        return against(desk, replace(ask, scope=replace(ask.scope, pairs=later_first)))
    if len(ask.scope.pairs) == 2 or len(ask.scope.stages) == 2:
        return against(desk, replace(ask, operation=Operation.DIFFERENCE))
    if len(ask.scope.years) == 2 and not ask.basis and ask.scope.departments and ask.terms:
        told = between_years(desk, ask)
        first, last = sorted(ask.scope.years)
        if told.kind == "refusal" and last == first + 1:
            return change(desk, _since(ask, first))
        return told
    return change(desk, ask)


def _of_the_year_before(ask: Ask) -> Ask | None:
    """The change against the year before, which is what two sides of two years may come to: 24年决算比23年决算."""
    scope, other = ask.scope, ask.base_scope
    if other is None or len(scope.years) != 1 or ask.base not in ((), ask.terms):
        return None
    same = replace(other, stages=scope.stages) == replace(scope, years=(scope.years[0] - 1,))
    budgets = not scope.stages and other.stages == (Stage.BUDGET.value,)  # 2026年比2025年年初预算
    return _since(ask, other.years[0]) if same and (budgets or other.stages == scope.stages) else None


def _since(ask: Ask, year: int) -> Ask:
    """A change since the year before as the later document tells it, where the earlier amount is not printed."""
    scope = replace(ask.scope, years=(year + 1,))
    return replace(ask, base=(), base_scope=None, basis="year", basis_year=year, scope=scope)


def between_years(desk: Desk, ask: Ask) -> Outcome:
    """The change between two years asked for, from their two amounts."""
    first, last = sorted(ask.scope.years)[:2]
    earlier = looked_up(desk, replace(ask, operation=Operation.LOOKUP, scope=replace(ask.scope, years=(first,))))
    later = looked_up(desk, replace(ask, operation=Operation.LOOKUP, scope=replace(ask.scope, years=(last,))))
    for outcome, year in ((earlier, first), (later, last)):
        if outcome.kind != "figures":
            return outcome
        outcome.found[0].label = say("answer.in_year", desk.language, year=year) + outcome.found[0].label
    return subtracted(desk, ask, later.found[0], earlier.found[0], [*later.method, *earlier.method])


def subtracted(desk: Desk, ask: Ask, one: Found, other: Found, method: list[str]) -> Outcome:
    """One found figure less another; of a change also how fast it was."""
    language = desk.language
    # a line printed once a function is worked out of its parts, in their unit of money
    units = [f.figure.unit if f.figure is not None else money_unit(f.unit) for f in (one, other)]
    if one.value is None or other.value is None or units[0] is None or units[1] is None:
        return Outcome("refusal", message=say("answer.not_comparable", language))
    base_one, base_other = base_of(one), base_of(other)
    if units[0].kind is not units[1].kind:
        return Outcome("refusal", message=say("answer.not_comparable", language))
    unit, printed = units[0], [f.figure for f in (one, other) if f.figure is not None]
    gap = (base_one - base_other) / unit.scale
    value, name = converted(as_printed(gap, *printed) if len(printed) == 2 else plain(gap), unit, desk.unit)
    sources = [*one.sources, *other.sources]
    found = [Found(say("answer.difference_of", language, one=one.label, other=other.label), value, name, sources, True)]
    if ask.operation in (Operation.CHANGE, Operation.GROWTH):
        found[0].label = _moved(one.label, other.label, value, language)
        found[0].shown = abs(value)
        if ask.direction == "decrease" and value < 0:
            found[0].value = -value
        if base_other != 0:
            rate = Found(
                say("answer.rate_of", language), percent(base_one - base_other, base_other), "%", sources, True
            )
            found = [rate, *found] if ask.operation is Operation.GROWTH else [*found, rate]
    else:
        contrary = _contrary(ask, value)
        if contrary is not None:
            found[0].label = say(contrary, language, one=one.label, other=other.label)
        found[0].value = abs(value)  # 相差多少 asks for the distance
    text = f"{money(one.value, one.unit)} − {money(other.value, other.unit)}"
    return Outcome("figures", found=[*found, one, other], method=[*method, text])


def _contrary(ask: Ask, value: Decimal) -> str | None:
    """The words for a gap that is the other way round than the question takes for granted: 比预算多花多少 of less."""
    sides = ask.base_scope is not None or ask.base
    if ask.operation is not Operation.DIFFERENCE or not sides or "比" not in ask.words:
        return None
    if ask.direction == "increase" and value < 0:
        return "answer.no_more"
    return "answer.no_less" if ask.direction == "decrease" and value > 0 else None


def _moved(one: str, other: str, value: Decimal, language: str) -> str:
    word = say("answer.up" if value > 0 else "answer.down" if value < 0 else "answer.same", language)
    return say("answer.change_of", language, label=one, against=say("answer.against", language, basis=other), word=word)


def between_turns(desk: Desk, ask: Ask, before: list[Outcome], earlier: list[Outcome]) -> Outcome | None:
    """The figures of the last two turns held against each other (差多少); None where they are not two.

    2026年的三公经费；上一年呢；那少了多少: between two years told just before, a change is the one between them.
    """
    moved = ask.operation in MOVES and not (ask.basis or ask.basis_year)
    if not moved and ask.operation not in (Operation.DIFFERENCE, Operation.RATIO, Operation.COMPARE):
        return None
    pair = [f for outs in (before, earlier) for o in outs for f in o.found if o.kind == "figures"]
    if (again := _compared(earlier)) and not (moved or any(t.text in ask.words for t in ask.terms)):
        return held(desk, ask, *again, [])  # 哪个更高；高多少
    if again and moved and len(pair) != 2:
        pair = list(again)  # 少了多少；降了百分之几
    worked = moved or ask.operation is Operation.DIFFERENCE
    if worked and len(pair) == 2 and (told := _since_worked_back(desk, ask, *pair)) is not None:
        return told
    if len(pair) != 2 or any(f.figure is None or f.value is None for f in pair):
        return None
    if moved:
        years = {f.figure.year for f in pair if f.figure is not None}
        if len(years) < 2 or any(term.text in ask.words for term in ask.terms):
            return None
        if ask.operation is Operation.GROWTH or again:
            return _over_the_years(desk, ask, pair)
        ask = replace(ask, operation=Operation.DIFFERENCE)
    whose = [(found, out.place) for outs in (before, earlier) for out in outs for found in out.found]
    apart = len({place for _, place in whose}) == len(whose) and all(place for _, place in whose)
    whose = whose[::-1] if _later_first(ask, whose[0][1], whose[-1][1]) else whose
    one, other = (_placed(desk, found, place if apart else "") for found, place in whose)
    return held(desk, ask, one, other, [])


def _over_the_years(desk: Desk, ask: Ask, pair: Sequence[Found]) -> Outcome | None:
    """How one line moved from the earlier of two years told to the later; None where two bodies or lines were told."""
    figures = [f.figure for f in pair if f.figure is not None and f.figure.year is not None]
    if len(figures) < 2 or len({bare(figure.department or "") for figure in figures}) > 1:
        return None
    years = {figure.year or 0 for figure in figures}
    if "同比" in ask.words and max(years) - min(years) != 1:
        return None  # held against the year before, which was not told
    named = [{bare(without_times(f.label))} | concepts_in(bare(f.label)) for f in pair]
    if not set.intersection(*named) and not all(t.text in f.label for t in ask.terms for f in pair):
        return None
    earlier, later = sorted(pair, key=lambda found: (found.figure and found.figure.year) or 0)
    return subtracted(desk, ask, _placed(desk, later, ""), _placed(desk, earlier, ""), [])


def _compared(earlier: list[Outcome]) -> tuple[Found, Found] | None:
    """The two figures that a turn held against each other; None where it did not."""
    found = earlier[0].found if len(earlier) == 1 and earlier[0].kind == "figures" else []
    printed = [f for f in found if f.figure is not None]
    return (printed[0], printed[1]) if len(printed) == 2 and any(f.computed for f in found) else None


def _placed(desk: Desk, found: Found, place: str) -> Found:
    """A figure with whose it is in its name, or of which year."""
    year = found.figure.year if found.figure is not None else None
    if place or year is None or str(year) in found.label:
        return replace(found, label=place + found.label.removeprefix(place))
    return replace(found, label=say("answer.in_year", desk.language, year=year) + found.label)


def _since_worked_back(desk: Desk, ask: Ask, one: Found, other: Found) -> Outcome | None:
    """The change of a printed figure on the one of the year before that was worked back from it; None otherwise."""
    if one.figure is None or other.figure is not None or not other.computed or other.value is None:
        return None
    year = one.figure.year
    same = one.sources[0] in other.sources and one.unit == other.unit and one.value is not None
    if not same or year is None or str(year - 1) not in other.label or any(t.text in ask.words for t in ask.terms):
        return None
    value = (one.value or Decimal(0)) - other.value
    label = _moved(one.label, other.label, value, desk.language)
    contrary = (value > 0 and ask.direction == "decrease") or (value < 0 and ask.direction == "increase")
    if contrary and ask.operation is not Operation.GROWTH:
        return None
    found = [Found(label, value, one.unit, [*other.sources], True, shown=abs(value))]
    if ask.operation is Operation.GROWTH:
        if not other.value:
            return None
        found.insert(
            0, Found(say("answer.rate_of", desk.language), percent(value, other.value), "%", found[0].sources, True)
        )
    text = f"{money(one.value or value, one.unit)} − {money(other.value, other.unit)}"
    return Outcome("figures", found=[*found, one, other], method=[text])


_RATE = re.compile(r"[%％]|百分|几成|几分|占[^，,。？?]{1,12}(?:多少|多大|比例|比重)")  # 之比是多少（%）
_BOTH = re.compile(
    r"[两二]者|[两二]个数|它们?俩|这俩|两边|两个口径|双方|两(?:家|个?局|个?单位|个?部门|地|市|区|县|省|份)"
)
_IT = re.compile(r"(?:是|比|为)(?:它|前者|前面那个)")


def between_told(desk: Desk, ask: Ask, refused: Outcome, told: list[Outcome]) -> Outcome | None:
    """The last two figures told held against each other (…是多少？两者相差多少); None where the ask names its own.

    Where 两者 is said, what the ask found for its one side is the second of them: 单位预算里呢？两者差多少.
    """
    named = [*(t.text for t in (*ask.terms, *ask.base)), *ask.scope.said]
    own = ask.base_scope is not None or ask.picks or len(ask.scope.stages) > 1 or ask.scope.pairs
    if ask.operation not in (Operation.DIFFERENCE, Operation.RATIO, Operation.COMPARE) or own:
        return None
    further = (
        len(refused.found) == 1 and bool(told) and refused.found[0].figure not in [f.figure for f in told[-1].found]
    )
    if further and _IT.search(ask.words):
        told = [*told[:-1], Outcome("figures", found=refused.found, place=refused.place), told[-1]]  # 培训费是它的几倍
    elif further and (_BOTH.search(ask.words) or _of_another_body(ask, refused, told[-1])):
        told = [*told, Outcome("figures", found=refused.found, place=refused.place)]
    elif any(word in ask.words for word in named):
        return None
    if len(told) < 2 or any(o.kind != "figures" or len(o.found) != 1 or o.found[0].figure is None for o in told[-2:]):
        return None
    one, other = (out.found[0] for out in told[-2:])
    if one.figure is other.figure:
        return None
    if not further and _later_first(ask, told[-2].place, told[-1].place):
        told = [*told[:-2], told[-1], told[-2]]
        one, other = other, one
    if one.label == other.label or told[-1].place != told[-2].place:
        one, other = (replace(out.found[0], label=out.place + out.found[0].label) for out in told[-2:])
    return held(desk, ask, one, other, [])


_LATER_FIRST = re.compile(
    r"^(?:那么?)?(?:后[者一面]|第二|它)[^，,。？?]{0,4}(?:是|占|为|相当于)[^，,。？?]{0,2}(?:前|第一|上一)"
)


def _later_first(ask: Ask, first: str, later: str) -> bool:
    """Whether a ratio is asked of the figure told last to the one before: 后一家是前一家的几倍, 乙局是甲局的几倍."""
    lead = ask.words.removeprefix("那")[:2]
    named = lead in later and lead not in first
    return ask.operation is Operation.RATIO and (named or _LATER_FIRST.search(ask.words) is not None)


def _of_another_body(ask: Ask, own: Outcome, before: Outcome) -> bool:
    """Whether an ask names another body and nothing else: 乙局呢，差多少."""
    figures = [o.found[0].figure for o in (own, before) if o.found and o.found[0].figure is not None]
    apart = len({f.document_id for f in figures}) == 2 and len(ask.scope.departments) == 1
    return apart and ask.operation is Operation.DIFFERENCE and not any(t.text in ask.words for t in ask.terms)


def against(desk: Desk, ask: Ask) -> Outcome:
    """Difference, ratio or comparison of two things, two bodies or two years."""
    pair = two_sides(desk, ask)
    if isinstance(pair, Outcome):
        return pair
    one, other, method, place = pair
    out = held(desk, ask, one, other, method)
    if out.kind == "figures" and out.found[0].computed:
        out.place = place
    return out


def side_by_side(desk: Desk, account: Found, opening: Found) -> Found:
    """The final account of a line as it is printed beside its opening budget: of the fund that the budget is of.

    A table of all spending has more of a line than the sentence that holds it against the budget of one fund.
    """
    final, budget = account.figure, opening.figure
    if final is None or budget is None or budget.passage_id is None or final.passage_id == budget.passage_id:
        return account
    if final.stage is not Stage.FINAL_ACCOUNT or budget.stage not in (Stage.BUDGET, Stage.ADJUSTED_BUDGET):
        return account
    if final.document_id != budget.document_id or final.year != budget.year:
        return account
    same = final_beside(desk, budget)
    if len(same) != 1 or same_value(same[0], final):
        return account
    (told,) = same
    assert told.amount is not None
    value, unit = converted(told.amount.value, told.unit, desk.unit)
    note = say("answer.of_one_fund", desk.language)
    return replace(
        account,
        value=value,
        unit=unit,
        sources=[source_of(told, desk.library.holding(budget.document_id))],
        figure=told,
        note=note,
    )


def in_print_of(desk: Desk, told: Found, printed: Found) -> Found:
    """What a sentence tells rounded, as the row prints it that the other side is of: 9.47万元 less 150000.00元."""
    rounded_one, other = told.figure, printed.figure
    if rounded_one is None or other is None or rounded_one.passage_id is None or other.row_id is None:
        return told
    holding = desk.library.holding(other.document_id)
    table = holding.table_of(other) if rounded_one.document_id == other.document_id else None
    same = [
        f
        for _, f in (table.cells.get(other.row_id, ()) if table is not None else ())
        if f.column[-1:] == other.column[-1:]
        and (f.year, f.stage) == (rounded_one.year, rounded_one.stage)
        and same_value(f, rounded_one)
    ]
    if len(same) != 1 or same[0].amount is None:
        return told
    value, unit = converted(same[0].amount.value, same[0].unit, desk.unit)
    return replace(told, value=value, unit=unit, sources=[source_of(same[0], holding)], figure=same[0])


def held(desk: Desk, ask: Ask, one: Found, other: Found, method: list[str]) -> Outcome:
    """Two figures held against each other: their ratio, which is more, or their difference."""
    language = desk.language
    one, other = side_by_side(desk, one, other), side_by_side(desk, other, one)
    one, other = in_print_of(desk, one, other), in_print_of(desk, other, one)
    if ask.operation is not Operation.RATIO and not _counted_alike(one, other):
        return Outcome("refusal", message=say("answer.one_side", language, asked=asked_of(ask)))
    if len({_of_projects_alone(desk, f) for f in (one, other)}) > 1 and {t.concept for t in ask.terms} <= set(TOTALS):
        return Outcome(
            "refusal", message=say("answer.not_alike", language)
        )  # a budget, and what a form's projects cost
    if ask.operation is Operation.RATIO:
        base = base_of(other)
        if base == 0:
            return Outcome("refusal", message=say("answer.divided_by_zero", language))
        as_rate = _RATE.search(ask.words) is not None
        found = Found(
            say("answer.ratio_of", language, one=one.label, other=other.label),
            percent(base_of(one), base) if as_rate else rounded(base_of(one) / base),
            "%" if as_rate else say("answer.times", language),
            [*one.sources, *other.sources],
            True,
        )
        return Outcome("figures", found=[found, one, other], method=method)
    ordered = sorted([one, other], key=lambda f: -base_of(f))
    lead = say("answer.more", language, one=ordered[0].label, other=ordered[1].label)
    lead = say("answer.equal", language) if base_of(one) == base_of(other) else lead
    if ask.operation is Operation.COMPARE:
        gap = subtracted(desk, ask, ordered[0], ordered[1], [])
        return Outcome("figures", found=[*ordered, *gap.found[:1]], method=method, lead=lead)
    gap = subtracted(desk, ask, one, other, method)
    if gap.kind == "figures" and not gap.lead and _WHOSE.search(ask.words):
        gap.lead = lead  # 谁的三公经费多，多多少
    return gap


_WHOSE = re.compile(r"谁|哪一?[个家边]")
_OF_PEOPLE = ("人", "名", "人次")


def projects_beside_wholes(desk: Desk, ask: Ask, found: Sequence[Found]) -> bool:
    """Whether what is asked of whole budgets is told of some by a form of their projects alone."""
    return {t.concept for t in ask.terms} <= set(TOTALS) and len({_of_projects_alone(desk, f) for f in found}) > 1


def _of_projects_alone(desk: Desk, found: Found) -> bool:
    """Whether a figure is the total of a form of projects: all the money of none but these."""
    table = desk.library.holding(found.figure.document_id).table_of(found.figure) if found.figure is not None else None
    return table is not None and table.table.kind in _OF_PROJECTS


_OF_PROJECTS = ("performance_targets", "project_expenditure")


def _counted_alike(one: Found, other: Found) -> bool:
    """Whether two printed figures are in units that may be taken from each other: posts and cars are not."""
    if one.figure is None or other.figure is None:
        return True
    units = (one.figure.unit, other.figure.unit)
    if units[0].kind is not units[1].kind:
        return False
    names = {unit.name for unit in units}
    return units[0].kind is not UnitKind.COUNT or len(names) == 1 or names <= set(_OF_PEOPLE)
