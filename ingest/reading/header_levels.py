"""The header of an unruled table: its names as levels of cells, each with the columns it stands over.

Names are centred in their cells and nothing is drawn around them. So a name above others stands over the neighbouring
columns around whose middle it is set: 收入 over 项目 and 预算数, though it touches neither.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import pstdev

from ingest.reading.alignment import SHARED, Span, overlap
from ingest.reading.header_names import HeaderName, names_of
from ingest.reading.marks import Ruling
from ingest.reading.pieces import Piece

PADDING = 2.5  # between a cell's side and its words, points


def header_levels(
    header: list[list[Piece]], body: list[list[Piece]], spans: list[Span], rules: Sequence[Ruling] = ()
) -> tuple[list[HeaderName], int]:
    """The names of a header with their places and the number of its levels.

    ``rules`` are lines drawn under its upper names.
    """
    names = names_of(header, spans)
    if not names:
        return [], 0
    leaves = _leaves(names, spans)
    levels = _levels([name for name in names if name.below])
    sides = _sides(spans, body, leaves)
    for level in levels:
        _place(level, leaves, sides, rules)
    count = len(levels) + 1
    for row, level in enumerate(levels):
        for name in level:
            name.row, name.row_after = row, row + 1
    for leaf in leaves.values():
        leaf.row, leaf.row_after = count - 1, count
    placed = [*(name for level in levels for name in level), *leaves.values()]
    for name in placed:  # those without another above them reach up to the first level
        over = [
            other.row_after
            for other in placed
            if other.row_after <= name.row and other.first < name.after and name.first < other.after
        ]
        name.row = max(over, default=0)
    return placed, count


def _leaves(names: list[HeaderName], spans: list[Span]) -> dict[int, HeaderName]:
    """The lowest name of each column; names that stand above others know these afterwards."""
    lowest_top = max(name.top for name in names)
    lowest = min(
        (name.middle for name in names if name.bottom > lowest_top), default=lowest_top
    )  # the middle of the names in the last line
    for name in names:
        under = [o for o in names if o.top > name.bottom - 0.35 * name.size]
        touching = [o for o in under if min(o.x1, name.x1) > max(o.x0, name.x0)]
        over_gap = not any(overlap(name.x0, name.x1, *span) > SHARED for span in spans)
        last = [o for o in under if o.middle > lowest - 0.3 * o.size]
        name.below = touching or (last if over_gap and name.bottom < lowest else [])
    own = sorted((name for name in names if not name.below), key=lambda name: name.center)
    leaves: dict[int, HeaderName] = {}
    for name, column in zip(own, _columns([name.center for name in own], spans), strict=True):
        if column in leaves:
            leaves[column].pieces += name.pieces
        else:
            name.first, name.after = column, column + 1
            leaves[column] = name
    return leaves


def _columns(centers: list[float], spans: list[Span]) -> list[int]:
    """Columns for names from the left: each its own where there are enough, those nearest to the names."""
    n, m = len(centers), len(spans)
    middles = [(low + high) / 2 for low, high in spans]

    def cost(i: int, j: int) -> float:
        low, high = spans[j]
        return max(0.0, low - centers[i], centers[i] - high) * 3 + abs(centers[i] - middles[j])

    if n > m:
        return [min(range(m), key=lambda j: cost(i, j)) for i in range(n)]
    best = [[0.0] * (m + 1)] + [[float("inf")] * (m + 1) for _ in range(n)]
    for i in range(1, n + 1):
        for j in range(i, m + 1):
            best[i][j] = min(best[i][j - 1], best[i - 1][j - 1] + cost(i - 1, j - 1))
    found: list[int] = []
    j = m
    for i in range(n, 0, -1):
        while best[i][j] == best[i][j - 1]:
            j -= 1
        found.append(j - 1)
        j -= 1
    return found[::-1]


def _levels(upper: list[HeaderName]) -> list[list[HeaderName]]:
    """Upper names by their height on the page, from the top, each level from the left."""
    levels: list[list[HeaderName]] = []
    for name in sorted(upper, key=lambda n: n.middle):
        if levels and name.middle - levels[-1][0].middle < 0.7 * name.size:
            levels[-1].append(name)
        else:
            levels.append([name])
    return [sorted(level, key=lambda n: n.x0) for level in levels]


def _sides(spans: list[Span], body: list[list[Piece]], leaves: dict[int, HeaderName]) -> list[Span]:
    """Where the cells of each column begin and end, as far as numbers set right and names set in the middle tell."""
    lefts: list[float | None] = [None] * len(spans)
    rights: list[float | None] = [None] * len(spans)
    for j, span in enumerate(spans):
        held = [p for line in body for p in line if p.is_number and overlap(p.x0, p.x1, *span) > SHARED]
        if len(held) < 2:
            continue
        set_right = pstdev([p.x1 for p in held]) < pstdev([p.middle_x for p in held]) + 0.01
        if set_right:
            rights[j] = max(p.x1 for p in held) + PADDING
    for j in range(len(spans)):
        right, leaf = rights[j], leaves.get(j)
        before = rights[j - 1] if j else None
        lefts[j] = before
        if before is None and right is not None and leaf is not None:
            lefts[j] = min(2 * leaf.center - right, leaf.x0)
        if right is None and before is not None and leaf is not None:
            rights[j] = max(2 * leaf.center - before, leaf.x1)
    edges = [spans[0][0], *((a[1] + b[0]) / 2 for a, b in pairwise(spans)), spans[-1][1]]
    sides = []
    for j, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        sides.append((edges[j] if left is None else left, edges[j + 1] if right is None else right))
    return sides


def _place(level: list[HeaderName], leaves: dict[int, HeaderName], sides: list[Span], rules: Sequence[Ruling]) -> None:
    """The columns of each name of a level: a run of columns with lower names, around the name's middle."""
    low = max(name.middle for name in level)
    following = min(other.middle for name in level for other in name.below)
    # A name beside both levels stands at half their height.
    free = sorted(column for column, leaf in leaves.items() if leaf.middle > low + 0.75 * (following - low))
    taken = -1
    for k, name in enumerate(level):
        ruled = next((r for r in rules if _is_under(r, name)), None)
        limit = level[k + 1].x0 if k + 1 < len(level) else float("inf")
        own = [c for c in free if c > taken and leaves[c].x0 < limit]
        inside = [] if ruled is None else [c for c in own if ruled.low - 2 < leaves[c].center < ruled.high + 2]
        first, after = (inside[0], inside[-1] + 1) if inside else _around(name, own, sides, leaves)
        if after <= first:
            column = min(range(len(sides)), key=lambda j: abs(sum(sides[j]) / 2 - name.center))
            first, after = column, column + 1
        name.first, name.after = first, after
        taken = max(taken, after - 1)


def _is_under(rule: Ruling, name: HeaderName) -> bool:
    return name.bottom - 2 < rule.at < name.bottom + 12 and rule.low < name.center < rule.high


def _around(name: HeaderName, own: list[int], sides: list[Span], leaves: dict[int, HeaderName]) -> tuple[int, int]:
    """The run of columns whose middle is nearest to that of a name above them."""
    touched = [c for c in own if leaves[c].x0 < name.x1 and leaves[c].x1 > name.x0]
    best: tuple[float, int, int] | None = None
    for i, first in enumerate(own):
        for j in range(i, len(own)):
            last = own[j]
            if last - first != j - i:
                break
            if any(not first <= c <= last for c in touched):
                continue
            off = abs((sides[first][0] + sides[last][1]) / 2 - name.center)
            best = min(best or (off, first, last + 1), (off, first, last + 1))
    return (0, 0) if best is None else (best[1], best[2])
