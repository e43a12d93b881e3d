"""Documents, tables and rows."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.records.layout import Box


class DocumentKind(StrEnum):
    """Kinds of published budget documents (Budget Law disclosure forms; see docs/documents.md)."""

    DEPARTMENT_BUDGET = "部门预算"
    UNIT_BUDGET = "单位预算"
    DEPARTMENT_FINAL_ACCOUNT = "部门决算"
    UNIT_FINAL_ACCOUNT = "单位决算"
    GOVERNMENT_BUDGET = "政府预算"  # of a whole city or county: 预算执行情况和预算草案的报告
    GOVERNMENT_FINAL_ACCOUNT = "政府决算"
    PERFORMANCE_TARGETS = "项目支出绩效目标表"
    BUDGET_TABLES = "部门预算报表"
    BUDGET_NARRATIVE = "情况说明"
    OTHER = "其他"


class Stage(StrEnum):
    """The stage of the budget cycle a figure belongs to."""

    BUDGET = "预算"
    ADJUSTED_BUDGET = "调整预算"
    EXECUTION = "执行数"
    FINAL_ACCOUNT = "决算"


class RowRole(StrEnum):
    """What a row is among its neighbours; only items may be added up."""

    GRAND_TOTAL = "grand_total"
    SUBTOTAL = "subtotal"
    ITEM = "item"
    OF_WHICH = "of_which"  # 其中： a part printed beside its whole
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Document:
    """A published document; ``inferred`` names the fields that are not printed but worked out."""

    id: str  # first 16 hex digits of the SHA-256 of its bytes
    file_name: str
    title: str
    kind: DocumentKind
    department: str | None  # normal form of the publishing body
    year: int | None
    stage: Stage
    unit: str | None  # the unit most of its tables print
    pages: int
    format: str
    inferred: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    coverage: str | None = None  # share of printed digits that reached a record or passage, decimal string


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table, joined over its pages; ``columns`` holds the header levels of every figure column."""

    id: str
    document_id: str
    ordinal: int
    title: str
    number: str | None  # printed: 表3, 公开07表
    kind: str  # a slug of ingest/wording/table_kinds.py, "other" where unknown
    department: str | None
    year: int | None
    stage: Stage
    unit: str | None
    page: int
    page_end: int
    columns: tuple[tuple[str, ...], ...]
    note: str | None = None
    is_nil: bool = False  # declared empty by a note: 本表本年无发生额


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table (of one half, where two stand side by side)."""

    id: str
    table_id: str
    document_id: str
    ordinal: int
    label: str  # normal form, without code or enumerator
    printed_label: str
    code: str | None  # digits of all its parts joined: 2010301
    code_scheme: str | None  # functional, department_economic, government_economic, project, unit
    role: RowRole
    level: int  # depth under the grand total, 0 for the total itself
    parent_id: str | None
    body: str | None  # the reporting body (unit using the money) this row belongs to
    page: int
    page_end: int
    box: Box | None
    side: str | None = None  # 收入 / 支出 where the table prints both
    is_secret: bool = False


@dataclass(frozen=True, slots=True)
class RowText:
    """A cell of a row that holds words, not an amount: a goal, a category, a note."""

    id: str
    row_id: str
    document_id: str
    column: str
    text: str
    page: int
    box: Box | None
