"""What the store holds, as the assistant reads it: documents at once, their tables only when a question needs them.

Everything here is read-only and rebuilt when the stored data change.
"""

import re
from collections import OrderedDict
from copy import copy

from sqlalchemy import Engine, Select, func, select

from assistant.finding.holdings import Holding, department_key, is_unit_document
from assistant.finding.labels import is_plain, is_unit_label, is_unit_row
from assistant.finding.own_names import under_one_name
from assistant.finding.row_units import is_cut_of, units_by_code, with_place
from assistant.finding.shelf import Shelf
from ingest.records.document import Document
from ingest.stores import schema
from ingest.stores.codec import to_document
from ingest.stores.names import NameKind, Names
from ingest.wording.codes import UNIT
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body

# The names that documents print of rows, columns, tables and indicators; longer texts are sentences.
_PRINTED = (NameKind.ROW, NameKind.BODY, NameKind.TABLE, NameKind.COLUMN, NameKind.INDICATOR, NameKind.TEXT)
_LONGEST_NAME = 80
LOOSE_AT_MOST = 500  # so many documents that are no budget are still looked at with the budgets
# Looked up before every question, so made once.
_LEDGER = select(func.count(), func.max(schema.ledger.c.at))
_IDS = select(schema.documents.c.id).order_by(schema.documents.c.id)

_PLACE = re.compile(r"(?:[\u4e00-\u9fff]{2,8}(?:省|市|州|盟|地区|自治区))+")
_OF_CLASS = re.compile(r"5\d{4}(?!\d)")  # an item of the government's economic classification


