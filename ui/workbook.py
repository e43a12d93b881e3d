"""Tables for spreadsheet programs: workbooks with exact numbers, and cells that no program takes for a formula."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

Value = str | int | Decimal | None

_SHEET_ROWS = 1_048_576  # Excel takes no more in a sheet
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    """A cell that a spreadsheet program will not run as a formula; a negative number stays as it is."""
    if not cell.startswith(_FORMULA_SIGNS):
        return cell
    bare = cell[1:].replace(",", "").replace(".", "", 1)
    return cell if cell[0] in "+-" and bare.isdigit() else f"'{cell}"


def write_workbook(
    out: Path | IO[bytes],
    title: str,
    header: Sequence[str],
    rows: Iterable[Sequence[Value]],
    widths: Sequence[int] = (),
) -> int:
    """Write the rows under a header, in as many sheets as they need; returns how many rows there were.

    Decimals are written digit by digit, never through a binary float. Raises OSError where the file cannot be written.
    """
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    sheet = _sheet(book, title, header, widths)
    count = 0
    for row in rows:
        if count and count % (_SHEET_ROWS - 1) == 0:
            sheet = _sheet(book, f"{title} {count // (_SHEET_ROWS - 1) + 1}", header, widths)
        sheet.append([harmless(ILLEGAL_CHARACTERS_RE.sub("", each)) if isinstance(each, str) else each for each in row])
        count += 1
    book.save(out)
    return count


def _sheet(book: Any, title: str, header: Sequence[str], widths: Sequence[int]) -> Any:
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append(list(header))
    return sheet
