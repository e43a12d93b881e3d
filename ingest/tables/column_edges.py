"""The edges of columns: whether the parts of a table on two pages, or in one grid, have the same columns."""

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from ingest.records.layout import Cell, Grid
from ingest.tables.sheet import Sheet

SHARED = 0.6  # of the narrower of two columns: they are one, drawn with other widths
FEW = 3  # columns that many tables have side by side by chance
NEAR = 4.0  # column edges nearer than this are one, points; less where columns are narrow


def edges_of(cells: tuple[Cell, ...], columns: int) -> list[float]:
    """The left edges of the columns and the last right edge; column numbers where cells have no box."""
    edges: list[float | None] = [None] * (columns + 1)
    beside = _beside(cells, columns)
    for cell in cells:
        if cell.box is not None:
            edges[cell.column] = cell.box[0] + beside[cell.column]
            edges[min(cell.column + cell.column_span, columns)] = cell.box[2] + beside[cell.column]
    return [float(i) if edge is None else edge for i, edge in enumerate(edges)]


def _beside(cells: tuple[Cell, ...], columns: int) -> list[float]:
    """How far at the right each column stands by its page: one put beside another (``abreast``) begins at the left."""
    starts: dict[int, float] = {}
    ends: dict[int, float] = {}
    pages: dict[int, set[int | None]] = {}
    for cell in cells:
        if cell.box is not None:
            last = cell.column + cell.column_span - 1
            starts[cell.column], ends[last] = cell.box[0], max(cell.box[2], ends.get(last, cell.box[2]))
            for column in range(cell.column, last + 1):
                pages.setdefault(column, set()).add(cell.page)
    shifts = [0.0] * columns
    for column in range(1, columns):
        shifts[column] = shifts[column - 1]
        apart = pages.get(column, set()).isdisjoint(pages.get(column - 1, set()))
        if apart and column in starts and column - 1 in ends and starts[column] < ends[column - 1]:
            shifts[column] += ends[column - 1] - starts[column]
    return shifts


def with_columns_of(sheet: Sheet, grid: Grid) -> Grid:
    """A grid whose columns are drawn with other widths from some row on, every row with as many cells as the sheet.

    Parts of a list that were filled in one after the other keep their own widths: the rules of both cut its columns.
    """
    rows = [[c for c in grid.cells if c.row <= row < c.row + c.row_span] for row in range(grid.rows)]
    if grid.columns <= sheet.columns or any(len(row) != sheet.columns for row in rows):
        return grid
    before, places = edges_of(sheet.cells, sheet.columns), {}
    for row in (sorted(row, key=lambda cell: cell.column) for row in rows):
        boxes = [cell.box for cell in row if cell.box is not None]
        edges = [*(box[0] for box in boxes), *(box[2] for box in boxes[-1:])]
        if not are_same_columns(before, edges):
            return grid
        before = edges
        places.update({id(cell): place for place, cell in enumerate(row)})
    cells = tuple(replace(cell, column=places[id(cell)], column_span=1) for cell in grid.cells)
    return replace(grid, columns=sheet.columns, cells=cells)


def are_same_columns(old: list[float], new: list[float]) -> bool:
    """Whether as many columns stand on both pages, each mostly below its own: one table drawn with other widths."""
    ends = max(abs(old[0] - new[0]), abs(old[-1] - new[-1]))
    if len(old) != len(new) or len(old) <= FEW or ends > NEAR:
        return False
    pairs = zip(pairwise(old), pairwise(new), strict=True)
    return all(min(b, d) - max(a, c) >= SHARED * min(b - a, d - c) for (a, b), (c, d) in pairs)


def merged_edges(old: list[float], new: list[float]) -> list[float] | None:
    """Column edges of both parts, or None where the parts do not line up."""
    near = min(NEAR, 0.2 * (old[-1] - old[0]) / max(1, len(old) - 1))
    matched = sum(1 for x in new if any(abs(x - y) <= near for y in old)) / len(new)
    back = sum(1 for y in old if any(abs(x - y) <= near for x in new)) / len(old)
    if abs(old[0] - new[0]) > 2 * near or abs(old[-1] - new[-1]) > 2 * near:
        if matched < 0.9 or len(new) < 3:  # an empty margin column may be missing on one page
            return None
    elif matched < 0.7 and back < 0.8:
        return None
    merged = list(old)
    for x in new:
        if not any(abs(x - y) <= near for y in merged):
            merged.append(x)
    return sorted(merged)


def edges_by_content(part: Sheet, old: list[float]) -> list[float]:
    """Edges for an unruled part by where its words begin in the columns of the page before; none if they clash."""
    places: list[int] = []
    for column in range(part.columns):
        starts = [
            cell.box[0] + cell.indent
            for cell in part.cells
            if cell.column == column and cell.column_span == 1 and cell.box is not None and cell.indent is not None
        ]
        if not starts:
            return []
        places.append(bisect_right(old, sorted(starts)[len(starts) // 2] + 1) - 1)
    if any(b <= a for a, b in pairwise(places)) or places[0] < 0 or places[-1] >= len(old) - 1:
        return []
    return [*(old[place] for place in places), old[places[-1] + 1]]
