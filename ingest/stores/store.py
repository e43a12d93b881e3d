"""The relational store: the truth that every answer is read from."""

from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256
from types import TracebackType
from typing import Any

from sqlalchemy import Engine, Select, delete, func, select, update
from sqlalchemy import Table as SqlTable

from ingest.records.document import Document, Row, RowText, Table
from ingest.records.figure import Figure, Indicator
from ingest.records.finding import Finding
from ingest.records.parsed import Parsed
from ingest.records.passage import Passage
from ingest.settings import Settings
from ingest.stores import codec, schema
from ingest.stores.engine import open_engine, writing
from ingest.stores.ledger import LedgerEntry, paths_of, read_entries, write_entry
from ingest.stores.names import Names, add_names, names_of, remove_names
from ingest.stores.term_index import PASSAGE_TERMS, key_of

_BATCH = 500


def open_store(settings: Settings) -> "RecordStore":
    """The store of these settings, created where it is missing; raises StoreError where it cannot be used."""
    return RecordStore(open_engine(settings))


class RecordStore:
    """Documents with their tables, rows, figures, indicators, passages and findings, and the ledger of files."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.names = Names(engine)

    def __enter__(self) -> "RecordStore":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self.engine.dispose()

    # -- writing

    def replace(self, parsed: Parsed, entry: LedgerEntry | None = None) -> None:
        """Store a document in one transaction, in place of its earlier rows and of what its path gave before."""
        document_id = parsed.document.id
        with writing(self.engine) as connection:
            earlier = _document_at(connection, entry)
            _delete_document(connection, document_id)
            connection.execute(delete(schema.vector_queue).where(schema.vector_queue.c.document_id == document_id))
            _insert(connection, parsed)
            if entry is not None:
                write_entry(connection, entry)
            if earlier not in (None, document_id) and not paths_of(connection, earlier):
                _delete_document(connection, earlier)

    def note(self, entry: LedgerEntry, file_name: str | None = None) -> None:
        """Write a ledger entry that brings no new records: a duplicate or a failed file.

        A duplicate's document takes the first of its file names in alphabetical order, so that the order in which
        files arrive does not show. What a failed file gave before stays as it was.
        """
        with writing(self.engine) as connection:
            earlier = _document_at(connection, entry)
            write_entry(connection, entry)
            if file_name is not None and entry.document_id is not None:
                documents = schema.documents
                connection.execute(
                    update(documents)
                    .where(documents.c.id == entry.document_id, documents.c.file_name > file_name)
                    .values(file_name=file_name)
                )
            if earlier not in (None, entry.document_id) and not paths_of(connection, earlier):
                _delete_document(connection, earlier)

    def remove(self, document_id: str) -> bool:
        """Remove a document and its ledger entries; False where it was not stored."""
        with writing(self.engine) as connection:
            connection.execute(delete(schema.ledger).where(schema.ledger.c.document_id == document_id))
            return _delete_document(connection, document_id)

    # -- the ledger

    def ledger(self) -> dict[str, LedgerEntry]:
        """The ledger by path."""
        with self.engine.connect() as connection:
            return read_entries(connection)

    def version(self) -> str:
        """Changes whenever the stored documents do: what a cache of them is keyed by."""
        ledger, documents = schema.ledger, schema.documents
        query = select(func.count(), func.max(ledger.c.at), func.min(ledger.c.path), func.max(ledger.c.path))
        with self.engine.connect() as connection:
            noted = tuple(connection.execute(query).one())
            stored = connection.scalars(select(documents.c.id).order_by(documents.c.id)).all()
        return sha256(repr((noted, stored)).encode()).hexdigest()[:16]

    def forget(self, path: str) -> None:
        """Remove the ledger entry of a file that could not be read, so that it is no longer reported."""
        ledger = schema.ledger
        with writing(self.engine) as connection:
            connection.execute(delete(ledger).where(ledger.c.path == path, ledger.c.status == "failed"))

    # -- reading

    def fetch(self, query: Select[Any]) -> list[dict[str, Any]]:
        """The rows of any query over ``ingest.stores.schema``, as dictionaries by column name."""
        with self.engine.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def documents(self, ids: Collection[str] | None = None) -> tuple[Document, ...]:
        """The stored documents, or those of the given ids, by file name and id."""
        table = schema.documents
        query = select(table).order_by(table.c.file_name, table.c.id)
        return tuple(codec.to_document(row) for row in self._some(query, table, "id", ids))

    def tables(self, document_id: str) -> tuple[Table, ...]:
        """The tables of a document in order."""
        return tuple(codec.to_table(row) for row in self._of(schema.tables, document_id))

    def rows(self, document_id: str, table_id: str | None = None) -> tuple[Row, ...]:
        """The rows of a document, or of one of its tables, in order."""
        query = select(schema.rows).where(schema.rows.c.document_id == document_id)
        if table_id is not None:
            query = query.where(schema.rows.c.table_id == table_id)
        query = query.order_by(schema.rows.c.table_id, schema.rows.c.ordinal, schema.rows.c.id)
        return tuple(codec.to_row(row) for row in self.fetch(query))

    def row_texts(self, row_ids: Collection[str]) -> tuple[RowText, ...]:
        """The cells of words of some rows."""
        table = schema.row_texts
        return tuple(
            codec.to_row_text(row) for row in self._some(select(table).order_by(table.c.id), table, "row_id", row_ids)
        )

    def figures(self, ids: Collection[str]) -> dict[str, Figure]:
        """Figures by id."""
        table = schema.figures
        return {row["id"]: codec.to_figure(row) for row in self._some(select(table), table, "id", ids)}

    def indicators(self, document_id: str) -> tuple[Indicator, ...]:
        """The indicators of a document."""
        return tuple(codec.to_indicator(row) for row in self._of(schema.indicators, document_id))

    def passages(self, ids: Collection[str]) -> dict[str, Passage]:
        """Passages by id."""
        table = schema.passages
        return {row["id"]: codec.to_passage(row) for row in self._some(select(table), table, "id", ids)}

    def select_passages(self, query: Select[Any]) -> tuple[Passage, ...]:
        """The passages of a query that selects the whole ``passages`` table, in the query's order."""
        return tuple(codec.to_passage(row) for row in self.fetch(query))

    def findings(self, document_id: str | None = None) -> tuple[Finding, ...]:
        """The findings of one document or of all, by document and id."""
        table = schema.findings
        query = select(table).order_by(table.c.document_id, table.c.id)
        if document_id is not None:
            query = query.where(table.c.document_id == document_id)
        return tuple(codec.to_finding(row) for row in self.fetch(query))

    def load(self, document_id: str) -> Parsed:
        """Everything stored of a document; raises KeyError where it is not stored."""
        found = self.documents((document_id,))
        if not found:
            raise KeyError(document_id)
        texts = tuple(codec.to_row_text(row) for row in self._of(schema.row_texts, document_id))
        figures = tuple(codec.to_figure(row) for row in self._of(schema.figures, document_id))
        passages = tuple(codec.to_passage(row) for row in self._of(schema.passages, document_id))
        return Parsed(
            found[0],
            self.tables(document_id),
            self.rows(document_id),
            texts,
            figures,
            self.indicators(document_id),
            passages,
            self.findings(document_id),
            tuple(codec.to_grid(row) for row in self._of(schema.grids, document_id)),
        )

    def counts(self, document_id: str | None = None) -> dict[str, int]:
        """How many tables, rows, figures, indicators, passages and findings are stored."""
        found: dict[str, int] = {}
        with self.engine.connect() as connection:
            for table in _CHILDREN[:-1]:  # grids are another form of tables
                query = select(func.count()).select_from(table)
                if document_id is not None:
                    query = query.where(table.c.document_id == document_id)
                found[table.name] = connection.scalar(query) or 0
        return found

    def figure_counts(self) -> dict[str, int]:
        """How many figures each document gave."""
        query = select(schema.figures.c.document_id, func.count()).group_by(schema.figures.c.document_id)
        with self.engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def _of(self, table: SqlTable, document_id: str) -> list[dict[str, Any]]:
        ordinal = table.c.get("ordinal")
        order = [table.c.id] if ordinal is None else [ordinal, table.c.id]
        return self.fetch(select(table).where(table.c.document_id == document_id).order_by(*order))

    def _some(
        self, query: Select[Any], table: SqlTable, column: str, wanted: Collection[str] | None
    ) -> Iterator[dict[str, Any]]:
        if wanted is None:
            yield from self.fetch(query)
            return
        keys = sorted(set(wanted))
        for start in range(0, len(keys), _BATCH):
            yield from self.fetch(query.where(table.c[column].in_(keys[start : start + _BATCH])))


