"""Everything one document gave: the value that travels from parsing to the stores."""

from dataclasses import dataclass, field

from ingest.records.document import Document, Row, RowText, Table
from ingest.records.figure import Figure, Indicator
from ingest.records.finding import Finding
from ingest.records.grid import PlainGrid
from ingest.records.passage import Passage


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document and all its records."""

    document: Document
    tables: tuple[Table, ...] = ()
    rows: tuple[Row, ...] = ()
    row_texts: tuple[RowText, ...] = ()
    figures: tuple[Figure, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    passages: tuple[Passage, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    grids: tuple[PlainGrid, ...] = ()  # of a document that is no budget
