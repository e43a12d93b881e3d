"""A table that goes on after a paragraph: rows without any header in the very columns of the table before.

Seen in budgets typed in a word processor, where the explanation of a table stands between its two parts.
"""

import re

from ingest.records.layout import Line
from ingest.tables.celltext import read_amount
from ingest.tables.column_edges import FEW, NEAR, edges_of
from ingest.tables.heading import heading_of, is_about
from ingest.tables.sheet import Sheet
from ingest.wording.codes import is_code_cell
from ingest.wording.glyphs import printed
from ingest.wording.numbers import CellKind

_TITLE = re.compile(r"(?<!附)[\u4e00-\u9fff]表\s*(?:[(（].{0,24}[)）])?$")


def resumes(sheet: Sheet, part: Sheet, between: list[Line]) -> bool:
    """Whether a ruled grid without header has just the columns of a table that ended with a row of a code, and begins
    with another; no line between names a table."""
    if not between or not (sheet.ruled and part.ruled) or sheet.columns != part.columns or sheet.columns <= FEW:
        return False
    old, new = edges_of(sheet.cells, sheet.columns), edges_of(part.cells, part.columns)
    if any(abs(a - b) > NEAR for a, b in zip(old, new, strict=True)):
        return False
    if any(_TITLE.search(words := printed(line.text)) or is_about(words) for line in between):
        return False
    body = heading_of(sheet).body
    return 0 < body < sheet.rows - 1 and _is_row(part, 0) and _is_row(sheet, sheet.rows - 1)


def _is_row(sheet: Sheet, row: int) -> bool:
    """Whether a row begins with a code and holds amounts."""
    cells = [cell for cell in sheet.starting(row) if cell.text.strip()]
    amounts = sum(read_amount(cell.text)[0].kind is CellKind.NUMBER for cell in cells[1:])
    return bool(cells) and is_code_cell(cells[0].text) and amounts > 0
