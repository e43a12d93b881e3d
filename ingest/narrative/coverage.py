"""How much of what is printed reached a record or a passage."""

from collections.abc import Sequence

from ingest.records.document import Row, RowText, Table
from ingest.records.figure import Figure
from ingest.records.layout import Reading
from ingest.records.passage import Passage


def coverage_of(
    reading: Reading,
    tables: Sequence[Table],
    rows: Sequence[Row],
    row_texts: Sequence[RowText],
    figures: Sequence[Figure],
    passages: Sequence[Passage],
) -> str | None:
    """The share of printed digits that reached a record or passage, a decimal string of 0 to 1; None without digits."""
    return None
