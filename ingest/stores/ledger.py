"""The ledger: which file gave which document, by content and reader version, and which files could not be read."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, select

from ingest.stores.schema import ledger


class LedgerStatus(StrEnum):
    """What became of a file."""

    STORED = "stored"
    DUPLICATE = "duplicate"  # same bytes as another path's document
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One file as last seen; ``document_id`` of a failed file is what an earlier version of it gave, if anything."""

    path: str
    document_id: str | None
    content: str  # SHA-256 of the bytes
    reader: str
    status: LedgerStatus
    at: str  # ISO 8601, UTC
    reason: str | None = None
    pages: int | None = None
    seconds: float | None = None


def write_entry(connection: Connection, entry: LedgerEntry) -> None:
    """Write or replace the entry of a path."""
    connection.execute(delete(ledger).where(ledger.c.path == entry.path))
    connection.execute(ledger.insert().values(**{**asdict(entry), "status": entry.status.value}))


def read_entries(connection: Connection) -> dict[str, LedgerEntry]:
    """All entries by path."""
    rows: Any = connection.execute(select(ledger).order_by(ledger.c.path)).mappings()
    return {row["path"]: LedgerEntry(**{**row, "status": LedgerStatus(row["status"])}) for row in rows}


def paths_of(connection: Connection, document_id: str) -> list[str]:
    """The paths that hold a document, sorted."""
    query = select(ledger.c.path).where(ledger.c.document_id == document_id).order_by(ledger.c.path)
    return list(connection.scalars(query))
