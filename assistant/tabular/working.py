"""Working over the records of one or several tables: filter, rank, compare, difference, count, sum, look-up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.tabular.asked import Asked, Condition, Rank
from assistant.tabular.naming import Named, Words, pieces, weights_among
from assistant.tabular.periods import Period, holds, periods_in
from assistant.tabular.records import Column, Records, parts_of
from ingest.wording.glyphs import bare

_NAMED, _HINTED = 0.5, 0.12


@dataclass(frozen=True, slots=True)
class Row:
    """A row of one of the tables."""

    records: Records
    at: int


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
    surely: bool = True  # an operation was asked for, or rows and columns were named in full


@dataclass(slots=True)
class _Reading:
    """One table as a question sees it: which columns it names and where, which rows."""

    records: Records
    columns: list[tuple[Column, Named]]
    rows: list[int]
    entities: dict[int, list[str]]  # column -> the values named
    name: Column | None
    places: frozenset[int]
    dated: bool


def worked(
    tables: Sequence[Records], words: Words, asked: Asked, periods: Sequence[Period], by_period: bool, series: bool
) -> Work | None:
    """The result over the tables, in their order; None where they cannot give it."""
    readings = [_read(records, words, asked, periods, by_period) for records in tables]
    readings = [reading for reading in readings if reading.rows]
    if not readings:
        return None
    rows = [(reading, row) for reading in readings for row in reading.rows]
    places = frozenset[int]().union(*(reading.places for reading in readings))
    found = [reading.records for reading in readings]
    entities = {key for reading in readings for keys in reading.entities.values() for key in keys}
    conditions, ranks, left = _attached(readings[0], asked)
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
    if not left:
        return None
    if (asked.summed or (asked.mean and not _says_mean(left))) and left[0].kind == "number" and len(rows) > 1:
        return _total(rows, left[0], "mean" if asked.mean else "sum", places, found)
    if not entities and not conditions and len(rows) > max(12, 3 * len(readings)):
        return None
    lines = [line for reading, row in rows for column in left if (line := _line(reading, row, column, series))]
    if not lines:
        return None
    surely = bool(entities) and all(named.share >= _NAMED for column, named in readings[0].columns if column in left)
    return Work("series" if series else "lookup", lines, places, found, surely)


def _read(records: Records, words: Words, asked: Asked, periods: Sequence[Period], by_period: bool) -> _Reading:
    entities = _entities(records, words)
    claimed = frozenset(place for keys in entities.values() for key in keys for place in words.all_places(key))
    columns = _columns(records, words, claimed | asked.used | words.period_places)
    rows = list(range(records.count))
    for at, keys in entities.items():
        column = records.columns[at]
        wanted = set(keys)
        rows = [r for r in rows if any(bare(part) in wanted for part in _values(records.text(column, r)))]
    dated = False
    if periods and not by_period:
        for column in records.columns:
            if column.kind == "date" or (column.kind == "number" and "年" in column.name):
                kept = [r for r in rows if any(holds(periods, p) for p in periods_in(records.text(column, r)))]
                if kept:
                    rows, dated = kept, True
                    break
    if periods and not by_period and not dated:
        rows = []  # a period that neither title nor rows tell is not dropped
    places = claimed.union(*(named.places for _, named in columns)) | asked.used
    if dated:
        places |= words.period_places
    return _Reading(records, columns, rows, entities, _name_column(records, words, entities), places, dated)


def _values(text: str) -> list[str]:
    return [text, *parts_of(text)]


def _entities(records: Records, words: Words) -> dict[int, list[str]]:
    """The values of word columns that a question names, by column; the longest where one holds another."""
    found: dict[str, set[int]] = {}
    for column in records.columns:
        if column.kind == "number" or column.kind == "date":
            continue
        for row in range(records.count):
            for part in _values(records.text(column, row)):
                key = bare(part)
                if len(key) >= 2 and key in words.key and bare(column.name) != key:
                    found.setdefault(key, set()).add(column.at)
    claimed: frozenset[int] = frozenset()
    kept: dict[int, list[str]] = {}
    for key in sorted(found, key=lambda key: (-len(key), key)):
        here = words.all_places(key)
        if here <= claimed and here:
            continue
        claimed |= here
        at = max(found[key], key=lambda at: (records.columns[at].is_distinct, -at))
        kept.setdefault(at, []).append(key)
    return kept


def _columns(records: Records, words: Words, taken: frozenset[int]) -> list[tuple[Column, Named]]:
    """The columns a question names, by header or else by words that their values share, where they stand in it."""
    weights = weights_among(column.name for column in records.columns)
    said: list[tuple[float, Column, Named]] = []
    for column in records.columns:
        named = words.named(column.name, weights)
        free = named.places - taken
        if named.share >= _NAMED and free:
            said.append((named.weight * named.share, column, Named(named.weight, named.share, free)))
            continue
        hinted = words.said(column.shared, {})
        both = (named.places | hinted.places) - taken
        rank = named.weight * named.share + 0.3 * min(1.0, hinted.weight / 4)
        if both and (named.share >= _HINTED or hinted.weight):
            said.append((rank, column, Named(named.weight, named.share, both)))
    said.sort(key=lambda item: (-item[0], item[1].at))
    chosen: list[tuple[Column, Named]] = []
    claimed: frozenset[int] = frozenset()
    for rank, column, named in said:
        own = named.places - claimed
        strong = named.share >= _NAMED
        if (
            not chosen
            or (len(own) >= 2 and (strong or not any(n.share >= _NAMED for _, n in chosen)))
            or (len(own) >= 2 and rank >= 0.25)
        ):
            chosen.append((column, named))
            claimed |= named.places
    return chosen


def _name_column(records: Records, words: Words, entities: dict[int, list[str]]) -> Column | None:
    """The column that names the rows: where the named stand, else the one spoken of, else the first."""
    spoken = [column for column in records.columns if column.kind == "words" and column.is_distinct]
    for at in entities:
        if records.columns[at] in spoken:
            return records.columns[at]
    weights = weights_among(column.name for column in spoken)
    named = [(words.named(column.name, weights).weight, -column.at, column) for column in spoken]
    return max(named, key=lambda item: item[:2])[2] if named else (records.columns[0] if records.columns else None)


def _attached(
    reading: _Reading, asked: Asked
) -> tuple[list[tuple[Condition, Column]], list[tuple[Rank, Column]], list[Column]]:
    """Conditions and ranks with the columns they are about, and the columns that are left to be told."""
    numbers = [(column, named) for column, named in reading.columns if column.kind in ("number", "date")]
    used: set[int] = set()
    conditions, ranks = [], []
    for condition in asked.conditions:
        column = _nearest(numbers, condition.start, condition.end)
        if column is not None:
            conditions.append((condition, column))
            used.add(column.at)
    for rank in asked.ranks:
        column = _nearest(numbers, rank.start, rank.end)
        if column is not None:
            ranks.append((rank, column))
            used.add(column.at)
    name = reading.name.at if reading.name is not None and (ranks or conditions or asked.compared is not None) else None
    strong = {column.at for column, named in reading.columns if named.share >= _NAMED}
    left = [column for column, _ in reading.columns if column.at not in used and column.at != name]
    left = [column for column in left if column.at in strong] or left[:1]
    if asked.compared is not None or asked.gap:
        left.sort(key=lambda column: column.kind != "number")
    return conditions, ranks, [c for c in left if c.at not in reading.entities]


def _nearest(columns: Sequence[tuple[Column, Named]], start: int, end: int) -> Column | None:
    best: tuple[int, int, Column] | None = None
    for column, named in columns:
        before = [start - place for place in named.places if place < start]
        after = [place - end for place in named.places if place >= end]
        distance = min([2 * d for d in before] + [3 * d + 2 for d in after], default=999)
        if best is None or (distance, column.at) < best[:2]:
            best = (distance, column.at, column)
    return best[2] if best is not None else None


def _same(reading: _Reading, column: Column) -> Column | None:
    return next((own for own in reading.records.columns if own.name == column.name), None)


def _meets(reading: _Reading, column: Column, row: int, condition: Condition) -> bool:
    value = reading.records.number(column, row)
    if value is None:
        return False
    said = condition.comparison
    low, high = said.value, said.upper
    return {
        ">": value > low,
        ">=": value >= low,
        "<": value < low,
        "<=": value <= low,
        "=": value == low,
        "between": high is not None and low <= value <= high,
    }[said.sign]


def _first(rows: Sequence[tuple[_Reading, int]], column: Column, rising: bool) -> tuple[_Reading, int] | None:
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


def _ranked(reading: _Reading, ranks: Sequence[tuple[Rank, Column]]) -> list[Line]:
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


def _cell(reading: _Reading, column: Column, row: int) -> tuple[tuple[Records, int], ...]:
    number = column.cells[row]
    return () if number is None else ((reading.records, number),)


def _name_line(reading: _Reading, row: int, column: Column) -> Line:
    own = _same(reading, column) or column
    value, name = reading.records.number(own, row), reading.name
    label = reading.records.text(name, row) if name is not None else ""
    at = name.cells[row] if name is not None else None
    cells = _cell(reading, own, row)
    return Line(
        label, value, own.unit, reading.records.text(own, row), cells,
        name_cell=None if at is None else (reading.records, at),
    )  # fmt: skip


def _line(reading: _Reading, row: int, column: Column, series: bool) -> Line | None:
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


def _is_period(records: Records, column: Column, row: int) -> bool:
    text = records.text(column, row)
    return len(text) <= 9 and len(periods_in(text)) == 1


def _gap(
    rows: Sequence[tuple[_Reading, int]], column: Column, places: frozenset[int], found: list[Records]
) -> Work | None:
    lines = [line for reading, row in rows if (line := _line(reading, row, column, False))]
    values = [line.value for line in lines]
    if len(values) != 2 or values[0] is None or values[1] is None:
        return None
    cells = tuple(cell for line in lines for cell in line.cells)
    label = " — ".join(line.label for line in lines)
    return Work("gap", [Line(label, abs(values[0] - values[1]), column.unit, "", cells, True)], places, found)


def _total(
    rows: Sequence[tuple[_Reading, int]], column: Column, how: str, places: frozenset[int], found: list[Records]
) -> Work | None:
    lines = [line for reading, row in rows if (line := _line(reading, row, column, False))]
    values = [line.value for line in lines if line.value is not None]
    if not values:
        return None
    total = sum(values, Decimal(0))
    value = total if how == "sum" else (total / len(values)).quantize(Decimal("0.0001"))
    cells = tuple(cell for line in lines for cell in line.cells)
    return Work(how, [Line(column.name, value, column.unit, "", cells, True)], places, found)


def _counted(reading: _Reading, asked: Asked) -> Line:
    name = reading.name or reading.records.columns[0]
    cells = tuple(cell for row in reading.rows for cell in _cell(reading, name, row))
    return Line(reading.records.table.card.title, Decimal(len(reading.rows)), asked.counted, "", cells, True)


def _counts_rows(words: Words, asked: Asked, reading: _Reading, left: Sequence[Column]) -> bool:
    """Whether 多少 asks for the number of rows: before a measure word or the rows' name, with no amount named."""
    if asked.count is None or any(column.kind == "number" for column in left):
        return False
    after = words.key[asked.count[1] : asked.count[1] + 2]
    of_rows = any(after in pieces(column.name) for column in reading.records.columns if column.kind == "words")
    return bool(asked.counted) or of_rows or not words.key[asked.count[0] : asked.count[1]].startswith(("多少", "几"))


def _says_mean(columns: Sequence[Column]) -> bool:
    return "均" in columns[0].name
