"""Merged names of a header where only blanks tell them.

Files of separated values, and workbooks made from such, keep the first cell of a range alone.
"""

import re

_AMOUNT = re.compile(r"[-－−(（]?\d[\d,]*(?:\.\d+)?[)）]?%?")
_FEWEST_NAMES = 2
_MOST_LEVELS = 5
Spans = dict[tuple[int, int], tuple[int, int]]  # a first cell's place -> rows and columns of its range


def merged_names(rows: list[list[str]]) -> Spans:
    """The ranges of the names above the first row of amounts; empty where the header is one row."""
    body = next((i for i, row in enumerate(rows) if sum(map(_is_amount, row)) >= _FEWEST_NAMES), len(rows))
    last = next((i for i in range(body - 1, -1, -1) if not _is_total(rows[i])), -1)
    if last < 0 or body == len(rows):
        return {}
    first = last
    while first > 0 and last - first + 1 < _MOST_LEVELS and _are_names(rows[first - 1]):
        first -= 1
    if not _are_names(rows[last]) or first == last:
        return {}
    width = max(len(row) for row in rows)
    header = [[row[j].strip() if j < len(row) else "" for j in range(width)] for row in rows[first : last + 1]]
    return {(first + i, j): span for (i, j), span in _ranges(header, width).items()}


def covered_by(spans: Spans) -> set[tuple[int, int]]:
    """The places that ranges cover, but for their first ones."""
    return {
        (row + i, column + j)
        for (row, column), (rows, columns) in spans.items()
        for i in range(rows)
        for j in range(columns)
        if i or j
    }


def _ranges(header: list[list[str]], width: int) -> Spans:
    spans: Spans = {}
    for i, row in enumerate(header):
        for j in (j for j, text in enumerate(row) if text):
            if not any(below[j] for below in header[i + 1 :]):
                spans[i, j] = (len(header) - i, 1)
                continue
            after = j + 1
            while after < width and not row[after] and any(below[after] for below in header[i + 1 :]):
                if any(above[after] for above in header[:i]):
                    break  # another name's
                after += 1
            if after == j + 1:
                return {}  # a name of one column over another: rows of words, no header of merged names
            spans[i, j] = (1, after - j)
    return {place: span for place, span in spans.items() if span != (1, 1)}


def _are_names(row: list[str]) -> bool:
    filled = [text.strip() for text in row if text.strip()]
    return len(filled) >= _FEWEST_NAMES and not any(re.search(r"(?<!其中)[:：]|。", t) or _is_amount(t) for t in filled)


def _is_total(row: list[str]) -> bool:
    return sum(1 for text in row if text.strip()) < _FEWEST_NAMES


def _is_amount(text: str) -> bool:
    return _AMOUNT.fullmatch(text.strip()) is not None
