"""One table as a question sees it: the values it names, the columns it speaks of, the rows that are left."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.lexicon import measured_nouns
from assistant.tabular.asked import Asked, Condition, Rank
from assistant.tabular.naming import Named, Words, measure_of, pieces, weights_among
from assistant.tabular.periods import Period, holds, periods_in
from assistant.tabular.records import Column, Records, parts_of
from ingest.wording.glyphs import bare

NAMED = 0.5  # share of a header that names its column
_FEW = 60  # rows of a table whose labels are looked through one by one
_AND = re.compile(r"[且并而，,；;]")
_APART = 12  # as far as four characters more
_PRICE = re.compile(r"价(?!值)|费用|票款|租金")
_KINDS = 8  # values of a column that sorts its rows by kinds
_KIND_SAID = 0.6  # share of such a value that has to be said
_HINTED = 0.12  # share that is enough where nothing else is named


@dataclass(slots=True)
class TableReading:
    """One table as a question sees it: which columns it names and where, which rows."""

    records: Records
    columns: list[tuple[Column, Named]]
    rows: list[int]
    entities: dict[int, list[str]]  # column -> the values named
    name: Column | None
    places: frozenset[int]
    outside: tuple[int, ...] = ()  # the rows of what is named, where none is of the period asked for


def read_table(
    records: Records,
    entities: dict[int, list[str]],
    claimed: frozenset[int],
    words: Words,
    asked: Asked,
    periods: Sequence[Period],
    by_period: bool,
) -> TableReading:
    """A table as a question sees it; ``claimed`` are the places of all values named, in any of the tables."""
    counted = frozenset(range(*asked.count)) if asked.count is not None else frozenset()  # 多少套 names 套数
    steering = asked.used - counted - words.alike_places  # 最便宜 ranks and names a price
    columns = _columns(records, words, claimed | steering | words.period_places)
    rows = list(range(records.count))
    for at, keys in entities.items():
        column = records.columns[at]
        wanted = set(keys)
        rows = [r for r in rows if any(bare(part) in wanted for part in _values(records.text(column, r)))]
    dated = False
    outside: tuple[int, ...] = ()
    if periods and not by_period:
        for column in records.columns:
            if column.kind == "date" or (column.kind == "number" and "年" in column.name):
                kept = [r for r in rows if any(holds(periods, p) for p in periods_in(records.text(column, r)))]
                if kept:
                    rows, dated = kept, True
                    break
    if periods and not by_period and not dated:
        if any(column.kind == "date" for column in records.columns):
            outside = tuple(rows)
        rows = []  # a period that neither title nor rows tell is not dropped
    places = claimed.union(*(named.places for _, named in columns)) | asked.used
    if dated:
        places |= words.period_places
    name = _name_column(records, words, entities, claimed | asked.used)
    return TableReading(records, columns, rows, entities, name, places, outside)


def _values(text: str) -> list[str]:
    return [text, *parts_of(text)]


def entities_in(records: Records, words: Words) -> dict[int, list[str]]:
    """The values of word columns that a question names, by column; the longest where one holds another."""
    found: dict[str, set[int]] = {}
    for column in records.columns:
        if column.kind == "number" or column.kind == "date":
            continue
        for row in range(records.count):
            for part in _values(records.text(column, row)):
                key = bare(part)
                if len(key) >= 2 and not key.isdigit() and key in words.key and bare(column.name) != key:
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
    for at, keys in _kinds(records, words, claimed).items():
        kept.setdefault(at, keys)
    if 0 in kept and records.count <= _FEW:
        kept[0] += _siblings(records, words, kept[0], claimed)
    return kept


def _kinds(records: Records, words: Words, claimed: frozenset[int]) -> dict[int, list[str]]:
    """The values of columns of few values that are said in other words: 信用债处于正常状态 is 信用债正常."""
    found: dict[int, list[str]] = {}
    for column in records.columns:
        texts = {bare(text): pieces(text) for row in range(records.count) if (text := records.text(column, row))}
        if column.kind != "words" or not 1 < len(texts) <= _KINDS < records.count:
            continue
        for key, parts in texts.items():
            said = [part for part in parts if words.places(part) - claimed]
            alone = {part for part in said if sum(part in other for other in texts.values()) * 2 <= len(texts)}
            if len(key) >= 4 and len(said) >= _KIND_SAID * len(parts) and alone - set(pieces(column.name)):
                found[column.at] = [other for other, held in texts.items() if alone <= set(held)]
    return found


def _siblings(records: Records, words: Words, named: Sequence[str], claimed: frozenset[int]) -> list[str]:
    """Labels said in part beside one that is named in full, with words in common: 期末和期初余额."""
    column = records.columns[0]
    texts = {bare(text): text for row in range(records.count) if (text := records.text(column, row))}
    weights = weights_among(texts.values())
    common = {piece for key in named for piece in pieces(key)}
    found = []
    for key, text in texts.items():
        said = words.named(text, weights)
        alike = key not in named and common & set(pieces(text))
        if alike and said.share >= NAMED and len(said.places - claimed) >= 2:
            found.append(key)
    return found


def _columns(records: Records, words: Words, taken: frozenset[int]) -> list[tuple[Column, Named]]:
    """The columns a question names, by header or else by words that their values share, where they stand in it."""
    weights = weights_among(column.name for column in records.columns)
    said: list[tuple[float, Column, Named]] = []
    for column in records.columns:
        named = words.named(column.name, weights, taken)
        free = named.places
        if named.share >= NAMED and free:
            said.append((named.weight * named.share, column, Named(named.weight, named.share, free)))
            continue
        hinted = words.said(column.shared, {}, taken=taken)
        both = named.places | hinted.places
        rank = named.weight * named.share + 0.3 * min(1.0, hinted.weight / 4)
        if both and (named.share >= _HINTED or hinted.weight):
            said.append((rank, column, Named(named.weight, named.share, both)))
    said.sort(key=lambda item: (-item[0], item[1].at))
    chosen: list[tuple[Column, Named]] = []
    claimed: frozenset[int] = frozenset()
    for rank, column, named in said:
        own = named.places - claimed
        strong = named.share >= NAMED
        if (
            not chosen
            or (len(own) >= 2 and (strong or not any(n.share >= NAMED for _, n in chosen)))
            or (len(own) >= 2 and rank >= 0.25)
        ):
            chosen.append((column, named))
            claimed |= named.places
    return chosen


def _name_column(
    records: Records, words: Words, entities: dict[int, list[str]], taken: frozenset[int]
) -> Column | None:
    """The column that names the rows: where the named stand, else the one spoken of, else the first."""
    title = bare(records.table.card.title)
    spoken = [
        column
        for column in records.columns
        if column.kind == "words" and column.is_distinct and bare(records.text(column, 0)) not in title
    ]
    for at in entities:
        if records.columns[at] in spoken:
            return records.columns[at]
    weights = weights_among(column.name for column in spoken)
    said = [(words.named(column.name, weights), column) for column in spoken]
    named = [(said.weight if said.places - taken else 0.0, -column.at, column) for said, column in said]
    return max(named, key=lambda item: item[:2])[2] if named else (records.columns[0] if records.columns else None)


def attached(
    reading: TableReading, asked: Asked, words: Words
) -> tuple[list[tuple[Condition, Column]], list[tuple[Rank, Column]], list[Column]]:
    """Conditions and ranks with the columns they are about, and the columns that are left to be told."""
    numbers = [(column, named) for column, named in reading.columns if column.kind in ("number", "date")]
    clear = any(named.share >= NAMED for _, named in numbers)
    if (not numbers or (asked.counted and not clear)) and (said := _measured(reading.records, words, asked)):
        reading.columns = [(c, n) for c, n in reading.columns if c.kind != "number"]
        reading.columns.append(said)
        reading.places |= said[1].places
        numbers = [said]
    used: set[int] = set()
    conditions, ranks = [], []
    for condition in asked.conditions:
        column = _nearest(numbers, condition.start, condition.end, words)
        if column is not None:
            conditions.append((condition, column))
            used.add(column.at)
    for rank in asked.ranks:
        column = _nearest(numbers, rank.start, rank.end, words) if rank.known else None
        if column is not None:
            ranks.append((rank, column))
            used.add(column.at)
    name = reading.name.at if reading.name is not None and (ranks or conditions or asked.compared is not None) else None
    strong = {column.at for column, named in reading.columns if named.share >= NAMED}
    left = [c for c, _ in reading.columns if c.at not in used and c.at != name and c.at not in reading.entities]
    weak = [] if strong & set(reading.entities) else _asked_for(reading, asked, left)
    left = [column for column in left if column.at in strong] or weak
    if asked.compared is not None or asked.gap:
        left.sort(key=lambda column: column.kind != "number")
    return conditions, ranks, left


def _asked_for(reading: TableReading, asked: Asked, columns: Sequence[Column]) -> list[Column]:
    """Of columns named in part the one right after 哪家 (哪家公司购买了地块), else the best named."""
    named = {column.at: said.places for column, said in reading.columns}
    return ([column for column in columns if asked.what in named[column.at]] or list(columns))[:1]


def _measured(records: Records, words: Words, asked: Asked) -> tuple[Column, Named] | None:
    """The one column of what is measured without a header being named: 套数 for 多少套, a price for 最贵."""
    numbers = [column for column in records.columns if column.kind == "number"]
    found: list[Column] = []
    nouns: set[str] = set()
    if asked.priced:
        found = [column for column in numbers if _PRICE.search(column.name)]
    elif asked.many:
        counted = {c: {n for n in measured_nouns().get(measure_of(c.name), ()) if n in words.key} for c in numbers}
        found = [column for column in numbers if counted[column]]
        nouns = nouns.union(*counted.values())
    elif asked.counted:
        found = [column for column in numbers if measure_of(column.name) == asked.counted]
    places = frozenset[int]().union(*(words.all_places(noun) for noun in nouns))
    return (found[0], Named(1.0, 1.0, places)) if len(found) == 1 else None


def _nearest(columns: Sequence[tuple[Column, Named]], start: int, end: int, words: Words) -> Column | None:
    """The column that a condition or rank is about: named near it, before it rather than after, in the same clause."""
    best: tuple[int, int, Column] | None = None
    for column, named in columns:
        before = [2 * (start - p) + _clauses(words, p, start) for p in named.places if p < start]
        after = [3 * (p - end) + 2 + _clauses(words, end - 1, p) for p in named.places if p >= end]
        inside = [0 for p in named.places if start <= p < end]  # 最便宜 names a price itself
        distance = min(before + after + inside, default=999)
        if best is None or (distance, column.at) < best[:2]:
            best = (distance, column.at, column)
    return best[2] if best is not None else None


def _clauses(words: Words, first: int, last: int) -> int:
    """What it costs to go from one part of a sentence to another: 均价在4万元以上且销量最高."""
    return _APART if _AND.search(words.between(first, last)) else 0
