"""Figures: what one amount says, and where it is printed."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ingest.records.document import RowRole, Stage
from ingest.records.layout import Box
from ingest.records.units import Amount, Unit


class Origin(StrEnum):
    """Where a figure was printed."""

    TABLE = "table"
    NARRATIVE = "narrative"


class Relation(StrEnum):
    """What a figure says of its line: the amount itself, or how it stands to another."""

    AMOUNT = "amount"
    CHANGE = "change"  # signed difference to ``basis``
    RATE = "rate"  # signed growth against ``basis``, in percent
    SHARE = "share"  # part of ``basis``, in percent
    SCORE = "score"  # points its line got in an evaluation


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed amount. ``amount`` is None where the cell is blank; a blank is never zero.

    ``year`` and ``stage`` are the figure's own: a last-year column carries last year.
    """

    id: str
    document_id: str
    table_id: str | None
    row_id: str | None
    passage_id: str | None
    origin: Origin
    relation: Relation
    department: str | None
    body: str | None
    year: int | None
    stage: Stage
    table_kind: str
    label: str
    code: str | None
    role: RowRole
    column: tuple[str, ...]  # header levels from the top
    text: str  # as printed
    amount: Amount | None
    unit: Unit
    page: int
    box: Box | None
    basis: str | None = None  # 上年预算, 2025年年初预算, 上年执行数...
    is_secret: bool = False
    inferred: tuple[str, ...] = ()
    confidence: float | None = None
    reason: str | None = None  # why it changed, in the document's words, where its sentence says so

    def __post_init__(self) -> None:
        if not self.document_id or self.page < 1:
            raise ValueError("A figure has a document and a page.")
        if self.amount is not None and self.amount.unit is not self.unit and self.amount.unit != self.unit:
            raise ValueError("A figure's amount is in the figure's unit.")

    @property
    def value(self) -> Decimal | None:
        """The printed value in the printed unit, None where blank."""
        return None if self.amount is None else self.amount.value


@dataclass(frozen=True, slots=True)
class Indicator:
    """A performance indicator of a row (usually a project); ``text`` is the target as printed.

    What an evaluation adds is None where nothing is printed: ``actual`` is what was done, in words, and its value and
    unit where it is one number; ``points`` of ``full_points`` were given; ``deviation`` says why it fell short.
    """

    id: str
    document_id: str
    table_id: str | None
    row_id: str | None
    row_label: str
    level1: str | None  # 产出 / 效益 / 满意度 / 成本
    level2: str | None  # 数量 / 质量 / 时效 ...
    name: str
    text: str
    comparator: str | None  # ≥ ≤ = > < or None where the target is words
    value: Decimal | None
    unit: str | None
    period: str | None  # 年度 / 实施周期; 2023年 for another year than the table's, printed beside its target
    page: int
    box: Box | None
    actual: str | None = None
    actual_value: Decimal | None = None
    actual_unit: str | None = None
    points: Decimal | None = None
    full_points: Decimal | None = None
    deviation: str | None = None

    @property
    def other_year(self) -> int | None:
        """The year beside the table's own that its value is of, such as one reached before; None for a target."""
        digits = (self.period or "").removesuffix("年")
        return int(digits) if digits.isdigit() else None
