"""Figures held against others: changes and growth over years, shares, differences, ratios, completion.

Printed changes and rates are quoted as printed; where recomputation gives another result that is said, never mended.
Computed rates and shares have two decimals, rounded half up.
"""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.answer import SourceRef
from assistant.computing.arithmetic.all_fiscal import all_fiscal, said_of_fiscal
from assistant.computing.arithmetic.exact import as_certain, asked_of, percent
from assistant.computing.arithmetic.told_changes import line_told_of, of_one_stage, related, told_beside
from assistant.computing.figures.looking import Desk, Sight, look, sights_of
from assistant.computing.figures.lookup import found_of, looked_up, method_of, outcome_of
from assistant.finding.choose import Choice
from assistant.finding.evidence import Found, Outcome, as_printed, converted, source_of
from assistant.finding.scope import Period, places_of
from assistant.finding.wanted import Candidate
from assistant.plan import Ask, Operation
from assistant.saying.wordings import basis_words, figure_label, money, narrow_words, place_words
from assistant.understand.words.concept_terms import concept_term
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.wording.glyphs import bare


def change(desk: Desk, ask: Ask) -> Outcome:
    """How a line changed against the year before (or the basis asked for): printed where printed, else computed."""
    language = desk.language
    ask = _of_what_was_spent(ask)
    if ask.entity and not (ask.terms or ask.context or ask.hints):
        # 项目变化, 机构变化: the things themselves, and no money of the body that has them
        return Outcome("refusal", message=say("answer.nothing_asked", language))
    if not ask.terms and ask.scope.departments and _is_of_units(desk, ask):
        ask = replace(ask, terms=(concept_term("budget_total"),))  # of the unit, not of the department that lists it
    if not ask.scope.departments or not ask.terms:
        amount = looked_up(desk, replace(ask, operation=Operation.LOOKUP))
        if amount.kind != "figures" or amount.found[0].figure is None:
            return amount
        ask = _settled_department(desk, ask, amount)
    out = Outcome("figures")
    sights = sights_of(desk, replace(ask, operation=Operation.LOOKUP))
    for sight in sights:
        _one_change(desk, ask, sight, out)
    if not out.found:
        plain_outcome = outcome_of(desk, ask, sights)
        if plain_outcome.kind != "figures":
            return plain_outcome
        if (spent := of_its_spending(ask)) is not None and (told := change(desk, spent)).kind == "figures":
            return with_its_income(told, change(desk, replace(spent, terms=(concept_term("income_total"),))))
        if (fiscal := all_fiscal(desk, ask)) is not None and (told := change(desk, fiscal)).kind == "figures":
            return said_of_fiscal(desk, ask, told)
        first = sights[0]
        message = say(
            "answer.no_change",
            language,
            asked=asked_of(ask),
            year=(first.period.year or 0) - 1,
            department=first.place.name,
        )
        return Outcome("refusal", message=message, found=plain_outcome.found)
    return out


def _is_of_units(desk: Desk, ask: Ask) -> bool:
    """Whether every body named is a unit that stands in the tables of its department."""
    places = [place for options in places_of(desk.library, ask.scope, desk.units) for place in options]
    return bool(places) and all(place.unit for place in places)


_SPENT = re.compile(r"[多少](?:花|用|支)(?![付持于])|[花用支][了掉]|(?<!收)支出|开支")


def _of_what_was_spent(ask: Ask) -> Ask:
    """An ask that names no line but says that money was spent (比上年少花了多少): it is of all spending."""
    plain = not (ask.terms or ask.context or ask.hints or ask.entity or ask.topic)
    spent = plain and ask.scope.departments and not ask.scope.stages and _SPENT.search(ask.words) is not None
    return replace(ask, terms=(replace(concept_term("expenditure_total"), text="支出"),)) if spent else ask


_AMOUNT_ASKED = re.compile(r"多少|几何|多大|百分之几|几成|几[十百千万亿多钱钿元块]|总|[增减]|how much|what")


def of_its_spending(ask: Ask) -> Ask | None:
    """The same asked of all spending, where the budget as a whole is meant: texts say how either moved, rarely both."""
    meant = len(ask.terms) == 1 and ask.terms[0].concept == "budget_total"
    meant = meant and (ask.terms[0].text in ask.words or _AMOUNT_ASKED.search(ask.words) is not None)  # no file by name
    return replace(ask, terms=(concept_term("expenditure_total"),)) if meant else None


