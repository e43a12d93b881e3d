"""The rows a set question runs over: projects, units, subjects, departments; never a total with its parts."""

import re

from assistant.computing.figures.looking import Desk, documents_with
from assistant.computing.figures.lookup import found_of
from assistant.computing.rows.added_up import added_up, units_by_forms, units_by_projects
from assistant.computing.rows.members import (
    Member,
    Population,
    meets,
)
from assistant.computing.rows.named_rows import is_name_condition, row_fits, short_texts
from assistant.computing.rows.parts import leaves, parts_of_line, projects_listed
from assistant.computing.rows.subjects import columns_meet, is_of_subjects, subjects
from assistant.computing.rows.unit_rows import units_of
from assistant.finding.evidence import Found, source_of
from assistant.finding.holdings import Holding, RowView, TableView
from assistant.finding.labels import PROJECT_TABLES
from assistant.finding.scope import Period, Place, periods_of, places_of
from assistant.finding.wanted import Candidate
from assistant.lexicon import concepts, narrowing, parts_of
from assistant.plan import OWN_LEVEL, RANKS, Ask, Operation, Term, replace
from assistant.understand.everyday.where_spent import SPENT_ON
from ingest.messages import say
from ingest.records.figure import Relation
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body
from ingest.wording.table_kinds import COSTS

_NOT_PROJECTS = re.compile(r"经济分类|功能分类|经济科目|功能科目|基本支出|整体(?:支出)?绩效|收支|自评")
_FUNDS_LISTED = ("专项资金", "专项")  # what a 专项资金预算汇总表 lists one by one
_FORMS = ("performance_targets", "special_fund_performance")
_BODIES_COUNTED = re.compile(r"[两二三四五六七八九十\d](?:个|家)?(?:部门|单位|机构|局)")
_SEVERAL = 3  # forms of one project each, before they are taken for all there are
_PROCUREMENT = "procurement"
_ITEM_LEVEL = 7  # digits of a 项


def population(desk: Desk, ask: Ask) -> list[Population]:
    """The sets an ask runs over, one a place and year; several departments where none is named."""
    found, seen = list[Population](), list[set[str]]()
    for options in places_of(desk.library, ask.scope, desk.units):
        for place in options:
            for period in periods_of(place, ask.scope):
                made = _of_period(desk, ask, place, period)
                told = {m.candidate.figure.id for m in made.members} if made is not None else set()
                if made is not None and told and told not in seen:  # a mention may mean a body and its own office
                    seen.append(told)
                    found.append(made)
    return found


def _of_period(desk: Desk, ask: Ask, place: Place, period: Period) -> Population | None:
    documents = period.documents
    if not ask.scope.departments:
        documents = documents_with(
            desk.library, tuple(t for t in ask.terms if t.kind == "name" and len(t.text) >= 4), documents
        )
    holdings = [desk.library.holding(d.id) for d in documents]
    entity = "unit" if ask.group == "body" else ask.entity or _entity_of(ask)
    if entity == "unit":
        return None if _within_a_unit(ask, place) else units_of(desk, ask, place, period, _of_listed_projects)
    bodies = frozenset({place.unit or (f"={place.key}" if ask.scope.own_level else "")})
    if any(own := [h.set_of(bodies) for h in holdings]):
        holdings = [own_set for own_set in own if own_set is not None]
        unit = holdings[0].document.department or ""
        place = Place(bare(read_body(unit).name), unit, place.documents)
    if (bought := _purchases(desk, ask, holdings, place)) is not None:
        return bought
    if entity == "project":
        listed = _projects(desk, ask, place, holdings)
        return listed or (_by_subject(desk, ask, place, holdings) if ask.entity is None else None)
    if is_of_subjects(ask):
        return subjects(desk, ask, place, holdings) or _spent_on(desk, ask, place, holdings)
    if (ask.said_count or 0) > 1 and _BODIES_COUNTED.search(ask.words):
        return None  # 三个部门的三公合计 counts bodies, and no parts of a line
    parts = parts_of_line(desk, ask, place, period, holdings)
    if parts is not None and ask.operation in (Operation.MEAN, Operation.MEDIAN) and _funds_of_one(ask, parts):
        return None
    if parts is None or ask.operation not in (Operation.COUNT, Operation.LIST):
        return parts
    return (_projects(desk, replace(ask, entity="project"), place, holdings) if _of_columns(parts) else None) or parts


