"""Tables without rulings: rows whose pieces stand in common columns, with the header above them.

Forms pasted from word processors and statistics printed without lines are read so; horizontal rules above, inside
or below such a table only confirm it.
"""

import re
from statistics import median

from ingest.reading.marks import Char, Ruling
from ingest.reading.pieces import Piece, lines_of_pieces
from ingest.reading.unruled_grid import Span, grid_from
from ingest.records.layout import Grid

FEWEST_ROWS = 3
FEWEST_RULED_ROWS = 2
BREAK = 3.2  # in line heights: a gap that ends a table
_SENTENCE = re.compile(r"[。；;]|，.{6,}|[:：]$")
_ABOUT = re.compile(
    r"^\s*(?:单位|金额单位|部门|编制|填报|公开|预算)[^：:]{0,12}[：:]|^(?:附?表|公开|预算)\s*\d+\s*表?$"
)


def unruled_grids(chars: list[Char], rules: list[Ruling], page: int, width: float) -> tuple[list[Grid], list[Char]]:
    """The grids that stand in unruled text, and the characters left over."""
    lines = lines_of_pieces(chars)
    if sum(1 for line in lines if _is_row(line)) < FEWEST_RULED_ROWS:
        return [], chars
    grids: list[Grid] = []
    used: set[int] = set()
    for first, last in _blocks(lines):
        spans = _columns([line for line in lines[first : last + 1] if _is_row(line)])
        rows = [line for line in lines[first : last + 1] if _is_row(line)]
        ruled = _is_ruled(rules, lines[first], lines[last])
        if len(rows) < (FEWEST_RULED_ROWS if ruled else FEWEST_ROWS) or not _is_table(rows, spans, ruled):
            continue
        top = _header_top(lines, first, spans, rules, used)
        grid = grid_from(lines[top:first], lines[first : last + 1], spans, page)
        grids.append(grid)
        used |= set(range(top, last + 1))
    if not grids:
        return [], chars
    taken = {id(char) for i in used for piece in lines[i] for char in piece.chars}
    return grids, [char for char in chars if id(char) not in taken]


def _is_row(line: list[Piece]) -> bool:
    numbers = sum(piece.is_number for piece in line)
    return (len(line) >= 2 and numbers >= 1) or len(line) >= 3


def _height(line: list[Piece]) -> float:
    return max(piece.bottom - piece.top for piece in line)


def _blocks(lines: list[list[Piece]]) -> list[tuple[int, int]]:
    """Runs of rows, with the lines of wrapped words between them, as first and last line."""
    blocks: list[tuple[int, int]] = []
    first = last = -1
    for i, line in enumerate(lines):
        if _is_row(line):
            if first < 0:
                first = i
            last = i
            continue
        if first < 0:
            continue
        left, right = _extent(lines[first : last + 1])
        gap = line[0].top - lines[i - 1][0].bottom
        long = line[-1].x1 - line[0].x0 > 0.6 * (right - left) or _SENTENCE.search(line[0].text)
        if i - last > 2 or gap > BREAK * _height(line) or long:
            blocks.append((first, last))
            first = -1
    if first >= 0:
        blocks.append((first, last))
    return [part for block in blocks for part in _cut_at_gaps(lines, *block)]


def _cut_at_gaps(lines: list[list[Piece]], first: int, last: int) -> list[tuple[int, int]]:
    parts = []
    start = first
    for i in range(first + 1, last + 1):
        gap = min(p.top for p in lines[i]) - max(p.bottom for p in lines[i - 1])
        if gap > BREAK * 1.5 * _height(lines[i]):
            parts.append((start, i - 1))
            start = i
    return [*parts, (start, last)]


def _extent(lines: list[list[Piece]]) -> tuple[float, float]:
    return min(line[0].x0 for line in lines), max(line[-1].x1 for line in lines)


def _is_ruled(rules: list[Ruling], first: list[Piece], last: list[Piece]) -> bool:
    """Whether horizontal rules stand right above and right below a block."""
    top, bottom = min(p.top for p in first), max(p.bottom for p in last)
    low, high = first[0].x0, first[-1].x1
    over = any(top - 90 < r.at <= top + 3 and r.low <= low + 6 and r.high >= high - 6 for r in rules)
    under = any(bottom - 3 <= r.at < bottom + 30 for r in rules)
    return over and under


