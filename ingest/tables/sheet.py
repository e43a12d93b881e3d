"""A table on its way from printed cells to records: cells by position, and the lines around it."""

from dataclasses import dataclass, field

from ingest.records.layout import Cell, Line
from ingest.wording.glyphs import printed


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table joined over its pages; ``above`` and ``below`` are the printed lines next to it, in order."""

    rows: int
    columns: int
    cells: tuple[Cell, ...]  # with their page
    above: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()
    page: int = 1
    page_end: int = 1
    page_starts: tuple[int, ...] = ()  # rows that begin a new page
    broken: tuple[tuple[int, int], ...] = ()  # rows made whole over a page's edge, with their last page
    rests: tuple[Cell, ...] = ()  # what stands on the next page of cells made whole, at the place of their first piece
    ruled: bool = True
    place: dict[tuple[int, int], Cell] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.rows)):
                for column in range(cell.column, min(cell.column + cell.column_span, self.columns)):
                    self.place[row, column] = cell

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a position."""
        return self.place.get((row, column))

    def in_row(self, row: int) -> list[Cell]:
        """The cells that cover a row, each once, from the left."""
        found: list[Cell] = []
        for column in range(self.columns):
            cell = self.place.get((row, column))
            if cell is not None and (not found or found[-1] is not cell):
                found.append(cell)
        return found

    def starting(self, row: int) -> list[Cell]:
        """The cells that begin in a row."""
        return [cell for cell in self.in_row(row) if cell.row == row]

    def filled(self, row: int) -> list[Cell]:
        """The cells with text that begin in a row."""
        return [cell for cell in self.starting(row) if cell.text.strip()]

    def piece_at(self, cell: Cell, position: int) -> Cell:
        """The piece of a cell broken over pages that holds its printed character of a number, blanks not counted."""
        left = len("".join(cell.text.split()))
        for rest in reversed([c for c in self.rests if (c.row, c.column) == (cell.row, cell.column)]):
            left -= len("".join(rest.text.split()))
            if position >= left:
                return rest
        return cell

    def words(self, row: int) -> list[str]:
        """The non-empty texts that begin in a row, wrapping mended."""
        return [text for text in (printed(cell.text) for cell in self.starting(row)) if text]
