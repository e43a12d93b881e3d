"""Looking for a figure: place by place and year by year, what explains the question there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from assistant.computing.figures.carried_beside import carried_unsaid, unless_carried
from assistant.computing.figures.hardly_named import hardly_named
from assistant.finding.beside import kept_beside, readings, told_by
from assistant.finding.choose import Choice, chosen, of_all_money, of_no_fund
from assistant.finding.described import described_figures
from assistant.finding.evidence import Outcome
from assistant.finding.heard import speaks_of_buying
from assistant.finding.holdings import ColumnView, Holding, TableView, is_unit_document
from assistant.finding.labels import PROJECT_TABLES
from assistant.finding.library import Library
from assistant.finding.period import state_at, told_at, year_of_state
from assistant.finding.projects_meant import projects_meant
from assistant.finding.scope import Period, Place, periods_of, places_of
from assistant.finding.select import candidates
from assistant.finding.stated import (
    of_named_money,
    of_no_member,
    of_stated,
    of_the_basis_said,
    of_the_budget_named,
    of_the_kind_asked,
    of_the_line_itself,
    of_the_place_said,
    of_the_side_asked,
    of_the_very_name,
    of_what_is_not_denied,
    of_what_is_owed,
    of_what_was_done,
)
from assistant.finding.tiers import both_tiers, of_no_other_tier, of_tier
from assistant.finding.wanted import Candidate, Wanted
from assistant.lexicon import (
    FISCAL_FUNDS,
    TOTALS,
    concept_words,
    is_classified,
    narrowing,
    question_words,
)
from assistant.plan import Ask, Operation, Term
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.concept_terms import concept_term
from assistant.understand.words.text import without, words_of
from ingest.records.document import Document, Stage
from ingest.records.figure import Relation
from ingest.records.passage import Passage


@dataclass(slots=True)
class Desk:
    """What the steps of an answer share: the library, where units are reported, the language, the unit asked for."""

    library: Library
    units: dict[str, frozenset[str]]
    language: str
    unit: str | None = None
    pick: dict[str, str] = field(default_factory=dict)  # ask -> id of the figure chosen after a question back
    derive: "Callable[[Desk, Ask, Sight], Outcome | None] | None" = None  # last year's figure from this year's change
    passages: Callable[[str, list[str]], list[Passage]] | None = None  # nearest passages of documents
    likeness: Callable[[str, list[Passage]], dict[str, float]] | None = None  # nearness in meaning, by passage id
    told: tuple[list[Outcome], ...] = ()  # what the turns before came to, the oldest first
    describing: bool = False  # a line that nothing names word for word may be found by what is printed about it


@dataclass(slots=True)
class Sight:
    """One place and year looked at, with what was found there."""

    place: Place
    period: Period
    choice: Choice


def holdings_of(desk: Desk, ask: Ask) -> Iterator[tuple[Holding, Place]]:
    """The documents an ask leads to, in the order of its places and years, each with the place it is read for."""
    for options in places_of(desk.library, ask.scope, desk.units):
        for place in options:
            for period in periods_of(place, ask.scope):
                for document in period.documents:
                    yield desk.library.holding(document.id), place


def documents_with(library: Library, terms: tuple[Term, ...], documents: list[Document]) -> list[Document]:
    """Of many documents those that print something the terms name; all where only concepts are named."""
    names = library.names()
    kept = {d.id for d in documents}
    for term in terms:
        if term.kind in ("name", "like"):
            holders: set[str] = set()
            for key, _ in term.names:
                holders |= names.get(key, frozenset())
            if not holders or (term.kind == "name" and len(term.text) < 4):
                holders |= {i for key, ids in names.items() if term.text in key for i in ids}
            kept &= holders
    return [d for d in documents if d.id in kept]


def sights_of(desk: Desk, ask: Ask, relation: Relation = Relation.AMOUNT) -> list[Sight]:
    """Every place and year the ask leads to, with the choice of figure there."""
    sights = []
    for options in places_of(desk.library, ask.scope, desk.units):
        found = []
        for place in options:
            for period in periods_of(place, ask.scope):
                choice = look(desk, ask, place, period, relation, everywhere=not ask.scope.departments)
                found.append(Sight(place, period, choice))
        sights.extend(_of_mention(found) if len(options) > 1 else found)
    return sights


def _of_mention(found: list[Sight]) -> list[Sight]:
    """Of several bodies a mention may mean, those that have the figure; else one with that year, for the refusal."""
    have = [s for s in found if s.choice.best or s.choice.options or s.choice.blank]
    return have or [next((s for s in found if s.period.documents), found[0])] if found else []


def least_cost(sight: Sight) -> float:
    choice = sight.choice
    first = choice.best or (choice.options[0] if choice.options else choice.blank)
    return first.cost if first is not None else 99.0


def look(desk: Desk, ask: Ask, place: Place, period: Period, relation: Relation, everywhere: bool = False) -> Choice:
    """The choice of figure in one place and year."""
    if ask.as_of:
        ask = replace(ask, as_of=(year := year_of_state(ask.as_of, place.documents), ask.as_of[1]))
        period = Period(None, [d for d in place.documents if d.year in (year, year + 1)])
    found: list[Candidate] = []
    for terms, hints in readings(ask.terms, ask.hints):
        found = _explained(desk, replace(ask, terms=terms, hints=hints), place, period, relation, everywhere)
        if place.unit and relation is Relation.AMOUNT and is_of_totals(terms):
            found = _of_a_whole_unit(desk, replace(ask, terms=terms, hints=hints), place, period, found)
        if found:
            break
    if not found and relation is Relation.AMOUNT:
        found = _of_the_only_fund(desk, ask, place, period, everywhere)
    if not found and period.by_default:
        found = _of_latest_year(desk, ask, place, period, relation, everywhere)
    if not found and desk.describing and relation is Relation.AMOUNT and not everywhere:
        found = _described(desk, ask, place, period)
    if ask.as_of:
        found = [c for c in found if told_at(c.figure, ask.as_of, c.holding)]
    found = projects_meant(ask, (desk.library.holding(d.id) for d in period.documents), found)
    found.sort(key=lambda c: (round(c.cost, 3), is_unit_document(c.holding.document), c.figure.page, c.figure.id))
    found = of_stated(found, ask.stated)
    picked = desk.pick.get(pick_key(ask))
    if picked:
        one = [c for c in found if c.figure.id == picked]
        if one:
            return Choice(one[0], one, [])
    choice = unless_carried(found, chosen(found), ask.words)
    if relation is Relation.AMOUNT and not everywhere:
        choice = hardly_named(ask, _named_alike(found, choice, ask))
    if choice.options and _OF_ALL_FUNDS.search(ask.words) and len(wide := of_no_fund(choice.options)) == 1:
        choice = Choice(wide[0], wide, [])
    if choice.options and is_of_totals(ask.terms) and (whole := of_all_money(choice.options)) is not None:
        choice = Choice(whole, [whole], [])
    if choice.options and (named := _OF_THE_TABLE.search(ask.words)):
        of_table = [c for c in choice.options if c.table is not None and named[0] in c.table.key]
        choice = Choice(of_table[0], of_table, []) if len(of_table) == 1 else choice
    if choice.options and not everywhere:
        for said in (_said_beside(ask), _said_of(ask)):
            told = told_by(choice.options, said)
            if len(told) == 1 and not carried_unsaid(told[0], ask.words):
                return both_tiers(found, Choice(told[0], told, []), ask.scope.tier)
    return both_tiers(found, choice, ask.scope.tier)


# 部门支出里某科目: the table of department expenditure, which the forms call so (部门支出总表).
_OF_THE_TABLE = re.compile(r"部门(?:支出|收入)(?=(?:总?表)?[里中上内])")
_OF_ALL_FUNDS = re.compile("总共|一共|总计|全部资金|总投入")


_FUNDS = frozenset(("fiscal", "general_public"))


def is_of_totals(terms: tuple[Term, ...]) -> bool:
    """Whether nothing but a total is named: 支出, 收入总计."""
    return bool(terms) and all(t.concept in TOTALS for t in terms)


def of_whole_tables(found: list[Candidate]) -> list[Candidate]:
    """The figures without those of tables or columns that hold a part of a total only.

    财政拨款收入 beside 本年收入 is a part of it; a table of one fund may be all there is.
    """
    whole = [c for c in found if c.table is None or not narrowing(c.table.concepts) - _FUNDS]
    return [c for c in whole if c.table is None or _is_as_wide(c, c.table)]


def _is_as_wide(candidate: Candidate, table: TableView) -> bool:
    """Whether a column is of no narrower fund than its table, or none of the table is wider."""
    own = narrowing(table.concepts)

    def narrow(column: ColumnView) -> bool:
        return bool(narrowing(column.concepts) - own)

    return candidate.column is None or not narrow(candidate.column) or all(map(narrow, table.columns))


def _of_a_whole_unit(desk: Desk, ask: Ask, place: Place, period: Period, found: list[Candidate]) -> list[Candidate]:
    """A unit's total; where only its income is printed that, which a budget spends in full."""
    kept = of_whole_tables(found)
    if kept or any(d.stage is not Stage.BUDGET for d in period.documents):
        return kept
    other = "income_total" if ask.terms[0].concept == "expenditure_total" else "expenditure_total"
    terms = (concept_term(other),)
    return of_whole_tables(_explained(desk, replace(ask, terms=terms), place, period, Relation.AMOUNT, False))