class Library:
    """The stored documents and, per document, its tables; holdings are read once and kept."""

    def __init__(self, engine: Engine, keep: int = 2048) -> None:
        self._engine = engine
        self._keep = keep
        self._version: object = None
        self._table = ""  # the number of the only table that is looked into
        self.documents: tuple[Document, ...] = ()
        self._by_id: dict[str, Document] = {}
        self._shelf = Shelf(engine)
        self._holdings: OrderedDict[str, Holding] = OrderedDict()
        self._names: dict[str, frozenset[str]] = {}

    def refresh(self) -> bool:
        """Read the list of documents anew where the data changed; whether they did."""
        with self._engine.connect() as connection:
            ledger = connection.execute(_LEDGER).one()
            ids = connection.execute(_IDS).scalars().all()
            version = (tuple(ledger), tuple(ids))
            if version == self._version:
                return False
            rows = connection.execute(select(schema.documents)).mappings()
            documents = under_one_name(to_document(dict(row)) for row in rows)
            self.documents = tuple(sorted(documents, key=document_order))
            self._by_id = {document.id: document for document in self.documents}
            self._shelf = Shelf(self._engine)
            self._holdings = OrderedDict()
            self._names = {}
            self._version = version
        return True

    def holding(self, document_id: str) -> Holding:
        """The tables, figures, indicators and passages of one document."""
        found = self._holdings.get(document_id)
        if found is None:
            if len(self._holdings) >= self._keep:
                self._holdings.popitem(last=False)
            found = Holding(self._by_id[document_id], self._shelf)
            found = found.of_table(self._table) if self._table else found
            self._holdings[document_id] = found
        else:
            self._holdings.move_to_end(document_id)
        return found

    def read_ahead(self, document_id: str) -> None:
        """Read a document before it is asked for; nothing where it is no longer held."""
        if document_id in self._by_id:
            self.holding(document_id).read_ahead()

    def within(self, table: str) -> "Library":
        """The same documents as if they held nothing but their tables of one number."""
        made = copy(self)
        made._table, made._holdings = table, OrderedDict()
        return made

    def names(self) -> dict[str, frozenset[str]]:
        """Every name the documents print (rows, narrative lines, indicators, columns, bodies) -> its documents."""
        if not self._names:
            found: dict[str, set[str]] = {}
            for name, ids in Names(self._engine).everywhere(_PRINTED, self._aside()).items():
                if len(name) <= _LONGEST_NAME:
                    found.setdefault(bare(name), set()).update(ids)
            self._names = {
                key: frozenset(ids) for key, ids in sorted(found.items()) if len(key) >= 2 and not is_plain(key)
            }
        return self._names

    def _aside(self) -> Select[str] | None:
        """The documents of thousands of loose tables: their names would only stand in the way of the budgets'."""
        loose = select(schema.grids.c.document_id).distinct()
        with self._engine.connect() as connection:
            count = connection.scalar(select(func.count()).select_from(loose.subquery())) or 0
        return loose if count > LOOSE_AT_MOST else None

    def departments(self) -> dict[str, str]:
        """The departments whose documents are held, by their keys; one that its own unit shares the name of, whole."""
        whole_last = sorted(self.documents, key=is_unit_document, reverse=True)
        return {department_key(d): d.department for d in whole_last if d.department}

    def bodies(self) -> list[str]:
        """The names of all bodies that rows are reported for."""
        return sorted(self._bodies())

    def body_keys(self) -> dict[str, frozenset[str]]:
        """Bodies in comparison form, each with the documents that report it."""
        found: dict[str, frozenset[str]] = {}
        for name, ids in self._bodies().items():
            key = bare(read_body(name).name)
            found[key] = found.get(key, frozenset()) | ids
        return dict(sorted(found.items()))

    def _bodies(self) -> dict[str, frozenset[str]]:
        names, aside = Names(self._engine), self._aside()
        named = dict(names.everywhere((NameKind.BODY, NameKind.UNCODED), aside))
        held = {department_key(d) for d in self.documents if d.department}
        for name, ids in names.everywhere((NameKind.DEPARTMENT,), aside).items():  # the unit a table is of
            if bare(read_body(name).name) not in held:
                named[name] = named.get(name, frozenset()) | ids
        found = {
            name: own for name, ids in named.items() if is_unit_label(name) and (own := self._of_others(name, ids))
        }
        for name, ids in self._coded_bodies().items():
            own = frozenset(id_ for id_ in ids if not self._is_short_office(name, id_))
            if own:
                found[name] = found.get(name, frozenset()) | own
        return found

    def _of_others(self, name: str, ids: frozenset[str]) -> frozenset[str]:
        """The documents in which a name is another body's than the document's own, said with its place."""
        key = bare(read_body(name).name)
        return frozenset(i for i in ids if not self._is_owner(key, i) and not self._is_short_office(name, i))

    def _is_short_office(self, name: str, id_: str) -> bool:
        """Whether a name is the office of a document's own department without its place: 旗农牧局本级."""
        document = self._by_id.get(id_)
        owner = department_key(document) if document is not None else ""
        return with_place(name, owner) != name

    def _is_owner(self, key: str, id_: str) -> bool:
        """Whether a name is that of a document's own department: with the place above it, or a unit's own cut short."""
        document = self._by_id.get(id_)
        owner = department_key(document) if document is not None else ""
        if document is not None and is_unit_document(document) and is_cut_of(key, owner):
            return True  # a unit's document reports nobody else: 甲区公路中心 of 甲区公路事务中心
        return bool(owner) and _PLACE.fullmatch(key.removesuffix(owner)) is not None

    def fuller_names(self) -> dict[str, str]:
        """The names that documents print of their own department with the place above it, each with the department."""
        printed = Names(self._engine).everywhere((NameKind.BODY, NameKind.UNCODED, NameKind.DEPARTMENT), self._aside())
        own = ((name, id_) for name, ids in printed.items() for id_ in ids)
        return {
            name: self._by_id[id_].department or ""
            for name, id_ in own
            if is_unit_label(name) and self._is_owner(bare(read_body(name).name), id_)
        }

    def _coded_bodies(self) -> dict[str, frozenset[str]]:
        """The labels that stand beside the code of a unit, each with the documents that print it so."""
        row = schema.rows.c
        query = select(row.document_id, row.code, row.label, row.body).where(row.code_scheme == UNIT).distinct()
        printed: dict[str, list[tuple[str | None, str, str | None]]] = {}
        with self._engine.connect() as connection:
            for document_id, code, label, body in connection.execute(query):
                if is_unit_row(UNIT, str(label)):
                    printed.setdefault(str(document_id), []).append((code, str(label), body))
        found: dict[str, set[str]] = {}
        for document_id, own in printed.items():
            for label in units_by_code(own):
                found.setdefault(label, set()).add(document_id)
        return {label: frozenset(ids) for label, ids in found.items()}

    def codes(self) -> dict[str, frozenset[str]]:
        """Every code printed beside a row, with the names there; also of a further classification: 50201-办公经费."""
        row = schema.rows.c
        found: dict[str, set[str]] = {}
        with self._engine.connect() as connection:
            query = select(row.code, row.label).distinct().where(row.code.is_not(None))
            for code, label in connection.execute(query):
                found.setdefault(str(code), set()).add(str(label))
            cells = select(schema.row_texts.c.text).distinct().where(schema.row_texts.c.column.contains("经济"))
            for text in connection.execute(cells).scalars():
                if printed := _OF_CLASS.match(text):
                    found.setdefault(printed[0], set()).add(str(text))
        subjects = [c for c in found if c.isdigit() and len(c) in (3, 5)]
        parts = [c for c in found if c.isdigit() and len(c) == 2]
        # A form that prints 类, 款 and 项 in columns stores the last two digits; asked for, the code is whole.
        for code in (s + p for s in subjects for p in parts):
            found.setdefault(code, set())
        return {code: frozenset(labels) for code, labels in sorted(found.items())}

    def numbers(self) -> dict[str, frozenset[str]]:
        """The numbers of projects, in comparison form, each with the documents that print it."""
        query = select(schema.rows.c.code, schema.rows.c.document_id).where(schema.rows.c.code_scheme == "project")
        found: dict[str, set[str]] = {}
        with self._engine.connect() as connection:
            for code, document_id in connection.execute(query.where(schema.rows.c.code.is_not(None))):
                found.setdefault(bare(str(code)), set()).add(str(document_id))
        return {code: frozenset(ids) for code, ids in sorted(found.items())}


def document_order(document: Document) -> tuple[object, ...]:
    """The order documents are looked at in: by what they are, never by when they were read."""
    return (
        document.department or "",
        -(document.year or 0),
        document.stage.value,
        document.kind.value,
        document.title,
        document.id,
    )
