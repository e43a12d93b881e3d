"""One document as the assistant reads it: its tables and rows at once, figures and texts only when they are looked at.

Rows and headers tell whether a table can hold what is asked; most tables cannot, and their figures stay in the store.
"""

from collections.abc import Callable, Hashable
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from sqlalchemy import select

from assistant.finding.contradicted import contradicted_tables
from assistant.finding.implied import implied_concepts
from assistant.finding.labels import (
    PROJECT_TABLES,
    SUBJECT_SCHEMES,
    is_heading,
    is_side_level,
    is_total_label,
    is_total_leaf,
    is_year_row,
    without_year,
)
from assistant.finding.row_units import (
    body_of,
    coded_units,
    is_of_department,
    rows_over_own_office,
    whole_code,
    with_place,
)
from assistant.finding.shelf import Shelf, Work
from assistant.finding.unit_sets import sets_of_units
from assistant.lexicon import concepts_in, in_place, whole_concept
from ingest.records.document import Document, DocumentKind, Row, RowRole, RowText, Table
from ingest.records.figure import Figure, Indicator, Origin
from ingest.records.passage import Passage
from ingest.stores import schema
from ingest.stores.codec import to_figure, to_indicator, to_passage, to_row, to_row_text, to_table
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body, without_of_which
from ingest.wording.table_kinds import KIND_NAMES, OTHER
from ingest.wording.table_numbers import table_key
from ingest.wording.tiers import level_of, tier_named

_OF_GOVERNMENTS = (DocumentKind.GOVERNMENT_BUDGET, DocumentKind.GOVERNMENT_FINAL_ACCOUNT)
_COLUMN_NUMBERS = ("栏次", "行次")  # a row of column numbers holds no amounts


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A figure column: its header levels in comparison form and what it narrows to."""

    path: tuple[str, ...]
    keys: tuple[str, ...]
    concepts: frozenset[str]
    is_total: bool
    joined: str  # all levels as one label


class TableView:
    """A table with its rows; ``concepts`` are those its title names. Figures are read at the first look at a cell."""

    __slots__ = ("_cells", "_columns", "_level", "_shelf", "concepts", "key", "outline", "rows", "table", "words")

    def __init__(self, table: Table, key: str, rows: "list[RowView]", shelf: Shelf, level: str | None = None) -> None:
        self.table = table
        self.key = key
        self.concepts = concepts_in(key) or implied_concepts(table.columns)
        self.rows = rows
        self._level = level
        self.outline = [column_view(tuple(path), self.concepts, level) for path in table.columns]
        self.words = _words_of(rows)
        self._shelf = shelf
        self._columns: list[ColumnView] | None = None
        self._cells: dict[str, list[tuple[int, Figure]]] = {}

    @property
    def columns(self) -> list[ColumnView]:
        """The figure columns in the order their figures are printed."""
        return self._read()

    @property
    def cells(self) -> dict[str, list[tuple[int, Figure]]]:
        """The figures of each row that has some, each with the place of its column."""
        self._read()
        return self._cells

    def read_ahead(self) -> None:
        """Read the figures."""
        self._read()

    def close(self) -> None:
        """Let go of the figures."""
        self._columns, self._cells = None, {}

    def _read(self) -> list[ColumnView]:
        if self._columns is not None:
            self._shelf.used(self)
            return self._columns
        stored = schema.figures.c
        query = select(schema.figures).where(stored.table_id == self.table.id, stored.row_id.is_not(None))
        query = query.where(stored.origin != Origin.NARRATIVE.value).order_by(stored.page, stored.id)
        found = self._shelf.read(query, to_figure)
        places: dict[tuple[str, ...], int] = {}
        for figure in found:
            self._cells.setdefault(figure.row_id or "", []).append(
                (places.setdefault(figure.column, len(places)), figure)
            )
        for path in self.table.columns:
            places.setdefault(tuple(path), len(places))
        columns = [column_view(path, self.concepts, self._level) for path in places]
        self._columns = columns
        self._shelf.opened(self, len(found))
        return columns


@dataclass(slots=True)
class RowView:
    """A row with its cells, in the order of the table's columns."""

    row: Row
    key: str
    parents: tuple[str, ...]
    parent_codes: tuple[str, ...]
    concepts: frozenset[str]
    is_total: bool
    body: str | None = None  # the unit it is reported for, also where only the rows above say so
    code: str | None = None  # with what the rows above carry: 01 under 20108 is 2010801
    table: TableView | None = field(default=None, repr=False, compare=False)

    @property
    def cells(self) -> list[tuple[int, Figure]]:
        """The figures of the row, each with the place of its column."""
        return self.table.cells.get(self.row.id, []) if self.table is not None else []


