"""The parts of a printed line or table: 三公经费里哪一项最高, 住房改革支出包括哪些, 公用经费的前五项."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache, partial

from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import looked_up
from assistant.computing.rows.members import Member, Population, meets
from assistant.computing.rows.subjects import subjects, too_few
from assistant.computing.rows.told_parts import told_parts
from assistant.finding.holdings import Holding, RowView, TableView
from assistant.finding.labels import is_total_leaf
from assistant.finding.matching import label_cost
from assistant.finding.scope import Period, Place
from assistant.finding.wanted import Candidate
from assistant.lexicon import concepts, is_classified, parts_of, whole_concept
from assistant.plan import RANKS, Ask, Operation, Scope, Term, replace
from assistant.understand.names.name_parts import BEGINS, ENDS
from ingest.messages import say
from ingest.records.document import RowRole
from ingest.records.figure import Figure
from ingest.wording.codes import FUNCTIONAL
from ingest.wording.glyphs import bare
from ingest.wording.table_kinds import COSTS

_BASIC = frozenset(("basic_expenditure", "personnel", "public_use"))
_HALVES: frozenset[str | None] = frozenset(("personnel", "public_use"))  # whose lines are economic subjects
_INCOME = ("income_total", "income_this_year")
# Where money comes from, in the words every form shares (财政部 on 收入 of 部门预算).
_SOURCES = ("fiscal_income", "business_income", "operating_income", "affiliated_income", "other_income")
_SECTION_ROWS = frozenset(
    ["合计", "总计", "小计", "其他运转类", "特定目标类", "人员类", "公用经费", "运转类", "基本支出", "项目支出"]
)


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


def projects_listed(table: TableView) -> list[RowView]:
    """The projects of a list: its leaves, but the head where all that stands below it bears its name.

    Such a list prints a project's total under its name and below it its money by subject, the name again each time.
    """
    below: dict[str, set[str]] = {}
    for row in table.rows:
        if row.row.parent_id:
            below.setdefault(row.row.parent_id, set()).add(row.key)
    heads = {r.row.id for r in table.rows if r.cells and below.get(r.row.id) == {r.key}}
    single = {r.row.id for r in leaves(table) if r.row.parent_id not in heads}
    return [r for r in table.rows if r.row.id in heads or r.row.id in single]


# The one line an ask names: its document, table, row, the column of its amount and what it is called.
_Found = tuple[Holding, TableView, RowView, int, str]


def of_basic(ask: Ask) -> bool:
    """Whether the parts of a set are economic lines by definition: 人员经费, 公用经费 (财政部 on 基本支出)."""
    named = [t.concept for t in ask.terms if t.concept != "expenditure_total"]
    return bool(named) and all(concept in _BASIC for concept in named)


def parts_of_line(desk: Desk, ask: Ask, place: Place, period: Period, holdings: Sequence[Holding]) -> Population | None:
    """What a line is made of, without what is left out of it: 三公经费除了公务接待费还有什么."""
    parts = _all_parts(desk, ask, place, period, holdings)
    if parts is None or not ask.excluded:
        return parts
    kept = [m for m in parts.members if not any(_is_called(m, term) for term in ask.excluded)]
    return replace(parts, members=kept) if kept else None


def _of_income(ask: Ask) -> bool:
    """Whether the parts of what a body takes in are asked for: where it comes from, and not what it is spent on."""
    return bool(ask.terms) and all(t.concept in _INCOME for t in ask.terms)


def of_class(ask: Ask) -> bool:
    """Whether the parts of one class of a classification are asked for, which its own codes tell: 商品和服务支出."""
    concept = ask.terms[0].concept if len(ask.terms) == 1 else None
    return concept is not None and is_classified(concept)


def _is_called(member: Member, term: Term) -> bool:
    """Whether a part is what a term names."""
    key = bare(member.label)
    return label_cost(term, key) is not None or (len(term.text) > 1 and term.text in key)


def _all_parts(desk: Desk, ask: Ask, place: Place, period: Period, holdings: Sequence[Holding]) -> Population | None:
    """What a line is made of: its parts by definition, the rows below it, its subjects, the columns beside it."""
    if any(t.kind in (BEGINS, ENDS) for t in ask.terms):
        return None  # 名称以“审计”开头的条目: of rows, no line and its parts
    line = cache(partial(_line, desk, ask, place, period))
    parts = known_parts(desk, ask, place, period) or children(desk, ask, place, line)
    if parts is None or len(parts.members) < 2 or too_few(ask, parts.members):
        # 住房保障支出 in a table of totals stands with nothing below it.
        below = None if _of_income(ask) else subjects(desk, ask, place, holdings, below_only=True)
        below = below or columns_beside(desk, ask, place, line)
        lower = below is not None and parts is not None and len(below.members) >= len(parts.members)
        single = lower and below is not None and len(below.members) == 1 and "项" not in ask.words
        parts = below if parts is None or (lower and not single) else parts
        listed = ask.operation in RANKS or ask.operation is Operation.LIST
        parts = parts or (_told(desk, ask, place, period) if listed else None) or _sources(desk, ask, place, period)
    if parts is None and ask.operation in RANKS and of_class(ask):
        return subjects(desk, replace(ask, entity="subject"), place, holdings)
    named = [t.concept for t in ask.terms if t.text != "基本支出"]
    halves = bool(named) and (bool(ask.filters) or ask.operation is Operation.LIST) and _HALVES.issuperset(named)
    ranked = ask.operation in RANKS and not ask.filters
    if halves or (ranked and (of_basic(ask) or (parts and too_few(ask, parts.members)))):
        lines = subjects(desk, replace(ask, entity="economic"), place, holdings)
        return lines if lines is not None and not too_few(ask, lines.members) else parts
    return parts


def known_parts(desk: Desk, ask: Ask, place: Place, period: Period) -> Population | None:
    """The parts that a thing has by definition, each looked up: 三公经费, 政府采购; None where they are not found."""
    wholes = [t for t in ask.terms if t.concept and parts_of(t.concept)]
    if len(wholes) != 1:
        return None
    return _looked_up(desk, ask, place, period, wholes, parts_of(wholes[0].concept or ""))


def _looked_up(
    desk: Desk, ask: Ask, place: Place, period: Period, wholes: list[Term], concepts_of: Sequence[str]
) -> Population | None:
    """These parts of a whole, each looked up by itself; None where one of them is not one figure."""
    rest = tuple(t for t in ask.terms if t not in wholes)
    members, table, page = [], "", 0
    for concept in concepts_of:
        name = concepts()[concept].words[0]
        terms = (Term(name, "concept", concept), *rest)
        one = replace(ask, operation=Operation.LOOKUP, terms=terms, filters=(), scope=_here(ask, place, period))
        choice = next((s.choice for s in sights_of(desk, one)), None)
        found = choice.best or choice.blank if choice is not None else None
        if choice is None or choice.options:
            return None
        if found is not None and meets(found, ask):
            members.append(Member(found, _as_printed(found, concept) or name))
            table, page = found.table.table.title if found.table else "", found.figure.page
    noun = say("answer.noun_part", desk.language, whole=wholes[0].text)
    return Population(members, noun, place.name, table, page) if len(members) > 1 or ask.filters else None


def _sources(desk: Desk, ask: Ask, place: Place, period: Period) -> Population | None:
    """What a body takes in by where it comes from; None where these do not come to all of it."""
    whole = _figure(desk, ask, place, period) if _of_income(ask) else None
    made = _looked_up(desk, replace(ask, filters=()), place, period, list(ask.terms), _SOURCES) if whole else None
    if whole is None or whole.amount is None or made is None:
        return None
    amounts = (m.candidate.figure.amount for m in made.members)
    if sum((a.base for a in amounts if a is not None), Decimal(0)) != whole.amount.base:
        return None
    return replace(made, members=[m for m in made.members if meets(m.candidate, ask)])


def _as_printed(found: Candidate, concept: str) -> str | None:
    """What the form calls a part that it prints as a row or a column: 公务用车购置及运行费."""
    printed = (found.figure.label, *reversed(found.figure.column))
    return next((text for text in printed if whole_concept(bare(text)) == concept), None)


def _here(ask: Ask, place: Place, period: Period) -> Scope:
    return replace(
        ask.scope,
        departments=((place.unit or place.key,),),
        said=(place.name,),
        years=(period.year,) if period.year else (),
        relative_years=(),
    )


_FLOWS = "收入(?:包括|由|来)|来源"  # where money comes from: a form's line that is left blank brings none
_SUMS = ("合计", "总计", "小计")


def _below(table: TableView, row: RowView) -> list[RowView]:
    """The rows that a subtotal adds up, as parts beside its neighbours; a row alone below it only heads them."""
    inner = [r for r in table.rows if r.row.parent_id == row.row.id and r.cells and r.row.side == row.row.side]
    return _below(table, inner[0]) if len(inner) == 1 else [r for r in inner if not r.key.endswith(_SUMS)]


def _costs_of(holding: Holding, row: RowView) -> tuple[TableView, int] | None:
    """The table of what a project's money is for, of its form, and the column of the amounts."""
    named = (t for t in holding.tables if t.table.kind == COSTS and bare(t.table.title).endswith(row.key))
    table = next((t for t in named if row.key and t.rows), None)
    columns = [i for i, view in enumerate(table.columns) if view.keys and is_total_leaf(view.keys[-1])] if table else []
    return (table, columns[-1]) if table is not None and columns else None


