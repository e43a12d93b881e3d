"""Ruled tables: two-level headers, wrapped cells, rows that break over sheets."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from samples.fonts import width_of
from samples.lines import wrap
from samples.paper import Paper
from samples.recorded import Printed, paths

LINE = 0.6


@dataclass(frozen=True)
class Cell:
    """One cell; ``indent`` in characters, ``span`` and ``rows`` in columns and rows of the grid."""

    text: str = ""
    align: str = "left"
    indent: float = 0.0
    span: int = 1
    rows: int = 1
    bold: bool = False


@dataclass(frozen=True)
class Ruled:
    """A table: column widths as shares, header rows (None stands under a cell that spans), body rows."""

    widths: Sequence[float]
    header: Sequence[Sequence[Cell | None]]
    body: Sequence[Sequence[Cell]]
    size: float = 9.0
    pad: float = 4.0
    repeat_header: bool = True
    break_rows: bool = False  # a row may break over two sheets, as in tables typeset by a browser
    least: float = 0.0  # least height of a row in points
    edges: list[float] = field(default_factory=list)


def number(text: str) -> Cell:
    """A cell that holds an amount."""
    return Cell(text, "right")


def label(text: str, indent: float = 0.0) -> Cell:
    """A cell that names its row."""
    return Cell(text, "left", indent)


def head(text: str, span: int = 1, rows: int = 1) -> Cell:
    """A cell of the header."""
    return Cell(text, "center", span=span, rows=rows)


def draw(paper: Paper, table: Ruled) -> None:
    """Print a table from the paper's height down, turning sheets as needed."""
    total = sum(table.widths)
    edges = [paper.margin]
    for width in table.widths:
        edges.append(edges[-1] + paper.text_width * width / total)
    table.edges[:] = edges
    _header(paper, table)
    spans = [[(cell.text, cell.span, cell.rows) if cell else None for cell in row] for row in table.header]
    printed = Printed(*paper.caption, paths(spans, len(table.widths)))
    paper.printed.append(printed)
    for row in table.body:
        sheet = _row(paper, table, row)
        printed.rows.append((sheet, _texts(row)))


def _texts(row: Sequence[Cell]) -> list[str]:
    texts: list[str] = []
    for cell in row:
        texts += [cell.text, *[""] * (cell.span - 1)]
    return texts


def _lines(table: Ruled, cell: Cell, column: int) -> list[str]:
    width = table.edges[column + cell.span] - table.edges[column] - 2 * table.pad - cell.indent * table.size
    return wrap(cell.text, width, table.size)


def _leading(table: Ruled) -> float:
    return table.size * 1.35


def _height(table: Ruled, count: int) -> float:
    return max(count * _leading(table) + 2 * table.pad, table.least)


def _header(paper: Paper, table: Ruled) -> None:
    heights = []
    for row in table.header:
        counts = [
            len(_lines(table, cell, column)) for column, cell in enumerate(row) if cell is not None and cell.rows == 1
        ]
        heights.append(_height(table, max(counts, default=1)))
    for number_of_row, row in enumerate(table.header):
        for column, cell in enumerate(row):
            if cell is not None and cell.rows > 1:
                need = _height(table, len(_lines(table, cell, column)))
                have = sum(heights[number_of_row : number_of_row + cell.rows])
                heights[number_of_row + cell.rows - 1] += max(0.0, need - have)
    # A header never stands alone at the foot of a sheet.
    if paper.y - sum(heights) - _height(table, 3) < paper.floor:
        paper.next_page()
    paper.canvas.setLineWidth(LINE)
    paper.canvas.line(table.edges[0], paper.y, table.edges[-1], paper.y)
    for number_of_row, row in enumerate(table.header):
        for column, cell in enumerate(row):
            if cell is not None:
                height = sum(heights[number_of_row : number_of_row + cell.rows])
                _cell(paper, table, cell, column, paper.y, height, _lines(table, cell, column), closed=True)
        paper.y -= heights[number_of_row]


def _row(paper: Paper, table: Ruled, row: Sequence[Cell]) -> int:
    """Print a row; gives the sheet it starts on."""
    places = _places(row)
    lines = [_lines(table, cell, column) for cell, column in zip(row, places, strict=True)]
    height = _height(table, max(len(each) for each in lines))
    if paper.y - height < paper.floor:
        if table.break_rows:
            return _broken_row(paper, table, row, places, lines)
        paper.next_page()
        _continue(paper, table)
    for cell, column, words in zip(row, places, lines, strict=True):
        _cell(paper, table, cell, column, paper.y, height, words, closed=True)
    paper.y -= height
    return paper.sheet


def _continue(paper: Paper, table: Ruled) -> None:
    if table.repeat_header:
        _header(paper, table)
    else:
        paper.canvas.setLineWidth(LINE)
        paper.canvas.line(table.edges[0], paper.y, table.edges[-1], paper.y)


def _broken_row(
    paper: Paper, table: Ruled, row: Sequence[Cell], places: Sequence[int], lines: Sequence[list[str]]
) -> int:
    start, most, first = 0, max(len(each) for each in lines), paper.sheet
    while start < most:
        fit = int((paper.y - paper.floor - 2 * table.pad) / _leading(table))
        if fit < 1:
            paper.next_page()
            if not start:
                _continue(paper, table)
                first = paper.sheet
            continue
        end = min(most, start + fit)
        height = _height(table, end - start) if end == most else paper.y - paper.floor
        for cell, column, words in zip(row, places, lines, strict=True):
            part = words[start:end]
            _cell(paper, table, cell, column, paper.y, height, part, closed=end == most, top=most > 1)
        paper.y -= height
        start = end
        if start < most:
            paper.next_page()
    return first


def _places(row: Sequence[Cell]) -> list[int]:
    places, column = [], 0
    for cell in row:
        places.append(column)
        column += cell.span
    return places


def _cell(
    paper: Paper,
    table: Ruled,
    cell: Cell,
    column: int,
    y: float,
    height: float,
    lines: Sequence[str],
    closed: bool,
    top: bool = False,
) -> None:
    left, right = table.edges[column], table.edges[column + cell.span]
    paper.canvas.setLineWidth(LINE)
    paper.canvas.line(left, y, left, y - height)
    paper.canvas.line(right, y, right, y - height)
    if closed:
        paper.canvas.line(left, y - height, right, y - height)
    block = len(lines) * _leading(table)
    start = y - table.pad if top else y - (height - block) / 2
    for position, words in enumerate(lines):
        base = start - position * _leading(table) - table.size
        paper.text(_x(table, cell, left, right, words), base, words, table.size, cell.bold)


def _x(table: Ruled, cell: Cell, left: float, right: float, words: str) -> float:
    width = width_of(words, table.size)
    if cell.align == "right":
        return right - table.pad - width
    if cell.align == "center":
        return (left + right - width) / 2
    return left + table.pad + cell.indent * table.size
