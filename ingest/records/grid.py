"""A table of a document that is no budget, kept cell by cell: what it means is told when a question is asked."""

from dataclasses import dataclass

from ingest.records.layout import Cell


@dataclass(frozen=True, slots=True)
class PlainGrid:
    """A whole table as printed, joined over its pages; ``heads`` are its column headers from the left."""

    id: str
    document_id: str
    ordinal: int
    title: str
    page: int
    rows: int
    columns: int
    heads: tuple[str, ...]
    cells: tuple[Cell, ...]
