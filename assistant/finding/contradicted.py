"""Tables that other tables of their document contradict: their amounts slipped against their rows in print."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from sqlalchemy import Select, select

from ingest.checks.fund_lines import RULE
from ingest.records.finding import Verdict
from ingest.stores import schema
from ingest.stores.codec import to_finding

_SLIPPED = 3  # so many lines are no misprint of one of them


class Reads(Protocol):
    """What reads records of the store."""

    def read(self, query: Select[Any], to: Callable[[Mapping[str, Any]], Any]) -> list[Any]:
        """The records of a query in its order."""


def contradicted_tables(shelf: Reads, document_id: str) -> frozenset[str]:
    """The tables of a document of which several lines say more than the table of all spending has for them."""
    stored = schema.findings.c
    failed = select(schema.findings).where(stored.document_id == document_id, stored.rule == RULE)
    ids = [f.figure_ids[1] for f in shelf.read(failed, to_finding) if f.verdict is Verdict.FAILS]
    if len(ids) < _SLIPPED:
        return frozenset()
    cells = select(schema.figures.c.table_id).where(schema.figures.c.id.in_(ids))
    return frozenset(shelf.read(cells, lambda row: row["table_id"]))