def _columns(rows: list[list[Piece]]) -> list[Span]:
    """The columns in which the pieces stand: those of numbers first, then those of words beside them."""
    numbers = _clusters([piece for row in rows for piece in row if piece.is_number], len(rows))
    words = [
        piece
        for row in rows
        for piece in row
        if not piece.is_number and sum(_overlap(piece.x0, piece.x1, *span) > 0.3 for span in numbers) == 0
    ]
    return sorted(numbers + _clusters(words, len(rows)))


def _overlap(a: float, b: float, c: float, d: float) -> float:
    """The shared stretch of two extents as a share of the shorter one."""
    shared = min(b, d) - max(a, c)
    return shared / max(min(b - a, d - c), 0.1)


def _clusters(pieces: list[Piece], rows: int) -> list[Span]:
    """Extents of pieces that overlap each other, stray ones left out."""
    spans: list[list[float]] = []  # low, high, count
    for piece in sorted(pieces, key=lambda p: p.x1 - p.x0):
        hits = [s for s in spans if _overlap(piece.x0, piece.x1, s[0], s[1]) > 0.3]
        if not hits:
            spans.append([piece.x0, piece.x1, 1])
        elif len(hits) == 1:
            hits[0][0] = min(hits[0][0], piece.x0)
            hits[0][1] = max(hits[0][1], piece.x1)
            hits[0][2] += 1
    spans = _merged(spans)
    needed = 2 if rows >= 4 else 1
    return [(s[0], s[1]) for s in spans if s[2] >= min(needed, max(1, 0.08 * rows))]


def _merged(spans: list[list[float]]) -> list[list[float]]:
    merged: list[list[float]] = []
    for span in sorted(spans):
        if merged and span[0] < merged[-1][1] - 0.5:
            merged[-1] = [merged[-1][0], max(merged[-1][1], span[1]), merged[-1][2] + span[2]]
        else:
            merged.append(list(span))
    return merged


def _is_table(rows: list[list[Piece]], spans: list[Span], ruled: bool) -> bool:
    """Whether rows fill common columns; a page of contents (names and page numbers) is no table."""
    if len(spans) < 2:
        return False
    fitting = total = 0
    for row in rows:
        for piece in row:
            total += 1
            fitting += sum(_overlap(piece.x0, piece.x1, *span) > 0.3 for span in spans) == 1
    if fitting < 0.8 * total:
        return False
    numbers = [piece for row in rows for piece in row if piece.is_number]
    if not numbers:
        filled = median(len(row) for row in rows)
        return len(spans) >= 3 and filled >= 3 and len(rows) >= 4
    if len(spans) == 2 and _is_contents(rows):
        return False
    aligned = sum(1 for row in rows if any(piece.is_number for piece in row))
    return ruled or aligned >= 0.5 * len(rows)


def _is_contents(rows: list[list[Piece]]) -> bool:
    values = [row[-1].text.strip("-—()（） ") for row in rows if row[-1].is_number]
    numbers = [int(v) for v in values if v.isdigit() and len(v) <= 3]
    return len(numbers) == len(values) and numbers == sorted(numbers)


def _header_top(lines: list[list[Piece]], first: int, spans: list[Span], rules: list[Ruling], used: set[int]) -> int:
    """The first line of the header above a block: close lines that fit the columns, up to a rule or a title."""
    left, right = spans[0][0], spans[-1][1]
    top = first
    while top > 0 and first - top < 6 and top - 1 not in used:
        line = lines[top - 1]
        gap = min(p.top for p in lines[top]) - max(p.bottom for p in line)
        inside = line[0].x0 >= left - 12 and line[-1].x1 <= right + 12
        words = "".join(piece.text for piece in line)
        if gap > 1.6 * _height(line) or not inside or _SENTENCE.search(words) or _ABOUT.search(words):
            break
        if len(line) == 1 and (words.rstrip().endswith("表") or _covers_all(line[0], spans)):
            break
        between = [r for r in rules if max(p.bottom for p in line) - 2 <= r.at <= min(p.top for p in lines[top]) + 2]
        if between and top != first and max(r.high - r.low for r in between) > 0.8 * (right - left):
            break
        top -= 1
    return top


def _covers_all(piece: Piece, spans: list[Span]) -> bool:
    middle = (piece.x0 + piece.x1) / 2
    return len(spans) > 2 and abs(middle - (spans[0][0] + spans[-1][1]) / 2) < 0.06 * (spans[-1][1] - spans[0][0])
