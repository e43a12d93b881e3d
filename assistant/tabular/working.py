"""Working over the records of one or several tables: filter, rank, compare, difference, count, sum, look-up."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from assistant.tabular.asked import Asked, Condition, Rank
from assistant.tabular.naming import Words, pieces
from assistant.tabular.periods import Period, periods_in
from assistant.tabular.reading import NAMED, TableReading, attached, entities_in, read_table
from assistant.tabular.records import Column, Records
from ingest.wording.units import money_unit

_IN_FULL = 0.9  # share of a header that is named whole


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


@dataclass(slots=True)
class Work:
    """What a question came to over the tables it is about."""

    operation: str  # lookup, series, names, gap, count, sum, mean
    lines: list[Line]
    places: frozenset[int]
    tables: list[Records] = field(default_factory=list)
    whole: bool = False  # rows are listed by nothing but their values: each word of the question restricts them
    surely: bool = True  # an operation was asked for, or rows and columns were named in full


def worked(
    tables: Sequence[Records], words: Words, asked: Asked, periods: Sequence[Period], by_period: bool, series: bool
) -> Work | None:
    """The result over the tables, in their order; None where they cannot give it."""
    entities_of = [entities_in(records, words) for records in tables]
    claimed = frozenset(
        place for found in entities_of for keys in found.values() for key in keys for place in _said(words, key)
    )
    readings = [
        read_table(records, found, claimed, words, asked, periods, by_period)
        for records, found in zip(tables, entities_of, strict=True)
    ]
    named = {
        reading.records.columns[at].name
        for reading in readings
        for at in reading.entities
        if reading.records.columns[at].is_distinct
    }
    for reading in readings:
        mine = {reading.records.columns[at].name for at in reading.entities}
        if named and not named & mine:
            reading.rows = []  # what is named stands in another of the tables
    if len(readings) == 1 and _counts_none(words, asked, readings[0]):
        return Work("count", [_counted(readings[0], asked)], readings[0].places | words.period_places, [tables[0]])
    readings = [reading for reading in readings if reading.rows]
    if not readings:
        return None
    rows = [(reading, row) for reading in readings for row in reading.rows]
    found = [reading.records for reading in readings]
    entities = {key for reading in readings for keys in reading.entities.values() for key in keys}
    conditions, ranks, left = attached(readings[0], asked, words)
    places = frozenset[int]().union(*(reading.places for reading in readings))
    if len(conditions) < len(asked.conditions) or len(ranks) < len(asked.ranks):
        return None  # what was asked of the rows is not dropped
    for reading in readings:
        for condition, column in conditions:
            own = _same(reading, column)
            reading.rows = [row for row in reading.rows if own is not None and _meets(reading, own, row, condition)]
    if conditions:
        rows = [(reading, row) for reading in readings for row in reading.rows]
        if not rows:
            return None
    if asked.compared is not None and len(rows) > 1 and left and not ranks:
        best = _first(rows, left[0], asked.compared)
        return None if best is None else Work("names", [_name_line(*best, left[0])], places, found)
    if asked.gap and len(rows) == 2 and left and left[0].kind == "number":
        return _gap(rows, left[0], places, found)
    if ranks:
        lines = [line for reading in readings for line in _ranked(reading, ranks)]
        return Work("names", lines, places, found) if lines else None
    if _counts_rows(words, asked, readings[0], left):
        lines = [_counted(reading, asked) for reading in readings]
        return Work("count", lines, places, found)
    if conditions and not left:
        column = conditions[0][1]
        return Work("names", [_name_line(reading, row, column) for reading, row in rows], places, found)
    if not left and asked.which and (told := _told_by_value(readings[0])) is not None:
        return Work("names", [_name_line(reading, row, told) for reading, row in rows], places, found, whole=True)
    if not left:
        return None
    if (asked.summed or (asked.mean and not _says_mean(left))) and left[0].kind == "number" and len(rows) > 1:
        return _total(rows, left[0], "mean" if asked.mean else "sum", places, found)
    if asked.count is not None and not asked.which and not any(c.kind == "number" for c in left):
        full = any(column is left[0] and named.share >= _IN_FULL for column, named in readings[0].columns)
        if asked.counted or not full or not entities:
            return None  # 多少 asks for a number, but for 风险等级是多少
    if not entities and not conditions and len(rows) > max(12, 3 * len(readings)):
        return None
    lines = [line for reading, row in rows for column in left if (line := _line(reading, row, column, series))]
    if not lines:
        return None
    if len(found) > 1 and not series:
        lines = [replace(line, label=f"{_title(line)} {line.label}") for line in lines]
    listed = asked.which and bool(entities) and left == [readings[0].name]  # 有哪些书店: the rows by their names
    surely = (listed or bool(named)) and (asked.count is None or asked.which or any(c.kind == "number" for c in left))
    return Work("series" if series else "lookup", lines, places, found, listed, surely)


def _said(words: Words, key: str) -> frozenset[int]:
    """Where a value is said: word for word, else by its pieces (信用债务违约 is 信用债已违约)."""
    return words.all_places(key) or frozenset[int]().union(*(words.places(piece) for piece in pieces(key)))


def _told_by_value(reading: TableReading) -> Column | None:
    """The column whose header and value are both named, where the rows it tells are asked for: 风险等级为高风险的."""
    for column, named in reading.columns:
        if named.share >= NAMED and column.at in reading.entities:
            return column if reading.name is not None and reading.name.at not in reading.entities else None
    return None


def _same(reading: TableReading, column: Column) -> Column | None:
    return next((own for own in reading.records.columns if own.name == column.name), None)


def _meets(reading: TableReading, column: Column, row: int, condition: Condition) -> bool:
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


def _first(rows: Sequence[tuple[TableReading, int]], column: Column, rising: bool) -> tuple[TableReading, int] | None:
    """The row with the highest (or lowest) value; None where two share it or none has one."""
    valued = []
    for reading, row in rows:
        own = _same(reading, column)
        value = reading.records.number(own, row) if own is not None else None
        if value is not None:
            valued.append((value, reading, row))
    if not valued:
        return None
    best = (min if rising else max)(value for value, _, _ in valued)
    return next((reading, row) for value, reading, row in valued if value == best)


def _ranked(reading: TableReading, ranks: Sequence[tuple[Rank, Column]]) -> list[Line]:
    """The rows that stand first by one column after another; ties of the very first are all told."""
    rows = reading.rows
    column = ranks[-1][1]
    ordered = sorted(ranks, key=lambda item: (item[0].count is None, item[0].start))
    for rank, wanted in ordered:
        own = _same(reading, wanted)
        if own is None:
            return []
        valued = [(value, row) for row in rows if (value := reading.records.number(own, row)) is not None]
        valued.sort(key=lambda item: item[0], reverse=not rank.rising)
        if rank.count is not None:
            rows = [row for _, row in valued[: rank.count]]
        else:
            rows = [row for value, row in valued if value == valued[0][0]]
        column = own
    return [_name_line(reading, row, column) for row in rows]


def _cell(reading: TableReading, column: Column, row: int) -> tuple[tuple[Records, int], ...]:
    number = column.cells[row]
    return () if number is None else ((reading.records, number),)


def _name_line(reading: TableReading, row: int, column: Column) -> Line:
    own = _same(reading, column) or column
    value, name = reading.records.number(own, row), reading.name
    label = reading.records.text(name, row) if name is not None else ""
    at = name.cells[row] if name is not None else None
    cells = _cell(reading, own, row)
    return Line(
        label, value, own.unit, reading.records.text(own, row), cells,
        name_cell=None if at is None else (reading.records, at),
    )  # fmt: skip


def _line(reading: TableReading, row: int, column: Column, series: bool) -> Line | None:
    own = _same(reading, column)
    if own is None:
        return None
    text = reading.records.text(own, row)
    name = reading.records.text(reading.name, row) if reading.name is not None else ""
    label = f"{name} {own.name}".strip()
    if series:
        dated = next((c for c in reading.records.columns if _is_period(reading.records, c, row)), None)
        label = reading.records.text(dated, row) if dated is not None else reading.records.table.card.title
    number = reading.records.number(own, row) if own.kind == "number" else None
    return Line(label, number, own.unit, text, _cell(reading, own, row))


def _title(line: Line) -> str:
    """The title of the table that a line is of, where lines of several stand side by side."""
    return line.cells[0][0].table.card.title if line.cells else ""


def _is_period(records: Records, column: Column, row: int) -> bool:
    text = records.text(column, row)
    return len(text) <= 9 and len(periods_in(text)) == 1


def _gap(
    rows: Sequence[tuple[TableReading, int]], column: Column, places: frozenset[int], found: list[Records]
) -> Work | None:
    lines = [line for reading, row in rows if (line := _line(reading, row, column, False))]
    values = [line.value for line in lines]
    if len(values) != 2 or values[0] is None or values[1] is None:
        return None
    cells = tuple(cell for line in lines for cell in line.cells)
    label = " — ".join(line.label for line in lines)
    return Work("gap", [Line(label, abs(values[0] - values[1]), column.unit, "", cells, True)], places, found)


def _total(
    rows: Sequence[tuple[TableReading, int]], column: Column, how: str, places: frozenset[int], found: list[Records]
) -> Work | None:
    lines = [line for reading, row in rows if (line := _line(reading, row, column, False))]
    values = [line.value for line in lines if line.value is not None]
    if not values:
        return None
    total = sum(values, Decimal(0))
    value = total if how == "sum" else (total / len(values)).quantize(Decimal("0.0001"))
    cells = tuple(cell for line in lines for cell in line.cells)
    return Work(how, [Line(column.name, value, column.unit, "", cells, True)], places, found)


def _counted(reading: TableReading, asked: Asked) -> Line:
    name = reading.name or reading.records.columns[0]
    cells = tuple(cell for row in reading.rows or reading.outside for cell in _cell(reading, name, row))
    return Line(reading.records.table.card.title, Decimal(len(reading.rows)), asked.counted, "", cells, True)


def _counts_none(words: Words, asked: Asked, reading: TableReading) -> bool:
    """Whether rows are counted of which there are some, but none in the period asked for."""
    some = 0 < len(reading.outside) < reading.records.count  # what all rows share names none of them
    if reading.rows or not some or asked.conditions or asked.ranks:
        return False
    return _counts_rows(words, asked, reading, attached(reading, asked, words)[2])


def _counts_rows(words: Words, asked: Asked, reading: TableReading, left: Sequence[Column]) -> bool:
    """Whether 多少 asks for the number of rows: before a measure word or the rows' name, with no amount named."""
    if asked.count is None:
        return False
    after = words.key[asked.count[1] : asked.count[1] + 2]
    of_rows = any(after in pieces(column.name) for column in reading.records.columns if column.kind == "words")
    strong = {column.at for column, named in reading.columns if named.share >= NAMED}
    if any(column.kind == "number" and (column.at in strong or not of_rows) for column in left):
        return False
    return bool(asked.counted) or of_rows or not words.key[asked.count[0] : asked.count[1]].startswith(("多少", "几"))


def _says_mean(columns: Sequence[Column]) -> bool:
    return "均" in columns[0].name
