"""Pages made by hand: lines of running text with their boxes."""

from ingest.records.layout import Cell, Grid, Line, Page, Reading

LEFT, RIGHT, SIZE = 90.0, 510.0, 15.0


def line(text: str, top: float, *, indent: bool = False, size: float = SIZE, full: bool = True) -> Line:
    """A line of body text; ``full`` reaches the right margin."""
    left = LEFT + 2 * SIZE if indent else LEFT
    right = RIGHT if full else min(left + len(text) * SIZE, RIGHT - 60)
    return Line(text, (left, top, right, top + size), size)


def centered(text: str, top: float, size: float = 22.0) -> Line:
    """A title line."""
    half = len(text) * size / 2
    return Line(text, (300 - half, top, 300 + half, top + size), size)


def page_number(number: int) -> Line:
    """A page number at the foot."""
    return Line(f"- {number} -", (285, 812, 310, 824), 12.0)


def page(number: int, *lines: Line, grids: tuple[Grid, ...] = ()) -> Page:
    """A portrait page."""
    return Page(number, 595.0, 842.0, grids, lines)


def grid(page: int, *rows: tuple[str, ...], top: float = 300.0) -> Grid:
    """A grid of plain cells."""
    cells = tuple(
        Cell(r, c, text, (90 + 60 * c, top + 20 * r, 150 + 60 * c, top + 20 * r + 20))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Grid(page, (90, top, 500, top + 20 * len(rows)), len(rows), max(map(len, rows)), cells)


def reading(*pages: Page) -> Reading:
    """A file of such pages."""
    return Reading("任意.pdf", "pdf", pages)
