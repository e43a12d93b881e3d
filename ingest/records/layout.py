"""What a reader gives back for any format: pages of grids and lines, each with its box.

Boxes are (left, top, right, bottom) in points of the page as it is displayed (after its rotation), origin at the
top left. Formats without pages (text, HTML) give one page; a spreadsheet gives one page a sheet, its boxes in
cell units (column, row, column + 1, row + 1).
"""

from dataclasses import dataclass, field

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid, as printed (line breaks kept as ``\\n``); spans count grid rows and columns."""

    row: int
    column: int
    text: str
    box: Box | None
    row_span: int = 1
    column_span: int = 1
    page: int | None = None  # the page of the cell, once grids of several pages are joined
    confidence: float | None = None  # of character recognition, 0 to 1; None where the text is exact
    indent: float | None = None  # from the cell's left edge to its first character; tells the level of a label


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line outside every grid; ``size`` is the height of its characters in points."""

    text: str
    box: Box | None
    size: float | None = None
    bold: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as found on one page: cells by position, merged cells once at their top left."""

    page: int
    box: Box | None
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    ruled: bool = True  # False where columns are told by alignment alone, so that their edges are not exact


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its grids and the lines between them, in reading order."""

    number: int  # counts from 1
    width: float
    height: float
    grids: tuple[Grid, ...] = ()
    lines: tuple[Line, ...] = ()
    scanned: bool = False
    fault: str | None = None  # why this page could not be read, as a message key with its values


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file as read, before anything is understood of it."""

    file_name: str
    format: str  # pdf, text, spreadsheet, word, html, image
    pages: tuple[Page, ...]
    warnings: tuple[str, ...] = field(default=())
