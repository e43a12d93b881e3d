"""“三公”经费 and its parts, in every shape of its table and in the text.

三公 = 因公出国（境）+ 公务用车购置及运行 + 公务接待; 公务用车 = 购置 + 运行.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from ingest.checks.book import Book
from ingest.checks.compare import sum_finding
from ingest.records.figure import Figure, Relation
from ingest.records.finding import Finding
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

ABROAD, RECEPTION, CARS, BUYING, RUNNING, TOTAL = "出国", "接待", "公车", "购置", "运行", "三公"
_RUNNING = re.compile(r"运行|运维|维护")
_TOTALS = ("合计", "小计", "总计")


def part_of(label: str, above: str = "") -> str | None:
    """Which part of the 三公 a label names; ``above`` is the header over it (公务用车购置及运行费 over 小计)."""
    own, upper = bare(label), bare(above)
    if re.search("会议|培训|机关运行|行政经费", own):
        return None
    if "出国" in own:
        return ABROAD
    if "接待" in own:
        return RECEPTION
    in_cars = bool(re.search("公务用车|公车", upper)) and not re.search("公务用车|公车", own)
    if in_cars and own in _TOTALS:
        return CARS
    if re.search("公务用车|公车", own) or in_cars:
        buys, runs = "购置" in own, bool(_RUNNING.search(own))
        return CARS if buys == runs else BUYING if buys else RUNNING
    if "三公" in own or (own in _TOTALS and ("三公" in upper or not upper)):
        return TOTAL
    return None


def is_within_another(figure: Figure) -> bool:
    """Whether a stated amount is told as a part of something else or of its own kind.

    Of the 机关运行经费 6.30万元 are for cars; of the 公务接待费 nothing is for 外宾接待支出.
    """
    return any(part_of(above) in (None, part_of(figure.label)) for above in figure.column)


def three_public_sums(book: Book, document_id: str) -> Iterator[Finding]:
    """The sums of 三公 in every 三公 table, one line or many, and in the sentences."""
    for table in book.tables:
        if table.kind != "three_public":
            continue
        by_column: dict[tuple[str, ...], dict[str, Figure]] = defaultdict(dict)
        for row in book.rows_of[table.id]:
            lines: dict[tuple[str, ...], dict[str, Figure]] = defaultdict(dict)
            for column, figure in book.cells_of.get(row.id, {}).items():
                if figure.relation is not Relation.AMOUNT:
                    continue
                own = part_of(row.label)
                if own is not None:
                    if own == TOTAL and "三公" in row.label:
                        by_column[column][own] = figure  # a 合计 above it adds what is no part of it: 会议费, 培训费
                    by_column[column].setdefault(own, figure)
                    continue
                part, group = _part_of_column(column)
                if part is not None:
                    lines[group].setdefault(part, figure)
            for parts in lines.values():
                yield from _sums(document_id, parts)
        for parts in by_column.values():
            yield from _sums(document_id, parts)
    yield from _sums(document_id, _stated(book))


def _part_of_column(column: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The part a column is of, and what is left of its header: 2026年预算数, 决算数."""
    for i in range(len(column) - 1, -1, -1):
        part = part_of(column[i], column[i - 1] if i else "")
        if part == TOTAL and i == 0 and len(column) > 1 and bare(column[i]) not in _TOTALS:
            continue  # “三公”经费 over all its columns
        if part is not None:
            rest = [level for j, level in enumerate(column) if j != i and part_of(level) is None]
            return part, tuple(level for level in rest if bare(level) not in _TOTALS)
    return None, ()


def _sums(document_id: str, parts: dict[str, Figure]) -> Iterator[Finding]:
    total, cars = parts.get(TOTAL), parts.get(CARS)
    buying, running = parts.get(BUYING), parts.get(RUNNING)
    if cars is not None and cars.amount is not None and buying is not None and running is not None:
        yield sum_finding("check.vehicles", document_id, cars, (buying, running))
    vehicles = [cars] if cars is not None else [f for f in (buying, running) if f is not None]
    others = [f for f in (parts.get(ABROAD), parts.get(RECEPTION)) if f is not None]
    if total is not None and total.amount is not None and vehicles and len(others) == 2:
        yield sum_finding("check.three_public", document_id, total, (*others[:1], *vehicles, *others[1:]))


def _stated(book: Book) -> dict[str, Figure]:
    """The parts as sentences state them, only where each is stated once for the document's own year."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in book.stated:
        part = part_of(figure.label)
        if is_within_another(figure):
            continue
        if part is not None and figure.relation is Relation.AMOUNT and figure.unit.kind is UnitKind.MONEY:
            found[part].append(figure)
    if not found.get(TOTAL):
        return {}
    first = found[TOTAL][0]
    same = {
        part: [f for f in figures if (f.year, f.stage, f.body) == (first.year, first.stage, first.body)]
        for part, figures in found.items()
    }
    return {part: figures[0] for part, figures in same.items() if len({f.value for f in figures}) == 1}
