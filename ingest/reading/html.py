"""HTML pages through lxml, also where they are named .pdf: blocks of text and data tables in reading order."""

import re
from dataclasses import dataclass, field
from typing import Any

from ingest.reading.cell_limit import hold_to_limit
from ingest.reading.errors import ReadError
from ingest.reading.heading_rows import first_table_row
from ingest.records.layout import Cell, Grid, Line, Page, Reading
from ingest.wording.site import is_trail

# Not "head": of a page without <body> the library takes the first sections for a part of it.
_SKIPPED = frozenset({"script", "style", "noscript", "template", "title", "nav", "footer", "select", "button", "svg"})
_BLOCKS = frozenset(
    {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "section", "article", "ul", "ol",
     "table", "tbody", "blockquote", "header", "main", "form", "dd", "dt", "dl", "center", "body", "br"}
)  # fmt: skip
_MOST_OF_A_LINK = 12  # characters of the name of a room of a web site; the title of an article is longer
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_MAX_SPAN = 200  # a span beyond this is a slip of the page's author, not a table


@dataclass
class _Sheet:
    """The page being filled, boxes in line units; ``words`` is the line being gathered."""

    y: float = 0
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    words: str = ""
    name: str = ""
    cells: int = 0  # of all tables so far

    def end_line(self) -> None:
        text = re.sub(r"\s+", " ", self.words).strip()
        self.words = ""
        if text and not is_trail(text):
            self.add_line(text)

    def add_line(self, text: str) -> None:
        self.lines.append(Line(text, (0.0, self.y, 100.0, self.y + 1)))
        self.y += 1


def read_html(content: bytes, name: str) -> Reading:
    """One page of lines and grids; raises ReadError where nothing can be made of it."""
    import lxml.html

    text = decode(content)
    try:
        # An XML declaration beside decoded text is refused by the library.
        root = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (lxml.etree.ParserError, ValueError) as fault:
        raise ReadError("broken", file=name, detail=str(fault)) from fault
    sheet = _Sheet(name=name)
    _walk(root, sheet)
    sheet.end_line()
    return Reading(name, "html", (Page(1, 100.0, max(sheet.y, 1.0), tuple(sheet.grids), tuple(sheet.lines)),))


def decode(content: bytes) -> str:
    """Bytes to text by mark, declared character set, UTF-8, or GB 18030 (the mandatory Chinese set), in that order."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    declared = _CHARSET.search(content[:4096])
    names = [declared.group(1).decode("ascii")] if declared else []
    for encoding in [*names, "utf-8-sig", "gb18030"]:
        try:
            # GB2312 pages use characters of its successors freely.
            return content.decode("gb18030" if encoding.lower() in ("gb2312", "gbk") else encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("utf-8", "replace")


def _walk(element: Any, sheet: _Sheet) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or tag in _SKIPPED or _hidden(element) or _is_menu(element):
        return
    if tag == "table" and _holds_data(element):
        sheet.end_line()
        _take_table(element, sheet)
        return
    block = tag in _BLOCKS
    if block:
        sheet.end_line()
    sheet.words += element.text or ""
    for child in element:
        _walk(child, sheet)
        sheet.words += child.tail or ""
    if block:
        sheet.end_line()


def _hidden(element: Any) -> bool:
    return bool(re.search(r"display\s*:\s*none", element.get("style") or "", re.I))


def _is_menu(element: Any) -> bool:
    """Whether a block is a row of links to the rooms of a site and says nothing else."""
    if element.tag not in ("div", "ul", "ol", "p", "td", "dl", "section", "header"):
        return False
    links = ["".join(link.itertext()).strip() for link in element.iter("a")]
    if len(links) < 3 or any(len(link) > _MOST_OF_A_LINK or re.search(r"\d", link) for link in links):
        return False
    said = re.sub(r"[\s|｜>＞»/·]+", "", "".join(element.itertext()))
    return said == re.sub(r"[\s|｜>＞»/·]+", "", "".join(links))


def _holds_data(table: Any) -> bool:
    """Old pages lay themselves out with tables: those hold other tables, or one column of text."""
    if table.find(".//table") is not None:
        return False
    rows = [len(row) for row in table.iter("tr")]
    return len(rows) >= 2 and max(rows) >= 2


def _take_table(table: Any, sheet: _Sheet) -> None:
    caption = table.find("caption")
    if caption is not None and _words(caption):
        sheet.add_line(_words(caption))
    filled: dict[tuple[int, int], str] = {}
    placed: list[tuple[int, int, int, int, str]] = []
    rows = [line for line in table.iter("tr") if not _hidden(line)]
    for row, line in enumerate(rows):
        column = 0
        for cell in line:
            if cell.tag not in ("td", "th") or _hidden(cell):
                continue
            while (row, column) in filled:
                column += 1
            down = min(_span(cell, "rowspan"), len(rows) - row)
            across = _span(cell, "colspan")
            placed.append((row, column, down, across, _words(cell)))
            sheet.cells += down * across
            hold_to_limit(sheet.name, sheet.cells)
            for r in range(row, row + down):
                for c in range(column, column + across):
                    filled[(r, c)] = ""
            column += across
    columns = max((column + across for _, column, _, across, _ in placed), default=0)
    hold_to_limit(sheet.name, columns * len(rows))
    printed = [[""] * columns for _ in rows]
    for row, column, _, _, text in placed:
        printed[row][column] = text
    start = first_table_row(printed)
    for text in (text for line in printed[:start] for text in line if text):
        for part in text.splitlines():
            sheet.add_line(part)
    if start == len(rows):
        return
    top = sheet.y - start
    cells = tuple(
        Cell(row - start, column, text, (float(column), top + row, float(column + across), top + row + down), down,
             across, 1)
        for row, column, down, across, text in placed
        if row >= start
    )  # fmt: skip
    count = len(rows) - start
    sheet.grids.append(Grid(1, (0.0, sheet.y, float(columns), sheet.y + count), count, columns, cells))
    sheet.y += count


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), _MAX_SPAN) if value.isdecimal() else 1


def _words(element: Any) -> str:
    """A cell's text; its paragraphs and breaks become lines."""
    parts: list[str] = []
    for node in element.iter():
        if not isinstance(node.tag, str) or node.tag in _SKIPPED:
            continue
        if node is not element and node.tag in _BLOCKS:
            parts.append("\n")
        parts.append(re.sub(r"\s+", " ", node.text or ""))
        if node is not element:
            parts.append(re.sub(r"\s+", " ", node.tail or ""))
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
