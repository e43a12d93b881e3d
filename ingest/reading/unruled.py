"""Tables without rulings: rows whose pieces stand in common columns, with the header above them.

Forms pasted from word processors and statistics printed without lines are read so; horizontal rules above, inside
or below such a table only confirm it.
"""

import re
from itertools import pairwise
from statistics import median

from ingest.reading.alignment import Span, columns_of, is_row, is_table
from ingest.reading.code_names import with_codes_joined
from ingest.reading.frames import frames_of, grid_in_frame
from ingest.reading.header_names import with_header_columns
from ingest.reading.heading_rows import TABLE_NUMBER
from ingest.reading.marks import Char, Ruling
from ingest.reading.pieces import Piece, lines_of_pieces
from ingest.reading.unruled_grid import grid_from
from ingest.records.layout import Grid

FEWEST_ROWS = 3
FEWEST_RULED_ROWS = 2
MOST_LINES = 14  # of a header: long names in narrow columns
BREAK = 3.2  # in line heights: a gap that ends a table
AHEAD = 2  # lines below the end of a goal in which the row stands that tells its column
_UNIT = re.compile(r"^\s*[（(]?(?:金额)?单位[：:]\s*(?:人民币)?[百千万亿]*元[)）]?\s*$")  # begins the next table
_SENTENCE = re.compile(r"[。；;]|，.{6,}|[:：]$")
_ABOUT = re.compile(rf"^\s*(?:单位|金额单位|部门|编制|填报|公开|预算)[^：:]{{0,12}}[：:]|{TABLE_NUMBER}")


def unruled_grids(chars: list[Char], rules: list[Ruling], page: int) -> tuple[list[Grid], list[Char]]:
    """The grids that stand in unruled text, and the characters left over; ``rules`` are horizontal and unused."""
    lines = lines_of_pieces(chars)
    if sum(1 for line in lines if is_row(line)) < FEWEST_RULED_ROWS:
        return [], chars
    grids: list[Grid] = []
    used: set[int] = set()
    for frame in frames_of(rules, lines):
        inside = [lines[i] for i in frame.lines]
        top = first = frame.lines[0]
        if any(piece.is_number for line in inside[:2] for piece in line):
            # No rule stands over the header, or the table goes on from the page before.
            top = header_top(lines, first, columns_of(inside), used)
        framed = grid_in_frame(frame, lines[top:first], inside, page)
        if framed is not None:
            grids.append(framed)
            used |= {*range(top, first), *frame.lines}
    for first, last in _blocks(lines, used):
        lines[first : last + 1] = with_codes_joined(lines[first : last + 1])
        rows = [line for line in lines[first : last + 1] if is_row(line)]
        spans = columns_of(rows)
        if len(rows) < FEWEST_ROWS or not is_table(rows, spans):
            continue
        start = next((i for i in range(first, last) if any(piece.is_number for piece in lines[i])), first)
        if start - first <= 4:
            first = _with_wrapped(lines, start, first, last)  # lines of names only at the top are the header
            spans = columns_of([line for line in lines[first : last + 1] if is_row(line)])
        top = header_top(lines, first, spans, used)
        header = lines[top:first]
        spans = with_header_columns(spans, header)
        grids.append(grid_from(header, lines[first : last + 1], spans, page))
        used |= set(range(top, last + 1))
    if not grids:
        return [], chars
    taken = {id(char) for i in used for piece in lines[i] for char in piece.chars}
    return grids, [char for char in chars if id(char) not in taken]


def _with_wrapped(lines: list[list[Piece]], start: int, first: int, last: int) -> int:
    """The first line of the row whose amounts stand at a line: its name or goal may begin above them."""
    size = max(char.size for piece in lines[start] for char in piece.chars)
    middle = sum(piece.middle for piece in lines[start]) / len(lines[start])
    rows = [line for line in lines[start : last + 1] if is_row(line)]
    while start > first:
        line = lines[start - 1]
        near = middle - sum(p.middle for p in line) / len(line) < size
        if not near and not (_wraps(line, rows) and lines[start][0].top - line[0].bottom < 0.5 * size):
            break
        start -= 1
    return start