_CHILDREN: Sequence[SqlTable] = (
    schema.tables,
    schema.rows,
    schema.row_texts,
    schema.figures,
    schema.indicators,
    schema.passages,
    schema.findings,
    schema.grids,
)


def _document_at(connection: Any, entry: LedgerEntry | None) -> str | None:
    if entry is None:
        return None
    found: str | None = connection.scalar(select(schema.ledger.c.document_id).where(schema.ledger.c.path == entry.path))
    return found


def _insert(connection: Any, parsed: Parsed) -> None:
    connection.execute(schema.documents.insert().values(codec.to_values(parsed.document)))
    children: tuple[Sequence[codec.Record], ...] = (
        parsed.tables,
        parsed.rows,
        parsed.row_texts,
        parsed.figures,
        parsed.indicators,
        parsed.passages,
        parsed.findings,
        parsed.grids,
    )
    for table, records in zip(_CHILDREN, children, strict=True):
        if records:
            connection.execute(table.insert(), [codec.to_values(record) for record in records])
    connection.execute(schema.vector_queue.insert().values(document_id=parsed.document.id))
    PASSAGE_TERMS.add(connection, [(key_of(part.id), part.id, _searchable(part)) for part in parsed.passages])
    add_names(connection, parsed.document.id, names_of(parsed))


def _delete_document(connection: Any, document_id: str) -> bool:
    passages = schema.passages
    ids = connection.scalars(select(passages.c.id).where(passages.c.document_id == document_id))
    PASSAGE_TERMS.remove(connection, [key_of(passage_id) for passage_id in ids])
    remove_names(connection, document_id)
    queue = schema.vector_queue
    connection.execute(delete(queue).where(queue.c.document_id == document_id))
    for table in reversed(_CHILDREN):
        connection.execute(delete(table).where(table.c.document_id == document_id))
    gone = connection.execute(delete(schema.documents).where(schema.documents.c.id == document_id))
    if gone.rowcount:
        connection.execute(queue.insert().values(document_id=document_id))
    return bool(gone.rowcount)


def _searchable(passage: Passage) -> str:
    # What a passage is about often stands only in its heading.
    return " ".join((*passage.section[-2:], passage.text))
