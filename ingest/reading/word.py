"""Word files (docx) through python-docx: paragraphs and tables in order, paged as last printed."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ingest.reading.cell_limit import hold_to_limit
from ingest.reading.errors import ReadError
from ingest.records.layout import Cell, Grid, Line, Page, Reading
from ingest.wording.glyphs import led_in

# Styles say what is a title; the sizes they are printed in do not matter, only that titles stand above the text.
TITLE_SIZE, BODY_SIZE = 16.0, 10.5
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WRAPPERS = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_OTHERWISE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same for older programs


@dataclass
class _Sheet:
    """The page being filled; boxes are in line units, ``y`` counts the lines written so far."""

    number: int
    y: float = 0
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)

    def page(self) -> Page:
        return Page(self.number, 100.0, max(self.y, 1.0), tuple(self.grids), tuple(self.lines))


def read_word(content: bytes, name: str) -> Reading:
    """A docx as pages of lines and grids; raises ReadError where it cannot be opened."""
    import docx

    try:
        document = docx.Document(io.BytesIO(content))
    except (zipfile.BadZipFile, KeyError, ValueError) as fault:
        raise ReadError("broken", file=name, detail=str(fault)) from fault
    except Exception as fault:  # the library lets XML errors through
        raise ReadError("broken", file=name, detail=type(fault).__name__) from fault
    titles = _title_styles(document)
    sheets = [_Sheet(1)]
    for element in _parts(document.element.body):
        _take(element, sheets, titles)
    hold_to_limit(name, sum(grid.rows * grid.columns for sheet in sheets for grid in sheet.grids))
    return Reading(name, "word", tuple(sheet.page() for sheet in sheets))


def _title_styles(document: Any) -> frozenset[str]:
    """The ids of the styles that set titles and headings; their names are English in every language of the program."""
    names = ((style.style_id, (style.name or "").lower()) for style in document.styles)
    return frozenset(key for key, name in names if name.startswith(("heading", "title", "标题")))


def _parts(element: Any, tag: str = "") -> list[Any]:
    """What stands in an element in order, be it wrapped: content controls hold contents pages, fields, tables, rows."""
    found: list[Any] = []
    for child in element.iterchildren():
        if child.tag in _WRAPPERS:
            found += _parts(child, tag)
        elif not tag or child.tag == f"{_W}{tag}":
            found.append(child)
    return found


def _take(element: Any, sheets: list[_Sheet], titles: frozenset[str]) -> None:
    if element.tag == f"{_W}p":
        _take_paragraph(element, sheets, titles)
    elif element.tag == f"{_W}tbl":
        rows = [_parts(row, "tc") for row in _parts(element, "tr")]
        inner = [table for row in rows for cell in row for table in _parts(cell, "tbl")]
        if inner and sum(1 for row in rows if sum(bool(_cell_text(cell)) for cell in row) > 1) <= 1:
            inner = [part for row in rows for cell in row for part in _parts(cell)]  # it only lays out the page
        else:
            _take_table(element, sheets)
        for part in inner:
            _take(part, sheets, titles)


def _take_paragraph(element: Any, sheets: list[_Sheet], titles: frozenset[str]) -> None:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    size = TITLE_SIZE if style is not None and style.get(f"{_W}val") in titles else BODY_SIZE
    text = ""
    for node in _words(element):
        if node.tag == f"{_W}t":
            text += node.text or ""
        elif node.tag == f"{_W}tab":
            text += "\t"
        elif _breaks_page(node):
            _add_line(text, sheets[-1], size)
            text = ""
            sheets.append(_Sheet(sheets[-1].number + 1))
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            _add_line(text, sheets[-1], size)
            text = ""
    _add_line(text, sheets[-1], size)


def _breaks_page(node: Any) -> bool:
    if node.tag == f"{_W}lastRenderedPageBreak":
        return True
    return bool(node.tag == f"{_W}br" and node.get(f"{_W}type") == "page")


def _add_line(text: str, sheet: _Sheet, size: float) -> None:
    if text.strip():
        sheet.lines.append(Line(text.strip(), (0.0, sheet.y, 100.0, sheet.y + 1), size))
        sheet.y += 1


def _take_table(table: Any, sheets: list[_Sheet]) -> None:
    sheet = sheets[-1]
    cells: list[Cell] = []
    open_above: dict[int, int] = {}  # column -> index in ``cells`` of the merged cell that runs on downwards
    rows = 0
    columns = 0
    for row in _parts(table, "tr"):
        column = _before(row)
        for tc in _parts(row, "tc"):
            span = _number(tc, "gridSpan")
            merge = tc.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(f"{_W}val") != "restart"
            if goes_on and column in open_above:
                index = open_above[column]
                above = cells[index]
                down = rows - above.row + 1
                box = _box(sheet, above.row, above.column, down, above.column_span)
                cells[index] = replace(above, box=box, row_span=down)
            else:
                box = _box(sheet, rows, column, 1, span)
                cells.append(Cell(rows, column, _cell_text(tc), box, 1, span, sheet.number, indent=_indent(tc)))
                open_above[column] = len(cells) - 1
            column += span
        columns = max(columns, column)
        rows += 1
    if not cells:
        return
    sheet.grids.append(Grid(sheet.number, (0.0, sheet.y, float(columns), sheet.y + rows), rows, columns, tuple(cells)))
    sheet.y += rows
    # Page breaks inside the table are not where a row stands on paper in every printer: rows keep their first page.
    for _ in range(sum(1 for node in table.iter() if node.tag == f"{_W}lastRenderedPageBreak")):
        sheets.append(_Sheet(sheets[-1].number + 1))


def _box(sheet: _Sheet, row: int, column: int, rows: int, columns: int) -> tuple[float, float, float, float]:
    return (float(column), sheet.y + row, float(column + columns), sheet.y + row + rows)


def _before(row: Any) -> int:
    node = row.find(f"{_W}trPr/{_W}gridBefore")
    return _told(node, 0)


def _number(tc: Any, name: str) -> int:
    node = tc.find(f"{_W}tcPr/{_W}{name}")
    return max(1, _told(node, 1))


def _told(node: Any, otherwise: int) -> int:
    """The number an element tells; what is none is passed over as printers do."""
    told = "" if node is None else node.get(f"{_W}val", "")
    return int(told) if told.isascii() and told.isdecimal() else otherwise


def _indent(tc: Any) -> float | None:
    """How far in a cell's first words begin, by the paragraph's own indents (twentieths of a point) and blanks."""
    for paragraph in tc.iter(f"{_W}p"):
        text = "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))
        by_blanks = led_in(text)
        if by_blanks is None:
            continue
        told = paragraph.find(f"{_W}pPr/{_W}ind")
        if paragraph.find(f"{_W}pPr/{_W}jc[@{_W}val='center']") is not None:
            return None
        twips = [told.get(f"{_W}{side}", "") for side in ("left", "start", "firstLine")] if told is not None else []
        return by_blanks + sum(int(t) / 20 for t in twips if t.lstrip("-").isdigit())
    return None


def _cell_text(tc: Any) -> str:
    paragraphs = ["".join(n.text or "" for n in _words(one) if n.tag == f"{_W}t") for one in _parts(tc, "p")]
    return "\n".join(text.strip() for text in paragraphs if text.strip())


def _words(paragraph: Any) -> Iterator[Any]:
    """The elements of a paragraph without those that say the same once more."""
    for child in paragraph.iterchildren():
        if child.tag != _OTHERWISE:
            yield child
            yield from _words(child)
