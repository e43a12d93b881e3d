"""Two tables under one frame: below the rows of the first stands the header of another, with columns of its own.

Seen in central final accounts: 统计数 of trips, cars and guests under those of 三公经费, in two halves. In county ones
the whole header of 三公经费 stands again, 决算数 over it where 预算数 stands over the first.
"""

import re
from dataclasses import replace

from ingest.records.layout import Cell
from ingest.tables.celltext import read_amount
from ingest.tables.heading import heading_of
from ingest.tables.sheet import Sheet
from ingest.wording.glyphs import bare
from ingest.wording.numbers import CellKind

_HEADS = re.compile(r"(?:项目|名称|类别|内容|指标|统计数|[数金]额|数量|[决预]算数|[实预]际?数)$")
_FEWEST_ABOVE = 2  # rows of the upper table: a header and what it heads


def tables_parted(sheet: Sheet) -> list[Sheet]:
    """A sheet cut where the header of another table stands in it; itself where none does."""
    for row in range(_FEWEST_ABOVE, sheet.rows - 1):
        if _heads_again(sheet, row):
            return [cut(sheet, 0, row), *tables_parted(replace(cut(sheet, row, sheet.rows), above=sheet.above))]
        if _heads_another(sheet, row):
            return [cut(sheet, 0, row), _with_own_columns(replace(cut(sheet, row, sheet.rows), above=sheet.above))]
    return [sheet]


def _heads_another(sheet: Sheet, row: int) -> bool:
    """Whether a row names columns that all rows below it have, and none above, where rows of amounts stand."""
    layout = _layout(sheet, row)
    cells = sheet.starting(row)
    if len(layout) < 2 or len(cells) != len(layout) or any(cell.row_span > 1 for cell in cells):
        return False
    words = all(read_amount(cell.text)[0].kind is CellKind.WORDS for cell in cells)
    if not words or not all(_HEADS.search(bare(cell.text)) for cell in cells):
        return False
    below = [_layout(sheet, r) for r in range(row + 1, sheet.rows)]
    above = [_layout(sheet, r) for r in range(row)]
    apart = all(other == layout for other in below) and all(other != layout for other in above)
    return apart and _has_amounts(sheet, row - 1) and _has_amounts(sheet, row + 1)


def _heads_again(sheet: Sheet, row: int) -> bool:
    """Whether the header is printed again under another name over all columns: 决算数, below the row of 预算数."""
    again = sheet.starting(row)
    if len(again) != 1 or again[0].column_span < sheet.columns or not again[0].text.strip():
        return False
    heading = heading_of(sheet)
    first, below = sheet.starting(heading.first), range(1, heading.end - heading.first)
    if len(first) != 1 or first[0].column_span < sheet.columns or not below or row + len(below) >= sheet.rows:
        return False
    same = all(sheet.words(heading.first + i) == sheet.words(row + i) for i in below)
    return same and bare(first[0].text) != bare(again[0].text)


def _layout(sheet: Sheet, row: int) -> list[tuple[int, int]]:
    return [(cell.column, cell.column_span) for cell in sheet.in_row(row)]


def _has_amounts(sheet: Sheet, row: int) -> bool:
    return any(read_amount(cell.text)[0].kind is CellKind.NUMBER for cell in sheet.in_row(row))


def cut(sheet: Sheet, top: int, bottom: int) -> Sheet:
    """The rows of a sheet from one to before another; the lines around it hold for the rows that they stand beside."""
    cells = tuple(replace(c, row=c.row - top) for c in sheet.cells if top <= c.row < bottom)
    pages = [c.page for c in cells if c.page]
    return replace(
        sheet,
        rows=bottom - top,
        cells=cells,
        above=sheet.above if top == 0 else (),
        below=sheet.below if bottom == sheet.rows else (),
        page=min(pages, default=sheet.page),
        page_end=max(pages, default=sheet.page_end),
        page_starts=tuple(s - top for s in sheet.page_starts if top < s < bottom),
        broken=tuple((row - top, page) for row, page in sheet.broken if top <= row < bottom),
        place={},
    )


def _with_own_columns(sheet: Sheet) -> Sheet:
    """A sheet whose columns are numbered as its own rows have them."""
    at = {column: i for i, (column, _) in enumerate(_layout(sheet, 0))}
    cells: list[Cell] = [replace(c, column=at[c.column], column_span=1) for c in sheet.cells]
    return replace(sheet, columns=len(at), cells=tuple(cells), place={})
