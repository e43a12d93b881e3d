"""The most cells of one file's tables: a repeat or a span of a few bytes can claim more than any memory holds.

A sheet is unfolded with all blank cells between its first and its last filled one, so these count, too.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable

from ingest.reading.errors import ReadError

MOST_CELLS = 1_000_000  # 20,000 rows of 50 columns; tables of budget documents have a few thousand
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
# A cell that holds something is no empty element; its place is its column's letters and its row.
_FILLED = re.compile(rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r=\"([A-Z]{1,7})(\d{1,9})\"(?:[^>]*[^>/])?>(?!</)")


def hold_to_limit(name: str, cells: int) -> None:
    """Raise ReadError where a file's tables have more cells than the limit."""
    if cells > MOST_CELLS:
        raise ReadError("too_many_cells", file=name, count=f"{cells:,}", limit=f"{MOST_CELLS:,}")


def hold_sheets_to_limit(content: bytes, name: str) -> None:
    """The same for the sheets of an xlsx workbook, before any library unfolds them; other files pass."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            sheets = [one for one in parts.namelist() if _SHEET.fullmatch(one)]
            hold_to_limit(name, sum(_area(_FILLED.findall(parts.read(one))) for one in sheets))
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, NotImplementedError):
        return  # xls and ods are none; what is damaged is told where it is read


def _area(places: Iterable[tuple[bytes, bytes]]) -> int:
    width = rows = 0
    longest: bytes = b""
    for letters, row in places:
        rows = max(rows, int(row))
        longest = max(longest, letters, key=lambda one: (len(one), one))
    for letter in longest:
        width = width * 26 + letter - 64
    return rows * width