def with_its_income(spent: Outcome, income: Outcome) -> Outcome:
    """What is told of all spending, with what is told of all income before it where that is another amount.

    A document may tell of the two sides of one budget that they moved by unlike amounts: neither is left unsaid.
    """
    if income.kind != "figures" or not income.found:
        return spent
    first, second = income.found[0], spent.found[0]
    if (first.value, first.unit) == (second.value, second.unit) or first.unit != second.unit:
        return spent
    own = [
        found for found in income.found if (found.value, found.label) not in {(f.value, f.label) for f in spent.found}
    ]
    return replace(
        spent, found=[*own, *spent.found], method=list(dict.fromkeys((*income.method, *spent.method))), place=""
    )


def _settled_department(desk: Desk, ask: Ask, outcome: Outcome) -> Ask:
    figure = outcome.found[0].figure
    document = next((d for d in desk.library.documents if figure is not None and d.id == figure.document_id), None)
    if document is None or not document.department:
        return ask
    scope = replace(ask.scope, departments=((bare(document.department),),), said=(document.department,))
    return replace(ask, scope=scope)


def _one_change(desk: Desk, ask: Ask, sight: Sight, out: Outcome) -> None:
    language = desk.language
    printed = related(desk, ask, sight, Relation.CHANGE)
    rate = related(desk, ask, sight, Relation.RATE)
    asked_amount = amount = sight.choice.best
    if printed is not None and rate is not None and printed.figure.passage_id != rate.figure.passage_id:
        near = related(desk, ask, sight, Relation.RATE, printed.figure.passage_id)
        rate = near or rate
    printed, rate = of_one_stage(ask, printed, rate, amount)
    if amount is None and sight.choice.options:
        # Which of several lines is meant, the one whose change is printed tells; a table's change alone is asked about.
        told = printed or rate
        amount = line_told_of(told, sight.choice.options)
        if amount is not None:
            asked_amount, sight.choice = amount, Choice(amount, [amount], [])
        elif told is not None and told.table is not None:
            return
    previous = None
    if printed is None or (rate is None and ask.operation is Operation.GROWTH):
        previous = _year_before(desk, ask, sight, rate)
    if printed is None and previous is not None and amount is not None and not previous.narrow <= amount.narrow:
        # What was of one fund last year is held against what is of that fund now, in the table that prints both.
        amount = _beside(previous, sight.period.year)
        if amount is None:
            return
        sight.choice = Choice(amount, [amount], [])
        printed = related(desk, ask, sight, Relation.CHANGE)
        rate = related(desk, ask, sight, Relation.RATE)
    amount = told_beside(printed or rate, amount)
    difference = _difference(desk, ask, printed, amount, previous)
    growth = _growth(desk, ask, rate, printed, amount, previous)
    wanted = [growth, difference] if ask.operation is Operation.GROWTH else [difference, growth]
    if difference is None and rate is not None and ask.operation is Operation.CHANGE:
        wanted.append(_of_its_rate(desk, ask, rate, amount))  # 涨了多少 asks for money too
    made = [f for f in wanted if f is not None]
    if wanted[0] is None and (ask.operation is Operation.GROWTH or not made):
        return
    cited = printed or rate or amount
    if cited is not None:
        out.place = ""
        for found in made:
            found.label = place_words(cited, language, found.label, staged=False)
        out.method.append(
            say("answer.read_from_text", language, page=cited.figure.page)
            if cited.table is None or sight.choice.best is None
            else method_of(desk, sight)
        )
    out.found.extend(made)
    out.method.extend(found.note for found in made if found.note)
    is_its_own = _is_of_its_stage(printed, rate, amount)
    if amount is not None and amount.figure.amount is not None and is_its_own:
        current = found_of(desk, ask, amount)
        if amount.narrow - (asked_amount.narrow if asked_amount is not None else frozenset()):
            current.label += say("answer.of_fund", language, fund=narrow_words(amount.narrow))
        current.label = place_words(amount, language, current.label)
        out.found.append(current)
    said = printed or rate
    basis = said.figure.basis if said is not None else None
    if basis:
        out.method.append(say("answer.basis", language, basis=basis_words(basis, language)))


