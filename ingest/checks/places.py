"""The same amount in two places: income against expenditure, table against table, table against text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.checks.book import Book
from ingest.checks.compare import base_half, base_of, pair_finding
from ingest.checks.three_public import is_within_another, part_of
from ingest.records.document import Row, RowRole, Table
from ingest.records.figure import Figure, Relation
from ingest.records.finding import Finding, Verdict
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_BALANCED = ("income_expenditure_total", "fiscal_income_expenditure")
_INCOME = ("收入总计", "收入总额", "收入总预算")
_EXPENDITURE = ("支出总计", "支出总额", "支出总预算")
_ENTRIES = (
    # (the table whose total is looked for, the side and rows of the table of both sides that may carry it)
    ("income_total", "收入", re.compile(r"^(?:本年)?收入(?:合计|总计|总额)$")),
    ("expenditure_total", "支出", re.compile(r"^(?:本年)?支出(?:合计|总计|总额)$")),
)
_OF_A_SIDE = ("总计", "总额", "收支总计")
_HALVES = ("general_public_basic", "general_public_project")  # no line of a subject stands whole in these
_CLASSES = re.compile("工资福利|商品和服务|对个人和家庭")  # a table of one of them breaks down a part alone
_CARRIED = re.compile(r"[一二三四五六七八九十]*(?:上年|以前年度|历年|年初|财政拨款)?(?:财政拨款|预算)?(?:结转|结余)")
_INCOME_LABELS = re.compile(
    r"^(?:年度)?(?:部门|单位)?(?:预算)?收入(?:预算)?(?:总计|总预算|合计)?$|^(?:部门|单位)?预算收入$"
)
_EXPENDITURE_LABELS = re.compile(
    r"^(?:年度)?(?:部门|单位)?(?:预算)?支出(?:预算)?(?:总计|总预算|合计)?$|^(?:部门|单位)?预算支出$"
)


def balances(book: Book, document_id: str) -> Iterator[Finding]:
    """收入总计 = 支出总计 in the tables that print both sides."""
    for table in book.tables:
        if table.kind not in _BALANCED:
            continue
        income = _total_row(book.rows_of[table.id], "收入", _INCOME)
        expenditure = _total_row(book.rows_of[table.id], "支出", _EXPENDITURE)
        if income is None or expenditure is None:
            continue
        one, other = _leading(book, income), _leading(book, expenditure)
        if one is not None and other is not None:
            yield pair_finding("check.income_expenditure", document_id, one, other)


def _total_row(rows: Sequence[Row], side: str, labels: Sequence[str]) -> Row | None:
    named = [r for r in rows if bare(r.label) in labels and r.side in (side, None)]
    if named:
        return named[-1]
    totals = [r for r in rows if r.side == side and bare(r.label) in _OF_A_SIDE]
    return totals[-1] if len(totals) == 1 else None


def _leading(book: Book, row: Row) -> Figure | None:
    """The first amount of a row: its total column, or its only one."""
    return next((figure for _, figure in book.amounts(row)), None)


def same_totals(book: Book, document_id: str) -> Iterator[Finding]:
    """The total of the income table, and of the expenditure table, against the table that prints both sides."""
    both = next((t for t in book.tables if t.kind == "income_expenditure_total" and not t.is_nil), None)
    if both is None:
        return
    for kind, side, labels in _ENTRIES:
        candidates = [
            figure
            for row in book.rows_of[both.id]
            if (labels.match(bare(row.label)) or (row.side == side and bare(row.label) in _OF_A_SIDE))
            and (figure := _leading(book, row)) is not None
        ]
        total = _total_of_a_table(book, kind, candidates)
        if total is not None:
            yield _closest("check.same_total", document_id, total, candidates)
    yield from _basic_totals(book, document_id)


def _total_of_a_table(book: Book, kind: str, candidates: Sequence[Figure]) -> Figure | None:
    """The total of the first table of a kind that prints one of the year the candidates are of, in its first column."""
    periods = {(figure.year, figure.stage) for figure in candidates}
    for table in book.tables:
        row = next((r for r in book.rows_of[table.id] if r.role is RowRole.GRAND_TOTAL), None)
        if table.kind == kind and not table.is_nil and row is not None:
            total = next((f for _, f in book.amounts(row) if (f.year, f.stage) in periods), None)
            if total is not None:
                return total
    return None


def _basic_totals(book: Book, document_id: str) -> Iterator[Finding]:
    """The basic part of the general budget against the table that breaks it down by economic class."""
    wide = next((t for t in book.tables if t.kind == "general_public" and not t.is_nil), None)
    basics = (t for t in book.tables if t.kind == "general_public_basic" and not t.is_nil)
    deep = next((t for t in basics if len(set(_CLASSES.findall(t.title))) != 1), None)
    if wide is None or deep is None:
        return
    total = _grand_total(book, deep)
    row = next((r for r in book.rows_of[wide.id] if r.role is RowRole.GRAND_TOTAL), None)
    if total is None or row is None:
        return
    basic = [f for column, f in book.amounts(row) if "基本支出" in bare("".join(column))]
    if basic:
        yield _closest("check.same_total", document_id, total, basic)


def _grand_total(book: Book, table: Table) -> Figure | None:
    rows = [r for r in book.rows_of[table.id] if r.role is RowRole.GRAND_TOTAL]
    return _leading(book, rows[0]) if rows else None


def _closest(rule: str, document_id: str, one: Figure, others: Sequence[Figure]) -> Finding:
    """The finding with the candidate that agrees best."""
    best = min(others, key=lambda other: abs(base_of(one) - base_of(other)))
    return pair_finding(rule, document_id, one, best)


def table_and_text(book: Book, document_id: str) -> Iterator[Finding]:
    """What the sentences state against the tables: totals, 三公 and its parts, functional lines by their code."""
    carried = _carried_over(book)
    for figure in book.stated:
        if figure.relation is not Relation.AMOUNT or figure.unit.kind is not UnitKind.MONEY or figure.body is not None:
            continue
        places = _places_of(book, figure)
        if not places:
            continue
        best = min(places, key=lambda place: abs(base_of(figure) - base_of(place)))
        if figure.code and 0 < base_of(best) - base_of(figure) <= carried:
            continue  # the sentence tells what was granted for the year, the table what was carried over too
        found = pair_finding("check.table_narrative", document_id, best, figure)
        if found.verdict is Verdict.FAILS and _says_no_whole(figure, best):
            continue
        yield found


def _says_no_whole(figure: Figure, best: Figure) -> bool:
    """Whether a stated amount that disagrees need not be that cell's: rounded, or 当年支出 with no word of whose."""
    rounded = abs(base_of(figure) - base_of(best)) <= base_half(figure)
    return rounded or bare(figure.label) in ("收入", "支出")


