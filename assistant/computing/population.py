"""The rows a set question runs over: projects, units, subjects, departments; never a total with its parts."""

import re

from assistant.computing.looking import Desk, documents_with
from assistant.computing.lookup import found_of, looked_up
from assistant.computing.members import Member, Population, meets, passes
from assistant.computing.subjects import columns_meet, is_of_subjects, subjects
from assistant.finding.evidence import Found
from assistant.finding.holdings import Holding, RowView, TableView
from assistant.finding.matching import label_cost
from assistant.finding.scope import Period, Place, periods_of, places_of
from assistant.finding.select import Candidate, Wanted, candidates
from assistant.lexicon import concepts, narrowing
from assistant.plan import Ask, Operation, Term, replace
from ingest.messages import say
from ingest.records.document import RowRole
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body

_PROJECTS = re.compile(r"项目支出|绩效目标|项目.{0,6}(?:预算|明细|情况)?表|专项")
_NOT_PROJECTS = re.compile(r"经济分类|功能分类|经济科目|功能科目|基本支出|整体绩效|收支|自评")
_SECTION_ROWS = frozenset(
    ["合计", "总计", "小计", "其他运转类", "特定目标类", "人员类", "公用经费", "运转类", "基本支出", "项目支出"]
)


def population(desk: Desk, ask: Ask) -> list[Population]:
    """The sets an ask runs over, one a place and year; several departments where none is named."""
    found: list[Population] = []
    for options in places_of(desk.library, ask.scope, desk.units):
        for place in options:
            for period in periods_of(place, ask.scope):
                made = _of_period(desk, ask, place, period)
                if made is not None and made.members:
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
    if entity == "project":
        return _projects(desk, ask, place, holdings)
    if entity == "unit":
        return _units(desk, ask, place, period)
    if is_of_subjects(ask):
        return subjects(desk, ask, place, holdings)
    children = _children(desk, ask, place, period)
    if children is not None and len(children.members) < 2 and ask.operation in _RANKS and not ask.filters:
        return subjects(desk, replace(ask, entity="economic"), place, holdings)  # one line is no ranking
    return children or subjects(desk, ask, place, holdings, below_only=True)


_RANKS = (Operation.TOP, Operation.BOTTOM, Operation.NTH, Operation.NTH_LAST, Operation.MAX, Operation.MIN)


def _entity_of(ask: Ask) -> str | None:
    if ask.secret is not None or any(t.concept == "project_expenditure" for t in ask.terms):
        return "project"
    return None


def project_tables(holding: Holding) -> list[TableView]:
    """The tables that list projects one by one, the fullest first."""
    found = []
    names = _subject_names(holding)
    for table in holding.tables:
        rows = [r for r in table.rows if r.cells]
        coded = sum(r.row.code_scheme == "project" for r in rows)
        titled = _PROJECTS.search(table.key) and not _NOT_PROJECTS.search(table.key)
        subjects = sum(_is_subject(r, names) for r in rows)
        if rows and (titled or coded) and subjects * 2 < len(rows):
            found.append((-len(leaves(table)), table.table.ordinal, table))
    found.sort(key=lambda item: item[:2])
    return [table for _, _, table in found]


_SUBJECTS = ("functional", "department_economic", "government_economic")


def _subject_names(holding: Holding) -> frozenset[tuple[str, str]]:
    """The codes of a document with the names they bear outside the tables of projects."""
    return frozenset(
        (row.row.code, row.key)
        for table in holding.tables
        if not _PROJECTS.search(table.key)
        for row in table.rows
        if row.row.code and row.row.code_scheme in _SUBJECTS
    )


def _is_subject(row: RowView, names: frozenset[tuple[str, str]]) -> bool:
    """Whether a row is a subject; a project printed beside the code of its subject bears another name."""
    return row.row.code_scheme in _SUBJECTS and (not names or (row.row.code or "", row.key) in names)


def leaves(table: TableView) -> list[RowView]:
    """The rows of a table that may be added up: items, without totals and without the rows that head them."""
    parents = {row.row.parent_id for row in table.rows if row.cells and row.row.parent_id}
    return [
        r
        for r in table.rows
        if r.cells
        and r.row.role is RowRole.ITEM
        and not r.is_total
        and r.row.id not in parents
        and r.key not in _SECTION_ROWS
    ]


