"""How much of what is printed reached a record or a passage: every number of a page is looked for in what was kept.

Numbers of one or two digits (row numbers, enumerators, page numbers) say nothing and are not counted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ingest.records.document import Row, RowText, Table
from ingest.records.figure import Figure, Indicator
from ingest.records.layout import Page, Reading
from ingest.records.passage import Passage
from ingest.wording.numbers import narrow

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def coverage_of(
    reading: Reading,
    tables: Sequence[Table],
    rows: Sequence[Row],
    row_texts: Sequence[RowText],
    figures: Sequence[Figure],
    passages: Sequence[Passage],
    indicators: Sequence[Indicator] = (),
) -> str | None:
    """The share of printed numbers that reached a record or passage, a decimal string of 0 to 1; None without any."""
    kept: dict[int, Counter[str]] = {page.number: Counter() for page in reading.pages}
    anywhere: dict[int, set[str]] = {page.number: set() for page in reading.pages}
    for page, text in _counted(row_texts, figures, passages):
        kept.setdefault(page, Counter()).update(_numbers(text))
    for page, text in (*_repeated(tables, rows, indicators), *_headings(passages)):
        anywhere.setdefault(page, set()).update(_numbers(text, 1))
    total = found = 0
    for sheet in reading.pages:
        left = kept[sheet.number]
        for number in _numbers(_printed(sheet)):
            total += 1
            if left[number] > 0:
                left[number] -= 1
                found += 1
            elif number in anywhere[sheet.number]:
                found += 1
    if not total:
        return None
    return format((Decimal(found) / Decimal(total)).quantize(Decimal("0.0001")).normalize(), "f")


def _numbers(text: str, least: int = 3) -> Iterator[str]:
    """The numbers of a text that say something: three digits or more, or with decimals."""
    for match in _NUMBER.finditer(re.sub(r"\s+", "", narrow(text))):
        number = match.group().strip(",")
        if len(re.sub(r"\D", "", number)) >= least:
            yield number


def _printed(page: Page) -> str:
    lines = " ".join(_tight(line.text) for line in page.lines)
    cells = " ".join(_tight(cell.text) for grid in page.grids for cell in grid.cells)
    # One separator that is no digit, so that neighbours do not run together when blanks are dropped.
    return (lines + " " + cells).replace(" ", "|")


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _counted(
    row_texts: Iterable[RowText], figures: Iterable[Figure], passages: Iterable[Passage]
) -> Iterator[tuple[int, str]]:
    """Texts that each stand for one printed place."""
    for text in row_texts:
        yield text.page, text.text
    for figure in figures:
        if figure.row_id is not None and figure.label:
            yield figure.page, figure.text
    for passage in passages:
        if passage.row_id is None:
            for spot in passage.spots:
                yield spot.page, passage.text[spot.start : spot.end]


def _repeated(
    tables: Iterable[Table], rows: Iterable[Row], indicators: Iterable[Indicator]
) -> Iterator[tuple[int, str]]:
    """Texts that may be printed more than once on their pages: titles, headers, labels, parts of codes."""
    for table in tables:
        words = [
            table.title,
            table.number or "",
            table.note or "",
            *(level for path in table.columns for level in path),
        ]
        for page in range(table.page, table.page_end + 1):
            yield page, "|".join(words)
    for row in rows:
        code = row.code or ""
        parts = "|".join((code, code[:3], code[3:5], code[5:7], row.printed_label, row.body or ""))
        for page in range(row.page, row.page_end + 1):
            yield page, parts
    for indicator in indicators:
        for page in (indicator.page, indicator.page + 1):
            yield page, f"{indicator.name}|{indicator.text}"


def _headings(passages: Iterable[Passage]) -> Iterator[tuple[int, str]]:
    """Section titles stand above their passages, on the same page or at the end of the one before."""
    for passage in passages:
        if passage.row_id is None:
            for page in (passage.page - 1, passage.page):
                yield page, "|".join(passage.section)
