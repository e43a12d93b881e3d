"""The rows of a table's body where no rule parts them: names wrapped over lines go to the line of their amounts."""

import re
from bisect import bisect_right
from itertools import pairwise
from statistics import median

from ingest.reading.alignment import Span
from ingest.reading.pieces import Piece

Row = list[tuple[int, int, list[Piece]]]  # first column, column after, pieces
TIGHT = 1.45  # in character sizes: lines nearer than this are one wrapped cell
LOOSE = 2.2  # the same below a line that fills its column
_FEWEST_WRAPPED, _MOST_WRAPPED = 3, 30  # lines of a column, and of one cell
_OFF_CENTRE = 0.3  # in character sizes: the middle of a cell's words from that of its amounts
_HAS_WORDS = 0.3  # in character sizes: how much off its middle a row may be, to have words at all

_ROW_START = re.compile(
    r"[\[【〔（(]?[1-5]\d{2}(?:\d{2}){0,2}(?!\d)[\]】〕）)]?[-－—_\s]?[\u4e00-\u9fff]"
    r"|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|其中[：:]|(?:本年|上年|年末|结转).{0,8}(?:合计|结余|结转|下年)"
)
_CODE = re.compile(r"[1-9]\d{2}(?:\d{2}){0,3}")


def body_rows(body: list[list[Piece]], edges: list[float], spans: list[Span], one: bool = False) -> list[Row]:
    """The lines of a body as rows: each line with amounts is one, wrapped words are added to theirs.

    ``one`` says that rules enclose the lines as one row already.
    """
    placed = [_placed(line, edges, spans) for line in body]
    if one and sum(1 for line in body if any(piece.is_number for piece in line)) <= 1:
        return [_together(placed)]
    anchors = _anchors(placed, len(spans))
    middles = [sum(piece.middle for piece in line) / len(line) for line in body]
    pitches = [middles[b] - middles[a] for a, b in pairwise(anchors)]
    pitch = median(pitches) if pitches else 0.0
    owned: dict[int, Row] = {anchor: [] for anchor in anchors}
    for column in range(len(spans)):
        entries = [(i, cell) for i, row in enumerate(placed) for cell in row if cell[0] == column]
        if (around := _centred(entries, anchors, middles)) is not None:
            for owner, block in around:
                owned.setdefault(owner, []).extend(cell for _, cell in block)
            continue
        right = max([spans[column][1], *(p.x1 for _, (_, after, held) in entries if after == column + 1 for p in held)])
        blocks = _blocks(entries, set(anchors), middles, pitch, right)
        for block in (part for whole in blocks for part in _parted(whole, anchors, placed, middles, column)):
            owner = _owner(block, anchors, placed, middles, column)
            owned.setdefault(owner, []).extend(cell for _, cell in block)
    return [_together([owned[owner]]) for owner in sorted(owned) if owned[owner]]


def _anchors(placed: list[Row], columns: int) -> list[int]:
    """The lines that are rows for certain: those with amounts, else those with several pieces."""
    words = [0] * columns
    numbers = [0] * columns
    for row in placed:
        for first, _, held in row:
            if all(piece.is_number for piece in held):
                numbers[first] += 1
            else:
                words[first] += 1
    named = next((c for c in range(columns) if words[c] > numbers[c]), 0)  # codes stand before the names
    found = [
        i
        for i, row in enumerate(placed)
        if any(first >= named and any(piece.is_number for piece in held) for first, _, held in row)
        or (len(row) >= 2 and row[0][0] < named and _CODE.fullmatch(row[0][2][0].text))
    ]
    return found or [i for i, row in enumerate(placed) if len(row) >= 2]


Entry = tuple[int, tuple[int, int, list[Piece]]]  # line, its cell in the column


def _blocks(
    entries: list[Entry], anchors: set[int], middles: list[float], pitch: float, right: float
) -> list[list[Entry]]:
    """The pieces of a column from the top, those of one wrapped cell together: never two lines of amounts.

    ``right`` is where its longest line ends.
    """
    blocks: list[list[Entry]] = []
    for entry in entries:
        line, (_, _, held) = entry
        if blocks:
            above, (_, _, over) = blocks[-1][-1]
            size = max(char.size for piece in held for char in piece.chars)
            distance = middles[line] - middles[above]
            fills = max(piece.x1 for piece in over) + 1.1 * size >= right
            near = distance < min(0.85 * pitch or TIGHT * size, TIGHT * size)
            if fills:
                near = distance <= min(max(TIGHT * size, 0.95 * pitch), LOOSE * size)
            taken = line in anchors and any(i in anchors for i, _ in blocks[-1])
            words = not any(piece.is_number for piece in (*held, *over)) or not {line, above} <= anchors
            if near and not taken and words and not _ROW_START.match(held[0].text):
                blocks[-1].append(entry)
                continue
        blocks.append([entry])
    return blocks