@dataclass(frozen=True, slots=True)
class TableWords:
    """What the rows of a table are called: their labels and those above them, their codes, their bodies."""

    keys: frozenset[str]
    codes: frozenset[str]
    bodies: frozenset[str]


class Holding:
    """One document with everything read from it, each kind of record when it is first needed."""

    def __init__(self, document: Document, shelf: Shelf, read: tuple[list[Table], list[Row]] | None = None) -> None:
        self.document = document
        self.level = level_of(document.department or "") if document.kind in _OF_GOVERNMENTS else None
        self._shelf = shelf
        self.is_of_unit = read is not None
        tables, named = read or _stored(document, shelf)
        apart = {} if read is not None else sets_of_units(document, tables)
        beside = {table.id for own in apart.values() for table in own}
        self._sets = {
            key: Holding(
                replace(document, department=own[0].department),
                shelf,
                (own, [row for row in named if row.table_id in {table.id for table in own}]),
            )
            for key, own in apart.items()
        }
        tables = [table for table in tables if table.id not in beside]
        self.rows = _row_views(document, [row for row in named if row.table_id not in beside])
        own: dict[str, list[RowView]] = {}
        for view in self.rows.values():
            own.setdefault(view.row.table_id, []).append(view)
        _settle_totals(own, department_key(document), shelf)
        self.tables = [
            TableView(table, _title_key(table), own.get(table.id, []), shelf, self.level) for table in tables
        ]
        for made in self.tables:
            for view in made.rows:
                view.table = made

    def read_ahead(self) -> None:
        """Read the figures and texts that else wait for a question."""
        for table in self.tables:
            table.read_ahead()
        _ = self.spoken, self.indicators, self.texts, self.passages, self.contradicted, self.subject_names

    def once(self, about: Hashable, work: Callable[[], Work]) -> Work:
        """What is worked out about some words in this document, done once while they are asked for."""
        return self._shelf.once((self, about), work)

    def set_of(self, bodies: frozenset[str]) -> "Holding | None":
        """The set of tables of its own that the one body asked about has in this document: of 甲局本级 as ``=甲局``."""
        return self._sets.get(next(iter(bodies))) if len(bodies) == 1 else None

    def of_table(self, number: str) -> "Holding":
        """The same document as if it held nothing but its tables of one number, and no figure in a sentence."""
        made = copy(self)
        made.tables = [t for t in self.tables if t.table.number and table_key(t.table.number) == number]
        kept = {t.table.id for t in made.tables}
        made.rows = {key: view for key, view in self.rows.items() if view.row.table_id in kept}
        made._sets = {key: own.of_table(number) for key, own in self._sets.items()}
        made.spoken, made.subject_names = [], self.subject_names
        made.indicators = [i for i in self.indicators if i.table_id in kept]
        made.indicators_of_other_years = [i for i in self.indicators_of_other_years if i.table_id in kept]
        return made

    @property
    def with_sets(self) -> dict[str, str]:
        """The units that have tables of their own, the department's own office among them, by bare name."""
        return {key.removeprefix("="): own.document.department or "" for key, own in self._sets.items()}

    @cached_property
    def spoken(self) -> list[Figure]:
        """The figures of the narrative."""
        stored = schema.figures.c
        query = select(schema.figures).where(stored.document_id == self.document.id)
        outside = (stored.origin == Origin.NARRATIVE.value) | stored.row_id.is_(None) | stored.table_id.is_(None)
        told = self._shelf.read(query.where(outside).order_by(stored.page, stored.id), to_figure)
        key = department_key(self.document)
        return [f for f in told if f.body and bare(read_body(f.body).name) == key] if self.is_of_unit else told

    @cached_property
    def indicators(self) -> list[Indicator]:
        """The performance indicators."""
        return [i for i in self._all_indicators if i.other_year is None]

    @cached_property
    def indicators_of_other_years(self) -> list[Indicator]:
        """What the tables of indicators print of years beside their own: reached in 2023."""
        return [i for i in self._all_indicators if i.other_year is not None]

    @cached_property
    def _all_indicators(self) -> list[Indicator]:
        return self._shelf.of(self.document.id, schema.indicators, to_indicator, "page", "id")

    @cached_property
    def texts(self) -> dict[str, list[RowText]]:
        """The cells of words, by row."""
        found: dict[str, list[RowText]] = {}
        for text in self._shelf.of(self.document.id, schema.row_texts, to_row_text, "row_id", "id"):
            found.setdefault(text.row_id, []).append(text)
        return found

    @cached_property
    def subject_names(self) -> frozenset[tuple[str, str]]:
        """The codes of subjects with the names they bear outside the tables of projects."""
        return frozenset(
            (row.row.code, row.key)
            for table in self.tables
            if not PROJECT_TABLES.search(table.key)
            for row in table.rows
            if row.row.code and row.row.code_scheme in SUBJECT_SCHEMES
        )

    def is_subject(self, row: RowView) -> bool:
        """Whether a row is a subject; a project printed beside the code of its subject bears another name."""
        names = self.subject_names
        return row.row.code_scheme in SUBJECT_SCHEMES and (not names or (row.row.code or "", row.key) in names)

    @cached_property
    def passages(self) -> list[Passage]:
        """The passages of running text."""
        return self._shelf.of(self.document.id, schema.passages, to_passage, "ordinal", "id")

    @cached_property
    def contradicted(self) -> frozenset[str]:
        """The tables whose lines other tables contradict again and again."""
        return contradicted_tables(self._shelf, self.document.id)

    def table_of(self, figure: Figure) -> TableView | None:
        """The table a figure is printed in; None where the narrative tells it."""
        tables = (t for holding in (self, *self._sets.values()) for t in holding.tables)
        return next((t for t in tables if t.table.id == figure.table_id), None)

    def passage_of(self, figure: Figure) -> Passage | None:
        """The passage that tells a figure."""
        return next((p for p in self.passages if p.id == figure.passage_id), None)


