"""What the store holds, as the assistant reads it: documents at once, their tables only when a question needs them.

Everything here is read-only and rebuilt when the stored data change.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from sqlalchemy import Engine, func, select

from assistant.lexicon import concepts, concepts_in, in_place
from ingest.records.document import Document, DocumentKind, Row, RowRole, RowText, Table
from ingest.records.figure import Figure, Indicator, Origin, Relation
from ingest.records.passage import Passage
from ingest.stores import schema
from ingest.stores.codec import to_document, to_figure, to_indicator, to_passage, to_row, to_row_text, to_table
from ingest.stores.names import NameKind, Names
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body
from ingest.wording.table_kinds import KIND_NAMES, OTHER

_TOTAL_LEAF = re.compile(
    r"(?:20\d\d年?度?)?(?:本年|当年|年初|全年|本期)?(?:财政拨款)?(?:收入|支出)?"
    r"(?:合计|总计|小计|总额|金额|数额|预算数?|预算金额|预算额|决算数?|决算金额|执行数|调整预算数?|全年预算数?|年初预算数?|支出数|收入数)"
)
_TOTAL_ROW = re.compile(r"(?:合计|总计|小计|总额|本年合计|部门合计|单位合计)?")
_COLUMN_NUMBERS = re.compile(r"[*＊]+|栏次|行次")  # a row of column numbers holds no amounts
_YEAR_ROW = re.compile(r"20\d\d年?度?(?:年初)?(?:预算|预算数|决算|决算数|执行数)?")
_CHANGE = re.compile(
    r"(?:比上年|较上年|与上年|同比|本年比上年)?(?:增减|增长|变动|变化|增加|增减变化|比上年增减)(?:变化|情况|变动)?(?:金额|额|数|数额)?(?:万元|元)?"
)
_RATE = re.compile(
    r"(?:比上年|较上年|与上年|同比)?(?:增减|增长|变动|变化|增减变化)(?:变化|情况)?(?:率|幅度|比例|比率|百分比|幅|%)(?:%)?"
)
_SIDE_LEVEL = re.compile(r"(?:本年)?(?:收入|支出)(?:预算)?(?:栏|部分)?")


@dataclass(slots=True)
class ColumnView:
    """A figure column: its header levels in comparison form and what it narrows to."""

    path: tuple[str, ...]
    keys: tuple[str, ...]
    concepts: frozenset[str]
    is_total: bool


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
    cells: list[tuple[int, Figure]] = field(default_factory=list)


@dataclass(slots=True)
class TableView:
    """A table with its rows; ``concepts`` are those its title names."""

    table: Table
    key: str
    concepts: frozenset[str]
    columns: list[ColumnView]
    rows: list[RowView]


@dataclass(slots=True)
class Holding:
    """One document with everything read from it."""

    document: Document
    tables: list[TableView]
    spoken: list[Figure]  # figures of the narrative
    indicators: list[Indicator]
    texts: dict[str, list[RowText]]
    passages: list[Passage]
    rows: dict[str, RowView]


def is_total_leaf(key: str) -> bool:
    """Whether a header in comparison form names nothing but the amount itself: 合计, 预算数, 2026年预算."""
    return _TOTAL_LEAF.fullmatch(key) is not None or key in ("", "收入", "支出", "预算", "数额", "本年支出", "本年收入")


def relation_of(key: str) -> Relation:
    """What a header or label in comparison form makes of its figures: a change, a rate, or the amount itself."""
    if _RATE.fullmatch(key):
        return Relation.RATE
    return Relation.CHANGE if _CHANGE.fullmatch(key) else Relation.AMOUNT


def is_year_row(key: str) -> bool:
    """Whether a row label is nothing but a year: the row of that year's whole."""
    return _YEAR_ROW.fullmatch(key) is not None


def is_plain(key: str) -> bool:
    """Whether a header or label says nothing but amount, total or year: no name to look for."""
    return (
        is_total_leaf(key)
        or is_total_label(key)
        or re.fullmatch(r"(?:20\d\d)?年?度?(?:预算|决算|预算数|决算数)?", key) is not None
    )


def is_total_label(key: str) -> bool:
    """Whether a row label in comparison form names nothing but the whole."""
    return _TOTAL_ROW.fullmatch(key) is not None


# The names that documents print of rows, columns, tables and indicators; longer texts are sentences.
_PRINTED = (NameKind.ROW, NameKind.BODY, NameKind.TABLE, NameKind.COLUMN, NameKind.INDICATOR, NameKind.TEXT)
_LONGEST_NAME = 80


