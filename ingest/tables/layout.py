"""How a table is laid out: which cells are headers, and which headers speak for a cell.

Four layouts are common in published tables: records under header lines, attributes beside one or more entities,
headers on both sides (also of several levels), and pairs of label and value side by side; a line over the whole width
begins a block with a layout of its own. They are told apart by where values stand, how cells are merged, and whether
a column holds one kind of thing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ingest.wording.glyphs import bare

_NUMBER = re.compile(
    r"[-−－—–+<>≤≥＜＞≈~约]*[￥$¥]?[\d,，.]+(?:[eE][-+]?\d+)?(?:[%‰％℃]|[(（][-\d.,%]+[)）])?"
    r"|[(（]-?[\d,，.]+[%％]?[)）]|[-−－—–/\\*×√□]+"
)
_MEASURED = re.compile(r"[<>≤≥＜＞≈~约]*\d[\d.,:：×xX*/~～—–-]*\s*[A-Za-zμ°³²℃%·/]*[\u4e00-\u9fff]{0,2}")
_DATED = re.compile(r"\d{2,4}\s*[-年./]\s*\d{1,2}(?:\s*[-月./]\s*\d{1,2}日?)?(?:\s+\d\d:\d\d(?::\d\d)?)?月?")
_YEAR = re.compile(r"(?:19|20)\d\d\s*(?:年|年度)?")
_LONG = 24


@dataclass(frozen=True)
class GridCell:
    """A cell of a table: where it begins, how far it reaches, what is printed in it."""

    row: int
    column: int
    rows: int
    columns: int
    text: str

    @cached_property
    def key(self) -> str:
        """The text in comparison form."""
        return bare(self.text)

    @cached_property
    def is_value(self) -> bool:
        """Whether it holds a number, a measure, a date, a mark or nothing: no header says that."""
        tight = self.text.strip().replace(" ", "")
        if not tight or _NUMBER.fullmatch(tight) or _DATED.fullmatch(self.text.strip()):
            return True
        return _MEASURED.fullmatch(tight) is not None and not _YEAR.fullmatch(tight)


@dataclass(slots=True)
class Layout:
    """A table with the headers told from the values: ``right`` speak for what is beside them, ``down`` for below."""

    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    place: dict[tuple[int, int], int] = field(default_factory=dict)
    right: set[int] = field(default_factory=set)
    down: set[int] = field(default_factory=set)
    sections: set[int] = field(default_factory=set)  # lines over the whole width
    starts: list[int] = field(default_factory=list)  # the first row of each block
    halves: bool = False  # several runs of labels in one line, each for the values up to the next

    @property
    def heads(self) -> set[int]:
        """All headers."""
        return self.right | self.down | self.sections

    def at(self, row: int, column: int) -> int | None:
        """The number of the cell that covers a place."""
        return self.place.get((row, column))

    def line(self, row: int) -> list[int]:
        """The cells that cover a row, each once, from the left."""
        found: list[int] = []
        for column in range(self.columns):
            number = self.at(row, column)
            if number is not None and (not found or found[-1] != number):
                found.append(number)
        return found

    def row_heads(self, number: int) -> list[int]:
        """The headers to the left of a cell, nearest first, up to the nearest run of labels."""
        cell = self.cells[number]
        found: list[int] = []
        for row in range(cell.row, cell.row + cell.rows):
            reached = False
            for column in range(cell.column - 1, -1, -1):
                left = self.at(row, column)
                if left is None or left == number:
                    continue
                if left in self.right:
                    reached = True
                    if left not in found:
                        found.append(left)
                elif reached and self.halves:
                    break
        return found

    def column_heads(self, number: int) -> list[int]:
        """The headers above a cell within its block, nearest first, and the line that begins the block."""
        cell = self.cells[number]
        first = max((start for start in self.starts if start <= cell.row), default=0)
        found: list[int] = []
        for column in range(cell.column, cell.column + cell.columns):
            for row in range(cell.row - 1, first - 1, -1):
                above = self.at(row, column)
                if above is not None and above != number and above in self.down and above not in found:
                    found.append(above)
        above = self.at(first - 1, 0) if first else None
        if above is not None and above in self.sections:
            found.append(above)
        return found


def laid_out(rows: int, columns: int, cells: Sequence[GridCell]) -> Layout:
    """The layout of a table."""
    made = Layout(rows, columns, tuple(cells))
    for number, cell in enumerate(made.cells):
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                made.place[row, column] = number
    first = 0
    for row in range(rows + 1):
        line = made.line(row) if row < rows else []
        over = len(line) == 1 and columns > 1 and not made.cells[line[0]].is_value
        if over and len(made.cells[line[0]].text) <= 2 * _LONG:
            made.sections.add(line[0])
        if over or row == rows:
            if first < row:
                made.starts.append(first)
                _lay_block(made, first, row)
            first = row + 1
    return made


def _lay_block(layout: Layout, first: int, end: int) -> None:
    rows = range(first, end)
    if _in_pairs(layout, rows):
        layout.halves = True
        for row in rows:
            _lay_pairs(layout, layout.line(row))
        return
    top = _top_rows(layout, rows)
    labels = _label_columns(layout, range(top, end), first)
    for row in range(first, top):
        layout.down.update(n for n in layout.line(row) if layout.cells[n].text.strip())
    for row in range(top, end):
        line = layout.line(row)
        if len(line) == 2 and layout.columns > 3 and layout.cells[line[1]].columns > 1:
            layout.right.add(line[0])
            continue
        for number in line:
            cell = layout.cells[number]
            if cell.text.strip() and cell.column in labels and not _counts(layout, range(top, end), cell.column):
                layout.right.add(number)
        if _heads_again(layout, row, end):
            layout.down.update(line[1:])
    if end - top == 0:  # one line alone: labels beside values
        _lay_pairs(layout, layout.line(first))
    elif top > first:
        # An entity beside each attribute names its column: both its line and the label column are headers.
        for number in layout.line(top - 1):
            if layout.cells[number].column in labels:
                layout.right.add(number)


def _lay_pairs(layout: Layout, line: list[int]) -> None:
    if len(line) % 2 == 0:
        layout.right.update(n for n in line[0::2] if layout.cells[n].text.strip())
    elif all(not layout.cells[n].is_value and len(layout.cells[n].text) <= 12 for n in line):
        layout.down.update(line)
    elif line:
        layout.right.add(line[0])


def _top_rows(layout: Layout, rows: range) -> int:
    """Where the values begin: under the first line, or as deep as its merged cells and the lines of their parts."""
    first, end = rows.start, rows.stop
    line = [layout.cells[n] for n in layout.line(first)]
    if not line or len(rows) == 1:
        return first + (0 if len(line) <= 2 else 1) if len(rows) == 1 else first
    single = [c for c in line if c.columns == 1 and c.rows < len(rows)]
    deep = max((c.row + c.rows for c in single), default=first + 1)
    wide = any(cell.columns > 1 for cell in line[1:])
    if wide and deep == first + 1:
        under = [layout.at(deep, c.column) for c in single]
        wide = not any(n is not None and layout.cells[n].text.strip() for n in under)
    limit = min(max(deep, first + (2 if wide else 1)), end - 1)
    for row in range(first + 1, limit):
        inner = [layout.cells[n] for n in layout.line(row) if layout.cells[n].row == row]
        if inner and sum(cell.is_value and bool(cell.text.strip()) for cell in inner) * 2 > len(inner):
            return row
    return max(limit, first + 1)


def _counts(layout: Layout, rows: range, column: int) -> bool:
    """Whether a column only counts its rows: 1, 2, 3."""
    texts = [layout.cells[n].text.strip() for r in rows if (n := layout.at(r, column)) is not None]
    filled = [t for t in texts if t]
    above = layout.at(rows.start - 1, column)
    counted = above is not None and layout.cells[above].key in ("序号", "编号", "行次", "no")
    enough = len(filled) > (0 if counted else 1)
    return enough and all(re.fullmatch(r"\d{1,3}", t) or t in ("合计", "总计") for t in filled)


def _label_columns(layout: Layout, rows: range, first: int) -> set[int]:
    """The columns of labels: the first, those beside one that spans rows or only counts, and where headers repeat."""
    labels = {0}
    left = 1
    while left < layout.columns - 1:
        before = [n for r in rows if (n := layout.at(r, left - 1)) is not None]
        following = [n for r in rows if (n := layout.at(r, left)) is not None]
        # Labels of several levels: cells that span rows beside finer ones, or that span columns beside narrower ones.
        spans = sum(1 < layout.cells[n].rows < len(rows) for n in before) * 3 >= len(rows)
        spans = spans and len(set(following)) > len(set(before))
        narrow = sum(layout.cells[n].columns == 1 for n in before)
        wide = narrow > 0 and sum(layout.cells[n].columns > 1 and n in following for n in before) * 3 >= len(rows)
        texts = sum(not layout.cells[n].is_value for n in following)
        if (spans or wide or _counts(layout, rows, left - 1)) and texts * 3 >= len(following) * 2:
            labels.add(left)
            left += 1
        else:
            break
    heads = [
        layout.cells[n].key if (n := layout.at(rows.start - 1, c)) is not None else "" for c in range(layout.columns)
    ]
    for half in range(left + 1, layout.columns - 1):
        own = heads[half + 1 :]
        if any(own) and rows.start > first and own == heads[1 : 1 + len(own)] and _are_words(layout, rows, half):
            labels.add(half)
            layout.halves = True
    for column in range(left + 1, layout.columns - 1):
        above = layout.at(rows.start - 1, column) if rows.start > first else None
        cell = layout.cells[above] if above is not None else None
        if cell is not None and cell.columns > 1 and cell.column == column and _are_words(layout, rows, column):
            # Labels and values under one wide header: each line of it is a pair.
            at = column
            while at < cell.column + cell.columns - 1 and _are_words(layout, rows, at):
                labels.add(at)
                at += 2
            layout.halves = True
    return labels


def _are_words(layout: Layout, rows: range, column: int) -> bool:
    """Whether a column holds labels: words, each another beside one first cell."""
    numbers = {n for r in rows if (n := layout.at(r, column)) is not None}
    words = [
        (layout.at(layout.cells[n].row, 0), layout.cells[n].key)
        for n in numbers
        if layout.cells[n].column == column and layout.cells[n].columns == 1 and layout.cells[n].key
    ]
    values = sum(layout.cells[n].is_value and bool(layout.cells[n].text.strip()) for n in numbers)
    return len(words) * 2 > len(rows) / 2 and len(set(words)) == len(words) and values * 8 <= len(numbers)


def _heads_again(layout: Layout, row: int, end: int) -> bool:
    """Whether a line among the values is a line of headers again: words over values."""
    line = [layout.cells[n] for n in layout.line(row)]
    if len(line) < 3 or any(cell.is_value for cell in line[1:]) or row + 1 >= end:
        return False
    under = [layout.cells[n] for n in layout.line(row + 1)]
    if len(under) < 2 or not all(cell.is_value for cell in under[1:]):
        return False
    others = [layout.cells[n] for r in range(row + 1, end) for n in layout.line(r)[1:]]
    return sum(cell.is_value for cell in others) * 10 >= 8 * len(others)


def _in_pairs(layout: Layout, rows: range) -> bool:
    """Whether labels and values stand side by side several times a line."""
    lines = [line for row in rows if len(line := layout.line(row)) > 1]
    if not lines or max(map(len, lines)) < 4:
        return False
    cells = layout.cells
    even = {n for line in lines for n in line[0::2]}
    odd = [n for line in lines for n in line[1::2]]
    second = {n for line in lines for n in line[2::2]}
    if sum(len(line) % 2 == 0 for line in lines) * 10 < len(lines) * 7:
        return False
    if sum(cells[n].is_value and bool(cells[n].text.strip()) for n in even) * 12 > len(even):
        return False
    if not second or sum(len(cells[n].text) > _LONG for n in second) * 4 > len(second):
        return False
    if len({cells[n].key for n in even}) * 10 < len(even) * 8:
        return False
    if len(lines) == 1:
        return any(cells[n].is_value or len(cells[n].text) > 12 for n in odd)
    if any(cells[n].is_value for n in lines[0]):
        return True
    # Under a line of headers a column of values is of one kind; among pairs the kinds mix.
    return _mixed(layout, lines) and sum(cells[n].is_value for n in odd) * 10 < len(odd) * 9


def _mixed(layout: Layout, lines: list[list[int]]) -> bool:
    for at in range(1, max(map(len, lines)), 2):
        column = [layout.cells[line[at]] for line in lines if at < len(line)]
        column = [cell for cell in column if cell.text.strip()]
        values = sum(cell.is_value for cell in column)
        if column and 0.1 < values / len(column) < 0.9:
            return True
        digits = sum(re.search(r"\d", cell.text) is not None for cell in column)
        if column and not values and digits not in (0, len(column)):
            return True
        lengths = [len(cell.text) for cell in column]
        if lengths and max(lengths) > 4 * (min(lengths) + 2):
            return True
    return False
