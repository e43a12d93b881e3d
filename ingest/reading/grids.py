"""Lattices to grids: which stretches of the page are one cell, merged ones once, and the characters in each.

A cell is what no drawn line parts. So a missing bottom or side rule costs nothing, and merged cells come out whole.
"""

import math
from bisect import bisect_right

from ingest.reading.alignment import columns_of, is_row, is_table
from ingest.reading.inner_columns import with_inner_columns
from ingest.reading.marks import Char
from ingest.reading.open_body import split_open_rows, with_open_body
from ingest.reading.pieces import lines_of_pieces
from ingest.reading.rulings import Lattice
from ingest.reading.stacks import owners, split_columns, split_rows
from ingest.reading.words import block_text
from ingest.records.layout import Cell, Grid

DRAWN = 0.5  # share of a cell side that must be drawn to part two cells
BANDS = 3  # of a frame around header, rows and total that parts no columns
OPEN_ROWS, OPEN_COLUMNS = 2, 3  # of the table in such a frame


class _Union:
    def __init__(self, count: int) -> None:
        self.group = list(range(count))

    def root(self, i: int) -> int:
        while self.group[i] != i:
            self.group[i] = self.group[self.group[i]]
            i = self.group[i]
        return i

    def join(self, i: int, j: int) -> None:
        a, b = self.root(i), self.root(j)
        if a != b:
            self.group[max(a, b)] = min(a, b)


def cells_of(lattice: Lattice) -> tuple[list[float], list[float], list[tuple[int, int, int, int]]]:
    """Column edges, row edges, and the cells of a lattice as (row, column, row after, column after)."""
    xs, ys = lattice.column_edges, lattice.row_edges
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1:
        return xs, ys, []
    upright = {line.at: line for line in lattice.vertical}
    flat = {line.at: line for line in lattice.horizontal}
    union = _Union(rows * columns)
    for j in range(1, columns):
        line = upright.get(xs[j])
        for i in range(rows):
            if line is None or line.covers(ys[i], ys[i + 1]) < DRAWN:
                union.join(i * columns + j - 1, i * columns + j)
    for i in range(1, rows):
        line = flat.get(ys[i])
        for j in range(columns):
            if line is None or line.covers(xs[j], xs[j + 1]) < DRAWN:
                union.join((i - 1) * columns + j, i * columns + j)
    regions: dict[int, dict[int, list[int]]] = {}
    for i in range(rows):
        for j in range(columns):
            regions.setdefault(union.root(i * columns + j), {}).setdefault(i, []).append(j)
    cells = [cell for region in regions.values() for cell in _rectangles(region)]
    return xs, ys, sorted(cells)


def _rectangles(region: dict[int, list[int]]) -> list[tuple[int, int, int, int]]:
    """A region as rectangles: rows below each other with the same columns belong together."""
    open_: dict[tuple[int, int], int] = {}
    done = []
    last = -2
    for i in sorted(region):
        strips: list[tuple[int, int]] = []
        for j in region[i]:
            if strips and strips[-1][1] == j:
                strips[-1] = (strips[-1][0], j + 1)
            else:
                strips.append((j, j + 1))
        for strip in [s for s in open_ if s not in strips or last != i - 1]:
            done.append((open_.pop(strip), strip[0], last + 1, strip[1]))
        for strip in strips:
            open_.setdefault(strip, i)
        last = i
    done += [(first, a, last + 1, b) for (a, b), first in open_.items()]
    return done


def grid_of(lattice: Lattice, chars: list[Char], page: int, until: float = math.inf) -> tuple[Grid | None, list[Char]]:
    """The grid of a lattice with its characters, and the characters left over; None where it is only a frame.

    ``until`` is where the next table begins: rows without rules go on to there at most.
    """
    xs, ys, cells = cells_of(with_open_body(lattice, chars, until))
    if len(cells) < 2:
        return None, chars
    columns = len(xs) - 1
    owner: dict[int, int] = {}
    for k, (top, left, bottom, right) in enumerate(cells):
        for i in range(top, bottom):
            for j in range(left, right):
                owner[i * columns + j] = k
    held: list[list[Char]] = [[] for _ in cells]
    left_over: list[Char] = []
    moved = owners(chars, xs)
    for char in chars:
        x, y = moved.get(id(char), (char.x0 + char.x1) / 2), (char.top + char.bottom) / 2
        i, j = bisect_right(ys, y) - 1, bisect_right(xs, x) - 1
        if 0 <= i < len(ys) - 1 and 0 <= j < columns:
            held[owner[i * columns + j]].append(char)
        else:
            left_over.append(char)
    if not any(held) or _is_frame_only(xs, ys, held):
        return None, chars
    ys, cells, held = split_open_rows(xs, ys, cells, held)
    cells, held = split_columns(xs, cells, held)
    xs, cells, held = with_inner_columns(xs, cells, held)
    columns = len(xs) - 1
    ys, cells, held = split_rows(xs, ys, cells, held)
    made = [
        Cell(
            top,
            left,
            block_text(held[k]),
            (xs[left], ys[top], xs[right], ys[bottom]),
            bottom - top,
            right - left,
            indent=min((c.x0 - xs[left] for c in held[k] if not c.text.isspace()), default=None),
        )
        for k, (top, left, bottom, right) in enumerate(cells)
    ]
    # Words in one cell only: a frame around text, unless it is the rest of a wide table's row on a new page.
    if sum(1 for cell in made if cell.text.strip()) < 2 and columns < 3:
        return None, chars
    return Grid(page, (xs[0], ys[0], xs[-1], ys[-1]), len(ys) - 1, columns, tuple(made)), left_over


def _is_frame_only(xs: list[float], ys: list[float], held: list[list[Char]]) -> bool:
    """Whether a frame parts no columns of the table in it, which is then read as one without uprights."""
    if len(xs) > 2 or len(ys) > BANDS + 1:
        return False
    lines = [line for chars in held for line in lines_of_pieces(chars)]
    rows = [line for line in lines if is_row(line) and any(piece.is_number for piece in line)]
    if len(rows) < OPEN_ROWS:
        return False
    spans = columns_of(rows)
    return len(spans) >= OPEN_COLUMNS and is_table(rows, spans)
