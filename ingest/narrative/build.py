"""The story of the running text: lines -> paragraphs -> sections -> passages and figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.narrative.identity import Identity
from ingest.narrative.paragraphs import paragraphs_of
from ingest.narrative.passages import goal_passages, passages_of
from ingest.narrative.prose import prose_lines
from ingest.narrative.sections import placed
from ingest.narrative.statements import figures_of
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
    sections = placed(paragraphs_of(prose_lines(reading)))
    packed = passages_of(document_id, sections, tables)
    goals = goal_passages(document_id, len(packed.passages), tables, rows, row_texts)
    figures = figures_of(document_id, sections, packed, identity, rows)
    return Narrative((*packed.passages, *goals), figures)