def _projects(desk: Desk, ask: Ask, place: Place, holdings: list[Holding]) -> Population | None:
    best: Population | None = None
    for holding in holdings:
        for table in project_tables(holding):
            rows = leaves(table)
            terms = tuple(t for t in ask.terms if t.concept != "project_expenditure")
            members = _members(desk, ask, holding, table, rows, terms, place)
            if members is None:
                continue
            if best is None or len(members) > len(best.members):
                noun = say("answer.noun_project", desk.language)
                best = Population(members, noun, place.name, table.table.title, table.table.page)
    return best


def _members(
    desk: Desk, ask: Ask, holding: Holding, table: TableView, rows: list[RowView], terms: tuple[Term, ...], place: Place
) -> list[Member] | None:
    """Those rows of a table that the terms and conditions keep; None where a term fits nothing at all."""
    columns, kept_terms = _column(table, terms)
    if columns is None:
        return None
    fits: list[list[RowView]] = []
    for term in kept_terms:
        fit = [r for r in rows if _row_fits(term, r, _short_texts(holding, r))]
        if not fit and not _in_title(term, table):
            return None
        fits.append(fit or rows)
    members = []
    excluded = [r for term in ask.excluded for r in rows if _row_fits(term, r)]
    for row in rows:
        if any(row not in fit for fit in fits) or row in excluded:
            continue
        if place.unit and not (row.body and bare(row.body) == place.unit) and place.unit not in row.parents:
            continue
        if ask.scope.own_level and row.body and bare(row.body) != place.key and place.key not in row.parents:
            continue
        if ask.secret is not None and row.row.is_secret is not ask.secret:
            continue
        figure = next((f for i, f in row.cells if i == columns), None)
        if figure is None:
            continue
        candidate = Candidate(figure, holding, table, row, table.columns[columns], 0.0)
        if meets(candidate, ask) and columns_meet(ask, table, row):
            members.append(Member(candidate, row.row.label))
    return members


def _short_texts(holding: Holding, row: RowView) -> tuple[str, ...]:
    """The words in a row's other cells: its category, its unit."""
    return tuple(t.text for t in holding.texts.get(row.row.id, []) if len(t.text) <= 16)


def _row_fits(term: Term, row: RowView, texts: tuple[str, ...] = ()) -> bool:
    if term.kind == "code":
        return bool(row.row.code and row.row.code.startswith(term.text)) or any(
            c.startswith(term.text) for c in row.parent_codes
        )
    keys = (row.key, *row.parents, bare(row.body or ""), *(bare(text) for text in texts))
    return any(label_cost(term, key) is not None or (len(term.text) >= 2 and term.text in key) for key in keys)


def _in_title(term: Term, table: TableView) -> bool:
    return term.text in table.key or bool(term.concept and term.concept in table.concepts)


def _column(table: TableView, terms: tuple[Term, ...]) -> tuple[int | None, tuple[Term, ...]]:
    """The column the terms name (a funding source), else the total column; and the terms that are left."""
    left = list(terms)
    named = [i for i, c in enumerate(table.columns) for t in terms if t.concept and t.concept in c.concepts]
    if named:
        first = min(named, key=lambda i: (len(table.columns[i].keys), i))
        left = [t for t in terms if not (t.concept and t.concept in table.columns[first].concepts)]
        return first, tuple(left)
    totals = [i for i, c in enumerate(table.columns) if c.is_total]
    if totals:
        return min(
            totals, key=lambda i: (len(narrowing(table.columns[i].concepts)), len(table.columns[i].keys), i)
        ), terms
    filled = [
        i for i, _ in enumerate(table.columns) if any(i == at for r in table.rows for at, f in r.cells if f.amount)
    ]
    return (filled[0] if filled else None), terms