def _carried_over(book: Book) -> Decimal:
    """The most that the document prints as carried over from the year before."""
    over = (
        base_of(figure)
        for table in book.tables
        if table.kind in (*_BALANCED, "income_total")
        for row in book.rows_of[table.id]
        for column, figure in book.amounts(row)
        if _CARRIED.match(bare(row.label)) or any(_CARRIED.match(bare(level)) for level in column)
    )
    return max(over, default=Decimal(0))


def _places_of(book: Book, figure: Figure) -> list[Figure]:
    """The cells a stated amount may repeat, of its own year and stage."""
    if figure.code:
        said = bare(figure.label)  # a project's row has the code of its subject, too
        halves = {t.id for t in book.tables if t.kind in _HALVES}
        named = [r for r in book.rows if r.code == figure.code and bare(r.label) in said and r.table_id not in halves]
        rows = _of_the_whole(named)
        found = [f for r in rows for _, f in book.amounts(r)]
    elif figure.role is RowRole.OF_WHICH and part_of(figure.label) is None:
        return []
    elif (part := part_of(figure.label)) is not None:
        found = [] if is_within_another(figure) else _three_public_cells(book, part)
    else:
        found = _totals_named(book, bare(figure.label))
    return [f for f in found if (f.year, f.stage) == (figure.year, figure.stage)]


def _of_the_whole(rows: list[Row]) -> list[Row]:
    """The rows of one code that are no unit's part of it: those of a table that lists it under one body, or none."""
    bodies: dict[str, set[str | None]] = defaultdict(set)
    for row in rows:
        bodies[row.table_id].add(row.body)
    return [row for row in rows if row.body is None or len(bodies[row.table_id]) == 1]


def _three_public_cells(book: Book, part: str) -> list[Figure]:
    found = []
    for table in book.tables:
        if table.kind == "three_public":
            for row in book.rows_of[table.id]:
                for column, figure in book.amounts(row):
                    named = {part_of(row.label)} | {part_of(a, b) for b, a in zip(("", *column), column, strict=False)}
                    if part in named:
                        found.append(figure)
    return found


def _totals_named(book: Book, label: str) -> list[Figure]:
    kinds: tuple[str, ...] = ()
    if _INCOME_LABELS.match(label):
        kinds, wanted = ("income_expenditure_total", "income_total"), "收入"
    elif _EXPENDITURE_LABELS.match(label):
        kinds, wanted = ("income_expenditure_total", "expenditure_total"), "支出"
    found = []
    for table in book.tables:
        for row in book.rows_of[table.id] if table.kind in kinds else ():
            total = row.role is RowRole.GRAND_TOTAL or re.search(r"总计|合计|总额", row.label)
            if total and (table.kind != "income_expenditure_total" or row.side in (wanted, None)):
                found += [f for _, f in book.amounts(row)]
    return found
