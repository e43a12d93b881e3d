"""Tables without rulings: rows whose pieces stand in common columns, with the header above them.

Forms pasted from word processors and statistics printed without lines are read so; horizontal rules above, inside
or below such a table only confirm it.
"""

import re
from itertools import pairwise
from statistics import median

from ingest.reading.alignment import SHARED, Span, columns_of, is_row, is_table, overlap
from ingest.reading.broken_numbers import with_numbers_joined
from ingest.reading.code_names import with_codes_joined
from ingest.reading.frames import frames_of, grid_in_frame
from ingest.reading.header_names import with_header_columns
from ingest.reading.heading_rows import TABLE_NUMBER
from ingest.reading.marks import Char, Ruling
from ingest.reading.pieces import Piece, count_on, has_places, lines_of_pieces
from ingest.reading.unruled_grid import grid_from
from ingest.reading.uprights import columns_between, cut_at_columns
from ingest.records.layout import Grid

FEWEST_ROWS = 3
MOST_LINES = 14  # of a header: long names in narrow columns
FEWEST_AMOUNTS = 2  # of a row that stands alone
FEWEST_NAMES = 3
FEW_NAMES = 4  # lines of them above the first numbers are the header, whatever follows
NUMBERED = 0.8
FLUSH = 1.5  # points by which the lines of one name begin apart
TITLED = 1.3  # times the size of the rows: a title's characters
HALF_LINE = 0.5
BREAK = 3.2  # in line heights: a gap that ends a table
NEXT = 1.6  # in line heights: a gap between lines of a header
UPPER_NAMES = 3.2  # the same below names of several columns each
NAMES = 2.6  # in line heights: a gap below the names of several columns, set in the middle of high cells
AHEAD = 2  # lines below the end of a goal in which the row stands that tells its column
_UNIT = re.compile(r"^\s*[（(]?(?:金额)?单位[：:]\s*(?:人民币)?[百千万亿]*元[)）]?\s*$")  # begins the next table
_BAND = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+[、.．]")
_ROW_CODE = re.compile(r"[\[【〔]?[1-5]\d{2}(?:\d{2}){0,2}(?!\d)")
_STOP = re.compile(r"[。，；]")
_SENTENCE = re.compile(r"[。；;]|，.{6,}|[:：]$")
_ABOUT = re.compile(rf"^\s*(?:单位|金额单位|部门|编制|填报|公开|预算)[^：:]{{0,12}}[：:]|{TABLE_NUMBER}")


def unruled_grids(chars: list[Char], loose: list[Ruling], page: int) -> tuple[list[Grid], list[Char]]:
    """The grids that stand in text outside of lattices, and the characters left over; ``loose`` are rules not used."""
    rules = [rule for rule in loose if rule.horizontal]
    lines = with_numbers_joined(lines_of_pieces(chars))
    if not any(map(is_row, lines)):
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
        if not _is_block(lines, first, rows):
            continue
        names = first
        start = next((i for i in range(first, last + 1) if any(piece.is_number for piece in lines[i])), first)
        if start - first <= FEW_NAMES or _is_long_header(lines, first, start, last):
            first = _with_wrapped(lines, start, first, last)  # lines of names only at the top are the header
            spans = columns_of([line for line in lines[first : last + 1] if is_row(line)])
        if (between := columns_between(loose, lines[start : last + 1])) is not None:
            spans = between
            lines[first : last + 1] = cut_at_columns(lines[first : last + 1], spans)
        top = header_top(lines, min(names, first), spans, used)
        while first - top > 1 and (_is_band(lines[first - 1], spans) or _begins_name(lines, top, first, spans)):
            first -= 1
        header = lines[top:first]
        spans = with_header_columns(spans, header) if between is None else spans
        grids.append(grid_from(header, lines[first : last + 1], spans, page))
        used |= set(range(top, last + 1))
    if not grids:
        return [], chars
    taken = {id(char) for i in used for piece in lines[i] for char in piece.chars}
    return grids, [char for char in chars if id(char) not in taken]


