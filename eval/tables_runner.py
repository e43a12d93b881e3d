"""Tables given as cells, not as files: loaded as documents of their own and asked through the same assistant.

For question sets that come with their tables. Each cell's box is its place in the grid, so that a source of an answer
leads back to the very cell.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.parse import parse
from ingest.records.layout import Cell, Grid, Line, Page, Reading
from ingest.settings import Settings
from ingest.stores.store import open_store


@dataclass(frozen=True, slots=True)
class GivenTable:
    """A table by its cells; ``grid`` holds a cell number at every place, one over all places of a merged cell."""

    name: str
    title: str
    grid: tuple[tuple[int, ...], ...]
    texts: Mapping[int, str]


def flat_table(name: str, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> GivenTable:
    """A table of plain rows under one header line; cells are numbered line by line."""
    lines = [list(columns), *map(list, rows)]
    width = len(columns)
    texts = {line * width + place: text for line, cells in enumerate(lines) for place, text in enumerate(cells)}
    grid = tuple(tuple(line * width + place for place in range(width)) for line in range(len(lines)))
    return GivenTable(name, title, grid, texts)


def reading_of(table: GivenTable) -> Reading:
    """The table as a page with its title above one grid; boxes are (column, row, column end, row end)."""
    places: dict[int, list[tuple[int, int]]] = {}
    for row, numbers in enumerate(table.grid):
        for column, number in enumerate(numbers):
            places.setdefault(number, []).append((row, column))
    cells = tuple(_cell(table.texts.get(number, ""), spots) for number, spots in places.items())
    height, width = len(table.grid), max(map(len, table.grid), default=0)
    grid = Grid(1, (0, 0, width, height), height, width, cells)
    title = (Line(table.title, None),) if table.title else ()
    return Reading(table.name, "table", (Page(1, width, height, (grid,), title),))


def load_tables(tables: Iterable[GivenTable], settings: Settings) -> int:
    """Stores every table as a document; returns how many there were."""
    count = 0
    with open_store(settings) as store:
        for table in tables:
            store.replace(parse(reading_of(table), hashlib.sha256(table.name.encode()).hexdigest()[:16]))
            count += 1
    return count


def cell_at(table: GivenTable, box: Sequence[float]) -> int | None:
    """The number of the cell that a source's box frames, None outside the grid."""
    column, row = int(box[0]), int(box[1])
    inside = 0 <= row < len(table.grid) and 0 <= column < len(table.grid[row])
    return table.grid[row][column] if inside else None


def _cell(text: str, spots: Sequence[tuple[int, int]]) -> Cell:
    rows, columns = [row for row, _ in spots], [column for _, column in spots]
    top, left, bottom, right = min(rows), min(columns), max(rows) + 1, max(columns) + 1
    return Cell(top, left, text, (left, top, right, bottom), bottom - top, right - left, page=1)