def _named_alike(found: list[Candidate], choice: Choice, ask: Ask) -> Choice:
    """The choice, or several projects whose longer names hold what was said: 孤儿项目 of two about 孤儿."""
    best = choice.best
    if best is None or len(ask.terms) != 1 or ask.entity != "project" or not _is_project(best):
        return choice
    (term,) = ask.terms
    own = best.row.key if best.row is not None else ""
    if term.kind != "name" or term.text == own or term.text not in own:
        return choice
    alike = {own: best}
    for candidate in found:
        key = candidate.row.key if candidate.row is not None else ""
        if term.text in key and _is_project(candidate) and candidate.figure.amount is not None:
            alike.setdefault(key, candidate)
    values = {(c.figure.amount.base if c.figure.amount else None) for c in alike.values()}
    return choice if len(values) < 2 or term.text in alike else Choice(None, [], list(alike.values()))


def _is_project(candidate: Candidate) -> bool:
    row, table = candidate.row, candidate.table
    if row is None or table is None or row.is_total or not PROJECT_TABLES.search(table.key):
        return False
    return not candidate.holding.is_subject(row)


def _said_beside(ask: Ask) -> list[str]:
    """The words of an ask that name neither its thing, its body nor another subject, nor money itself."""
    own = [*(t.text for t in ask.terms), *ask.scope.said]
    others = [word for word, concept in concept_words().items() if word in ask.words and is_classified(concept)]
    rest = without(ask.words, (*own, *others), "，")
    steering = question_words()
    return [
        w
        for _, _, w, _ in segments_of(words_of(rest))
        if steering.get(w, ("", "entity_project"))[1] == "entity_project"
    ]


