"""Rows that are the years, stages and rates of an item: 预算数, 决算数, 完成% beside a name that stands over the three.

Seen in tables of several years (近三年预算执行情况表) and of the “三公” money year by year, mostly under one header
cell cut aslant into 项目 and 年度.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.tables.columns import Column, ColumnKind
from ingest.tables.heading import Heading
from ingest.tables.rows import DraftRow
from ingest.tables.sheet import Sheet
from ingest.tables.tree import Node, places_in_tree
from ingest.wording.glyphs import bare
from ingest.wording.periods import is_period_name

_NAMING = (ColumnKind.LABEL, ColumnKind.CODE, ColumnKind.BODY)


def with_periods(columns: list[Column], sheet: Sheet, heading: Heading) -> list[Column]:
    """The columns with those told that say row by row of which year or stage the amounts of an item are.

    Each item beside them has several, no two alike; without an item beside, no two rows are: 2024年 over 预算 and 决算.
    """
    rows = range(heading.body, sheet.rows)
    told = [c for c in columns if c.kind is ColumnKind.LABEL and _tells_periods(sheet, rows, c)]
    if not told or not any(c.kind is ColumnKind.AMOUNT for c in columns):
        return columns
    names = [c for c in columns if c.kind in _NAMING and c not in told]
    items: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    name: tuple[str, ...] = ()
    for row in rows:
        own = _words(sheet, row, names)
        name = own if any(own) else name  # printed once, above its rows
        if any(period := _words(sheet, row, told)):
            items.setdefault(name, []).append(period)
    several = [periods for periods in items.values() if 1 < len(periods) == len(set(periods))]
    if len(several) * 2 <= len(items):
        return columns
    return [replace(c, kind=ColumnKind.PERIOD) if c in told else c for c in columns]


def _tells_periods(sheet: Sheet, rows: range, column: Column) -> bool:
    said = {word for row in rows if (word := _words(sheet, row, [column])[0])}
    return len(said) > 1 and all(map(is_period_name, said))


def _words(sheet: Sheet, row: int, columns: list[Column]) -> tuple[str, ...]:
    cells = (sheet.at(row, column.place) for column in columns)
    return tuple("" if cell is None else bare(cell.text) for cell in cells)


def name_rows(drafts: Sequence[DraftRow], columns: Sequence[Column]) -> None:
    """Give the rows below a name that is printed once, on the first of its rows, that name."""
    periods = {c.place for c in columns if c.kind is ColumnKind.PERIOD}
    if not periods or not any(c.kind in _NAMING for c in columns):
        return
    last: DraftRow | None = None
    seen: set[str | None] = set()
    for draft in drafts:
        if draft.label_cell is None or draft.label_cell.column not in periods:
            last, seen = draft, {draft.period}
        elif last is not None and draft.period not in seen:
            draft.label, draft.printed_label, draft.label_cell = last.label, last.printed_label, last.label_cell
            draft.code, draft.scheme, draft.parts = last.code, last.scheme, last.parts
            draft.of_which, draft.enumerator, draft.indent = last.of_which, last.enumerator, last.indent
            seen.add(draft.period)


def nodes_by_period(
    drafts: list[DraftRow], columns: Sequence[Column], amounts: list[int], department: str | None
) -> list[Node]:
    """The place in the tree of every row; the rows of one period make a tree, those of two add up to nothing.

    Rows of another period take the places of the same names in the first.
    """
    periods = {c.place for c in columns if c.kind is ColumnKind.PERIOD}
    named = all(draft.label_cell is not None and draft.label_cell.column not in periods for draft in drafts)
    groups: dict[str | None, list[int]] = {}
    for i, draft in enumerate(drafts):
        groups.setdefault(draft.period, []).append(i)
    if not periods or not named or len(groups) < 2:
        return places_in_tree(drafts, amounts, department)
    nodes: dict[int, Node] = {}
    first: tuple[list[str], list[Node]] | None = None
    for own in groups.values():
        names = [drafts[i].label for i in own]
        if first is None or first[0] != names:
            placed = places_in_tree([drafts[i] for i in own], amounts, department)
            first = first or (names, placed)
        else:
            placed = [replace(node) for node in first[1]]
        for i, node in zip(own, placed, strict=True):
            nodes[i] = replace(node, parent=None if node.parent is None else own[node.parent])
    return [nodes[i] for i in range(len(drafts))]
