"""Forms of one project each that stand one under the other in a single sheet of a workbook or table of a page."""

from dataclasses import replace
from itertools import pairwise

from ingest.records.layout import Cell
from ingest.tables.forms import form_start
from ingest.tables.sheet import Sheet
from ingest.wording.glyphs import bare


def forms_parted(sheet: Sheet) -> list[Sheet]:
    """A sheet cut where the label that its first form begins with stands again; itself where it holds one form.

    A part that is no form by itself (a list of projects under 项目名称) leaves the sheet whole.
    """
    start = form_start(sheet)
    if start is None:
        return [sheet]
    first = next(c for c in sheet.starting(start) if c.text.strip())
    again = [row for row in range(start + 1, sheet.rows) if _begins_like(sheet, row, first)]
    edges = [0, *again, sheet.rows]
    parts = [_cut(sheet, top, bottom) for top, bottom in pairwise(edges)]
    return parts if again and all(form_start(part) is not None for part in parts) else [sheet]


def _begins_like(sheet: Sheet, row: int, first: Cell) -> bool:
    """Whether a row begins with the label of a form, in its column, and reaches over no other row's label."""
    filled = [c for c in sheet.starting(row) if c.text.strip()]
    above = sheet.at(row, 0)
    opens = bool(filled) and filled[0].column == first.column and bare(filled[0].text) == bare(first.text)
    return opens and above is not None and above.row == row


def _cut(sheet: Sheet, top: int, bottom: int) -> Sheet:
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
