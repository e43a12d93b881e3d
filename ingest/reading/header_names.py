"""The names of an unruled table's header: their wrapped lines together, and the columns that only they tell."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.reading.alignment import Span, apart, clusters, overlap
from ingest.reading.marks import Ruling
from ingest.reading.pieces import Piece, finely, joined_pieces

LEADING = 1.48  # in character sizes: lines of one cell are nearer than this
CLOSING = 2.0  # the same where the line closes a bracket
LOOSE = 1.75  # the same below a line that fills its column
CELL_SIDES = 11.0  # what word processors keep free at the sides of a cell, points
TOUCHING = 0.05  # share of the shorter extent by which a name stands over a column

# Names whose characters are set wide, as one sees them in headers: 收　入.
_SPREAD = frozenset(
    (
        *("收入", "支出", "项目", "合计", "小计", "总计", "名称", "金额", "科目", "编码", "代码", "备注", "单位"),
        *("地区", "公式", "序号", "类别", "内容", "部门", "收支", "年度", "其中", "数量", "区县", "市县"),
        *("价值", "原值", "净值", "单价", "面积", "人数", "比例"),
    )
)


@dataclass(slots=True)
class HeaderName:
    """A name of the header with the columns (first, one after last) and the levels it stands over."""

    pieces: list[Piece]
    first: int = 0
    after: int = 1
    row: int = 0
    row_after: int = 1
    below: list["HeaderName"] = field(default_factory=list)

    @property
    def x0(self) -> float:
        """Its left edge."""
        return min(piece.x0 for piece in self.pieces)

    @property
    def x1(self) -> float:
        """Its right edge."""
        return max(piece.x1 for piece in self.pieces)

    @property
    def top(self) -> float:
        """Where its first line begins."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Where its last line ends."""
        return max(piece.bottom for piece in self.pieces)

    @property
    def center(self) -> float:
        """The middle between its sides."""
        return (self.x0 + self.x1) / 2

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """The size of its characters."""
        return max(char.size for piece in self.pieces for char in piece.chars)


def names_of(header: list[list[Piece]], spans: list[Span], rules: Sequence[Ruling] = ()) -> list[HeaderName]:
    """Pieces as names: lines close under each other around one middle are one wrapped name; a rule parts them."""
    names: list[HeaderName] = []
    for line in header:
        pieces = _spread_joined(finely(line))
        for at, piece in enumerate(pieces):
            near = (n for n in reversed(names) if _goes_on(n, piece, spans) and not _parted(n, piece, rules))
            above = next(near, None)
            if above is not None and _heads_neighbours(above, at, pieces, names):
                above = None
            if above is not None:
                above.pieces.append(piece)
            else:
                names.append(HeaderName([piece]))
    return names


def _heads_neighbours(name: HeaderName, at: int, line: list[Piece], names: list[HeaderName]) -> bool:
    """Whether a name stands over a piece and its neighbours: 基本支出 over 合计, 人员, 公用.

    The lines of a wrapped name stand around the height of its neighbours, never the last of them at their height,
    and never over them.
    """
    if any(_is_over(name, other) for other in line[max(0, at - 1) : at] + line[at + 1 : at + 2]):
        return True
    if not 0 < at < len(line) - 1:
        return False
    piece, beside = line[at], (line[at - 1], line[at + 1])
    size = max(char.size for char in piece.chars)
    level = all(abs(other.middle - piece.middle) < 0.15 * size for other in beside)
    bare = not any(overlap(n.x0, n.x1, p.x0, p.x1) > 0 for p in beside for n in names if n.middle < p.middle - size / 2)
    middle = (beside[0].middle_x + beside[1].middle_x) / 2
    wide = name.x1 - name.x0 > 1.5 * (piece.x1 - piece.x0)
    loose = piece.middle - name.pieces[-1].middle > LEADING * size
    return level and bare and (wide or loose) and abs(middle - name.center) < 1.2 * size


def _is_over(name: HeaderName, piece: Piece) -> bool:
    return min(name.x1, piece.x1) - max(name.x0, piece.x0) > 1


