"""Reads records of the store for all documents alike, and bounds what is held of them in memory."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from sqlalchemy import Engine, Select, select
from sqlalchemy import Table as SqlTable

from ingest.records.document import Table
from ingest.records.figure import Origin
from ingest.stores import schema

_KEPT_FIGURES = 250_000  # about 200 MB; of tables opened longest ago the figures are read again when needed
_KEPT_WORK = 1024  # what was worked out about a document and some words, at most about 30 MB

Record = TypeVar("Record")
Work = TypeVar("Work")


class Opened(Protocol):
    """A table whose figures are in memory."""

    table: Table

    def close(self) -> None:
        """Let go of the figures."""
        ...


class Shelf:
    """Reads records of the store, and remembers which tables have their figures in memory."""

    def __init__(self, engine: Engine, keep: int = _KEPT_FIGURES) -> None:
        self._engine = engine
        self._keep = keep
        self._open: OrderedDict[str, tuple[Opened, int]] = OrderedDict()
        self._held = 0
        self._newest: Opened | None = None
        self._worked_out: OrderedDict[Hashable, Any] = OrderedDict()

    def read(self, query: Select[Any], to: Callable[[Mapping[str, Any]], Record]) -> list[Record]:
        """The records of a query in its order."""
        with self._engine.connect() as connection:
            result = connection.execute(query)
            names = tuple(result.keys())
            return [to(dict(zip(names, row, strict=True))) for row in result]

    def of(
        self, document_id: str, table: SqlTable, to: Callable[[Mapping[str, Any]], Record], *order: str
    ) -> list[Record]:
        """All records of one kind of a document."""
        query = select(table).where(table.c.document_id == document_id)
        return self.read(query.order_by(*(table.c[name] for name in order)), to)

    def rows_with_figures(self, table_ids: Iterable[str]) -> frozenset[str]:
        """The rows of some tables that have figures at all."""
        figures = schema.figures.c
        query = select(figures.row_id).distinct().where(figures.table_id.in_(sorted(table_ids)))
        with self._engine.connect() as connection:
            return frozenset(connection.execute(query.where(figures.origin != Origin.NARRATIVE.value)).scalars())

    def opened(self, table: Opened, figures: int) -> None:
        """Note that a table's figures are in memory; the oldest give way where there are too many."""
        _, before = self._open.pop(table.table.id, (table, 0))
        self._open[table.table.id] = (table, figures)
        self._newest = table
        self._held += figures - before
        while self._held > self._keep and len(self._open) > 1:
            _, (oldest, count) = self._open.popitem(last=False)
            oldest.close()
            self._held -= count

    def used(self, table: Opened) -> None:
        """Note that a table was looked at again."""
        if table is not self._newest and table.table.id in self._open:
            self._open.move_to_end(table.table.id)
            self._newest = table

    def once(self, about: Hashable, work: Callable[[], Work]) -> Work:
        """What is worked out about something that the store holds; done once while it is asked for again and again."""
        if about in self._worked_out:
            self._worked_out.move_to_end(about)
        else:
            self._worked_out[about] = work()
            if len(self._worked_out) > _KEPT_WORK:
                self._worked_out.popitem(last=False)
        done: Work = self._worked_out[about]
        return done