def children(desk: Desk, ask: Ask, place: Place, found: Callable[[], _Found | None]) -> Population | None:
    """The rows below the line an ask names; None where it names no one line or nothing stands below it."""
    line = found()
    if line is None:
        return None
    holding, table, row, column, label = line
    costs = _costs_of(holding, row)
    table, column = costs or (table, column)
    below = [r for r in table.rows if r.row.parent_id == row.row.id and r.cells]
    children = leaves(table) if costs is not None else below
    if len(children) == 1:
        children = _below(table, row) or children  # the one buyer of what is bought, the one class, is all of it
    if not children and row.is_total:
        inner = {r.row.parent_id for r in table.rows if r.cells}
        first = [r for r in table.rows if r.cells and not r.is_total and r.row.level <= 1]
        # A row with rows under it is a subtotal, no part beside the others.
        children = leaves(table) if not first or any(r.row.id in inner for r in first) else first
    children = [r for r in children if r.row.side == row.row.side]
    if _of_income(ask) and any(r.row.code_scheme == FUNCTIONAL for r in children):
        return None  # a table of income by what it is spent on
    children = [inner for r in children for inner in (_below(table, r) if r.key.endswith(_SUMS) else [r])]
    members = []
    flows = re.search(_FLOWS, ask.words) is not None
    for child in children:
        cell = next((f for i, f in child.cells if i == column), None)
        if cell is not None:
            candidate = Candidate(cell, holding, table, child, table.columns[column], 0.0)
            if meets(candidate, ask) and not (flows and cell.amount is None):
                members.append(Member(candidate, child.row.label))
    noun = say("answer.noun_part", desk.language, whole=label)
    return Population(members, noun, place.name, table.table.title, table.table.page) if members else None