def _units(desk: Desk, ask: Ask, place: Place, period: Period) -> Population | None:
    """The bodies of a department, each with the figure the terms name (their total where none is named)."""
    keys: dict[str, str] = {}
    for document in period.documents:
        for row in desk.library.holding(document.id).rows.values():
            if row.body:
                keys.setdefault(bare(read_body(row.body).name), row.body)
            elif row.row.role is RowRole.ITEM and not row.is_total and bare(read_body(row.row.label).name) == place.key:
                keys.setdefault(place.key, row.row.label)  # …（本级）, the department as one of its units
    terms = ask.terms
    kept = {k for k, n in keys.items() for t in terms if t.kind in ("name", "like") and t.text in k}
    if kept:  # 四所监狱: a word that only some units bear picks them
        keys = {k: n for k, n in keys.items() if k in kept}
        terms = tuple(t for t in terms if not any(t.text in k for k in kept))
    members = []
    table, page = "", 0
    for key, name in sorted(keys.items()):
        found: list[Candidate] = []
        body = f"={key}" if key == place.key else key
        for document in period.documents:
            for wish in (terms or (_total_term(ask),), () if terms else (_project_term(),)):
                wanted = Wanted(wish, (), (period.year,) if period.year else (), ask.scope.stages, frozenset({body}))
                found.extend(candidates(desk.library.holding(document.id), wanted) if wish and not found else [])
        found = [
            c
            for c in sorted(found, key=lambda c: (round(c.cost, 3), c.figure.page, c.figure.id))
            if c.figure.amount or any(f.on == "absent" for f in ask.filters)
        ]
        if found and all(passes(found[0].figure, f) for f in ask.filters):
            members.append(Member(found[0], name))
            table, page = found[0].table.table.title if found[0].table else "", found[0].figure.page
    return Population(members, say("answer.noun_unit", desk.language), place.name, table, page) if members else None


def _project_term() -> Term:
    concept = concepts()["project_expenditure"]
    return Term(concept.words[0], "concept", concept.id)


def _total_term(ask: Ask) -> Term:
    table = concepts()
    concept = "expenditure_total" if "支出" in ask.words else "income_total"
    return Term(table[concept].words[0], "concept", concept)


def _children(desk: Desk, ask: Ask, place: Place, period: Period) -> Population | None:
    """The parts of a printed line or table: 三公经费里哪一项最高, 住房改革支出包括哪些."""
    if not ask.terms:
        return None
    one = looked_up(
        desk,
        replace(
            ask,
            operation=Operation.LOOKUP,
            filters=(),
            scope=replace(
                ask.scope,
                departments=((place.unit or place.key,),),
                said=(place.name,),
                years=(period.year,) if period.year else (),
            ),
        ),
    )
    figure = one.found[0].figure if one.kind == "figures" and one.found else None
    if figure is None or figure.row_id is None:
        return None
    holding = desk.library.holding(figure.document_id)
    table = next((t for t in holding.tables if t.table.id == figure.table_id), None)
    row = holding.rows.get(figure.row_id)
    if table is None or row is None:
        return None
    column = next((i for i, f in row.cells if f.id == figure.id), 0)
    children = [r for r in table.rows if r.row.parent_id == row.row.id and r.cells]
    if not children and row.is_total:
        inner = {r.row.parent_id for r in table.rows if r.cells}
        first = [r for r in table.rows if r.cells and not r.is_total and r.row.level <= 1]
        # A row with rows under it is a subtotal, no part beside the others.
        children = leaves(table) if not first or any(r.row.id in inner for r in first) else first
    children = [r for r in children if r.row.side == row.row.side and not r.key.endswith(("合计", "总计", "小计"))]
    members = []
    for child in children:
        cell = next((f for i, f in child.cells if i == column), None)
        if cell is not None:
            candidate = Candidate(cell, holding, table, child, table.columns[column], 0.0)
            if meets(candidate, ask):
                members.append(Member(candidate, child.row.label))
    if len(members) < 2 and len(row.cells) > 2:
        parts = [(i, f) for i, f in row.cells if not table.columns[i].is_total and f.amount is not None]
        members = [
            Member(Candidate(f, holding, table, row, table.columns[i], 0.0), table.columns[i].path[-1])
            for i, f in parts
        ]
    noun = say("answer.noun_part", desk.language, whole=one.found[0].label)
    return Population(members, noun, place.name, table.table.title, table.table.page)


def as_found(desk: Desk, ask: Ask, member: Member) -> Found:
    """A member as a line of a list or a figure."""
    if member.candidate.figure.amount is None:
        from assistant.finding.evidence import source_of

        return Found(member.label, None, "", [source_of(member.candidate.figure, member.candidate.holding)])
    found = found_of(desk, ask, member.candidate)
    found.label = member.label
    return found