class Library:
    """The stored documents and, per document, its tables; holdings are read once and kept."""

    def __init__(self, engine: Engine, keep: int = 256) -> None:
        self._engine = engine
        self._keep = keep
        self._version: object = None
        self.documents: tuple[Document, ...] = ()
        self._holdings: dict[str, Holding] = {}
        self._names: dict[str, frozenset[str]] = {}

    def refresh(self) -> bool:
        """Read the list of documents anew where the data changed; whether they did."""
        with self._engine.connect() as connection:
            ledger = connection.execute(select(func.count(), func.max(schema.ledger.c.at))).one()
            ids = connection.execute(select(schema.documents.c.id).order_by(schema.documents.c.id)).scalars().all()
            version = (tuple(ledger), tuple(ids))
            if version == self._version:
                return False
            rows = connection.execute(select(schema.documents)).mappings()
            documents = [to_document(dict(row)) for row in rows]
            self.documents = tuple(sorted(documents, key=document_order))
            self._holdings = {}
            self._names = {}
            self._version = version
        return True

    @property
    def version(self) -> object:
        """What the data were when last looked at; changes when they do."""
        return self._version

    def holding(self, document_id: str) -> Holding:
        """The tables, figures, indicators and passages of one document."""
        found = self._holdings.get(document_id)
        if found is None:
            if len(self._holdings) >= self._keep:
                self._holdings.pop(next(iter(self._holdings)))
            found = self._read(document_id)
            self._holdings[document_id] = found
        return found

    def names(self) -> dict[str, frozenset[str]]:
        """Every name the documents print (rows, narrative lines, indicators, columns, bodies) -> its documents."""
        if not self._names:
            found: dict[str, set[str]] = {}
            for name, ids in Names(self._engine).everywhere(_PRINTED).items():
                if len(name) <= _LONGEST_NAME:
                    found.setdefault(bare(name), set()).update(ids)
            self._names = {
                key: frozenset(ids) for key, ids in sorted(found.items()) if len(key) >= 2 and not is_plain(key)
            }
        return self._names

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
        named = Names(self._engine).everywhere((NameKind.BODY, NameKind.UNCODED))
        return {name: ids for name, ids in named.items() if is_unit_label(name)}

    def codes(self) -> Iterable[str]:
        """Every code printed beside a row."""
        with self._engine.connect() as connection:
            query = select(schema.rows.c.code).distinct().where(schema.rows.c.code.is_not(None))
            codes = {str(code) for code in connection.execute(query).scalars()}
        subjects = {c for c in codes if c.isdigit() and len(c) in (3, 5)}
        parts = {c for c in codes if c.isdigit() and len(c) == 2}
        # A form that prints 类, 款 and 项 in columns stores the last two digits; asked for, the code is whole.
        return sorted(codes | {s + p for s in subjects for p in parts})

    def _read(self, document_id: str) -> Holding:
        document = next(d for d in self.documents if d.id == document_id)
        with self._engine.connect() as connection:

            def of(table: object, to: object, order: tuple[str, ...]) -> list[object]:
                columns = table.c  # type: ignore[attr-defined]
                query = select(table).where(columns.document_id == document_id)  # type: ignore[call-overload]
                query = query.order_by(*(columns[name] for name in order))
                return [to(row) for row in connection.execute(query).mappings()]  # type: ignore[operator]

            tables: list[Table] = of(schema.tables, to_table, ("ordinal", "id"))  # type: ignore[assignment]
            rows: list[Row] = of(schema.rows, to_row, ("table_id", "ordinal", "id"))  # type: ignore[assignment]
            figures: list[Figure] = of(schema.figures, to_figure, ("page", "id"))  # type: ignore[assignment]
            texts: list[RowText] = of(schema.row_texts, to_row_text, ("row_id", "id"))  # type: ignore[assignment]
            indicators: list[Indicator] = of(schema.indicators, to_indicator, ("page", "id"))  # type: ignore[assignment]
            passages: list[Passage] = of(schema.passages, to_passage, ("ordinal", "id"))  # type: ignore[assignment]
        return _holding(document, tables, rows, figures, texts, indicators, passages)


@lru_cache(maxsize=4096)
def department_key(document: Document) -> str:
    """The department of a document in comparison form, without what says its scope: （汇总）, （本级）."""
    return bare(read_body(document.department).name) if document.department else ""


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


def is_unit_document(document: Document) -> bool:
    """Whether a document is of one accounting unit, not of a department with its units."""
    return document.kind in (DocumentKind.UNIT_BUDGET, DocumentKind.UNIT_FINAL_ACCOUNT)