def columns_beside(desk: Desk, ask: Ask, place: Place, found: Callable[[], _Found | None]) -> Population | None:
    """The columns that the line an ask names is divided into; None where they do not come to it.

    The other half of a table of two sides is no part of a line.
    """
    line = found()
    if line is None:
        return None
    holding, table, row, column, label = line
    figure = dict(row.cells)[column]
    same = _kind_of(figure)  # last year's amount and the change come to this year's and are no parts of it
    parts = [
        (i, f) for i, f in row.cells if not table.columns[i].is_total and f.amount is not None and _kind_of(f) == same
    ]
    beside = sum((f.amount.base for _, f in parts if f.amount is not None), Decimal(0))
    if len(parts) < 2 or figure.amount is None or beside != figure.amount.base:
        return None
    cells = [(i, Candidate(f, holding, table, row, table.columns[i], 0.0)) for i, f in parts]
    members = [Member(cell, table.columns[i].path[-1]) for i, cell in cells if meets(cell, ask)]
    noun = say("answer.noun_part", desk.language, whole=label)
    return Population(members, noun, place.name, table.table.title, table.table.page)


def _kind_of(figure: Figure) -> tuple[object, ...]:
    """What figures that are parts of one another have in common."""
    return figure.relation, figure.year, figure.stage


def _told(desk: Desk, ask: Ask, place: Place, period: Period) -> Population | None:
    """The parts of a line that no table prints, as the sentence that states it tells them."""
    figure = _figure(desk, ask, place, period)
    if figure is None or figure.passage_id is None:
        return None
    return told_parts(desk.language, ask, place, desk.library.holding(figure.document_id), figure)


def _figure(desk: Desk, ask: Ask, place: Place, period: Period) -> Figure | None:
    """The one figure of the line that an ask names."""
    if not ask.terms:
        return None
    one = looked_up(desk, replace(ask, operation=Operation.LOOKUP, filters=(), scope=_here(ask, place, period)))
    return one.found[0].figure if one.kind == "figures" and one.found else None


def _line(desk: Desk, ask: Ask, place: Place, period: Period) -> _Found | None:
    """The one line an ask names: its document, table, row, the column of its amount and what it is called."""
    if not ask.terms:
        return None
    one = looked_up(desk, replace(ask, operation=Operation.LOOKUP, filters=(), scope=_here(ask, place, period)))
    figure = one.found[0].figure if one.kind == "figures" and one.found else None
    if figure is None or figure.row_id is None:
        return None
    holding = desk.library.holding(figure.document_id)
    table = holding.table_of(figure)
    row = holding.rows.get(figure.row_id)
    if table is None or row is None:
        return None
    column = next((i for i, f in row.cells if f.id == figure.id), None)
    return None if column is None else (holding, table, row, column, one.found[0].label)