def _of_latest_year(
    desk: Desk, ask: Ask, place: Place, period: Period, relation: Relation, everywhere: bool
) -> list[Candidate]:
    """A government prints some lines for the year before only (债务余额); the newest where no year is said."""
    documents = [d for d in period.documents if desk.library.holding(d.id).level is not None]
    found = _explained(desk, ask, place, Period(None, documents), relation, everywhere) if documents else []
    newest = max((c.figure.year for c in found if c.figure.year is not None), default=None)
    return [c for c in found if c.figure.year == newest]


def _of_the_only_fund(desk: Desk, ask: Ask, place: Place, period: Period, everywhere: bool) -> list[Candidate]:
    """财政拨款 of a line that no other fiscal fund pays: what is printed of it for the general public budget."""
    income = [t.concept for t in ask.terms] == ["fiscal_income"]
    if not income and (len(ask.terms) < _LINE_AND_FUND or not any(t.concept == "fiscal" for t in ask.terms)):
        return []
    funds = [f"{fund}_income" for fund in FISCAL_FUNDS] if income else FISCAL_FUNDS
    general, *others = (
        _explained(desk, replace(ask, terms=terms), place, period, Relation.AMOUNT, everywhere)
        for terms in (tuple(_as_fund(t, fund) for t in ask.terms) for fund in funds)
    )
    paid = any(c.figure.amount is not None and c.figure.amount.value for found in others for c in found)
    return [] if paid else general


_LINE_AND_FUND = 2


def _as_fund(term: Term, fund: str) -> Term:
    return concept_term(fund) if term.concept in ("fiscal", "fiscal_income") else term


def _said_of(ask: Ask) -> list[str]:
    """The words of the names that only resemble what was said: 限额 of 债务限额 tells it from 余额."""
    said = [t.text for t in ask.terms if t.kind == "like"]
    return [w for text in said for _, _, w, _ in segments_of(words_of(text))]


def _described(desk: Desk, ask: Ask, place: Place, period: Period) -> list[Candidate]:
    """The figures of the year that hold all that was said somewhere about them, where no line is named."""
    found: list[Candidate] = []
    for document in period.documents:
        wanted = _wanted(ask, place, period, document, Relation.AMOUNT)
        found.extend(described_figures(desk.library.holding(document.id), wanted, ask.hints, ask.words))
    found = of_what_is_not_denied(of_no_other_tier(found, ask.scope.tier), ask.words)
    return of_the_place_said(of_the_side_asked(of_what_is_owed(found, ask.words), ask.words), ask.words)


