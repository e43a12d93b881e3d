"""Lines of a result over records: a row by its name, a cell under its column, the first rows by a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.tabular.asked import Condition, Rank
from assistant.tabular.periods import periods_in
from assistant.tabular.reading import TableReading
from assistant.tabular.records import Column, Records
from ingest.wording.units import money_unit


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a result: its name, its value or words, and the cells it rests on."""

    label: str
    value: Decimal | None
    unit: str
    text: str
    cells: tuple[tuple[Records, int], ...]
    computed: bool = False
    name_cell: tuple[Records, int] | None = None


def same_column(reading: TableReading, column: Column) -> Column | None:
    """The column of a table that bears the name of another's."""
    return next((own for own in reading.records.columns if own.name == column.name), None)


def meets(reading: TableReading, column: Column, row: int, condition: Condition) -> bool:
    """Whether the number of a row meets a condition."""
    value = reading.records.number(column, row)
    if value is None:
        return False
    said = condition.comparison
    printed = money_unit(column.unit) if said.unit == "元" else None
    if printed is not None:
        value *= printed.scale  # 超过4亿 is told in yuan, the column in 万元
    low, high = said.value, said.upper
    return {
        ">": value > low,
        ">=": value >= low,
        "<": value < low,
        "<=": value <= low,
        "=": value == low,
        "between": high is not None and low <= value <= high,
    }[said.sign]


def first_by(rows: Sequence[tuple[TableReading, int]], column: Column, rising: bool) -> tuple[TableReading, int] | None:
    """The row with the highest (or lowest) value; None where two share it or none has one."""
    valued = []
    for reading, row in rows:
        own = same_column(reading, column)
        value = reading.records.number(own, row) if own is not None else None
        if value is not None:
            valued.append((value, reading, row))
    if not valued:
        return None
    best = (min if rising else max)(value for value, _, _ in valued)
    return next((reading, row) for value, reading, row in valued if value == best)


def first_rows(reading: TableReading, ranks: Sequence[tuple[Rank, Column]]) -> list[Line]:
    """The rows that stand first by one column after another; ties of the very first are all told."""
    rows = reading.rows
    column = ranks[-1][1]
    ordered = sorted(ranks, key=lambda item: (item[0].count is None, item[0].start))
    for rank, wanted in ordered:
        own = same_column(reading, wanted)
        if own is None:
            return []
        valued = [(value, row) for row in rows if (value := reading.records.number(own, row)) is not None]
        valued.sort(key=lambda item: item[0], reverse=not rank.rising)
        if rank.count is not None:
            rows = [row for _, row in valued[: rank.count]]
        else:
            rows = [row for value, row in valued if value == valued[0][0]]
        column = own
    return [name_line(reading, row, column) for row in rows]


def cell_of(reading: TableReading, column: Column, row: int) -> tuple[tuple[Records, int], ...]:
    """The cell of a row under a column; none where it is blank."""
    number = column.cells[row]
    return () if number is None else ((reading.records, number),)


def name_line(reading: TableReading, row: int, column: Column) -> Line:
    """A row by its name, with its value under a column."""
    own = same_column(reading, column) or column
    value, name = reading.records.number(own, row), reading.name
    label = reading.records.text(name, row) if name is not None else ""
    at = name.cells[row] if name is not None else None
    cells = cell_of(reading, own, row)
    return Line(
        label, value, own.unit, reading.records.text(own, row), cells,
        name_cell=None if at is None else (reading.records, at),
    )  # fmt: skip


def value_line(reading: TableReading, row: int, column: Column, series: bool) -> Line | None:
    """The value of a row under a column; in a series by its period."""
    own = same_column(reading, column)
    if own is None:
        return None
    text = reading.records.text(own, row)
    name = reading.records.text(reading.name, row) if reading.name is not None else ""
    label = f"{name} {own.name}".strip()
    if series:
        dated = next((c for c in reading.records.columns if _is_period(reading.records, c, row)), None)
        label = reading.records.text(dated, row) if dated is not None else reading.records.table.card.title
    number = reading.records.number(own, row) if own.kind == "number" else None
    return Line(label, number, own.unit, text, cell_of(reading, own, row))


def title_of(line: Line) -> str:
    """The title of the table that a line is of, where lines of several stand side by side."""
    return line.cells[0][0].table.card.title if line.cells else ""


def _is_period(records: Records, column: Column, row: int) -> bool:
    text = records.text(column, row)
    return len(text) <= 9 and len(periods_in(text)) == 1
