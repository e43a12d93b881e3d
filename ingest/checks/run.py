"""All checks of one document, in a fixed order."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.checks.book import Book
from ingest.checks.fund_lines import fund_within_whole
from ingest.checks.places import balances, same_totals, table_and_text
from ingest.checks.rates import recomputed_rates
from ingest.checks.sums import children_sums, column_sums
from ingest.checks.three_public import three_public_sums
from ingest.records.document import Row, Table
from ingest.records.figure import Figure
from ingest.records.finding import Finding


def check_document(
    document_id: str, tables: Sequence[Table], rows: Sequence[Row], figures: Sequence[Figure]
) -> tuple[Finding, ...]:
    """Every check that the document's tables and sentences allow; figures of both origins together."""
    book = Book(tables, rows, figures)
    found: dict[tuple[str, tuple[str, ...]], Finding] = {}
    for check in (
        children_sums,
        column_sums,
        balances,
        three_public_sums,
        same_totals,
        fund_within_whole,
        table_and_text,
        recomputed_rates,
    ):
        for finding in check(book, document_id):
            found.setdefault((finding.rule, finding.figure_ids), finding)
    return tuple(replace(finding, id=f"{document_id}-c{i:04d}") for i, finding in enumerate(found.values()))