def _wanted(ask: Ask, place: Place, period: Period, document: Document, relation: Relation) -> Wanted:
    return Wanted(
        final_terms(ask, document),
        ask.context,
        (period.year,) if period.year is not None else (),
        stages_of(ask, period),
        frozenset({place.unit}) if place.unit else _own_level(ask, place, document),
        ask.scope.own_level,
        relation,
        str(ask.basis_year) if ask.basis_year else ask.basis,
        bool(ask.measure) or _VEHICLE_COUNT.search(ask.words) is not None,
        _of_cars(ask) and speaks_of_buying(ask.topic + ask.words),
        ask.level,
        _OF_IT.match(ask.words) is not None,
    )


def stages_of(ask: Ask, period: Period) -> tuple[str, ...]:
    """The stages looked for: what was really spent is a final account, or an execution where nobody says 决算."""
    stages = period.stages or ask.scope.stages
    if stages == (Stage.FINAL_ACCOUNT.value,) and "决算" not in ask.words:
        return (*stages, Stage.EXECUTION.value)
    return stages


def _explained(
    desk: Desk, ask: Ask, place: Place, period: Period, relation: Relation, everywhere: bool
) -> list[Candidate]:
    """The figures that explain an ask, from the documents of the year first, then from those beside them."""
    for documents in (period.documents, period.others, period.later):
        found: list[Candidate] = []
        documents = list(documents)
        if everywhere:
            documents = documents_with(desk.library, ask.terms, documents)
        for document in documents:
            wanted = _wanted(ask, place, period, document, relation)
            found.extend(candidates(desk.library.holding(document.id), wanted))
        if ask.as_of:
            found = [c for c in found if state_at(c.figure, ask.as_of, c.holding)]
        found = of_the_side_asked(of_the_kind_asked(found, ask.words), ask.words)
        found = of_the_place_said(of_what_is_owed(found, ask.words), ask.words)
        found = of_the_basis_said(of_named_money(found, ask.terms, ask.words), ask.words)
        found = found if stages_of(ask, period) else of_the_budget_named(of_what_was_done(found), ask.terms, ask.words)
        found = of_no_member(of_the_line_itself(of_tier(found, ask.scope.tier), ask.terms), ask.terms)
        found = of_the_very_name(found, ask.terms)
        if ask.hints:
            found = kept_beside(found, ask)
        if found:
            return found
    return []


_HELD_AGAINST = re.compile("总|预算|完成|执行")


def final_terms(ask: Ask, document: Document) -> tuple[Term, ...]:
    """In a final account 收入 and 支出 are those of the year; its 总计 also holds what was carried over."""
    if document.stage is not Stage.FINAL_ACCOUNT:
        return ask.terms
    made = []
    spent = ask.operation is Operation.LOOKUP and not _HELD_AGAINST.search(ask.words)
    for term in ask.terms:
        if term.concept in ("income_total", "expenditure_total") and "总计" not in term.text:
            income = term.concept == "income_total"
            concept = "income_this_year" if income else "expenditure_this_year"
            term = Term("收入合计" if income else "支出合计", "concept", concept)  # as the text of an account says it
        elif spent and term.concept == "fiscal_expenditure":
            made.append(concept_term("fiscal"))
            term = Term("支出合计", "concept", "expenditure_this_year")
        made.append(term)
    return tuple(made)


def _of_cars(ask: Ask) -> bool:
    """Whether cars are counted: 买几辆 asks for what is to be bought of them."""
    return _VEHICLE_COUNT.search(ask.words) is not None and any(
        t.concept == "vehicle_count" or "车" in t.canonical for t in ask.terms
    )


_OF_IT = re.compile(r"[，,\s]*(?:其中|这?里[面头边]|这?当中|这?之中)")
# 几家审计局的收入 says whose figure is asked for and counts nothing.
_VEHICLE_COUNT = re.compile(
    r"(?:几|多少)\s*[辆台](?!套)|(?:多少|(?<![这那哪])几)名|(?<![这那哪好])(?:多少|几)家(?![\u4e00-\u9fff]{1,6}[局委厅办院署])"
)


def pick_key(ask: Ask) -> str:
    """What a choice made after a question back is remembered under."""
    return f"{ask.operation}:{'+'.join(t.canonical for t in ask.terms)}"


def _own_level(ask: Ask, place: Place, document: Document) -> frozenset[str]:
    if ask.scope.own_level and not is_unit_document(document):
        return frozenset({f"={place.key}"})
    return frozenset()
