"""The lines of the general budget against those of all spending: a fund pays no more of a line than is spent on it.

A table whose amounts were pasted one row off fails line after line, though each of its rows adds up across.
"""

from collections import defaultdict
from collections.abc import Iterator

from ingest.checks.book import Book
from ingest.checks.compare import base_half, base_of, pair_finding
from ingest.records.figure import Figure
from ingest.records.finding import Finding
from ingest.wording.codes import FUNCTIONAL
from ingest.wording.glyphs import bare

RULE = "check.fund_within_whole"


def fund_within_whole(book: Book, document_id: str) -> Iterator[Finding]:
    """Every line of the table of the general budget that is more than the table of all spending has for it."""
    wholes = _lines_of(book, "expenditure_total")
    for line, cells in _lines_of(book, "general_public").items():
        paid, whole = cells[0], max(wholes.get(line, ()), key=base_of, default=None)
        if whole is None or (whole.year, whole.stage) != (paid.year, paid.stage) or whole.body != paid.body:
            continue
        if base_of(paid) - base_of(whole) > 2 * max(base_half(paid), base_half(whole)):
            yield pair_finding(RULE, document_id, whole, paid)


def _lines_of(book: Book, kind: str) -> dict[tuple[str, str], list[Figure]]:
    """The amounts of each functional line of the one table of a kind, by code and name; of lines printed once."""
    tables = [t for t in book.tables if t.kind == kind and not t.is_nil]
    found: dict[tuple[str, str], list[list[Figure]]] = defaultdict(list)
    for row in book.rows_of[tables[0].id] if len(tables) == 1 else ():
        if row.code is not None and row.code_scheme == FUNCTIONAL:
            found[row.code, bare(row.label)].append([figure for _, figure in book.amounts(row)])
    return {line: rows[0] for line, rows in found.items() if len(rows) == 1 and rows[0]}