def _stored(document: Document, shelf: Shelf) -> tuple[list[Table], list[Row]]:
    """The tables of a document with the rows that have a name: of an amount whose row has none nothing can be said."""
    tables = shelf.of(document.id, schema.tables, to_table, "ordinal", "id")
    stored = shelf.of(document.id, schema.rows, to_row, "table_id", "ordinal", "id") if tables else []
    named = [row for row in stored if row.label]
    nameless = {row.table_id for row in stored} - {row.table_id for row in named}
    return [table for table in tables if table.id not in nameless], named


@lru_cache(maxsize=16384)
def department_key(document: Document) -> str:
    """The department of a document in comparison form, without what says its scope: （汇总）, （本级）."""
    return bare(read_body(document.department).name) if document.department else ""


def is_unit_document(document: Document) -> bool:
    """Whether a document is of one accounting unit, not of a department with its units."""
    return document.kind in (DocumentKind.UNIT_BUDGET, DocumentKind.UNIT_FINAL_ACCOUNT)


def _title_key(table: Table) -> str:
    title = bare(table.title)
    kind_name = bare(KIND_NAMES.get(table.kind, "")) if table.kind != OTHER else ""
    other_side = "支出" in kind_name and "收入" in title and "支出" not in title  # 一般公共预算收入表 of a government
    return f"{title} {kind_name}" if kind_name and kind_name not in title and not other_side else title