def _funds_of_one(ask: Ask, parts: Population) -> bool:
    """Whether parts are the sources of one project's money: no mean of them is the cost of each that it pays for."""
    rows = {m.candidate.row.row.id for m in parts.members if m.candidate.row is not None}
    return len(rows) == 1 and all(t.concept is None for t in ask.terms)


def _of_columns(parts: Population) -> bool:
    """Whether parts are the columns of one line of the classification: 基本支出 and 项目支出 are no items of 防汛."""
    rows = {m.candidate.row.row.id for m in parts.members if m.candidate.row is not None}
    codes = {m.candidate.row.row.code or "" for m in parts.members if m.candidate.row is not None}
    return len(rows) == 1 and all(re.fullmatch(r"2\d{6}", code) for code in codes)


def _spent_on(desk: Desk, ask: Ask, place: Place, holdings: list[Holding]) -> Population | None:
    """The projects money goes to, where all that is asked is where it goes and no classes are printed."""
    where = SPENT_ON in ask.words and not ask.terms
    return _projects(desk, replace(ask, entity="project", level=None), place, holdings) if where else None


def _within_a_unit(ask: Ask, place: Place) -> bool:
    """Whether the units of one that is itself a unit are counted: those of its department are none of its own."""
    return (
        bool(place.unit)
        and ask.entity == "unit"
        and ask.operation in (Operation.COUNT, Operation.LIST)
        and not ask.terms
    )


_LISTED = r"清单|明细|条目|品目|采购项目"
_ONE_BY_ONE = re.compile(rf"[笔单]|{_LISTED}|买(?:的是)?(?:什么|啥)|哪[项件]|最[大贵高多][^，,。]{{0,4}}一[项件单]")


def _purchases(desk: Desk, ask: Ask, holdings: list[Holding], place: Place) -> Population | None:
    """What is bought item by item, of all or of one class: 采购里最大的三笔 are no 货物, 工程, 服务; 服务类清单."""
    asked = [t.concept for t in ask.terms]
    if len(asked) != 1 or asked[0] not in (_PROCUREMENT, *parts_of(_PROCUREMENT)):
        return None
    of_class = frozenset(concepts()[asked[0] or ""].words) if asked[0] != _PROCUREMENT else frozenset()
    if not (ask.operation in RANKS or ask.filters or re.search(_LISTED, ask.topic + ask.words)):
        return None
    if not _ONE_BY_ONE.search(ask.topic + ask.words):
        return None
    best: Population | None = None
    kinds = {key for part in parts_of(_PROCUREMENT) for key in concepts()[part].words}
    for holding in holdings:
        for table in holding.tables:
            rows = [r for r in leaves(table) if r.key not in kinds] if _PROCUREMENT in table.concepts else []
            rows = [r for r in rows if of_class & {*r.parents}] if of_class else rows if len(rows) > 2 else []
            members = members_of(replace(ask, terms=()), holding, table, rows, (), place) if rows else None
            if members and (best is None or len(members) > len(best.members)):
                noun = say("answer.noun_row", desk.language)
                noun = noun if ask.filters else say("answer.noun_of", desk.language, whole=ask.terms[0].text, noun=noun)
                best = Population(members, noun, place.name, table.table.title, table.table.page)
    return best


def _entity_of(ask: Ask) -> str | None:
    if ask.secret is not None or any(t.concept == "project_expenditure" or t.text in _FUNDS_LISTED for t in ask.terms):
        return "project"
    return None


def _by_subject(desk: Desk, ask: Ask, place: Place, holdings: list[Holding]) -> Population | None:
    """The subjects that project money is spent on, where no project is listed: a final account prints it by subject."""
    if ask.secret is not None or not (ask.operation in RANKS or ask.operation is Operation.LIST):
        return None
    found = subjects(desk, replace(ask, entity="function", level=ask.level or _ITEM_LEVEL), place, holdings)
    return found if found is not None and len(found.members) > 1 else None


def project_tables(holding: Holding) -> list[TableView]:
    """The tables that list projects one by one, the fullest first."""
    found = []
    for table in holding.tables:
        rows = [r for r in table.rows if r.cells]
        coded = sum(r.row.code_scheme == "project" for r in rows)
        titled = PROJECT_TABLES.search(table.key) and not _NOT_PROJECTS.search(table.key)
        subjects = sum(holding.is_subject(r) for r in rows)
        # Pay and running costs are coded as projects are.
        running = "基本支出" in table.key and "项目支出" not in table.key
        costs = table.table.kind == COSTS  # what the money of one project is for
        if rows and not costs and (titled or (coded and not running)) and subjects * 2 < len(rows):
            found.append((-len(leaves(table)), table.table.ordinal, table))
    found.sort(key=lambda item: item[:2])
    return [table for _, _, table in found]


