"""Text files: dumps with tab-separated cells, csv, tables between bars, and running text.

A page begins at a form feed, or where the file's own first lines come again (dumps repeat each page's header).
Boxes are in units of columns and lines: (column, line, column + 1, line + 1).
"""

import csv
import io
from itertools import pairwise
from pathlib import Path

from ingest.reading.cell_limit import hold_to_limit
from ingest.reading.errors import ReadError
from ingest.reading.header_blanks import covered_by, merged_names
from ingest.reading.html import decode
from ingest.records.layout import Cell, Grid, Line, Page, Reading
from ingest.wording.site import is_trail

csv.field_size_limit(2**31 - 1)  # a long goal is no fault; the file's own size bounds it
HEADER_LINES = 2  # so many equal lines in a row are a repeated page header


def read_text(source: Path | bytes, name: str | None = None) -> Reading:
    """Read a text, csv or tsv file; raises ReadError where it holds nothing."""
    name = name or (source.name if isinstance(source, Path) else "document.txt")
    content = source.read_bytes() if isinstance(source, Path) else source
    text = decode(content).lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ReadError("empty", file=name)
    separator = _separator(text)
    pages = [_page(number, lines, separator, name) for number, lines in enumerate(_split(text), 1)]
    return Reading(name, "text", tuple(pages))


def _separator(text: str) -> str | None:
    """The character between cells, None for running text."""
    lines = [line for line in text.split("\n") if line.strip()]
    tabbed = [line for line in lines if "\t" in line.strip()]
    barred = [line for line in lines if line.count("|") >= 2]
    if len(barred) >= 2 and len(barred) > len(tabbed):
        return "|"  # a tab may stand in a line over such a table: the body, the unit
    if tabbed:
        return "\t"
    if sum("。" in line for line in lines) * 2 >= len(lines):
        return None  # sentences with half-width commas
    for mark in (",", ";"):
        counts = [len(row) for row in csv.reader(io.StringIO(text), delimiter=mark) if any(c.strip() for c in row)]
        wide = [count for count in counts if count >= 3]
        if len(wide) < 2 or len(wide) * 2 < len(counts):
            continue
        level = sum(a == b for a, b in pairwise(wide))  # several tables, each of its own width
        if level * 2 > len(wide) or wide.count(max(set(wide), key=wide.count)) * 2 > len(wide):
            return mark
    return None


def _split(text: str) -> list[list[str]]:
    """The lines of each page."""
    pages: list[list[str]] = []
    for sheet in text.split("\f"):
        lines = sheet.split("\n")
        filled = [line.strip() for line in lines if line.strip()]
        header = filled[:HEADER_LINES]
        starts = _repeats(lines, header) if len(header) == HEADER_LINES else []
        for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
            part = lines[start:end]
            if any(line.strip() for line in part):
                pages.append(part)
    return pages


def _repeats(lines: list[str], header: list[str]) -> list[int]:
    """The lines at which the header of the first page begins again."""
    filled = [(i, line.strip()) for i, line in enumerate(lines) if line.strip()]
    return [
        filled[k][0]
        for k in range(1, len(filled) - HEADER_LINES + 1)
        if [line for _, line in filled[k : k + HEADER_LINES]] == header
    ]


def _cells(line: str, separator: str | None) -> list[str]:
    if separator is None:
        return [line]
    if separator == "|":
        return line.strip().strip("|").split("|") if line.count("|") >= 2 else [line]
    if separator == "\t":
        return line.split("\t")
    return next(csv.reader([line], delimiter=separator), [])


def _page(number: int, lines: list[str], separator: str | None, name: str) -> Page:
    if separator in (",", ";"):
        records = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=separator))
    else:
        records = [_cells(line, separator) for line in lines]
    grids: list[Grid] = []
    kept: list[Line] = []
    block: list[tuple[int, list[str]]] = []
    for i, cells in enumerate([*records, []]):
        if len(cells) > 1 and any(cell.strip() for cell in cells):
            if not all(set(cell.strip()) <= set("-:") and cell.strip() for cell in cells):
                block.append((i, cells))
            continue
        if block:
            hold_to_limit(name, len(block) * max(len(cells) for _, cells in block))
            _close(number, block, grids, kept)
            block = []
        if cells and cells[0].strip() and not is_trail(cells[0]):
            kept.append(Line(cells[0].strip(), (0.0, float(i), 1.0, float(i + 1))))
    width = max((len(cells) for cells in records), default=1)
    return Page(number, float(width), float(len(records)), tuple(grids), tuple(kept))


def _close(number: int, block: list[tuple[int, list[str]]], grids: list[Grid], kept: list[Line]) -> None:
    """A run of split lines as a grid; one where a single cell is filled in each is running text."""
    if not any(sum(1 for cell in cells if cell.strip()) > 1 for _, cells in block):
        for i, cells in block:
            kept.append(Line(" ".join(c.strip() for c in cells if c.strip()), (0.0, float(i), 1.0, float(i + 1))))
        return
    columns = max(len(cells) for _, cells in block)
    spans = merged_names([cells for _, cells in block])
    covered = covered_by(spans)
    made = [
        Cell(
            row,
            column,
            cells[column].strip() if column < len(cells) else "",
            _box(column, line),
            *spans.get((row, column), (1, 1)),
        )
        for row, (line, cells) in enumerate(block)
        for column in range(columns)
        if (row, column) not in covered
    ]
    first, last = block[0][0], block[-1][0]
    grids.append(Grid(number, (0.0, float(first), float(columns), float(last + 1)), len(block), columns, tuple(made)))


def _box(column: int, line: int) -> tuple[float, float, float, float]:
    return (float(column), float(line), float(column + 1), float(line + 1))