def _is_block(lines: list[list[Piece]], first: int, rows: list[list[Piece]]) -> bool:
    """Whether rows are a table: by the columns of all of them, or of one or two rows of amounts under their names."""
    small = _is_small(lines, first, rows)
    if len(rows) < FEWEST_ROWS and not small:
        return False
    held = [row for row in rows if any(piece.is_number for piece in row)]
    few = small and len(held) < FEWEST_ROWS  # names set in the middle stand beside so few amounts set right
    return is_table(rows, columns_of(rows)) or (few and is_table(held, columns_of(held)))


def _is_small(lines: list[list[Piece]], first: int, rows: list[list[Piece]]) -> bool:
    """Whether few rows are a table all the same: amounts below their names, or the last rows of the page before."""
    numbers = [[piece for piece in row if piece.is_number] for row in rows]
    held = [row for row, own in zip(rows, numbers, strict=True) if own and not count_on(own)]
    if not held or any(map(_is_prose, held)):
        return False
    if any(_STOP.search(piece.text) for row in rows for piece in row):
        return False  # of a sentence that is set out over its line
    over = lines[first - 1] if first else []
    named = len(over) > 1 and not any(piece.is_number or _STOP.search(piece.text) for piece in over)
    if named and len(held) > 1 and all(len(row) == len(over) and has_places(row[-1]) for row in held):
        return True
    if any(sum(map(has_places, row)) < FEWEST_AMOUNTS for row in held) and not _are_alike(rows):
        return False
    if rows[0] is not held[0] and len(rows[0]) >= FEWEST_NAMES:
        return True
    above = any(piece.is_number for line in lines[:first] for piece in line)
    return not above and not any(row[0].is_number for row in held)


def _are_alike(rows: list[list[Piece]]) -> bool:
    """Whether rows are a name and as many numbers each, of which most have several digits."""
    numbers = [piece.text for row in rows for piece in row[1:] if piece.is_number]
    same = len({len(row) for row in rows}) == 1 and len(rows[0]) > FEWEST_NAMES
    alike = same and len(numbers) == sum(len(row) - 1 for row in rows) and not any(row[0].is_number for row in rows)
    return len(rows) > 1 and alike and sum(len(text) >= FEWEST_NAMES for text in numbers) * 2 > len(numbers)


def _is_prose(row: list[Piece]) -> bool:
    """Whether words follow an amount in a line: 62.29 万元 and so on."""
    after = row[next(i for i, piece in enumerate(row) if piece.is_number) :]
    return any(not piece.is_number for piece in after)


def _is_long_header(lines: list[list[Piece]], first: int, start: int, last: int) -> bool:
    """Whether many lines of names alone are a header of several levels: nearly every line below them has numbers."""
    below = lines[start : last + 1]
    numbered = sum(any(piece.is_number for piece in line) for line in below)
    return start - first <= MOST_LINES and numbered >= FEWEST_ROWS and numbered >= NUMBERED * len(below)


def _is_band(line: list[Piece], spans: list[Span]) -> bool:
    """Whether a line names the rows below it and no column: （一）人员类支出 at the left of the first column."""
    return len(line) == 1 and len(spans) > 1 and line[0].x1 < spans[1][0] and _BAND.match(line[0].text) is not None


def _begins_name(lines: list[list[Piece]], top: int, first: int, spans: list[Span]) -> bool:
    """Whether the last line of a header is the first of a name that goes on beside the amounts below it.

    It fills the first column, which a name above heads already, or begins with a code.
    """
    line, row = lines[first - 1], lines[first]
    left, right = spans[0]
    if len(line) != 1 or len(spans) < 2 or line[0].x1 >= spans[1][0]:
        return False
    if line[0].x1 < right - _size(line) and not _ROW_CODE.match(line[0].text):
        return False
    level = line[0].x0 > left - FLUSH and abs(row[0].x0 - line[0].x0) < FLUSH and not row[0].is_number
    near = row[0].top - line[0].bottom < HALF_LINE * _height(line) + FLUSH
    return level and near and any(p.x0 < right and p.x1 > left for above in lines[top : first - 1] for p in above)


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
    """The last line of a block with the words that go on below its last amounts: of a wide column, or of a name."""
    rows = lines[first : last + 1]
    while last + 1 < len(lines) and last + 1 not in used and not is_row(lines[last + 1]):
        gap = min(p.top for p in lines[last + 1]) - max(p.bottom for p in lines[last])
        near = gap <= HALF_LINE * _height(lines[last + 1])
        if not near or not (_wraps(lines[last + 1], rows) or _ends_name(lines, first, last)):
            break
        last += 1
    return last


