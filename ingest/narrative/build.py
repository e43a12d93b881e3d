"""The story of the running text: lines -> sections -> sentences -> passages and figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.narrative.identity import Identity
from ingest.records.document import Row, RowText, Table
from ingest.records.figure import Figure
from ingest.records.layout import Reading
from ingest.records.passage import Passage


@dataclass(frozen=True, slots=True)
class Narrative:
    """The passages of a document and the figures its sentences state."""

    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]


def narrative_of(
    reading: Reading,
    document_id: str,
    identity: Identity,
    tables: Sequence[Table] = (),
    rows: Sequence[Row] = (),
    row_texts: Sequence[RowText] = (),
) -> Narrative:
    """Passages (prose, glossary, contents, notes, goals of rows) and the figures stated in sentences."""
    return Narrative((), ())
