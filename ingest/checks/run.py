"""All checks of one document, in a fixed order."""

from collections.abc import Sequence

from ingest.records.document import Row, Table
from ingest.records.figure import Figure
from ingest.records.finding import Finding


def check_document(
    document_id: str, tables: Sequence[Table], rows: Sequence[Row], figures: Sequence[Figure]
) -> tuple[Finding, ...]:
    """Every check that the document's tables and sentences allow; figures of both origins together."""
    return ()
