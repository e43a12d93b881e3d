"""The head and the foot of a table whose body alone is enclosed by rules: names above it, totals below it.

Final accounts print such forms: level rules run on through head and foot, upright ones part the body only.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.reading.body_rows import body_rows, extent
from ingest.reading.header_levels import header_levels
from ingest.reading.header_names import HeaderName
from ingest.reading.marks import Char, Ruling
from ingest.reading.pieces import Piece, cut_at, lines_of_pieces
from ingest.reading.rulings import joined
from ingest.reading.unruled import header_top
from ingest.reading.unruled_grid import header_cells, row_cells
from ingest.records.layout import Box, Grid

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_NEAR = 1.6  # in line heights: how far below the body its last rows may begin
_MOST_FOOT = 2
_AS_WIDE = 0.9  # of the table
_BAND = 48.0  # a row of the head is no higher, points
_BESIDE = 4.0  # by how much words may stand out at the sides, points


def with_open_ends(
    grid: Grid, left: list[Char], before: list[Char], rules: Sequence[Ruling]
) -> tuple[Grid, list[Char]]:
    """The grid with its head and foot, and the characters left over; ``before`` are all characters of the page."""
    edges = _edges(grid)
    if grid.box is None or edges is None or grid.rows < _FEWEST_ROWS or not _begins_with_amounts(grid):
        return grid, left
    x0, top, x1, bottom = grid.box
    around = [c for c in left if x0 - _BESIDE < (c.x0 + c.x1) / 2 < x1 + _BESIDE]
    inside = [c for c in before if x0 < (c.x0 + c.x1) / 2 < x1 and top < (c.top + c.bottom) / 2 < bottom]
    above = lines_of_pieces([c for c in around if (c.top + c.bottom) / 2 < top])
    body = lines_of_pieces(inside)
    spans = [(low + 1, high - 1) for low, high in pairwise(edges)]
    level = joined([r for r in rules if r.horizontal and r.at < top])
    start = _upper_rule(level, grid.box)
    if start is None:
        first = header_top([*above, *body], len(above), spans, set())
    else:
        first = next((i for i, line in enumerate(above) if line[0].middle > start), len(above))
    taken: list[list[Piece]] = []
    head = [[p for whole in line for p in cut_at(whole, edges)] for line in above[first:]]
    if head and not any(piece.is_number for line in head for piece in line):
        names, levels = header_levels(head, [], spans, level)
        if len({name.first for name in names if name.after == name.first + 1}) * 2 >= len(spans):
            grid = _headed(grid, edges, names, levels)
            taken += above[first:]
    below = lines_of_pieces([c for c in around if (c.top + c.bottom) / 2 > bottom])
    foot = _foot(below, bottom, edges)
    if foot:
        grid = _footed(grid, edges, foot)
        taken += below[: len(foot)]
    gone = {id(char) for line in taken for piece in line for char in piece.chars}
    return grid, [c for c in left if id(c) not in gone] if gone else left


def _edges(grid: Grid) -> list[float] | None:
    """Where the columns begin, and where the last ends; None where some column has no cell of its own."""
    lefts = {c.column: c.box[0] for c in grid.cells if c.box is not None}
    if grid.columns < _FEWEST_COLUMNS or grid.box is None or set(lefts) != set(range(grid.columns)):
        return None
    return [*(lefts[j] for j in range(grid.columns)), grid.box[2]]


def _upper_rule(level: Sequence[Ruling], box: Box) -> float | None:
    """Where the highest of the level rules above a body is drawn that follow each other closely; None without one."""
    start: float | None = None
    for rule in sorted(level, key=lambda r: -r.at):
        wide = rule.high - rule.low > _AS_WIDE * (box[2] - box[0])
        if wide and (box[1] if start is None else start) - rule.at < _BAND:
            start = rule.at
    return start


def _begins_with_amounts(grid: Grid) -> bool:
    first = [piece for cell in grid.cells if cell.row == 0 for piece in cell.text.split("\n")]
    return any(text.replace(",", "").replace(".", "", 1).isdigit() and "." in text for text in first)


def _foot(below: list[list[Piece]], bottom: float, edges: list[float]) -> list[list[Piece]]:
    """The rows right below the body, with amounts in its columns and names before them."""
    found: list[list[Piece]] = []
    last = bottom
    for line in below[:_MOST_FOOT]:
        cut = [p for whole in line for p in cut_at(whole, edges)]
        height = max(p.bottom - p.top for p in cut)
        numbers = [p for p in cut if p.is_number]
        if not numbers or cut[0].is_number or min(p.top for p in cut) - last > _NEAR * height:
            break
        found.append(cut)
        last = max(p.bottom for p in cut)
    return found


def _headed(grid: Grid, edges: list[float], names: Sequence[HeaderName], levels: int) -> Grid:
    assert grid.box is not None
    x0, top, x1, bottom = grid.box
    high = min(name.top for name in names) - 1
    ys = [high + (top - high) * k / levels for k in range(levels + 1)]
    cells = [*header_cells(names, levels, edges, ys), *(replace(c, row=c.row + levels) for c in grid.cells)]
    cells.sort(key=lambda c: (c.row, c.column))
    return replace(grid, box=(x0, high, x1, bottom), rows=grid.rows + levels, cells=tuple(cells))


def _footed(grid: Grid, edges: list[float], foot: list[list[Piece]]) -> Grid:
    assert grid.box is not None
    x0, top, x1, bottom = grid.box
    spans = [(low + 1, high - 1) for low, high in pairwise(edges)]
    cells, row = list(grid.cells), grid.rows
    for line in foot:
        for made in body_rows([line], edges, spans, True):
            low = extent(made)[1] + 1
            cells += row_cells(made, row, edges, (bottom, low))
            bottom, row = low, row + 1
    cells.sort(key=lambda c: (c.row, c.column))
    return replace(grid, box=(x0, top, x1, bottom), rows=row, cells=tuple(cells))
