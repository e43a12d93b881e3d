"""Forms of one project each that do not stand in sheets of their own: in pieces, or several in one sheet.

A writer of self-evaluations (自评表) often sets each piece of a form with columns of its own width, and nothing stands
between the head, the money lines and the indicators; a workbook has forms one under the other in a single sheet.
"""

from dataclasses import replace
from itertools import pairwise

from ingest.records.layout import Cell
from ingest.tables.forms import form_start, heads_form, heads_indicators, heads_money
from ingest.tables.sheet import Sheet
from ingest.tables.stacked_tables import cut
from ingest.wording.glyphs import bare


def with_forms_whole(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets of a document, the pieces of a form as one."""
    whole: list[Sheet] = []
    for sheet in sheets:
        if whole and not sheet.above and _is_next_piece(sheet, whole[-1]):
            whole[-1] = _below(whole[-1], sheet)
        else:
            whole.append(sheet)
    return whole


def _is_next_piece(sheet: Sheet, before: Sheet) -> bool:
    if any(heads_indicators(before, row) for row in range(before.rows)):
        return False
    if heads_indicators(sheet, 0):
        return heads_form(before) or heads_money(before, 0)
    return heads_money(sheet, 0) and heads_form(before)


def _below(upper: Sheet, lower: Sheet) -> Sheet:
    """Two sheets as one; each keeps the numbers of its own columns."""

    def moved(cell: Cell) -> Cell:
        return replace(cell, row=cell.row + upper.rows)

    starts = (upper.rows,) if lower.page > upper.page_end else ()
    return Sheet(
        upper.rows + lower.rows,
        max(upper.columns, lower.columns),
        (*upper.cells, *map(moved, lower.cells)),
        upper.above,
        lower.below,
        upper.page,
        lower.page_end,
        (*upper.page_starts, *starts, *(row + upper.rows for row in lower.page_starts)),
        ruled=upper.ruled and lower.ruled,
    )


def forms_parted(sheet: Sheet) -> list[Sheet]:
    """A sheet cut where the label that its first form begins with stands again; itself where it holds one form.

    A part that is no form by itself (a list of projects under 项目名称) leaves the sheet whole.
    """
    start = form_start(sheet)
    if start is None:
        return [sheet]
    first = sheet.filled(start)[0]
    again = [row for row in range(start + 1, sheet.rows) if _begins_like(sheet, row, first)]
    edges = [0, *again, sheet.rows]
    parts = [cut(sheet, top, bottom) for top, bottom in pairwise(edges)]
    return parts if again and all(form_start(part) is not None for part in parts) else [sheet]


def _begins_like(sheet: Sheet, row: int, first: Cell) -> bool:
    """Whether a row begins with the label of a form, in its column, and reaches over no other row's label."""
    filled = sheet.filled(row)
    above = sheet.at(row, 0)
    opens = bool(filled) and filled[0].column == first.column and bare(filled[0].text) == bare(first.text)
    return opens and above is not None and above.row == row
