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

_AS_WIDE = 0.9  # of the table
PADDING = 2.5  # between a cell's side and its words, points


def header_levels(
    header: list[list[Piece]], body: list[list[Piece]], spans: list[Span], rules: Sequence[Ruling] = ()
) -> tuple[list[HeaderName], int]:
    """The names of a header with their places and the number of its levels.

    ``rules`` are lines drawn under its upper names.
    """
    names = names_of(header, spans, rules)
    if not names:
        return [], 0
    leaves = _leaves(names, spans, rules)
    levels = _levels([name for name in names if name.below])
    sides = _sides(spans, body, leaves)
    width = spans[-1][1] - spans[0][0]
    short = [rule for rule in rules if rule.high - rule.low < _AS_WIDE * width]  # one under all names tells nothing
    for row, level in enumerate(levels):
        _place(level, leaves, sides, short, len(levels) - row)
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


def _leaves(names: list[HeaderName], spans: list[Span], rules: Sequence[Ruling]) -> dict[int, HeaderName]:
    """The lowest name of each column; names that stand above others know these afterwards."""
    lowest = max(name.middle for name in names)  # the height of the last level
    for name in names:
        under = [o for o in names if o.top > name.bottom - 0.35 * name.size]
        touching = [o for o in under if min(o.x1, name.x1) > max(o.x0, name.x0)]
        over_gap = _stands_over_others(name, under, spans)
        last = [o for o in under if o.middle > lowest - 0.3 * o.size]
        ruled = any(name.middle < r.at < lowest and r.low < name.center < r.high for r in rules)
        name.below = touching or (last if (over_gap or ruled) and name.bottom < lowest else [])
    own = sorted((name for name in names if not name.below), key=lambda name: name.center)
    leaves: dict[int, HeaderName] = {}
    for name, column in zip(own, _columns([name.center for name in own], spans), strict=True):
        if column in leaves:
            leaves[column].pieces += name.pieces
        else:
            name.first, name.after = column, column + 1
            leaves[column] = name
    return leaves


def _stands_over_others(name: HeaderName, under: list[HeaderName], spans: list[Span]) -> bool:
    """Whether a name stands in a gap between columns, or over the edge of such as all have names of their own below.

    Amounts set right reach under a name set in the middle over two columns.
    """
    reached = [j for j, span in enumerate(spans) if overlap(name.x0, name.x1, *span) > SHARED]
    if not reached:
        return not _beside_its_own(name, under, spans)
    return set(reached) <= set(_columns(sorted(other.center for other in under), spans))


def _beside_its_own(name: HeaderName, under: list[HeaderName], spans: list[Span]) -> bool:
    """Whether a name over a gap is the one of the nearest column, which no lower name heads: it is set left or in the
    middle over amounts set right."""
    nearest = min(range(len(spans)), key=lambda j: max(spans[j][0] - name.x1, name.x0 - spans[j][1]))
    return nearest not in _columns(sorted(other.center for other in under), spans)


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


def _place(
    level: list[HeaderName], leaves: dict[int, HeaderName], sides: list[Span], rules: Sequence[Ruling], under: int
) -> None:
    """The columns of each name of a level: a run of columns with lower names, around the name's middle.

    ``under`` is how many levels there are below it.
    """
    low = max(name.middle for name in level)
    following = min(other.middle for name in level for other in name.below)
    if under > 1:
        following = max(leaf.middle for leaf in leaves.values())
    # A name beside this level and all below it stands at half their height, one below it half a level further down.
    beside = low + (under + 0.5) / (2 * under) * (following - low)
    free = sorted(column for column, leaf in leaves.items() if leaf.middle > beside)
    runs = _runs(level, free, leaves, sides)
    for name, (first, after) in zip(level, runs, strict=True):
        wide = (r for r in rules if r.high - r.low > name.x1 - name.x0)
        own = (r for r in wide if _is_under(r, name) and sum(_is_under(r, other) for other in level) == 1)
        alone = (r for r in own if not _is_of_lower_cells(r, rules, level))
        ruled = next(alone, None)  # a line under several names tells none of them
        inside = [] if ruled is None else [c for c in free if ruled.low - 2 < leaves[c].center < ruled.high + 2]
        if inside:
            first, after = inside[0], inside[-1] + 1
        elif after <= first:
            first = min(range(len(sides)), key=lambda j: abs(sum(sides[j]) / 2 - name.center))
            after = first + 1
        name.first, name.after = first, after


def _is_under(rule: Ruling, name: HeaderName) -> bool:
    return name.bottom - 2 < rule.at < name.bottom + 12 and rule.low < name.center < rule.high


def _is_of_lower_cells(rule: Ruling, rules: Sequence[Ruling], level: list[HeaderName]) -> bool:
    """Whether a line is one of those over each of the lower names: another goes on from it under no upper name."""
    beside = (
        other
        for other in rules
        if abs(other.at - rule.at) < 1 and min(abs(other.low - rule.high), abs(rule.low - other.high)) < PADDING
    )
    return any(not any(other.low < name.center < other.high for name in level) for other in beside)


def _runs(
    level: list[HeaderName], free: list[int], leaves: dict[int, HeaderName], sides: list[Span]
) -> list[tuple[int, int]]:
    """Runs of the free columns around the middles of the names from the left, few columns left out."""
    widths = [sides[c][1] - sides[c][0] for c in free]
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}

    def solve(k: int, i: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        """The cheapest runs for the names from the k-th on over the free columns from the i-th on."""
        if k == len(level):
            return sum(widths[i:]), ()
        if (k, i) in best:
            return best[k, i]
        later, runs = solve(k + 1, i)
        found = (later + 1e6, ((0, 0), *runs))  # a name over nothing
        name = level[k]
        for s in range(i, len(free)):
            for e in range(s, len(free)):
                if free[e] - free[s] != e - s:
                    break
                off = abs((sides[free[s]][0] + sides[free[e]][1]) / 2 - name.center)
                torn = sum(1e3 for c in free[i:] if _touches(leaves[c], name) and not free[s] <= c <= free[e])
                rest, runs = solve(k + 1, e + 1)
                cost = off + torn + sum(widths[i:s]) + rest
                if cost < found[0]:
                    found = (cost, ((free[s], free[e] + 1), *runs))
        best[k, i] = found
        return found

    return list(solve(0, 0)[1])


def _touches(leaf: HeaderName, name: HeaderName) -> bool:
    return leaf.x0 < name.x1 and leaf.x1 > name.x0
