"""What a reader gives back for any format: pages of grids and lines, each with its box.

Boxes are (left, top, right, bottom) in points, origin at the top left, of the page turned so that its text stands
upright (``Page.quarter_turns`` from the page as it is displayed); records carry boxes of the displayed page.
Formats without pages (text, HTML) give one page; a spreadsheet gives one page a sheet, its boxes in cell units
(column, row, column + 1, row + 1).
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
    """One page as it stands upright: its grids and the lines between them, in reading order."""

    number: int  # counts from 1
    width: float
    height: float
    grids: tuple[Grid, ...] = ()
    lines: tuple[Line, ...] = ()
    scanned: bool = False
    quarter_turns: int = 0  # clockwise, from the page as displayed to its text standing upright
    fault: str | None = None  # why this page could not be read, as a message key with its values

    @property
    def displayed_size(self) -> tuple[float, float]:
        """Width and height of the page as it is displayed."""
        return (self.height, self.width) if self.quarter_turns % 2 else (self.width, self.height)


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file as read, before anything is understood of it."""

    file_name: str
    format: str  # pdf, text, spreadsheet, word, html, image
    pages: tuple[Page, ...]
    warnings: tuple[str, ...] = field(default=())
