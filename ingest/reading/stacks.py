"""Ruled cells that hold more than their own: rows without rules between them, numbers wider than their column."""

import re
from bisect import bisect_right
from itertools import pairwise
from math import inf

from ingest.reading.marks import Char
from ingest.reading.pieces import lines_of_pieces
from ingest.reading.words import in_lines
from ingest.wording.codes import scheme_of

_HEADED = 2  # columns of numbers with words above them: the header of a table whose columns alone are ruled
_CLASS = 3  # digits of a class, the shortest code
PADDING = 4.0  # between a cell's side and its words, points
Place = tuple[int, int, int, int]  # row, column, row after, column after

_WHOLE = re.compile(r"[-－−△]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")
_MONEY = re.compile(r"[-－−]?\d{1,3}(?:,\d{3})*\.\d{2}(?!\d)|[-－−]?\d+\.\d{2}(?!\d)")
_ROW_START = re.compile(
    r"[\[【〔（(]?[1-5]\d{2}(?:\d{2}){0,2}(?!\d)[\]】〕）)]?[-－—_\s]?[\u4e00-\u9fff]"
    r"|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|(?:本年|上年|年末|结转).{0,8}(?:合计|结余|结转|下年)"
)
_NUMERIC = re.compile(r"[\d,.\-－−]")


def owners(chars: list[Char], xs: list[float]) -> dict[int, float]:
    """For characters of runs that cross a column edge: the place by which their whole number or word is assigned.

    Spreadsheet printers cut what overflows a cell only for the eye; its characters still lie in the next cell.
    """
    moved: dict[int, float] = {}
    run: list[Char] = []
    for char in [*chars, None]:
        if char is not None and not char.text.isspace() and (not run or _follows(run[-1], char)):
            run.append(char)
            continue
        if len(run) >= 2 and bisect_right(xs, run[0].x0 + 0.5) != bisect_right(xs, run[-1].x1 - 0.5):
            if all(_NUMERIC.match(c.text) for c in run):
                _assign_numbers(run, xs, moved)
            else:
                _assign_words(run, xs, moved)
        run = [char] if char is not None and not char.text.isspace() else []
    return moved


def _assign_words(run: list[Char], xs: list[float], moved: dict[int, float]) -> None:
    """A word goes to the column in which it begins, or in which most of it lies."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(run)]
    usual = sorted(gaps)[len(gaps) // 2] + 0.1 * run[0].size
    parts: list[list[Char]] = [[run[0]]]
    for gap, char in zip(gaps, run[1:], strict=True):
        edge = any(parts[-1][-1].x1 - 0.2 * char.size <= x <= char.x0 + 0.2 * char.size for x in xs)
        if edge and gap > usual:
            parts.append([])
        parts[-1].append(char)
    for part in parts:
        low, high = part[0].x0, part[-1].x1
        shares = [(min(high, b) - max(low, a), (a + b) / 2) for a, b in pairwise(xs)]
        best = max(shares, default=(0.0, 0.0))
        first = next(((a + b) / 2 for a, b in pairwise(xs) if a <= low + 1 < b), best[1])
        place = best[1] if best[0] >= 0.6 * (high - low) else first
        for char in part:
            moved[id(char)] = place


def _follows(last: Char, char: Char) -> bool:
    return abs(char.top - last.top) < 0.3 * last.size and -0.1 * last.size < char.x0 - last.x1 < 0.2 * last.size


def _assign_numbers(run: list[Char], xs: list[float], moved: dict[int, float]) -> None:
    text = "".join(c.text for c in run)
    if len(text) != len(run):
        return
    numbers = list(_MONEY.finditer(text))
    if "".join(m.group() for m in numbers) != text:
        if not _WHOLE.fullmatch(text):
            return
        numbers = [m for m in [_WHOLE.match(text)] if m]
    for number in numbers:
        part = run[number.start() : number.end()]
        low, high = part[0].x0, part[-1].x1
        shares = [(min(high, b) - max(low, a), (a + b) / 2) for a, b in pairwise(xs)]
        best = max(shares, default=(0.0, 0.0))
        if best[0] >= 0.6 * (high - low):
            for char in part:
                moved[id(char)] = best[1]


def split_columns(xs: list[float], cells: list[Place], held: list[list[Char]]) -> tuple[list[Place], list[list[Char]]]:
    """Rows without rules between their columns, cut at the columns that the header's rules tell."""
    cut: dict[int, list[tuple[int, list[Char]]]] = {}
    for k, (top, left, bottom, right) in enumerate(cells):
        if right - left < 2 or bottom - top != 1 or len(held[k]) < 4:
            continue
        lines = lines_of_pieces(held[k])
        if len(lines) != 1 or sum(piece.is_number for piece in lines[0]) < 2:
            continue
        places = [(bisect_right(xs, p.x0 + 1) - 1, bisect_right(xs, p.x1 - 1) - 1, p) for p in lines[0]]
        starts = [a for a, _, _ in places]
        if all(a == b for a, b, _ in places) and starts == sorted(set(starts)) and left <= starts[0] < right:
            cut[k] = [(a, p.chars) for a, _, p in places]
    if len(cut) < 2:
        return cells, held
    new: list[tuple[Place, list[Char]]] = []
    for k, (top, left, bottom, right) in enumerate(cells):
        if k not in cut:
            new.append((cells[k], held[k]))
            continue
        own = dict(cut[k])
        new += [((top, column, bottom, column + 1), own.get(column, [])) for column in range(left, right)]
    new.sort(key=lambda pair: pair[0])
    return [place for place, _ in new], [chars for _, chars in new]


