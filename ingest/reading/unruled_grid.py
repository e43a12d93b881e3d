"""The grid of an unruled table from its lines of pieces and its columns."""

from bisect import bisect_right
from itertools import pairwise
from statistics import median

from ingest.reading.alignment import Span
from ingest.reading.marks import Char
from ingest.reading.pieces import Piece
from ingest.reading.words import block_text
from ingest.records.layout import Cell, Grid

Row = list[tuple[int, int, list[Piece]]]  # first column, column after, pieces
TIGHT = 1.45  # in character sizes: lines nearer than this are one wrapped cell


def _edges(spans: list[Span], pieces: list[Piece]) -> list[float]:
    """Column edges half way between neighbouring columns."""
    inner = [(a[1] + b[0]) / 2 for a, b in pairwise(spans)]
    left = min([spans[0][0], *(p.x0 for p in pieces)]) - 1
    right = max([spans[-1][1], *(p.x1 for p in pieces)]) + 1
    return [left, *inner, right]


def _reach(piece: Piece, edges: list[float], spans: list[Span]) -> tuple[int, int]:
    """The columns a piece covers, first and one after last."""
    hit = [
        i
        for i, (low, high) in enumerate(spans)
        if min(piece.x1, high) - max(piece.x0, low) > 0.3 * min(high - low, piece.x1 - piece.x0)
    ]
    if not hit:
        at = bisect_right(edges, (piece.x0 + piece.x1) / 2) - 1
        hit = [min(max(at, 0), len(spans) - 1)]
    return hit[0], hit[-1] + 1


def grid_from(
    header: list[list[Piece]],
    body: list[list[Piece]],
    spans: list[Span],
    page: int,
    bands: list[list[list[Piece]]] | None = None,
) -> Grid:
    """The grid of a table: header levels, then rows; ``bands`` are the lines of each row where rules part them."""
    pieces = [piece for line in (*header, *body) for piece in line]
    edges = _edges(spans, pieces)
    rows: list[Row] = _header_rows(header, edges, spans)
    for band in bands if bands is not None else [body]:
        rows += _body_rows(band, edges, spans, bands is not None)
    heights = [(_low(row), _high(row)) for row in rows]
    ys = [heights[0][0] - 1]
    ys += [(a[1] + b[0]) / 2 for a, b in pairwise(heights)]
    ys.append(heights[-1][1] + 1)
    cells: list[Cell] = []
    for i, row in enumerate(rows):
        covered: set[int] = set()
        for first, after, held in row:
            covered |= set(range(first, after))
            chars = [char for piece in held for char in piece.chars]
            cells.append(_cell(i, first, after, chars, edges, ys))
        cells += [_cell(i, j, j + 1, [], edges, ys) for j in range(len(spans)) if j not in covered]
    cells.sort(key=lambda c: (c.row, c.column))
    return Grid(page, (edges[0], ys[0], edges[-1], ys[-1]), len(rows), len(spans), tuple(cells), False)


def _cell(row: int, first: int, after: int, chars: list[Char], edges: list[float], ys: list[float]) -> Cell:
    indent = min((c.x0 - edges[first] for c in chars), default=None)
    return Cell(
        row,
        first,
        block_text(chars),
        (edges[first], ys[row], edges[after], ys[row + 1]),
        1,
        after - first,
        indent=indent,
    )


def _low(row: Row) -> float:
    return min(piece.top for _, _, held in row for piece in held)


def _high(row: Row) -> float:
    return max(piece.bottom for _, _, held in row for piece in held)


def _header_rows(header: list[list[Piece]], edges: list[float], spans: list[Span]) -> list[Row]:
    """Header lines as levels: lines close under each other over the same columns are one wrapped cell."""
    cells: Row = []
    for line in header:
        for piece in line:
            first, after = _reach(piece, edges, spans)
            above = next((c for c in reversed(cells) if (c[0], c[1]) == (first, after)), None)
            size = max(c.size for c in piece.chars)
            if above is not None and piece.middle - above[2][-1].middle <= TIGHT * size:
                above[2].append(piece)
            else:
                cells.append((first, after, [piece]))
    if not cells:
        return []
    levels: list[Row] = [[]]
    wide = sorted((c for c in cells if c[1] - c[0] > 1), key=lambda c: c[2][0].middle)
    for cell in wide:
        if levels[-1] and any(c[0] < cell[1] and cell[0] < c[1] for c in levels[-1]):
            levels.append([])
        levels[-1].append(cell)
    if wide:
        levels.append([])
    lowest = levels[-1]
    for cell in cells:
        if cell[1] - cell[0] > 1:
            continue
        twin = next((c for c in lowest if c[0] == cell[0]), None)
        if twin is not None:
            twin[2].extend(cell[2])
        else:
            lowest.append(cell)
    return [sorted(level, key=lambda c: c[0]) for level in levels if level]


def _body_rows(body: list[list[Piece]], edges: list[float], spans: list[Span], one: bool) -> list[Row]:
    """Each line a row, lines of words alone that wrap a row's name added to it; ``one`` makes all lines one row."""
    placed = [_placed(line, edges, spans) for line in body]
    if one and sum(1 for line in body if any(piece.is_number for piece in line)) <= 1:
        return [_together(placed)]
    full = [i for i, row in enumerate(placed) if len(row) >= 2]
    gaps = [_middle(body[b]) - _middle(body[a]) for a, b in pairwise(full)]
    pitch = median(gaps) if gaps else 0.0
    owner = list(range(len(placed)))
    for i, row in enumerate(placed):
        if len(row) >= 2:
            continue
        column = row[0][0]
        best: tuple[float, int] | None = None
        for j in (i - 1, i + 1):
            if not 0 <= j < len(placed) or len(placed[j]) < 2:
                continue
            distance = abs(_middle(body[j]) - _middle(body[i]))
            size = max(c.size for c in row[0][2][0].chars)
            lacks = all(first != column for first, _, _ in placed[j])
            if (lacks and distance < 1.1 * size) or distance < min(0.8 * pitch, TIGHT * size):
                best = min(best or (distance, j), (distance, j))
        if best is not None:
            owner[i] = best[1]
    rows: list[Row] = []
    for i, row in enumerate(placed):
        if owner[i] != i:
            continue
        lines = [row, *(placed[k] for k in range(len(placed)) if owner[k] == i and k != i)]
        rows.append(_together(lines))
    return rows


def _together(lines: list[Row]) -> Row:
    """The pieces of several lines as one row, column by column."""
    merged: dict[int, tuple[int, int, list[Piece]]] = {}
    for part in lines:
        for first, after, held in part:
            if first in merged:
                merged[first][2].extend(held)
            else:
                merged[first] = (first, after, list(held))
    return [merged[first] for first in sorted(merged)]


def _middle(line: list[Piece]) -> float:
    return sum(piece.middle for piece in line) / len(line)


def _placed(line: list[Piece], edges: list[float], spans: list[Span]) -> Row:
    placed: Row = []
    for piece in line:
        first, after = _reach(piece, edges, spans)
        if placed and first < placed[-1][1]:
            start, end, held = placed[-1]
            placed[-1] = (start, max(end, after), [*held, piece])
        else:
            placed.append((first, after, [piece]))
    return placed