def _holding(
    document: Document,
    tables: list[Table],
    rows: list[Row],
    figures: list[Figure],
    texts: list[RowText],
    indicators: list[Indicator],
    passages: list[Passage],
) -> Holding:
    by_id = {row.id: row for row in rows}
    views: dict[str, RowView] = {}
    rows_of: dict[str, list[RowView]] = {}
    department = department_key(document)
    for row in rows:
        if _COLUMN_NUMBERS.fullmatch(row.printed_label.strip()):
            continue
        parents, codes, above, seen = [], [], row.parent_id, set()
        while above is not None and above in by_id and above not in seen:
            seen.add(above)
            parents.append(bare(by_id[above].label))
            codes.append(by_id[above].code or "")
            above = by_id[above].parent_id
        key = in_place(bare(row.label), tuple(parents))
        total = row.role is RowRole.GRAND_TOTAL or is_total_label(key) or (bool(department) and key == department)
        total = total or _YEAR_ROW.fullmatch(key) is not None
        view = RowView(
            row, key, tuple(parents), tuple(codes), concepts_in(key), total, row.body, _whole_code(row.code, codes)
        )
        above_rows = [views[i] for i in _ancestors(row, by_id) if i in views]
        view.body = _body_of(row, above_rows, department)
        views[row.id] = view
        rows_of.setdefault(row.table_id, []).append(view)
    columns_of: dict[str, dict[tuple[str, ...], int]] = {}
    spoken = []
    for figure in figures:
        if figure.origin is Origin.NARRATIVE or figure.row_id is None or figure.table_id is None:
            spoken.append(figure)
            continue
        columns = columns_of.setdefault(figure.table_id, {})
        index = columns.setdefault(figure.column, len(columns))
        if figure.row_id in views:
            views[figure.row_id].cells.append((index, figure))
    made = []
    for table in tables:
        title = bare(table.title)
        kind_name = bare(KIND_NAMES.get(table.kind, "")) if table.kind != OTHER else ""
        if kind_name and kind_name not in title:
            title = f"{title} {kind_name}"
        columns = columns_of.get(table.id, {})
        for path in table.columns:
            columns.setdefault(tuple(path), len(columns))
        own = rows_of.get(table.id, [])
        if any(r.key != department and r.is_total and r.cells for r in own):
            for view in own:  # beside a printed total the department's own row is its 本级
                view.is_total = view.is_total and (view.key != department or view.row.role is RowRole.GRAND_TOTAL)
        made.append(
            TableView(table, title, concepts_in(title), [_column(path, concepts_in(title)) for path in columns], own)
        )
    text_of: dict[str, list[RowText]] = {}
    for text in texts:
        text_of.setdefault(text.row_id, []).append(text)
    return Holding(document, made, spoken, indicators, text_of, passages, views)


def _ancestors(row: Row, by_id: dict[str, Row]) -> list[str]:
    found: list[str] = []
    above = row.parent_id
    while above is not None and above in by_id and above not in found:
        found.append(above)
        above = by_id[above].parent_id
    return found


_OF_A_BODY = re.compile(
    r"平台|项目|经费|运维|建设|采购|设备|活动|工作|服务$|补助|系统$|培训|费$|支出|收入|合计|会议|情况|总体|目标|说明"
)


_BODY = re.compile(
    r"(?:局|委员会|办公厅|办公室|中心|大学|学院|中学|小学|学校|幼儿园|医院|图书馆|博物馆|文化馆|档案馆|支队|大队|总队|办事处|街道|人民政府|监狱|戒毒所"
    r"|研究院|研究所|检察院|法院|分局|总站|党校|联合会|管委会|公司|报社|电视台|编辑部|交换站|学会|协会|总工会|厅)$"
)
_BODY_SHORT = re.compile(r"(?:所|站|院|团|校|队|处|会|社|署|台|部|馆|园)$")


def is_unit_label(label: str) -> bool:
    """Whether a row label names a body that spends, not one of its projects: a unit of a table by units."""
    name = re.split(r"[（(]", label)[0]
    if len(name) > 40 or _OF_A_BODY.search(label):
        return False
    return (bool(_BODY.search(name)) and len(name) >= 5) or (bool(_BODY_SHORT.search(name)) and len(name) >= 7)


def _body_of(row: Row, above: list["RowView"], department: str) -> str | None:
    """The unit a row is reported for: its own label where that is a unit, the stored body, or the row above."""
    own = row.label if row.code_scheme in (None, "unit") and is_unit_label(row.label) else None
    if own is not None and bare(read_body(own).name) != department:
        return own
    if row.body and is_unit_label(row.body):
        return row.body
    return next((view.body for view in above if view.body), own)


def _whole_code(code: str | None, above: list[str]) -> str | None:
    if code and len(code) == 2 and code.isdigit():
        upper = next((c for c in above if len(c) in (3, 5) and c.isdigit()), None)
        return f"{upper}{code}" if upper else code
    return code


def _column(path: tuple[str, ...], title: frozenset[str]) -> ColumnView:
    plain = tuple(key for key in (bare(level) for level in path) if key)
    plain = tuple(re.sub(r"^20\d\d年?度?(?=[^\d年度]{3})", "", key) for key in plain)
    keys = tuple(in_place(key, plain[:at]) for at, key in enumerate(plain))
    found: set[str] = set()
    for key in keys:
        if not is_total_leaf(key) and not _SIDE_LEVEL.fullmatch(key):
            found |= concepts_in(key)
    leaf = keys[-1] if keys else ""
    named = [key for key in keys if not is_total_leaf(key) and not _SIDE_LEVEL.fullmatch(key)]
    total = is_total_leaf(leaf) and all(is_heading(key, title) for key in named)
    return ColumnView(path, keys, frozenset(found), total)


def is_heading(key: str, title: frozenset[str]) -> bool:
    """Whether a header repeats the table's subject or names a fund, not a part of it: 一般公共预算支出, 2026年."""
    found = concepts_in(key)
    groups = {concepts()[c].group for c in found}
    if found and (found <= title or groups <= {"fund", "expenditure", "side", "classification"}):
        return True
    return is_total_leaf(key) or re.fullmatch(r"20\d\d年?度?(?:预算数?|决算数?)?|预算|决算|金额", key) is not None