def _parted(name: HeaderName, piece: Piece, rules: Sequence[Ruling]) -> bool:
    """Whether a level rule is drawn between a name and a piece below it."""
    x, low, high = piece.middle_x, name.pieces[-1].middle, piece.middle
    return any(low < rule.at < high and rule.low < x < rule.high for rule in rules)


def with_header_columns(spans: list[Span], header: list[list[Piece]]) -> list[Span]:
    """The columns with those added that only the header names, as columns without any amount are.

    A name set left over numbers set right stands beside its column: it belongs to the nearest column without a name.
    """
    names = names_of(header, spans)
    if not names:
        return spans
    half = (min(name.top for name in names) + max(name.bottom for name in names)) / 2
    low = [name for name in names if name.middle > half - 0.5 * name.size]  # the others stand above names
    loose = [n for n in names if not any(overlap(n.x0, n.x1, *span) > TOUCHING for span in spans)]
    high = [(name.x0, name.x1) for name in loose if name not in low]
    found = clusters([piece for name in loose if name in low for piece in name.pieces], 1)
    nameless = [s for s in spans if not any(overlap(n.x0, n.x1, *s) > TOUCHING for n in low)]
    for own in (*found, *high):
        order = sorted([*spans, *found, *high])
        at = order.index(own)
        beside = [s for s in (*order[max(0, at - 1) : at], *order[at + 1 : at + 2]) if s in nameless]
        if beside:
            nearest = min(beside, key=lambda s: max(s[0] - own[1], own[0] - s[1]))
            nameless.remove(nearest)
            spans = [(min(s[0], own[0]), max(s[1], own[1])) if s == nearest else s for s in spans]
        elif own in found:
            spans = [*spans, own]
    return apart(spans)


def _spread_joined(line: list[Piece]) -> list[Piece]:
    """A line with the characters of a name set wide as one piece."""
    joined: list[Piece] = []
    i = 0
    while i < len(line):
        count = next((n for n in (4, 2) if i + n <= len(line) and _is_spread_name(line[i : i + n])), 1)
        joined.append(joined_pieces(line[i : i + count]) if count > 1 else line[i])
        i += count
    return joined


def _is_spread_name(pieces: list[Piece]) -> bool:
    text = "".join(piece.text for piece in pieces)
    if len(text) != len(pieces) or not all(text[k : k + 2] in _SPREAD for k in range(0, len(text), 2)):
        return False
    gaps = [b.x0 - a.x1 for a, b in pairwise(pieces)]
    size = pieces[0].chars[0].size
    return max(gaps) < 12 * size and max(gaps) - min(gaps) < size


def _goes_on(name: HeaderName, piece: Piece, spans: list[Span]) -> bool:
    """Whether a piece is the next line of a wrapped name: a line is broken only where it is full."""
    last = name.pieces[-1]
    size = max(char.size for char in piece.chars)
    distance = piece.middle - last.middle
    width = last.x1 - last.x0
    said = "".join(part.text for part in name.pieces)
    if _is_open(said) and not _is_open(said + piece.text) and last.x0 < piece.middle_x < last.x1:
        return 0 < distance <= CLOSING * size
    if not 0.5 * size < distance <= LOOSE * size or width < piece.x1 - piece.x0 - 1.3 * size:
        return False
    room = _width_at((last.x0 + last.x1) / 2, spans) - max(0.5 * size, CELL_SIDES)
    if distance > LEADING * size and width + size < room:
        return False
    centred = abs((last.x0 + last.x1) - (piece.x0 + piece.x1)) / 2 < 0.35 * size
    return centred or abs(last.x0 - piece.x0) < 0.15 * size


def _is_open(text: str) -> bool:
    return sum(map(text.count, "（(")) > sum(map(text.count, "）)"))


def _width_at(x: float, spans: list[Span]) -> float:
    """The width of the column at a place, from the middles of the gaps around it, or between amounts set right."""
    inner = [(a[1] + b[0]) / 2 for a, b in pairwise(spans)]
    edges = [spans[0][0], *inner, spans[-1][1]]
    at = next((i for i, (low, high) in enumerate(pairwise(edges)) if low <= x <= high), None)
    if at is None:
        return 0.0
    return min(edges[at + 1] - edges[at], spans[at][1] - spans[at - 1][1] if at else math.inf)
