"""Cells with two amounts, one above the other in brackets, as their header says: 合计 over （其中：财政拨款）."""

import re
from dataclasses import replace

from ingest.records.layout import Cell
from ingest.tables.celltext import is_amount
from ingest.tables.sheet import Sheet
from ingest.wording.glyphs import bare
from ingest.wording.units import label_unit

_BRACKETED = re.compile(r"[（(](?P<inner>[^（()）]+)[)）]")
_FEWEST = 2  # cells of two amounts in a column


def amounts_apart(sheet: Sheet) -> Sheet:
    """The sheet with a column of its own for the amounts in brackets, under the name they part of; else as it is."""
    heads = {head.column: head for head in sheet.cells if head.column_span == 1 and _name_within(head.text)}
    parted = [column for column, head in sorted(heads.items()) if _holds_two(sheet, head)]
    if not parted or sheet.broken or sheet.rests:
        return sheet
    last = max(heads[column].row + heads[column].row_span for column in parted)
    if any(heads[column].row + heads[column].row_span != last for column in parted):
        return sheet  # the names end at different rows: no header of one form
    cells = [part for cell in sheet.cells for part in _placed(cell, parted, heads, last)]
    starts = tuple(start + (start >= last) for start in sheet.page_starts)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    columns = sheet.columns + len(parted)
    return replace(sheet, rows=sheet.rows + 1, columns=columns, cells=tuple(cells), page_starts=starts, place={})


def _name_within(text: str) -> tuple[str, str] | None:
    """The two names of a header's cell, the second in brackets: 合计, 其中：财政拨款; a unit in brackets is none."""
    upper, lower = _stacked(text) or ("", "")
    named = upper and not (is_amount(upper) or is_amount(lower) or label_unit(f"（{lower}）") is not None)
    return (upper, lower) if named else None


def _two_amounts(text: str) -> tuple[str, str] | None:
    both = _stacked(text)
    return both if both is not None and all(map(is_amount, both)) else None


def _stacked(text: str) -> tuple[str, str] | None:
    """What stands in two lines of a cell, the second without its brackets."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    match = _BRACKETED.fullmatch(lines[1]) if len(lines) == 2 else None
    return (lines[0], match["inner"]) if match is not None else None


def _holds_two(sheet: Sheet, head: Cell) -> bool:
    """Whether every filled cell below a name holds two amounts; a single one or a dash may stand among several."""
    below = [c for c in sheet.cells if c.column == head.column and c.row > head.row and bare(c.text)]
    two = sum(_two_amounts(cell.text) is not None for cell in below)
    return two >= _FEWEST and all(_two_amounts(cell.text) or is_amount(cell.text) for cell in below)


def _placed(cell: Cell, parted: list[int], heads: dict[int, Cell], last: int) -> list[Cell]:
    """A cell at its place in the wider sheet, one with two names or amounts as two."""
    end = cell.column + cell.column_span
    column = cell.column + sum(other < cell.column for other in parted)
    wide = end + sum(other < end for other in parted) - column
    row = cell.row + (cell.row >= last)
    height = cell.row_span + (cell.row < last <= cell.row + cell.row_span)
    moved = replace(cell, row=row, row_span=height, column=column, column_span=wide)
    if cell.column not in parted or cell.column_span > 1:
        return [moved]
    upper, lower = _halves(cell)
    if cell is heads[cell.column]:
        first, second = _name_within(cell.text) or (cell.text, "")
        name = replace(moved, text=first, row_span=height - 1)
        under = replace(moved, row=row + height - 1, row_span=1, column_span=1)
        return [name, replace(under, text="", box=upper), replace(under, text=second, column=column + 1, box=lower)]
    if cell.row < last:
        return [moved]
    one, two = _two_amounts(cell.text) or (cell.text, "")
    single = replace(moved, column_span=1)
    return [
        replace(single, text=one, box=upper if two else cell.box),
        replace(single, text=two, column=column + 1, box=lower),
    ]


def _halves(cell: Cell) -> tuple[tuple[float, float, float, float] | None, tuple[float, float, float, float] | None]:
    if cell.box is None:
        return None, None
    x0, top, x1, bottom = cell.box
    middle = (top + bottom) / 2
    return (x0, top, x1, middle), (x0, middle, x1, bottom)
