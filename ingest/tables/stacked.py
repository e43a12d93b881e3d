"""A form whose pieces are tables of their own: its head, its money lines and its indicators right below one another.

A writer of self-evaluations (自评表) often sets each piece with columns of its own width; nothing is printed between.
"""

from dataclasses import replace

from ingest.records.layout import Cell
from ingest.tables.forms import heads_form, heads_indicators, heads_money
from ingest.tables.sheet import Sheet


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