def split_rows(
    xs: list[float], ys: list[float], cells: list[Place], held: list[list[Char]]
) -> tuple[list[float], list[Place], list[list[Char]]]:
    """Rows in which several whole numbers stand below each other, cut into one row for each of them."""
    cuts: dict[int, list[float]] = {}
    for row in range(len(ys) - 1):
        own = [k for k, cell in enumerate(cells) if cell[0] == row and cell[2] == row + 1 and held[k]]
        contents = [held[k] for k in own]
        end = _end_of_header(contents) if row == 0 else None
        body = contents if end is None else [[c for c in chars if c.top > end] for chars in contents]
        places = _number_lines(body, [xs[cells[k][3]] - xs[cells[k][1]] for k in own])
        if len(places) >= 2:
            cuts[row] = [*([end] if end is not None else []), *((a + b) / 2 for a, b in pairwise(places))]
    if not cuts:
        return ys, cells, held
    shift = [0]
    for row in range(len(ys) - 1):
        shift.append(shift[-1] + len(cuts.get(row, ())))
    new_ys = [y for row in range(len(ys) - 1) for y in (ys[row], *cuts.get(row, ()))] + [ys[-1]]
    new_cells: list[Place] = []
    new_held: list[list[Char]] = []
    for cell, chars in zip(cells, held, strict=True):
        top, left, bottom, right = cell
        inner = cuts.get(top, []) if bottom == top + 1 else []
        first = top + shift[top]
        if not inner:
            new_cells.append((first, left, bottom + shift[bottom], right))
            new_held.append(chars)
            continue
        parts: list[list[Char]] = [[] for _ in range(len(inner) + 1)]
        for line in in_lines(chars):
            middle = sum((c.top + c.bottom) / 2 for c in line) / len(line)
            parts[bisect_right(inner, middle)] += line
        for i, part in enumerate(parts):
            new_cells.append((first + i, left, first + i + 1, right))
            new_held.append(part)
    order = sorted(range(len(new_cells)), key=lambda k: new_cells[k])
    return new_ys, [new_cells[k] for k in order], [new_held[k] for k in order]


def _end_of_header(contents: list[list[Char]]) -> float | None:
    """Where the header ends that no rule parts from the numbers below it; None where no column begins with words."""
    ends: list[float] = []
    headed = 0
    for chars in contents:
        lines = in_lines([c for c in chars if not c.text.isspace()])
        whole = [bool(_WHOLE.fullmatch("".join(c.text for c in line))) for line in lines]
        first = next((i for i, number in enumerate(whole) if number), len(lines))
        if first < len(lines) - 1 and all(whole[first:]):
            ends.append(min(c.top for c in lines[first]))
            headed += first > 0
    if headed < _HEADED or headed < len(ends):
        return None
    end = min(ends)
    return end - 1 if all(_stands_clear(chars, end) for chars in contents) else None


def _stands_clear(chars: list[Char], height: float) -> bool:
    """Whether no sign of a cell stands across a height."""
    return not any(c.top < height - 1 < c.bottom - 0.3 * c.size for c in chars)


