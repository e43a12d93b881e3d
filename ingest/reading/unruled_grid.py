"""The grid of an unruled table from its lines of pieces and its columns."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ingest.reading.alignment import Span
from ingest.reading.body_rows import Row, body_rows, extent
from ingest.reading.header_levels import header_levels
from ingest.reading.header_names import HeaderName
from ingest.reading.marks import Char, Ruling
from ingest.reading.pieces import Piece, cut_at
from ingest.reading.words import block_text
from ingest.records.layout import Cell, Grid

_MEASURE = re.compile(r"[百千万亿]*元|[年月日号个名人台套项次批件户所条家%％]")  # goes on from its number
_TOTAL = re.compile(r"[合总共]\s*计")
_AT_START = 0.5  # points by which words are off the left edge of their column


def _edges(spans: list[Span], pieces: list[Piece]) -> list[float]:
    """Column edges half way between neighbouring columns."""
    inner = [(a[1] + b[0]) / 2 for a, b in pairwise(spans)]
    left = min([spans[0][0], *(p.x0 for p in pieces)]) - 1
    right = max([spans[-1][1], *(p.x1 for p in pieces)]) + 1
    return [left, *inner, right]


def _cut_behind_amounts(lines: list[list[Piece]], spans: list[Span]) -> list[list[Piece]]:
    """Lines with an amount and the words of the next column, which begin right behind it, parted there."""
    ends = [high + 0.5 for _, high in spans[:-1]]  # amounts are set right
    return [[part for piece in line for part in _parted(piece, ends)] for line in lines]


def _cut_at_starts(lines: list[list[Piece]], spans: list[Span]) -> list[list[Piece]]:
    """Lines with words that end right before the words of the next column parted at the gap where that begins."""
    starts = [low for low, _ in spans[1:]]
    made: list[list[Piece]] = []
    for line in lines:
        parts = [(piece, [] if piece.is_number else cut_at(piece, starts)) for piece in line]
        made.append([])
        for piece, cut in parts:
            begins = all(any(abs(part.x0 - start) < _AT_START for start in starts) for part in cut[1:])
            made[-1] += cut if begins and not any(part.is_number for part in cut) and cut else [piece]
    return made


def _parted(piece: Piece, ends: list[float]) -> list[Piece]:
    parts = [] if piece.is_number else cut_at(piece, ends)
    behind = any(a.is_number and a.text[-1:].isdigit() and not _MEASURE.match(b.text) for a, b in pairwise(parts))
    return parts if behind else [piece]


def grid_from(
    header: list[list[Piece]],
    body: list[list[Piece]],
    spans: list[Span],
    page: int,
    bands: list[list[list[Piece]]] | None = None,
    rules: Sequence[Ruling] = (),
) -> Grid:
    """The grid of a table: header levels, then rows; ``bands`` are the lines of each row where rules part them.

    ``rules`` are lines drawn under upper names of the header.
    """
    pieces = [piece for line in (*header, *body) for piece in line]
    edges = _edges(spans, pieces)
    body = _cut_at_starts(_cut_behind_amounts(body, spans), spans)
    if bands is not None:
        bands = [_cut_at_starts(_cut_behind_amounts(band, spans), spans) for band in bands]
    names, levels = header_levels(header, body, spans, rules)
    rows: list[Row] = []
    for band in bands if bands is not None else [body]:
        rows += body_rows(band, edges, spans, bands is not None)
    rows = _with_wide_totals(rows)
    heights = [extent(row) for row in rows]
    ys = [heights[0][0] - 1]
    ys += [(a[1] + b[0]) / 2 for a, b in pairwise(heights)]
    ys.append(heights[-1][1] + 1)
    if levels:
        top = min(min(cell.top for cell in names), ys[0]) - 1
        ys = [*(top + (ys[0] - top) * k / levels for k in range(levels)), *ys]
    cells = header_cells(names, levels, edges, ys)
    for i, row in enumerate(rows, levels):
        cells += row_cells(row, i, edges, (ys[i], ys[i + 1]))
    cells.sort(key=lambda c: (c.row, c.column))
    return Grid(page, (edges[0], ys[0], edges[-1], ys[-1]), levels + len(rows), len(spans), tuple(cells), False)


def _with_wide_totals(rows: list[Row]) -> list[Row]:
    """The rows, a 合计 alone before its amount widened over the blank columns around it: it is set in their middle."""
    numbers = Counter(first for row in rows for first, _, held in row if all(piece.is_number for piece in held))
    words = Counter(first for row in rows for first, _, held in row if not any(piece.is_number for piece in held))
    wide: list[Row] = []
    for row in rows:
        first, _, held = row[0]
        alone = len(row) > 1 and first > 0 and numbers[first] > words[first]
        total = alone and _TOTAL.fullmatch("".join(piece.text for piece in held).replace(" ", ""))
        wide.append([(0, row[1][0], held), *row[1:]] if total else row)
    return wide


def header_cells(names: Sequence[HeaderName], levels: int, edges: list[float], ys: list[float]) -> list[Cell]:
    """The cells of a header: its names over their columns, blank ones where none stands."""
    cells: list[Cell] = []
    filled: set[tuple[int, int]] = set()
    for name in names:
        chars = [char for piece in name.pieces for char in piece.chars]
        cells.append(_cell(name.row, name.first, name.after, chars, edges, ys, name.row_after))
        filled |= {(i, j) for i in range(name.row, name.row_after) for j in range(name.first, name.after)}
    blank = [(i, j) for i in range(levels) for j in range(len(edges) - 1) if (i, j) not in filled]
    return [*cells, *(_cell(i, j, j + 1, [], edges, ys) for i, j in blank)]


def row_cells(row: Row, at: int, edges: list[float], height: tuple[float, float]) -> list[Cell]:
    """The cells of one row at a place in its grid: its pieces in their columns, blank ones where none stands."""
    ys = {at: height[0], at + 1: height[1]}
    cells: list[Cell] = []
    covered: set[int] = set()
    for first, after, held in row:
        covered |= set(range(first, after))
        cells.append(_cell(at, first, after, [char for piece in held for char in piece.chars], edges, ys))
    return [*cells, *(_cell(at, j, j + 1, [], edges, ys) for j in range(len(edges) - 1) if j not in covered)]


def _cell(
    row: int,
    first: int,
    after: int,
    chars: list[Char],
    edges: list[float],
    ys: Sequence[float] | Mapping[int, float],
    row_after: int | None = None,
) -> Cell:
    row_after = row + 1 if row_after is None else row_after
    indent = min((c.x0 - edges[first] for c in chars), default=None)
    return Cell(
        row,
        first,
        block_text(chars),
        (edges[first], ys[row], edges[after], ys[row_after]),
        row_after - row,
        after - first,
        indent=indent,
    )
