"""A table of records under one line of headers: columns with their kinds, rows by the words in them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.tabular.naming import pieces
from assistant.tabular.periods import periods_in
from assistant.tabular.shelf import OpenTable

_NUMBER = re.compile(r"[-−－+]?[￥$¥]?(\d[\d,，]*(?:\.\d+)?|\.\d+)\s*[%％]?")
_BLANK = frozenset(("", "none", "nan", "null", "-", "—", "--", "/"))
_UNIT = re.compile(r"[（(]([^（）()]{1,8})[）)]\s*$")
_PARTS = re.compile(r"[,，、;；]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, what kind of values it holds, and the words its values share."""

    at: int
    name: str
    kind: str  # number, date, words
    unit: str
    cells: tuple[int | None, ...]  # by row
    shared: tuple[str, ...]  # pieces that many of its values hold
    is_distinct: bool


@dataclass(frozen=True, slots=True)
class Records:
    """A table as records."""

    table: OpenTable
    columns: tuple[Column, ...]
    count: int

    def text(self, column: Column, row: int) -> str:
        """The printed text of a cell, empty where it is blank."""
        number = column.cells[row]
        text = self.table.layout.cells[number].text.strip() if number is not None else ""
        return "" if text.lower() in _BLANK else text

    def number(self, column: Column, row: int) -> Decimal | None:
        """The number printed in a cell, None where there is none."""
        return number_of(self.text(column, row))


def number_of(text: str) -> Decimal | None:
    """A printed number as an exact decimal, in the unit it is printed in."""
    tight = text.strip().replace("−", "-").replace("－", "-")
    match = _NUMBER.fullmatch(tight)
    if match is None:
        return None
    value = Decimal(match[1].replace(",", "").replace("，", ""))
    return -value if tight.startswith("-") else value


def records_of(table: OpenTable) -> Records | None:
    """A table as records; None where headers stand on other sides or in several blocks."""
    if "records" not in table.kept:
        table.kept["records"] = _records(table)
    made = table.kept["records"]
    return made if isinstance(made, Records) else None


def _records(table: OpenTable) -> Records | None:
    layout = table.layout
    if len(layout.starts) != 1 or layout.halves:
        return None
    first = layout.starts[0]
    body = [row for row in range(first, layout.rows) if not set(layout.line(row)) <= layout.down | layout.sections]
    if not body or body[0] == first or len(layout.line(body[0])) < 2:
        return None
    columns = []
    for at in range(layout.columns):
        heads = [n for row in range(first, body[0]) if (n := layout.at(row, at)) is not None]
        name = " ".join(dict.fromkeys(layout.cells[n].text.strip() for n in heads))
        cells = tuple(layout.at(row, at) for row in body)
        columns.append(_column(table, at, name, cells))
    return Records(table, tuple(columns), len(body))


def _column(table: OpenTable, at: int, name: str, cells: Sequence[int | None]) -> Column:
    texts = [table.layout.cells[n].text.strip() for n in cells if n is not None]
    filled = [text for text in texts if text.lower() not in _BLANK]
    numbers = sum(number_of(text) is not None for text in filled)
    dates = sum(len(text) <= 24 and bool(periods_in(text)) for text in filled)
    kind = "words"
    if filled and numbers * 10 >= len(filled) * 9:
        kind = "number"
    elif filled and dates * 10 >= len(filled) * 9:
        kind = "date"
    distinct = set(filled)
    shared: tuple[str, ...] = ()
    if kind == "words":
        counts = Counter(piece for text in distinct for piece in pieces(text))
        few = len(distinct) <= 8 < len(filled)
        shared = tuple(piece for piece, count in counts.items() if few or count * 2 > len(distinct))
    unit = _UNIT.search(name)
    return Column(at, name, kind, unit[1] if unit else "", tuple(cells), shared, len(distinct) * 2 >= len(filled))


def parts_of(text: str) -> list[str]:
    """The things a cell lists: A公司,B公司."""
    return [part.strip() for part in _PARTS.split(text) if part.strip()]