def _number_lines(contents: list[list[Char]], widths: list[float]) -> list[float]:
    """The heights of number lines, where at least one cell stacks whole numbers and all stacks share their heights.

    ``widths`` are those of the cells: a number that fills its cell was wrapped there.
    """
    stacks: list[list[float]] = []
    broken: list[list[float]] = []
    others: list[float] = []
    most = 0  # lines in one cell, names among them
    fewest = _fewest_lines(contents)
    for chars, width in zip(contents, widths, strict=True):
        lines = in_lines([c for c in chars if not c.text.isspace()])
        texts = ["".join(c.text for c in line) for line in lines]
        most = max(most, len(lines))
        middles = [sum((c.top + c.bottom) / 2 for c in line) / len(line) for line in lines]
        if texts and all(_WHOLE.fullmatch(text) for text in texts):
            if len(texts) >= 2:
                if len(texts) > fewest and _is_wrapped(lines, texts, width):
                    continue
                if not _is_broken_number(texts):
                    stacks.append(middles)
                elif not _fills(lines[0], width):
                    broken.append(middles)
            elif len(texts) == 1:
                others += middles
    size = min((c.size for chars in contents for c in chars), default=1.0)
    # Lines at the same heights in two columns are rows, however their numbers look.
    stacks += [
        one for one in broken if any(_level(one, other, size) for other in (*stacks, *broken) if other is not one)
    ]
    if not stacks:
        return []
    places: list[float] = []
    for middle in sorted([m for stack in stacks for m in stack] + others):
        if not places or middle - places[-1] > 0.6 * size:
            places.append(middle)
    if len(places) > most + 2:
        return []
    return sorted([*places, *_rows_without_numbers(contents, places, size)])


def _rows_without_numbers(contents: list[list[Char]], places: list[float], size: float) -> list[float]:
    """The heights of lines that begin with a code or an enumerator apart from the numbers: rows with blank amounts.

    The first of two lines of a name stands nearer to its number.
    """
    found: list[float] = []
    for chars in contents:
        for line in in_lines([c for c in chars if not c.text.isspace()]):
            middle = sum((c.top + c.bottom) / 2 for c in line) / len(line)
            apart = all(abs(middle - place) > 1.4 * size for place in (*places, *found))
            if apart and _ROW_START.match("".join(c.text for c in line)):
                found.append(middle)
    return found


def _fills(line: list[Char], width: float) -> bool:
    """Whether no further character would have fitted into the cell beside a line."""
    return line[-1].x1 - line[0].x0 + line[-1].size + 2 * PADDING >= width


def _fewest_lines(contents: list[list[Char]]) -> float:
    """The lines of the row's lowest cell of words or of a dash, which has no more rows; infinity where it has none."""
    cells = [in_lines([c for c in chars if not c.text.isspace()]) for chars in contents]
    words = [lines for lines in cells if lines and not any(c.text.isdecimal() for line in lines for c in line)]
    return min(map(len, words), default=inf)


def _is_wrapped(lines: list[list[Char]], texts: list[str], width: float) -> bool:
    """Whether lines are one number that fills its cell: as many digits in each of them but the last."""
    full = {len(text) for text in texts[:-1]}
    even = len(full) == 1 and len(texts[-1]) <= max(full) and all(map(str.isdecimal, texts))
    return even and all(_fills(line, width) for line in lines[:-1])


def _level(one: list[float], other: list[float], size: float) -> bool:
    return len(one) == len(other) and all(abs(a - b) < 0.3 * size for a, b in zip(one, other, strict=True))


def _is_broken_number(texts: list[str]) -> bool:
    """One number wrapped in a narrow cell: 1,234,5 over 67.80; a code as well: 3010 over 8."""
    if len(texts[0]) > _CLASS and texts[0].isdigit() and scheme_of("".join(texts)) is not None:
        return True
    decimals = [len(text.rpartition(".")[2]) if "." in text else 0 for text in texts]
    if len(set(decimals)) == 1 and decimals[0] >= 1:
        return False
    if any("." in text for text in texts[:-1]):
        return len(set(decimals)) > 1
    return "." in texts[-1] or all("," not in text and len(text) >= 5 for text in texts[:-1])