def _ends_name(lines: list[list[Piece]], first: int, last: int) -> bool:
    """Whether the line after a block's last goes on with the name above it, which fills the first column."""
    line = lines[last + 1]
    names = [row[0] for row in lines[first : last + 1] if not row[0].is_number]
    above = next((name for name in reversed(names) if name.bottom > line[0].top - 2 * _height(line)), None)
    if above is None or len(line) != 1 or _ROW_CODE.match(line[0].text) or _SENTENCE.search(line[0].text):
        return False
    right = max(name.x1 for name in names if name.x0 < above.x1)
    return (
        abs(line[0].x0 - above.x0) < FLUSH
        and max(above.x1, line[0].x1) <= above.x1 + FLUSH
        and above.x1 + _size(line) * 1.1 >= right
    )


def _wraps(line: list[Piece], rows: list[list[Piece]]) -> bool:
    """Whether a line is words of a wide last column alone, as long as they are: goals beside amounts."""
    rows = [row for row in rows if len(row) > 2 and line[0].x0 > row[0].x1]
    beside = [row[-1] for row in rows if not row[-1].is_number]
    beside += [row[-1] for row in rows if row[-2].x1 < line[0].x0 <= row[-1].x0]  # its name
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
    usual = median([b[0].top - a[0].bottom for a, b in pairwise(rows)]) if len(rows) > 1 else 0.0
    top = first
    while top > 0 and first - top < MOST_LINES and top - 1 not in used:
        line = lines[top - 1]
        gap = min(p.top for p in lines[top]) - max(p.bottom for p in line)
        inside = line[0].x0 >= left - max(12, 0.25 * width) and line[-1].x1 <= right + max(12, 0.8 * width)
        words = "".join(piece.text for piece in line)
        reach = _reach(line, spans, any(piece.is_number for piece in lines[top]))
        if (
            gap > max(reach * _height(line), 1.2 * usual)
            or not inside
            or _SENTENCE.search(words)
            or any(map(_is_about, line))
            or (len(line) == 1 and _size(line) > TITLED * _size(lines[first]))
        ):
            break
        # At half the height of other names, which stand over or under its own line.
        beside = gap < HALF_LINE * _height(line) or (top > 1 and max(p.bottom for p in lines[top - 2]) > line[0].top)
        if len(line) == 1 and not beside and (words.rstrip().endswith("表") or _covers_all(line[0], spans)):
            break
        top -= 1
    return top


def _reach(line: list[Piece], spans: list[Span], lowest: bool) -> float:
    """How far in line heights the next line may stand below one of a header: further where it names columns.

    Its pieces each name one column, or all of them, or over lower names several each.
    """
    if len(line) < 2 or any(piece.is_number or ":" in piece.text or "：" in piece.text for piece in line):
        return NEXT
    if not lowest and all(len(p.text) > 1 and spans[0][0] < p.x0 < p.x1 < spans[-1][1] for p in line):
        return UPPER_NAMES
    over = all(any(overlap(p.x0, p.x1, *span) > SHARED for span in spans) for p in line)
    return NAMES if over or len(line) == len(spans) else NEXT


def _size(line: list[Piece]) -> float:
    return max(char.size for piece in line for char in piece.chars)


def _is_about(piece: Piece) -> bool:
    return _ABOUT.search(piece.text) is not None


def _covers_all(piece: Piece, spans: list[Span]) -> bool:
    middle = (piece.x0 + piece.x1) / 2
    return len(spans) > 2 and abs(middle - (spans[0][0] + spans[-1][1]) / 2) < 0.06 * (spans[-1][1] - spans[0][0])
