"""Working over the records of one or several tables: filter, rank, compare, difference, count, sum, look-up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from assistant.tabular.asked import Asked, Condition, Rank
from assistant.tabular.lines import (
    Line,
    cell_of,
    first_by,
    first_rows,
    meets,
    name_line,
    same_column,
    title_of,
    value_line,
)
from assistant.tabular.naming import Words, pieces
from assistant.tabular.periods import Period
from assistant.tabular.reading import NAMED, TableReading, attached, entities_in, read_table
from assistant.tabular.records import Column, Records

_IN_FULL = 0.9  # share of a header that is named whole


@dataclass(slots=True)
class Work:
    """What a question came to over the tables it is about."""

    operation: str  # lookup, series, names, gap, count, sum, mean
    lines: list[Line]
    places: frozenset[int]
    tables: list[Records] = field(default_factory=list)
    whole: bool = False  # rows are listed by nothing but their values: each word of the question restricts them
    surely: bool = True  # an operation was asked for, or rows and columns were named in full


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows a question is about, and what it asks of them."""

    words: Words
    asked: Asked
    readings: list[TableReading]
    rows: list[tuple[TableReading, int]]
    conditions: list[tuple[Condition, Column]]
    ranks: list[tuple[Rank, Column]]
    left: list[Column]  # the columns to be told
    places: frozenset[int]
    named: bool  # rows are named by a column that tells them apart
    series: bool

    @property
    def tables(self) -> list[Records]:
        """The tables of the rows."""
        return [reading.records for reading in self.readings]

    @property
    def has_entities(self) -> bool:
        """Whether any row is named."""
        return any(keys for reading in self.readings for keys in reading.entities.values())

    def work(self, operation: str, lines: list[Line], whole: bool = False, surely: bool = True) -> Work:
        """What the question came to over these rows."""
        return Work(operation, lines, self.places, self.tables, whole, surely)


def worked(
    tables: Sequence[Records], words: Words, asked: Asked, periods: Sequence[Period], by_period: bool, series: bool
) -> Work | None:
    """The result over the tables, in their order; None where they cannot give it."""
    readings = _readings(tables, words, asked, periods, by_period)
    named = _leave_to_others(readings)
    if len(readings) == 1 and _counts_none(words, asked, readings[0]):
        return Work("count", [_counted(readings[0], asked)], readings[0].places | words.period_places, [tables[0]])
    rows = _rows_asked([reading for reading in readings if reading.rows], words, asked, named, series)
    if rows is None:
        return None
    for is_asked, result in _STEPS:
        if is_asked(rows):
            return result(rows)
    return None if _tells_too_little(rows) else _cells(rows)


def _readings(
    tables: Sequence[Records], words: Words, asked: Asked, periods: Sequence[Period], by_period: bool
) -> list[TableReading]:
    """Each table with the rows and columns a question names; what one claims as a value names no column of another."""
    entities_of = [entities_in(records, words) for records in tables]
    claimed = frozenset(
        place for found in entities_of for keys in found.values() for key in keys for place in _said(words, key)
    )
    return [
        read_table(records, found, claimed, words, asked, periods, by_period)
        for records, found in zip(tables, entities_of, strict=True)
    ]


def _leave_to_others(readings: list[TableReading]) -> bool:
    """Drop the rows of tables where what is named stands in another of them; whether any row is named at all."""
    named = {
        reading.records.columns[at].name
        for reading in readings
        for at in reading.entities
        if reading.records.columns[at].is_distinct
    }
    for reading in readings:
        mine = {reading.records.columns[at].name for at in reading.entities}
        if named and not named & mine:
            reading.rows = []
    return bool(named)


def _rows_asked(readings: list[TableReading], words: Words, asked: Asked, named: bool, series: bool) -> _Rows | None:
    """The rows that meet the conditions; None where there are none, or where what was asked of them is dropped."""
    if not readings:
        return None
    conditions, ranks, left = attached(readings[0], asked, words)
    places = frozenset[int]().union(*(reading.places for reading in readings))
    if len(conditions) < len(asked.conditions) or len(ranks) < len(asked.ranks):
        return None
    for reading in readings:
        for condition, column in conditions:
            own = same_column(reading, column)
            reading.rows = [row for row in reading.rows if own is not None and meets(reading, own, row, condition)]
    rows = [(reading, row) for reading in readings for row in reading.rows]
    return _Rows(words, asked, readings, rows, conditions, ranks, left, places, named, series) if rows else None


def _is_compared(rows: _Rows) -> bool:
    """Whether the higher or lower of several is asked for."""
    return rows.asked.compared is not None and len(rows.rows) > 1 and bool(rows.left) and not rows.ranks


def _better(rows: _Rows) -> Work | None:
    best = first_by(rows.rows, rows.left[0], bool(rows.asked.compared))
    return None if best is None else rows.work("names", [name_line(*best, rows.left[0])])


def _is_gap(rows: _Rows) -> bool:
    """Whether two numbers are held against each other."""
    return rows.asked.gap and len(rows.rows) == 2 and bool(rows.left) and rows.left[0].kind == "number"


def _is_ranked(rows: _Rows) -> bool:
    return bool(rows.ranks)


def _ranking(rows: _Rows) -> Work | None:
    lines = [line for reading in rows.readings for line in first_rows(reading, rows.ranks)]
    return rows.work("names", lines) if lines else None