def _is_of_its_stage(printed: Candidate | None, rate: Candidate | None, amount: Candidate | None) -> bool:
    """Whether a printed change is of an amount's stage: the growth of what came in is not of what was planned."""
    said = printed or rate
    return said is None or amount is None or said.figure.stage is amount.figure.stage


def _beside(previous: Candidate, year: int | None) -> Candidate | None:
    """The amount of a year in the row that prints the one of the year before."""
    if previous.table is None or previous.row is None:
        return None
    table = previous.table
    cells = [(i, f) for i, f in previous.row.cells if f.year == year and f.relation is Relation.AMOUNT and f.amount]
    leaf = previous.column.keys[-1:] if previous.column is not None else ()
    parallel = [(i, f) for i, f in cells if leaf and table.columns[i].keys[-1:] == leaf]  # 上年|会议费, 当年|会议费
    whole = parallel or [(i, f) for i, f in cells if len(cells) == 1 or table.columns[i].is_total]
    return replace(previous, figure=whole[0][1], column=table.columns[whole[0][0]]) if len(whole) == 1 else None


def _year_before(desk: Desk, ask: Ask, sight: Sight, rate: Candidate | None) -> Candidate | None:
    """The amount of the year before, of the stage that was asked for or that the printed rate is held against."""
    basis = {"execution": "执行", "budget": "预算"}.get(ask.basis or "") or (rate.figure.basis if rate else None) or ""
    stage = Stage.EXECUTION if "执行" in basis else Stage.BUDGET if "预算" in basis else None
    year = ask.basis_year or ((sight.period.year or 0) - 1)
    stages = {d.stage for d in sight.period.documents}
    documents = [d for d in sight.place.documents if d.year == year]
    # A budget is held against the budget of the year before, not against its final account.
    documents = [d for d in documents if d.stage in stages] or documents
    period = Period(year, documents, sight.period.documents or sight.period.later)
    scope = replace(ask.scope, stages=(stage.value,)) if stage is not None else ask.scope
    plain_ask = replace(ask, operation=Operation.LOOKUP, basis=None, basis_year=None, scope=scope)
    before, now = look(desk, plain_ask, sight.place, period, Relation.AMOUNT).best, sight.choice.best
    if before is None or now is None:
        return before
    unlike = _of_unlike_books(ask, before, now, stage) or _of_another_table(ask, before, now)
    return None if _same_time(before, now) or unlike else before


def _of_another_table(ask: Ask, before: Candidate, now: Candidate) -> bool:
    """Whether two totals of a body that nothing else names stand in unlike tables: 合计 of all and of “三公”经费."""
    if any(t.concept for t in ask.terms) or before.table is None or now.table is None:
        return False
    one, other = before.table.table, now.table.table
    totals = all(c.column is not None and c.column.is_total for c in (before, now))
    return totals and one.document_id == other.document_id and one.kind != other.kind


def _of_unlike_books(ask: Ask, before: Candidate, now: Candidate, stage: Stage | None) -> bool:
    """Whether a budget would be held against the account of the year before, which nobody asked for."""
    unlike = now.figure.stage is Stage.BUDGET and before.figure.stage is Stage.FINAL_ACCOUNT
    return unlike and stage is None and "决算" not in ask.words and Stage.FINAL_ACCOUNT.value not in ask.scope.stages


def _same_time(one: Candidate, other: Candidate) -> bool:
    """Whether two amounts are of one year and stage: two printings of it, which are no change."""
    return (one.figure.year, one.figure.stage) == (other.figure.year, other.figure.stage)


def _label(printed: Candidate, ask: Ask, language: str) -> str:
    """What a printed change is of: as its sentence says it; of a cell its column too, where its row is 合计."""
    return printed.figure.label if printed.row is None else figure_label(printed, ask.terms, language)


def _difference(
    desk: Desk, ask: Ask, printed: Candidate | None, amount: Candidate | None, previous: Candidate | None
) -> Found | None:
    language = desk.language
    if printed is not None and printed.figure.amount is not None:
        value, unit = converted(printed.figure.amount.value, printed.figure.unit, desk.unit)
        cited = [source_of(printed.figure, printed.holding)]
        return _directed(value, unit, cited, False, language, _label(printed, ask, language), printed)
    if amount is None or previous is None or amount.figure.amount is None or previous.figure.amount is None:
        return None
    base = amount.figure.amount.base - previous.figure.amount.base
    value, unit = converted(
        as_printed(base / amount.figure.unit.scale, amount.figure, previous.figure), amount.figure.unit, desk.unit
    )
    sources = [source_of(amount.figure, amount.holding), source_of(previous.figure, previous.holding)]
    label = figure_label(amount, ask.terms, language)
    found = _directed(value, unit, sources, True, language, label, amount, _held_against(amount, previous))
    found.method = f"{amount.figure.text} − {previous.figure.text}"
    return found


