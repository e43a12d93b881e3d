"""What stands around a printed place in a format without page pictures: the rows or lines near it, the place marked."""

from dataclasses import dataclass

from ingest.records.layout import Box, Cell, Grid, Page, Reading

HEADER_ROWS = 3  # header trees of budget forms seldom have more levels
ROWS_AROUND = 6
LINES_AROUND = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell or line; ``marked`` where it is the place itself."""

    text: str
    marked: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Rows of a table (``is_table``) or lines of text, one piece each."""

    rows: tuple[tuple[Piece, ...], ...]
    is_table: bool


def surroundings(reading: Reading, page: int, box: Box | None, text: str) -> Surroundings | None:
    """The neighbourhood of a place, found by its box, else by its printed text; None where it is not on the page."""
    found = next((candidate for candidate in reading.pages if candidate.number == page), None)
    if found is None:
        return None
    for grid in found.grids:
        cell = _cell_at(grid, box) if box else None
        if cell is not None:
            return _rows_near(grid, cell)
    if (line := _line_at(found, box, text)) is not None:
        return _lines_near(found, line)
    for grid in found.grids:
        cell = next((c for c in grid.cells if text and c.text.strip() == text.strip()), None)
        if cell is not None:
            return _rows_near(grid, cell)
    return None


def _cell_at(grid: Grid, box: Box) -> Cell | None:
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for cell in grid.cells:
        if cell.box and cell.box[0] <= across <= cell.box[2] and cell.box[1] <= down <= cell.box[3]:
            return cell
    return None


def _rows_near(grid: Grid, marked: Cell) -> Surroundings:
    first, last = max(0, marked.row - ROWS_AROUND), min(grid.rows - 1, marked.row + ROWS_AROUND)
    shown = [row for row in range(grid.rows) if row < HEADER_ROWS or first <= row <= last]
    by_row: dict[int, list[Cell]] = {row: [] for row in shown}
    for cell in sorted(grid.cells, key=lambda c: (c.row, c.column)):
        if cell.row in by_row:
            by_row[cell.row].append(cell)
    rows = tuple(tuple(_piece(cell, marked, shown) for cell in by_row[row]) for row in shown if by_row[row])
    return Surroundings(rows, is_table=True)


def _piece(cell: Cell, marked: Cell, shown: list[int]) -> Piece:
    spanned = sum(1 for row in shown if cell.row <= row < cell.row + cell.row_span)
    return Piece(cell.text, cell is marked, cell.column_span, max(1, spanned))


def _line_at(page: Page, box: Box | None, text: str) -> int | None:
    if box is not None:
        for index, line in enumerate(page.lines):
            if line.box and line.box[1] <= (box[1] + box[3]) / 2 <= line.box[3] and line.box[0] <= box[2]:
                return index
    if text.strip():
        for index, line in enumerate(page.lines):
            if line.text.strip() and (text.strip() in line.text or line.text.strip() in text):
                return index
    return None


def _lines_near(page: Page, marked: int) -> Surroundings:
    first = max(0, marked - LINES_AROUND)
    near = page.lines[first : marked + LINES_AROUND + 1]
    rows = tuple((Piece(line.text, first + index == marked),) for index, line in enumerate(near))
    return Surroundings(rows, is_table=False)
