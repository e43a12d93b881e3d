"""Rows told apart by their background: the edges of tinted bands stand for the rules that are not drawn.

Every second row is tinted, or every row and the header. The first and last row may be left white.
"""

from collections.abc import Sequence
from itertools import pairwise

from ingest.reading.alignment import is_row
from ingest.reading.marks import Ruling
from ingest.reading.pieces import Piece
from ingest.records.layout import Box

FEWEST = 3  # bands of a table
SAME = 2.0  # edges nearer than this are one, points
HIGHEST = 0.25  # of a page: a higher background is a picture or a page
NARROWEST = 120.0  # points


def stripe_rules(tints: Sequence[Box], lines: list[list[Piece]], height: float) -> list[Ruling]:
    """Level rules at the edges of the bands of one width, and at those of the white rows before and after them."""
    rules: list[Ruling] = []
    for bands in _of_one_width(_bands([t for t in tints if t[3] - t[1] < HIGHEST * height])):
        left, right = bands[0][0], bands[0][2]
        edges = [edge for band in bands for edge in (band[1], band[3])]
        white = [below[1] - above[3] for above, below in pairwise(bands) if below[1] - above[3] > SAME]
        inside = [line for line in lines if line[0].x0 > left - SAME and line[-1].x1 < right + SAME]
        if white:
            reach = max(white[1:], default=white[0])
            first, last = edges[0], edges[-1]
            if _is_white_row(inside, first - reach, first):
                edges.insert(0, first - _height_at(inside, first, -1, reach))
            if _is_white_row(inside, last, last + reach):
                edges.append(last + _height_at(inside, last, 1, reach))
        rules += [Ruling(True, edge, left, right) for edge in edges]
    return rules


def _bands(tints: list[Box]) -> list[Box]:
    """Backgrounds at one height that touch each other as one: those of the cells of a row."""
    bands: list[Box] = []
    for tint in sorted(tints, key=lambda t: (round(t[1]), t[0])):
        last = bands[-1] if bands else None
        if last and _level(last, tint) and last[0] - SAME <= tint[0] <= last[2] + SAME:
            bands[-1] = (last[0], last[1], max(last[2], tint[2]), last[3])
        else:
            bands.append(tint)
    return [band for band in bands if band[2] - band[0] > NARROWEST]


def _level(one: Box, other: Box) -> bool:
    return abs(one[1] - other[1]) < SAME and abs(one[3] - other[3]) < SAME


def _of_one_width(bands: list[Box]) -> list[list[Box]]:
    """Bands of one width above each other; the first of two over each other counts."""
    groups: list[list[Box]] = []
    for band in sorted(bands, key=lambda b: b[1]):
        for group in groups:
            last = group[-1]
            if abs(last[0] - band[0]) < SAME and abs(last[2] - band[2]) < SAME:
                if band[1] > last[3] - SAME:
                    group.append(band)
                break
        else:
            groups.append([band])
    return [group for group in groups if len(group) >= FEWEST]


def _is_white_row(lines: list[list[Piece]], low: float, high: float) -> bool:
    """Whether a row with an amount stands between two heights."""
    between = [line for line in lines if low < sum(p.middle for p in line) / len(line) < high]
    return any(is_row(line) and any(piece.is_number for piece in line) for line in between)


def _height_at(lines: list[list[Piece]], edge: float, way: int, reach: float) -> float:
    """The height of the white row at an edge: its wrapped name stands as far over its amounts as below them."""
    middles = [(line, sum(p.middle for p in line) / len(line)) for line in lines]
    amounts = [m for line, m in middles if is_row(line) and 0 < way * (m - edge) < reach]
    middle = min(amounts, key=lambda m: abs(m - edge))
    names = [(line[0], m) for line, m in middles if len(line) == 1 and not line[0].is_number]
    for inner, near in names:
        for outer, far in names:
            even = abs(near + far - 2 * middle) < SAME and abs(inner.x0 - outer.x0) < SAME
            if even and 0 < way * (near - edge) < way * (middle - edge):
                return 2 * abs(middle - edge)
    return min(reach, 2 * abs(middle - edge))