def _is_counted(rows: _Rows) -> bool:
    return _counts_rows(rows.words, rows.asked, rows.readings[0], rows.left)


def _count(rows: _Rows) -> Work:
    return rows.work("count", [_counted(reading, rows.asked) for reading in rows.readings])


def _is_chosen(rows: _Rows) -> bool:
    """Whether the rows that meet a condition are asked for, and nothing else of them."""
    return bool(rows.conditions) and not rows.left


def _chosen(rows: _Rows) -> Work:
    column = rows.conditions[0][1]
    return rows.work("names", [name_line(reading, row, column) for reading, row in rows.rows])


def _is_told_by_value(rows: _Rows) -> bool:
    """Whether the rows are asked for that bear a value of a column: 风险等级为高风险的."""
    return not rows.left and rows.asked.which and _told_by_value(rows.readings[0]) is not None


def _bearing_value(rows: _Rows) -> Work | None:
    told = _told_by_value(rows.readings[0])
    if told is None:
        return None
    return rows.work("names", [name_line(reading, row, told) for reading, row in rows.rows], whole=True)


def _is_summed(rows: _Rows) -> bool:
    """Whether the numbers of several rows are added or averaged; a column of means is told as it stands."""
    if not rows.left or rows.left[0].kind != "number" or len(rows.rows) < 2:
        return False
    return rows.asked.summed or (rows.asked.mean and not _says_mean(rows.left))


def _tells_too_little(rows: _Rows) -> bool:
    """Whether no column is left to be told, none that tells a number is named, or no word says which rows."""
    if not rows.left or (_wants_number(rows) and not _is_named_in_full(rows)):
        return True
    return not rows.has_entities and not rows.conditions and len(rows.rows) > max(12, 3 * len(rows.readings))


def _wants_number(rows: _Rows) -> bool:
    """Whether a number is asked for that no column left holds."""
    return rows.asked.count is not None and not rows.asked.which and not _has_number(rows)


def _has_number(rows: _Rows) -> bool:
    return any(column.kind == "number" for column in rows.left)


def _is_named_in_full(rows: _Rows) -> bool:
    """Whether rows and the column are named, no measure word with them: 多少 in 风险等级是多少 asks for no number."""
    full = any(column is rows.left[0] and named.share >= _IN_FULL for column, named in rows.readings[0].columns)
    return full and rows.has_entities and not rows.asked.counted


def _cells(rows: _Rows) -> Work | None:
    """The cells where the rows meet the columns that are left."""
    lines = [
        line
        for reading, row in rows.rows
        for column in rows.left
        if (line := value_line(reading, row, column, rows.series))
    ]
    if not lines:
        return None
    if len(rows.readings) > 1 and not rows.series:
        lines = [replace(line, label=f"{title_of(line)} {line.label}") for line in lines]
    asked = rows.asked
    # 有哪些书店: the rows by their names
    listed = asked.which and rows.has_entities and rows.left == [rows.readings[0].name]
    surely = (listed or rows.named) and (asked.count is None or asked.which or _has_number(rows))
    return rows.work("series" if rows.series else "lookup", lines, listed, surely)


def _said(words: Words, key: str) -> frozenset[int]:
    """Where a value is said: word for word, else by its pieces (信用债务违约 is 信用债已违约)."""
    return words.all_places(key) or frozenset[int]().union(*(words.places(piece) for piece in pieces(key)))


def _told_by_value(reading: TableReading) -> Column | None:
    """The column whose header and value are both named, where the rows it tells are asked for: 风险等级为高风险的."""
    for column, named in reading.columns:
        if named.share >= NAMED and column.at in reading.entities:
            return column if reading.name is not None and reading.name.at not in reading.entities else None
    return None


def _gap(rows: _Rows) -> Work | None:
    column = rows.left[0]
    lines = [line for reading, row in rows.rows if (line := value_line(reading, row, column, False))]
    values = [line.value for line in lines]
    if len(values) != 2 or values[0] is None or values[1] is None:
        return None
    cells = tuple(cell for line in lines for cell in line.cells)
    label = " — ".join(line.label for line in lines)
    return rows.work("gap", [Line(label, abs(values[0] - values[1]), column.unit, "", cells, True)])


def _total(rows: _Rows) -> Work | None:
    column = rows.left[0]
    lines = [line for reading, row in rows.rows if (line := value_line(reading, row, column, False))]
    values = [line.value for line in lines if line.value is not None]
    if not values:
        return None
    total = sum(values, Decimal(0))
    value = (total / len(values)).quantize(Decimal("0.0001")) if rows.asked.mean else total
    cells = tuple(cell for line in lines for cell in line.cells)
    return rows.work("mean" if rows.asked.mean else "sum", [Line(column.name, value, column.unit, "", cells, True)])


def _counted(reading: TableReading, asked: Asked) -> Line:
    name = reading.name or reading.records.columns[0]
    cells = tuple(cell for row in reading.rows or reading.outside for cell in cell_of(reading, name, row))
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


#: What is asked of the rows, and what it comes to; the first that is asked decides.
_STEPS: tuple[tuple[Callable[[_Rows], bool], Callable[[_Rows], Work | None]], ...] = (
    (_is_compared, _better),
    (_is_gap, _gap),
    (_is_ranked, _ranking),
    (_is_counted, _count),
    (_is_chosen, _chosen),
    (_is_told_by_value, _bearing_value),
    (_is_summed, _total),
)
