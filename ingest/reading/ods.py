"""What the cells of an OpenDocument spreadsheet tell beside their values: merged ranges, percentages, hidden lines."""

import io
import zipfile
import zlib
from typing import NamedTuple
from xml.etree import ElementTree

from ingest.reading.cell_limit import hold_to_limit

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MOST = 100_000  # repeated rows or columns: the empty rest of a sheet
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


class SheetLook(NamedTuple):
    """Places in rows and columns from 0; a merged range is its first and its last place."""

    merged: list[tuple[tuple[int, int], tuple[int, int]]]
    percent: dict[tuple[int, int], int]  # the decimal places shown
    rows: frozenset[int]
    columns: frozenset[int]


def sheet_looks(content: bytes, name: str) -> dict[str, SheetLook]:
    """The look of each sheet by its name; empty where the file is no OpenDocument spreadsheet.

    Raises ReadError where its repeated cells come to more than the limit.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            root = ElementTree.fromstring(parts.read("content.xml"))
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ElementTree.ParseError):
        return {}
    tables = list(root.iter(f"{_TABLE}table"))
    hold_to_limit(name, sum(map(_area, tables)))
    return {table.get(f"{_TABLE}name", ""): _look(table) for table in tables}


def _area(table: ElementTree.Element) -> int:
    """The cells up to the last filled row and column."""
    at = rows = width = 0
    for row in table.iter(f"{_TABLE}table-row"):
        at += _number(row, "number-rows-repeated")
        column = filled = 0
        for cell in row:
            if cell.tag in _CELLS:
                column += _number(cell, "number-columns-repeated")
                if len(cell) or cell.get(f"{_OFFICE}value-type"):
                    filled = column
        if filled:
            rows, width = at, max(width, filled)
    return rows * width


def _look(table: ElementTree.Element) -> SheetLook:
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = []
    percent: dict[tuple[int, int], int] = {}
    at = 0
    for row in table.iter(f"{_TABLE}table-row"):
        count = _number(row, "number-rows-repeated")
        column = 0
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            wide = _number(cell, "number-columns-repeated")
            rows, columns = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
            if rows > 1 or columns > 1:
                merged.append(((at, column), (at + rows - 1, column + columns - 1)))
            if cell.get(f"{_OFFICE}value-type") == "percentage":
                shown = "".join(cell.itertext()).strip().rstrip("%").partition(".")[2]
                places = len(shown)
                percent |= {
                    (at + i, column + j): places for i in range(min(count, _MOST)) for j in range(min(wide, _MOST))
                }
            column += wide
        at += count
    return SheetLook(merged, percent, _hidden(table, "row"), _hidden(table, "column"))


def _hidden(table: ElementTree.Element, kind: str) -> frozenset[int]:
    """The places of the rows or columns that are not shown."""
    hidden: set[int] = set()
    at = 0
    for line in table.iter(f"{_TABLE}table-{kind}"):
        count = _number(line, f"number-{kind}s-repeated")
        if line.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            hidden |= set(range(at, at + min(count, _MOST)))
        at += count
    return frozenset(hidden)


def _number(element: ElementTree.Element, name: str) -> int:
    told = element.get(f"{_TABLE}{name}", "")
    return max(1, int(told)) if told.isascii() and told.isdecimal() else 1