def _height(line: list[Piece]) -> float:
    return max(piece.bottom - piece.top for piece in line)


def _blocks(lines: list[list[Piece]], used: set[int]) -> list[tuple[int, int]]:
    """Runs of rows, with the lines of wrapped words between them, as first and last line."""
    blocks: list[tuple[int, int]] = []
    first = last = -1
    for i, line in enumerate(lines):
        if i in used:
            if first >= 0:
                blocks.append((first, last))
                first = -1
            continue
        captioned = any(_UNIT.match(piece.text) for piece in line)
        if is_row(line) and not captioned:
            if first < 0:
                first = i
            last = i
            continue
        if first < 0:
            continue
        left, right = _extent(lines[first : last + 1])
        gap = line[0].top - lines[i - 1][0].bottom
        long = line[-1].x1 - line[0].x0 > 0.6 * (right - left) or _SENTENCE.search(line[0].text)
        beside = lines[first : last + 1] + [row for row in lines[i + 1 : i + 1 + AHEAD] if is_row(row)]
        if not captioned and i - last <= 2 and gap <= BREAK * _height(line) and _wraps(line, beside):
            continue
        if i - last > 2 or gap > BREAK * _height(line) or long or captioned:
            blocks.append((first, last))
            first = -1
    if first >= 0:
        blocks.append((first, last))
    parts = [part for block in blocks for part in _cut_at_gaps(lines, *block)]
    return [(first, _with_last_words(lines, first, last, used)) for first, last in parts]


def _with_last_words(lines: list[list[Piece]], first: int, last: int, used: set[int]) -> int:
    """The last line of a block with the end of a wide column's words, which go on below the last amounts."""
    rows = lines[first : last + 1]
    while last + 1 < len(lines) and last + 1 not in used and not is_row(lines[last + 1]):
        gap = min(p.top for p in lines[last + 1]) - max(p.bottom for p in rows[-1])
        if gap > 0.5 * _height(lines[last + 1]) or not _wraps(lines[last + 1], rows):
            break
        last += 1
    return last


def _wraps(line: list[Piece], rows: list[list[Piece]]) -> bool:
    """Whether a line is words of a wide last column alone, as long as they are: goals beside amounts."""
    beside = [row[-1] for row in rows if len(row) > 2 and not row[-1].is_number]
    beside += [row[-1] for row in rows if len(row) > 2 and row[-2].x1 < line[0].x0 <= row[-1].x0]  # its name
    return len(line) == 1 and any(
        one.x0 - 2 <= line[0].x0 <= one.x0 + 2 or line[0].x0 <= one.x0 <= one.x1 <= line[0].x1 for one in beside
    )


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


def header_top(lines: list[list[Piece]], first: int, spans: list[Span], used: set[int]) -> int:
    """The first line of the header above a block: close lines that fit the columns, up to a title."""
    left, right = spans[0][0], spans[-1][1]
    width = right - left
    rows = [line for line in lines[first : first + 8] if is_row(line)]
    usual = median([b[0].top - a[0].bottom for a, b in pairwise(rows)]) if len(rows) > 2 else 0.0
    top = first
    while top > 0 and first - top < MOST_LINES and top - 1 not in used:
        line = lines[top - 1]
        gap = min(p.top for p in lines[top]) - max(p.bottom for p in line)
        inside = line[0].x0 >= left - max(12, 0.25 * width) and line[-1].x1 <= right + max(12, 0.8 * width)
        words = "".join(piece.text for piece in line)
        if (
            gap > max(1.6 * _height(line), 1.2 * usual)
            or not inside
            or _SENTENCE.search(words)
            or any(map(_is_about, line))
        ):
            break
        if len(line) == 1 and (words.rstrip().endswith("表") or _covers_all(line[0], spans)):
            break
        top -= 1
    return top


def _is_about(piece: Piece) -> bool:
    return _ABOUT.search(piece.text) is not None


def _covers_all(piece: Piece, spans: list[Span]) -> bool:
    middle = (piece.x0 + piece.x1) / 2
    return len(spans) > 2 and abs(middle - (spans[0][0] + spans[-1][1]) / 2) < 0.06 * (spans[-1][1] - spans[0][0])