def _held_against(amount: Candidate, previous: Candidate) -> str:
    """What a worked out change is held against; nothing where it is the year before, as everybody takes it."""
    now, then = amount.figure.year, previous.figure.year
    apart = now is not None and then is not None and then != now - 1
    if previous.figure.stage is Stage.EXECUTION:
        return f"{then}年执行数" if apart else "上年执行数"
    return f"{then}年" if apart else ""


def _of_its_rate(desk: Desk, ask: Ask, rate: Candidate, amount: Candidate | None) -> Found | None:
    """About how much a change is that only its rate tells, to the digits that the printed rate leaves certain."""
    if amount is None or amount.figure.amount is None or rate.figure.amount is None:
        return None
    if not _is_of_its_stage(None, rate, amount) or amount.figure.year != rate.figure.year:
        return None
    told, whole, unit = rate.figure.amount.value, amount.figure.amount.value, amount.figure.unit
    moved = as_certain(lambda r: whole * r / (100 + r), told)
    if moved is None:
        return None
    value, name = converted(moved, unit, desk.unit)
    sources = [source_of(amount.figure, amount.holding), source_of(rate.figure, rate.holding)]
    label = figure_label(amount, ask.terms, desk.language)
    found = _directed(value, name, sources, True, desk.language, label, amount)
    found.label += say("answer.about", desk.language)
    found.method = f"{amount.figure.text} × {told} ÷ (100 + {told})"
    return found


def _directed(
    value: Decimal,
    unit: str,
    sources: list[SourceRef],
    computed: bool,
    language: str,
    label: str,
    of: Candidate,
    held_against: str = "",
) -> Found:
    kind = "_rate" if unit == "%" else ""
    word = say(
        f"answer.up{kind}" if value > 0 else f"answer.down{kind}" if value < 0 else f"answer.same{kind}", language
    )
    basis = held_against or (of.figure.basis or "" if of.figure.relation is not Relation.AMOUNT else "")
    against = (
        say("answer.against", language, basis=basis_words(basis, language))
        if basis
        else (say("answer.against_last_year", language))
    )
    made = Found(
        say("answer.change_of", language, label=label, against=against, word=word),
        value,
        unit,
        sources,
        computed,
        of.figure,
    )
    made.shown = abs(value)
    return made


def _growth(
    desk: Desk,
    ask: Ask,
    rate: Candidate | None,
    printed: Candidate | None,
    amount: Candidate | None,
    previous: Candidate | None,
) -> Found | None:
    language = desk.language
    computed, sources = _computed_rate(printed, amount, previous)
    if rate is not None and rate.figure.amount is not None:
        found = _directed(
            rate.figure.amount.value,
            "%",
            [source_of(rate.figure, rate.holding)],
            False,
            language,
            _label(rate, ask, language),
            rate,
        )
        if computed is not None and abs(computed - rate.figure.amount.value) > Decimal("0.1"):
            found.note = say("answer.recomputed", language, value=money(computed, "%"))
        return found
    if computed is None or amount is None:
        return None
    against = _held_against(amount, previous) if previous is not None else ""
    return _directed(computed, "%", sources, True, language, figure_label(amount, ask.terms, language), amount, against)


def _computed_rate(printed: Candidate | None, amount: Candidate | None, previous: Candidate | None):  # type: ignore[no-untyped-def]
    if amount is None or amount.figure.amount is None:
        return None, []
    current = amount.figure.amount.base
    if previous is not None and previous.figure.amount is not None and previous.figure.amount.base != 0:
        before = previous.figure.amount.base
        sources = [source_of(amount.figure, amount.holding), source_of(previous.figure, previous.holding)]
        return percent(current - before, before), sources
    if printed is not None and printed.figure.amount is not None:
        before = current - printed.figure.amount.base
        if before != 0:
            sources = [source_of(amount.figure, amount.holding), source_of(printed.figure, printed.holding)]
            return percent(printed.figure.amount.base, before), sources
    return None, []
