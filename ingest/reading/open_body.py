"""Tables whose header alone is ruled, or framed rows without rules: the header's columns go on down."""

import math
import re
from itertools import pairwise

from ingest.reading.body_rows import body_rows, extent
from ingest.reading.heading_rows import TABLE_NUMBER
from ingest.reading.marks import Char
from ingest.reading.pieces import Piece, count_on, cut_at, lines_of_pieces
from ingest.reading.rulings import OPEN, Lattice, Line
from ingest.reading.stacks import Place

BREAK = 2.6  # in line heights: a gap that ends a table
ROWS = 3  # of a table of its own
FEWEST = 2  # numbers in a body
FITTING = 0.8  # share of the pieces that stand in one column each


def next_table(lattices: list[Lattice]) -> float:
    """Where the next table of three rows or more begins below the first of some lattices; infinity where there is none.

    A total ruled apart from the rows above it has fewer.
    """
    low = lattices[0].horizontal[-1].at
    tops = [one.horizontal[0].at for one in lattices[1:] if len(one.horizontal) >= ROWS + 1]
    return min((top for top in tops if top > low), default=math.inf)


def with_open_body(lattice: Lattice, chars: list[Char], until: float = math.inf) -> Lattice:
    """The lattice of a header with the rows below it that no rule encloses, closed by a line under the last of them."""
    xs = lattice.column_edges
    if len(xs) < 3:
        return lattice
    left, right = xs[0], xs[-1]
    low, high = lattice.horizontal[0].at, lattice.horizontal[-1].at
    if max(end for line in lattice.vertical for _, end in line.spans) > high + OPEN:
        return lattice  # the columns are ruled further down: a last row without a rule below it
    around = [c for c in chars if left - 2 < (c.x0 + c.x1) / 2 < right + 2]
    header = [c for c in around if low < (c.top + c.bottom) / 2 < high]
    if not header or any(_is_amount(piece) for line in lines_of_pieces(header) for piece in _uncounted(line)):
        return lattice
    below = [c for c in chars if high < (c.top + c.bottom) / 2 < until]
    end = _end(lines_of_pieces(below), xs, high)
    if end is None:
        return lattice
    return Lattice([*lattice.horizontal, Line(end, [(left, right)])], lattice.vertical)


def _end(lines: list[list[Piece]], xs: list[float], start: float) -> float | None:
    """Where the rows below a header end; None where what stands there is no body of its columns."""
    last, end, numbers, pieces, fitting = start, start, 0, 0, 0
    for line in lines:
        top, bottom = min(p.top for p in line), max(p.bottom for p in line)
        cut = [piece for whole in line for piece in cut_at(whole, xs)]
        outside = cut[0].x0 < xs[0] - 3 or cut[-1].x1 > xs[-1] + 3
        fit = sum(1 for piece in cut if _column(piece, xs) is not None)
        numbered = len(line) == 1 and re.search(TABLE_NUMBER, line[0].text.strip())  # the next table's
        if numbered or outside or top - last > BREAK * (bottom - top) or fit * 2 < len(cut):
            break
        numbers += sum(1 for piece in cut if _is_amount(piece))
        pieces += len(cut)
        fitting += fit
        last = end = bottom
    if numbers < FEWEST or fitting < FITTING * pieces:
        return None
    return end + 2


def _uncounted(line: list[Piece]) -> list[Piece]:
    """A line of a header without the numbers of its columns: 栏次 1 2 3."""
    numbers = [piece for piece in line if _is_amount(piece)]
    return [piece for piece in line if piece not in numbers] if count_on(numbers) else line


def _is_amount(piece: Piece) -> bool:
    return piece.is_number and sum(c.isdigit() for c in piece.text) >= 1


def _column(piece: Piece, xs: list[float]) -> int | None:
    """The column a piece stands in; None where it stands over several."""
    middle = (piece.x0 + piece.x1) / 2
    for i, (low, high) in enumerate(pairwise(xs)):
        if low <= middle < high:
            return i if piece.x0 > low - 2 and piece.x1 < high + 2 else None
    return None


def split_open_rows(
    xs: list[float], ys: list[float], cells: list[Place], held: list[list[Char]]
) -> tuple[list[float], list[Place], list[list[Char]]]:
    """Cells as wide as a table that hold several lines, cut into rows and into the columns the header's rules tell."""
    columns = len(xs) - 1
    for k in range(len(cells) - 1, -1, -1):
        top, left, _, right = cells[k]
        if columns < 2 or (left, right) != (0, columns) or top == 0 or len(held[k]) < 4:
            continue
        lines = [[p for whole in line for p in cut_at(whole, xs)] for line in lines_of_pieces(held[k])]
        pieces = [piece for line in lines for piece in line]
        fitting = sum(1 for piece in pieces if _column(piece, xs) is not None)
        numbers = sum(1 for piece in pieces if _is_amount(piece))
        if numbers < FEWEST or fitting < FITTING * len(pieces) or not _are_rows(lines):
            continue
        ys, cells, held = _cut(xs, ys, cells, held, k, lines)
    return ys, cells, held


def _are_rows(lines: list[list[Piece]]) -> bool:
    """Whether lines hold several pieces each, be it only those with amounts: names wrapped over lines of their own."""
    held = [line for line in lines if any(map(_is_amount, line))]
    return any(sum(map(len, some)) >= 1.5 * len(some) for some in (lines, held) if some)


def _cut(
    xs: list[float],
    ys: list[float],
    cells: list[Place],
    held: list[list[Char]],
    k: int,
    lines: list[list[Piece]],
) -> tuple[list[float], list[Place], list[list[Char]]]:
    top, _, bottom, _ = cells[k]
    spans = [(low + 1, high - 1) for low, high in pairwise(xs)]
    rows = body_rows(lines, xs, spans)
    extents = [extent(row) for row in rows]
    inner = [(a[1] + b[0]) / 2 for a, b in pairwise(extents)]
    more = len(rows) - (bottom - top)
    new: list[tuple[Place, list[Char]]] = []
    for i, (place, chars) in enumerate(zip(cells, held, strict=True)):
        if i == k:
            for r, row in enumerate(rows):
                filled = {first: (after, pieces) for first, after, pieces in row}
                column = 0
                while column < len(xs) - 1:
                    after, pieces = filled.get(column, (column + 1, []))
                    own = [char for piece in pieces for char in piece.chars]
                    new.append(((top + r, column, top + r + 1, after), own))
                    column = after
            continue
        first, left, last, right = place
        shift = more if first >= bottom else 0
        new.append(((first + shift, left, last + shift, right), chars))
    new.sort(key=lambda pair: pair[0])
    return (
        [*ys[: top + 1], *inner, *ys[bottom:]],
        [place for place, _ in new],
        [chars for _, chars in new],
    )
