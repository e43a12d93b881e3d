"""Names longer than their column that go on under the next column's words, as spreadsheets print to PDF.

On the page they are clipped; in the file every character is there, two names over each other in one stretch. The order
in which the characters are drawn tells the two apart.
"""

from collections import Counter
from itertools import pairwise

from ingest.reading.marks import Char

_FEWEST = 2  # lines in which one name runs under another from the same two places: these are columns
_LEVEL = 1.0  # points by which the characters of one run may differ in height
_OVER = 0.3  # of a character: an overlap that no narrow setting of one text makes
_SPACE = 0.6  # of a character: left free before the next column
_LEAST = 0.4  # of its width: what must be seen of a name
_ALIKE = 0.2  # of a character: how far two sizes of one line may differ

Run = list[int]  # characters drawn one after the other, by their place


def drawn_back(chars: list[Char]) -> list[Char]:
    """The characters with every name that goes on under the next column's set narrower, to end before that begins.

    Where some show two columns, the others of the first that reach its end, or beyond where the second is blank,
    are kept from the second too.
    """
    runs = _runs(chars)
    over = Counter((round(chars[a[0]].x0), round(chars[b[0]].x0)) for a, b in _overlapping(chars, runs))
    columns = [column for column, count in over.items() if count >= _FEWEST]
    if not columns:
        return chars
    moved = list(chars)
    for run in runs:
        first, reach = chars[run[0]], chars[run[-1]].x1
        start = next((start for left, start in columns if abs(first.x0 - left) < _LEVEL), reach + first.size)
        share = (start - _SPACE * first.size - first.x0) / (reach - first.x0)
        if _LEAST < share < 1:
            for i in run:
                x0, x1 = (first.x0 + share * (x - first.x0) for x in (chars[i].x0, chars[i].x1))
                moved[i] = chars[i]._replace(x0=x0, x1=x1)
    return moved


def _runs(chars: list[Char]) -> list[Run]:
    """Characters of words that are drawn one after the other without a gap."""
    runs: list[Run] = []
    last: Char | None = None
    for i, char in enumerate(chars):
        if char.text.isspace():
            last = None
            continue
        follows = last is not None and abs(char.top - last.top) < _LEVEL and abs(char.x0 - last.x1) < _OVER * char.size
        if follows:
            runs[-1].append(i)
        else:
            runs.append([i])
        last = char
    return [run for run in runs if len(run) > 1]


def _overlapping(chars: list[Char], runs: list[Run]) -> list[tuple[Run, Run]]:
    """Runs of one line and size, each with the next one, which begins inside it."""
    pairs: list[tuple[Run, Run]] = []
    level = sorted(runs, key=lambda run: (round(chars[run[0]].top), chars[run[0]].x0))
    for before, run in pairwise(level):
        own, first = chars[run[0]], chars[before[0]]
        beside = round(own.top) == round(first.top) and abs(own.size - first.size) <= _ALIKE * own.size
        if beside and own.size < own.x0 - first.x0 < chars[before[-1]].x1 - first.x0 - _OVER * own.size:
            pairs.append((before, run))
    return pairs
