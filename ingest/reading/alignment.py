"""Columns told by alignment: the stretches in which the pieces of many rows stand below each other."""

from statistics import median

from ingest.reading.pieces import Piece, count_on

Span = tuple[float, float]  # left and right edge of a column
FEWEST_COUNTED = 3  # columns that a row numbers
_COUNTED = "栏次"
SHARED = 0.3  # share of the shorter stretch that two pieces of one column have in common


def is_row(line: list[Piece]) -> bool:
    """Whether a line reads like a table's row: a name and a number, or several pieces."""
    numbers = sum(piece.is_number for piece in line)
    return (len(line) >= 2 and numbers >= 1) or len(line) >= 3


def overlap(a: float, b: float, c: float, d: float) -> float:
    """The shared stretch of two extents as a share of the shorter one."""
    shared = min(b, d) - max(a, c)
    return shared / max(min(b - a, d - c), 0.1)


def columns_of(rows: list[list[Piece]]) -> list[Span]:
    """The columns in which the pieces stand: those of numbers first, then those of words beside them.

    A row that numbers the columns is set in their middles, beside amounts set right.
    """
    rows = [row for row in rows if not _counts(row)] or rows
    numbers = clusters([piece for row in rows for piece in row if piece.is_number], len(rows))
    words = [
        piece
        for row in rows
        for piece in row
        if not piece.is_number and not any(overlap(piece.x0, piece.x1, *span) > SHARED for span in numbers)
    ]
    return _settled(apart(numbers + clusters(words, len(rows))), numbers, rows)


def _counts(row: list[Piece]) -> bool:
    numbers = [piece for piece in row if piece.is_number]
    named = "".join(row[0].text.split()) == _COUNTED  # 栏次 1 栏次 2
    return count_on(numbers) and (named or len(numbers) >= FEWEST_COUNTED)


def _settled(spans: list[Span], numbers: list[Span], rows: list[list[Piece]]) -> list[Span]:
    """Neighbouring columns of words that never stand in one row, one of them in few rows, are one column.

    合计 is set in the middle of a column whose other names are set left.
    """
    settled: list[Span] = []
    for span in spans:
        if settled and not any(a < span[1] and settled[-1][0] < b for a, b in numbers):
            one, two = _rows_with(settled[-1], rows), _rows_with(span, rows)
            if not one & two and min(len(one), len(two)) <= max(3, 0.1 * len(rows)):
                settled[-1] = (settled[-1][0], span[1])
                continue
        settled.append(span)
    return settled


def _rows_with(span: Span, rows: list[list[Piece]]) -> set[int]:
    return {i for i, row in enumerate(rows) for piece in row if overlap(piece.x0, piece.x1, *span) > SHARED}


def clusters(pieces: list[Piece], rows: int) -> list[Span]:
    """Extents of pieces that overlap each other; what only a stray piece bridges stays apart, stray pieces go."""
    spans: list[list[float]] = []  # low, high, count
    bridges: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.x1 - p.x0, p.x0)):
        hits = [s for s in spans if overlap(piece.x0, piece.x1, s[0], s[1]) > SHARED]
        if not hits:
            spans.append([piece.x0, piece.x1, 1])
        elif len(hits) == 1:
            hits[0][0] = min(hits[0][0], piece.x0)
            hits[0][1] = max(hits[0][1], piece.x1)
            hits[0][2] += 1
        else:
            bridges.append(piece)
    spans = _bridged(_merged(spans), bridges)
    needed = 2 if rows >= 4 else 1
    return [(s[0], s[1]) for s in spans if s[2] >= min(needed, max(1, 0.08 * rows))]


def _bridged(spans: list[list[float]], bridges: list[Piece]) -> list[list[float]]:
    """Neighbouring stretches that at least as many pieces bridge as stand in the smaller one are one column."""
    joined: list[list[float]] = []
    for span in spans:
        if joined:
            last = joined[-1]
            over = [
                p
                for p in bridges
                if overlap(p.x0, p.x1, last[0], last[1]) > SHARED and overlap(p.x0, p.x1, span[0], span[1]) > SHARED
            ]
            if len(over) >= min(last[2], span[2]):
                low = min([last[0], *(p.x0 for p in over)])
                high = max([span[1], *(p.x1 for p in over)])
                joined[-1] = [low, high, last[2] + span[2] + len(over)]
                continue
        joined.append(span)
    return _merged(joined)


def _merged(spans: list[list[float]]) -> list[list[float]]:
    merged: list[list[float]] = []
    for span in sorted(spans):
        if merged and span[0] < merged[-1][1] - 0.5:
            merged[-1] = [merged[-1][0], max(merged[-1][1], span[1]), merged[-1][2] + span[2]]
        else:
            merged.append(list(span))
    return merged


def apart(spans: list[Span]) -> list[Span]:
    """Columns from the left, those that overlap made one."""
    merged = _merged([[low, high, 1] for low, high in spans])
    return [(low, high) for low, high, _ in merged]


def is_table(rows: list[list[Piece]], spans: list[Span]) -> bool:
    """Whether rows fill common columns; a page of contents (names and page numbers) is no table."""
    if len(spans) < 2:
        return False
    fitting = total = 0
    for row in rows:
        for piece in row:
            total += 1
            fitting += sum(overlap(piece.x0, piece.x1, *span) > SHARED for span in spans) == 1
    if fitting < 0.8 * total:
        return False
    numbers = [piece for row in rows for piece in row if piece.is_number]
    if not numbers:
        return len(spans) >= 3 and median(len(row) for row in rows) >= 3 and len(rows) >= 4
    if is_contents(rows):
        return False
    return sum(1 for row in rows if any(piece.is_number for piece in row)) >= 0.5 * len(rows)


def is_contents(rows: list[list[Piece]]) -> bool:
    """Whether the only numbers are last pieces, page numbers that only grow."""
    if any(piece.is_number for row in rows for piece in row[:-1]):
        return False
    values = [row[-1].text.strip("-—()（） ") for row in rows if row[-1].is_number]
    numbers = [int(v) for v in values if v.isdigit() and len(v) <= 3]
    return len(numbers) == len(values) and numbers == sorted(numbers)