def _centred(entries: list[Entry], anchors: list[int], middles: list[float]) -> list[tuple[int, list[Entry]]] | None:
    """The lines of a column of words by the rows they stand around; None where they are not set in the middle of them.

    A goal of three lines beside one line of amounts, right below that of the row before.
    """
    if any(piece.is_number for _, (_, _, held) in entries for piece in held):
        return None
    lines = [line for line, _ in entries]
    size = max((char.size for _, (_, _, held) in entries for piece in held for char in piece.chars), default=1.0)
    if len(lines) < _FEWEST_WRAPPED or not any(line not in anchors for line in lines):
        return None
    shares = _shared_out(lines, anchors, middles, size)
    return None if shares is None else [(anchor, entries[low:high]) for anchor, low, high in shares]


Share = tuple[int, int, int]  # an anchor, the first of its lines and one after the last


def _shared_out(
    lines: list[int], anchors: list[int], middles: list[float], size: float | None = None
) -> tuple[Share, ...] | None:
    """The cheapest way to give all lines to anchors in their order, each stretch around its anchor; None where none is.

    With a ``size`` of characters an anchor may go without lines, none stand off its middle or over a gap, and one that
    is printed beside the amounts of a row is its own.
    """
    beside = set(anchors) & set(lines)
    ways: list[tuple[float, tuple[Share, ...]] | None] = [(0.0, ()), *[None] * len(lines)]
    for anchor in anchors:
        following = [way if size is not None else None for way in ways]
        for low, way in enumerate(ways):
            if way is None:
                continue
            for high in range(low + 1, len(lines) + 1):
                off = abs((middles[lines[low]] + middles[lines[high - 1]]) / 2 - middles[anchor])
                if size is not None:
                    if lines[high - 1] in beside - {anchor}:
                        break
                    gap = middles[lines[high - 1]] - middles[lines[max(high - 2, low)]]
                    if gap > LOOSE * size or high - low > _MOST_WRAPPED:
                        break
                    if off > _OFF_CENTRE * size:
                        continue
                    off -= _HAS_WORDS * size
                made = (way[0] + off, (*way[1], (anchor, low, high)))
                following[high] = min(following[high] or made, made)
        ways = following
    return None if ways[-1] is None else ways[-1][1]


def _parted(
    block: list[Entry], anchors: list[int], placed: list[Row], middles: list[float], column: int
) -> list[list[Entry]]:
    """Wrapped names of rows right below each other, whose lines follow at one distance, each around its own amounts."""
    lines = [line for line, _ in block]
    bare = [
        anchor
        for anchor in anchors
        if lines[0] < anchor < lines[-1] and not any(first <= column < after for first, after, _ in placed[anchor])
    ]
    if len(bare) < 2 or len(lines) < len(bare) or set(lines) & set(anchors):
        return [block]
    shares = _shared_out(lines, bare, middles)
    return [block] if shares is None else [block[low:high] for _, low, high in shares]


def _owner(block: list[Entry], anchors: list[int], placed: list[Row], middles: list[float], column: int) -> int:
    """The line whose row a wrapped cell belongs to; its own first line where no amounts stand beside it."""
    for line, _ in block:
        if line in anchors:
            return line
    low, high = middles[block[0][0]], middles[block[-1][0]]
    size = max(char.size for _, (_, _, held) in block for piece in held for char in piece.chars)
    at = bisect_right(anchors, block[0][0])
    best: tuple[float, int] | None = None
    for anchor in anchors[max(0, at - 1) : bisect_right(anchors, block[-1][0]) + 1]:
        distance = abs(middles[anchor] - (low + high) / 2)
        lacks = not any(first <= column < after for first, after, _ in placed[anchor])
        if lacks and distance < max(1.1 * size, (high - low) / 2):
            best = min(best or (distance, anchor), (distance, anchor))
    return block[0][0] if best is None else best[1]


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


def _placed(line: list[Piece], edges: list[float], spans: list[Span]) -> Row:
    placed: Row = []
    for piece in line:
        first, after = reach(piece, edges, spans)
        if placed and first < placed[-1][1]:
            start, end, held = placed[-1]
            placed[-1] = (start, max(end, after), [*held, piece])
        else:
            placed.append((first, after, [piece]))
    return placed


def reach(piece: Piece, edges: list[float], spans: list[Span]) -> tuple[int, int]:
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


def extent(row: Row) -> tuple[float, float]:
    """The height on the page at which a row begins and ends."""
    pieces = [piece for _, _, held in row for piece in held]
    return min(piece.top for piece in pieces), max(piece.bottom for piece in pieces)