def _projects(desk: Desk, ask: Ask, place: Place, holdings: list[Holding]) -> Population | None:
    best: Population | None = None
    for holding in holdings:
        tables = project_tables(holding)
        if ask.scope.own_level and not place.unit:  # a list that does not say whose its projects are tells no level
            tables = [t for t in tables if any(r.body for r in t.rows)] or tables
        for table in tables:
            terms = tuple(t for t in ask.terms if t.concept != "project_expenditure")
            members = members_of(ask, holding, table, projects_listed(table), terms, place)
            if members is None:  # what is said of single amounts of a project, their subject
                members = members_of(ask, holding, table, leaves(table), terms, place)
            if members is None:
                continue
            if best is None or len(members) > len(best.members):
                noun = say("answer.noun_project", desk.language)
                best = Population(members, noun, place.unit or place.name, table.table.title, table.table.page)
    forms = _in_forms(desk, ask, place, holdings)
    if forms is None or (best is not None and "项目" in best.table and len(best.members) >= len(forms.members)):
        return best
    return forms if best is None or "项目" not in best.table or len(forms.members) > len(best.members) else best


def _in_forms(desk: Desk, ask: Ask, place: Place, holdings: list[Holding]) -> Population | None:
    """The projects that have a form each and stand in no list together; None where there are not several."""
    terms = tuple(t for t in ask.terms if t.concept != "project_expenditure")
    forms = _forms_of(holdings)
    kept = [members_of(ask, holding, table, table.rows, terms, place) for holding, table in forms]
    members = [member for of_one in kept for member in of_one or []]
    bounded = bool(ask.filters or ask.without) and not ask.excluded and all(of_one is not None for of_one in kept)
    if len(forms) < _SEVERAL or not (members or bounded):
        return None
    noun, (_, table) = say("answer.noun_project", desk.language), forms[0]
    first = members[0].candidate if members else None
    table = first.table if first is not None and first.table is not None else table
    page = first.figure.page if first is not None else table.table.page
    return Population(members, noun, place.unit or place.name, table.table.title, page)


def members_of(
    ask: Ask, holding: Holding, table: TableView, rows: list[RowView], terms: tuple[Term, ...], place: Place
) -> list[Member] | None:
    """Those rows of a table that the terms and conditions keep; None where a term fits nothing at all."""
    years = ask.scope.years if len(ask.scope.years) == 1 else (holding.document.year,)
    stages = ask.scope.stages or (holding.document.stage.value,)
    columns, kept_terms = _column(table, terms, years[0], stages, bool(ask.scope.stages))
    if columns is None:
        return None
    # 有几个项目用了上年结转: those that print an amount in that column.
    holds = len(kept_terms) < len(terms) and not ask.filters and ask.operation in (Operation.COUNT, Operation.LIST)
    fits: list[list[RowView]] = []
    for term in kept_terms:
        fit = [r for r in rows if row_fits(term, r, short_texts(holding, r))]
        if term.kind == "name" and len(fit) == len(rows) and term.text in bare(holding.document.department or ""):
            fit = [r for r in rows if term.text in r.key] or fit  # 审计项目 of an audit office: every row is its own
        elif term.kind == "name" and not _HOUSE.search(term.text):  # 消防 of names, not all of 森林消防支队
            fit = [r for r in fit if term.text in r.key] or fit
        if not fit and not _in_title(term, table):
            return None
        fits.append(fit or rows)
    members = []
    excluded: list[RowView] = []
    for term in ask.excluded:
        left_out = _left_out(term, holding, rows, place)
        if not left_out:
            return None  # what is to be left out stands nowhere here
        excluded += left_out
    for row in rows:
        if any(row not in fit for fit in fits) or row in excluded:
            continue
        if place.unit and not (row.body and bare(row.body) == place.unit) and place.unit not in row.parents:
            continue
        if ask.scope.own_level and not place.unit and _of_another(row, place.key):  # a unit has no level but its own
            continue
        if ask.secret is not None and row.row.is_secret is not ask.secret:
            continue
        figure = next((f for i, f in row.cells if i == columns), None)
        if figure is None:
            continue
        candidate = Candidate(figure, holding, table, row, table.columns[columns], 0.0)
        if holds and not candidate.base:
            continue
        if meets(candidate, ask) and columns_meet(ask, table, row):
            members.append(Member(candidate, row.row.label))
    return members