def _words_of(rows: list[RowView]) -> TableWords:
    keys = {row.key for row in rows}
    for row in rows:
        keys.update(row.parents)
    codes = {code for row in rows for code in (row.code, *row.parent_codes) if code}
    return TableWords(frozenset(keys), frozenset(codes), frozenset(bare(row.body) for row in rows if row.body))


def _row_views(document: Document, rows: list[Row]) -> dict[str, RowView]:
    by_id = {row.id: row for row in rows}
    views: dict[str, RowView] = {}
    department = department_key(document)
    level = level_of(document.department or "") if document.kind in _OF_GOVERNMENTS else None
    coded = coded_units(rows)
    for row in rows:
        label = row.printed_label.strip()
        if label and (label in _COLUMN_NUMBERS or not label.strip("*＊")):
            continue
        above = _ancestors(row, by_id)
        parents = tuple(bare(by_id[each].label) for each in above)
        codes = [by_id[each].code or "" for each in above]
        key = in_place(bare(row.label), parents)
        if key in ("支出合计", "合计", "小计") and parents:
            whole = f"{parents[0].removesuffix('支出')}{key}"  # “三公”经费支出 over its own 支出合计
            key = whole if (concept := whole_concept(whole)) and concept == whole_concept(parents[0]) else key
        total = row.role is RowRole.GRAND_TOTAL or is_total_label(key) or is_of_department(row.label, key, department)
        total = total or is_year_row(key) or (level is not None and tier_named(key, level) is not None)
        body = body_of(row, [views[each].body for each in above if each in views], department, coded)
        body = with_place(body, department)
        code = whole_code(row.code, codes)
        views[row.id] = RowView(row, key, parents, tuple(codes), concepts_in(key), total, body, code)
    return views


def _settle_totals(own: dict[str, list[RowView]], department: str, shelf: Shelf) -> None:
    """Beside a printed total the department's own row is its 本级, but where its office stands under it."""
    doubtful: dict[str, list[RowView]] = {}
    for table_id, views in own.items():
        if any(v.is_total and v.key == department and v.row.role is not RowRole.GRAND_TOTAL for v in views):
            others = [v for v in views if v.is_total and v.key != department]
            if others:
                doubtful[table_id] = others
    filled = shelf.rows_with_figures(doubtful) if doubtful else frozenset()
    for table_id, others in doubtful.items():
        if any(view.row.id in filled for view in others):
            over = rows_over_own_office([view.row for view in own[table_id]], department)
            for view in own[table_id]:
                whole = view.row.role is RowRole.GRAND_TOTAL or view.row.id in over
                view.is_total = view.is_total and (view.key != department or whole)


def _ancestors(row: Row, by_id: dict[str, Row]) -> list[str]:
    found: list[str] = []
    above = row.parent_id
    while above is not None and above in by_id and above not in found:
        found.append(above)
        above = by_id[above].parent_id
    return found


@lru_cache(maxsize=65536)
def column_view(path: tuple[str, ...], title: frozenset[str], level: str | None = None) -> ColumnView:
    """A column by its header levels, under a title that names some concepts; of a government without its tier."""
    plain = tuple(key for key in (bare(without_of_which(each)) for each in path) if key)
    plain = tuple(key for key in plain if level is None or tier_named(key, level) is None)
    plain = tuple(without_year(key) for key in plain)
    keys = tuple(in_place(key, plain[:at]) for at, key in enumerate(plain))
    found: set[str] = set()
    for key in keys:
        if not is_total_leaf(key) and not is_side_level(key):
            found |= concepts_in(key)
    leaf = keys[-1] if keys else ""
    named = [key for key in keys if not is_total_leaf(key) and not is_side_level(key)]
    total = is_total_leaf(leaf) and all(is_heading(key, title) for key in named)
    return ColumnView(path, keys, frozenset(found), total, "".join(keys))
