"""Sums inside one table: children to their parent, columns to their total column.

A rule is applied only where the table itself shows that it holds: most of its lines must agree before one that does not
is called wrong. So a list of 其中 parts, or a tree read wrongly, raises no false alarm.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.checks.book import Book, Column
from ingest.checks.compare import base_of, sum_finding
from ingest.records.document import Row, RowRole, Table
from ingest.records.figure import Figure, Relation
from ingest.records.finding import Finding, Verdict
from ingest.wording.glyphs import bare

_TOTALS = ("合计", "小计", "总计", "总额", "金额合计", "本年合计")
_NEAR = Decimal("0.3")  # a slip is near the truth; farther off, the parts are not the whole's parts


def children_sums(book: Book, document_id: str) -> Iterator[Finding]:
    """Children to their parent, column by column."""
    for table in book.tables:
        drafts = [draft for row in book.rows_of[table.id] for draft in _of_parent(book, document_id, row)]
        yield from _shown_by_most(drafts)


def _of_parent(book: Book, document_id: str, parent: Row) -> list[tuple[Finding, Figure]]:
    children = [c for c in book.children_of.get(parent.id, ()) if c.role is not RowRole.NOTE]
    if not children or all(c.role is RowRole.OF_WHICH for c in children):
        return []
    found = []
    for column, whole in book.amounts(parent):
        parts = [cell for c in children if (cell := book.cells_of.get(c.id, {}).get(column)) is not None]
        if not any(p.amount is not None for p in parts) or (not base_of(whole) and not any(map(base_of, parts))):
            continue
        if any(c.role is RowRole.OF_WHICH for c in children) and sum(map(base_of, parts)) != base_of(whole):
            continue  # 其中 lists need not be complete
        found.append((sum_finding("check.children_sum", document_id, whole, parts), whole))
    return found


def _shown_by_most(drafts: Sequence[tuple[Finding, Figure]]) -> Iterator[Finding]:
    good = [f for f, _ in drafts if f.verdict is not Verdict.FAILS]
    rows_good = {whole.row_id for f, whole in drafts if f.verdict is not Verdict.FAILS}
    shown = len(good) * 3 >= len(drafts) * 2
    for finding, whole in drafts:
        likely = shown and (whole.row_id in rows_good or _is_near(finding))
        if finding.verdict is not Verdict.FAILS or likely:
            yield finding


def _is_near(finding: Finding) -> bool:
    expected, found = Decimal(finding.expected), Decimal(finding.found)
    return abs(expected - found) <= _NEAR * max(abs(expected), abs(found))


def column_sums(book: Book, document_id: str) -> Iterator[Finding]:
    """Columns to the total column they stand under: 合计 = 基本支出 + 项目支出 …, 总计 = 财政拨款 + 其他资金 …"""
    for table in book.tables:
        for whole, parts in _column_groups(table, book):
            yield from _of_columns(book, document_id, table, whole, parts)


def _of_columns(
    book: Book, document_id: str, table: Table, whole: Column, parts: Sequence[Column]
) -> Iterator[Finding]:
    drafts = []
    for row in book.rows_of[table.id]:
        cells = book.cells_of.get(row.id, {})
        total = cells.get(whole)
        addends = [cells[part] for part in parts if part in cells]
        if total is None or total.amount is None or not any(a.amount is not None for a in addends):
            continue
        if base_of(total) or any(map(base_of, addends)):
            drafts.append(sum_finding("check.column_sum", document_id, total, addends))
    good = sum(d.verdict is not Verdict.FAILS for d in drafts)
    # Two lines that agree show the rule; a lone line may show a column that is no part.
    if (good >= 2 and good * 5 >= len(drafts) * 4) or good == len(drafts) == 1:
        yield from drafts


def _column_groups(table: Table, book: Book) -> Iterator[tuple[Column, list[Column]]]:
    """Every total column with the columns beside and below it, by the header's tree."""
    columns = _amount_columns(table, book)
    prefixes = {column[:i] for column in columns for i in range(len(column))}
    for prefix in sorted(prefixes):
        below = [c for c in columns if c[: len(prefix)] == prefix and len(c) > len(prefix)]
        named: dict[str, list[Column]] = defaultdict(list)
        for column in below:
            named[column[len(prefix)]].append(column)
        wholes = [name for name in named if bare(name) in _TOTALS and (*prefix, name) in columns]
        if len(wholes) != 1 or len(named) < 2:
            continue
        parts = [part for name, group in named.items() if name != wholes[0] for part in _heads((*prefix, name), group)]
        if parts:
            yield (*prefix, wholes[0]), parts


def _heads(branch: Column, group: Sequence[Column]) -> list[Column]:
    """The columns that stand for one branch: itself, its own total, else what stands for each branch below it."""
    if branch in group:
        return [branch]
    deep = len(branch)
    totals = [c for c in group if len(c) == deep + 1 and bare(c[-1]) in _TOTALS]
    if totals:
        return totals[:1]
    below = dict.fromkeys(c[: deep + 1] for c in group)
    return [head for lower in below for head in _heads(lower, [c for c in group if c[: deep + 1] == lower])]


def _amount_columns(table: Table, book: Book) -> list[Column]:
    found: dict[Column, None] = {}
    for row in book.rows_of[table.id]:
        for column, figure in book.cells_of.get(row.id, {}).items():
            if figure.relation is Relation.AMOUNT:
                found.setdefault(column)
    return list(found)