_HOUSE = re.compile(r"(?:中心|监狱|医院|学校|分局|支队|大队|院|所|站|馆|校|队)$")


def _left_out(term: Term, holding: Holding, rows: list[RowView], place: Place) -> list[RowView]:
    """The rows that a thing left out means; a kind of unit (不算下属中心) means the units' rows, not what names one."""
    if term.text == OWN_LEVEL:
        return [r for r in rows if r.body and bare(read_body(r.body).name) == place.key]
    if _HOUSE.search(term.text) and not is_name_condition(term):
        of_units = [
            r
            for r in rows
            if any(bare(n).endswith(term.text) for n in (r.body or "", *r.parents, *short_texts(holding, r)))
        ]
        if of_units:
            return of_units
    fit = [r for r in rows if row_fits(term, r, short_texts(holding, r))]
    return [r for r in fit if term.text in r.key] or fit  # 不含防汛 is of names, not of all that 防汛中心 has


def _of_another(row: RowView, department: str) -> bool:
    """Whether a row is a unit's, not of the department's own office; its total may stand over the units too."""
    body = row.body or ""
    if not body or bare(read_body(body).name) == department:
        return False
    return bare(body) in row.parents or department not in row.parents


def _in_title(term: Term, table: TableView) -> bool:
    return term.text in table.key or bool(term.concept and term.concept in table.concepts)


def _column(
    table: TableView, terms: tuple[Term, ...], year: int | None, stages: tuple[str, ...], asked: bool
) -> tuple[int | None, tuple[Term, ...]]:
    """The column the terms name (a funding source), else the year's total column; and the terms that are left.

    A list of a final account prints its budgets first: of columns of several stages only those asked for are meant.
    """
    left = list(terms)
    at_stage = {at: f.stage.value for r in table.rows for at, f in r.cells if f.relation is Relation.AMOUNT}
    said = {at for at, stage in at_stage.items() if stage in stages}
    if asked and at_stage and not said:
        return None, terms
    fits = said or set(at_stage) or set(range(len(table.columns)))
    named = [i for i, c in enumerate(table.columns) for t in terms if t.concept and t.concept in c.concepts]
    named = [i for i in named if i in fits] or named
    if named:
        first = min(named, key=lambda i: (len(table.columns[i].keys), i))
        left = [t for t in terms if not (t.concept and t.concept in table.columns[first].concepts)]
        return first, tuple(left)
    totals = [i for i, c in enumerate(table.columns) if c.is_total and i in fits]
    of_year = {at for r in table.rows for at, f in r.cells if f.year == year}
    totals = [i for i in totals if i in of_year] or totals
    if totals:
        return min(
            totals, key=lambda i: (len(narrowing(table.columns[i].concepts)), len(table.columns[i].keys), i)
        ), terms
    filled = [i for i in sorted(fits) if any(i == at for r in table.rows for at, f in r.cells if f.amount)]
    return (filled[0] if filled else None), terms


def _of_listed_projects(desk: Desk, ask: Ask, period: Period, keys: dict[str, str]) -> list[Member]:
    """The units by the money of the projects that a complete list gives each."""
    tables = [(h, t) for d in period.documents for h in [desk.library.holding(d.id)] for t in project_tables(h)]
    listed = units_by_projects(desk, ask, tables, keys, lambda t: _column(t, (), period.year, (), False)[0])
    forms = [] if listed else _forms_of([desk.library.holding(d.id) for d in period.documents])
    if len(forms) < _SEVERAL:
        return listed
    return units_by_forms(desk, ask, forms, keys, lambda t: _column(t, (), period.year, (), False)[0])


def _forms_of(holdings: list[Holding]) -> list[tuple[Holding, TableView]]:
    """The forms of one project each, with what holds them."""
    return [(h, t) for h in holdings for t in h.tables if t.table.kind in _FORMS and len(t.rows) == 1]


def as_found(desk: Desk, ask: Ask, member: Member) -> Found:
    """A member as a line of a list or a figure."""
    if member.parts:
        return added_up(desk, ask, member)
    if member.candidate.figure.amount is None:
        return Found(member.label, None, "", [source_of(member.candidate.figure, member.candidate.holding)])
    found = found_of(desk, ask, member.candidate)
    found.label = member.label
    if (by := member.chosen_by) is not None:
        found.sources = [*found.sources, source_of(by.figure, by.holding)]
    return found
