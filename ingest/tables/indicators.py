"""Performance indicators of projects, from running text in cells and from forms with columns."""

from collections.abc import Sequence

from ingest.records.document import Row, RowText, Table
from ingest.records.figure import Indicator
from ingest.records.layout import Reading


def indicators_of(
    reading: Reading,
    document_id: str,
    tables: Sequence[Table],
    rows: Sequence[Row],
    row_texts: Sequence[RowText],
) -> tuple[Indicator, ...]:
    """All indicators of a document, linked to the row of their project where one is found."""
    return ()
