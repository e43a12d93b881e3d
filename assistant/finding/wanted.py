"""What is looked for in one document, and a printed figure that carries all of it."""

from dataclasses import dataclass
from decimal import Decimal

from assistant.finding.holdings import ColumnView, Holding, RowView, TableView
from assistant.plan import Term
from ingest.records.figure import Figure, Relation


@dataclass(slots=True)
class Wanted:
    """What is looked for in one document."""

    terms: tuple[Term, ...]
    context: tuple[Term, ...] = ()
    years: tuple[int, ...] = ()
    stages: tuple[str, ...] = ()
    bodies: frozenset[str] = frozenset()  # comparison forms of units asked for
    own_level: bool = False
    relation: Relation = Relation.AMOUNT
    basis: str | None = None
    counted: bool = False  # a count is wanted, not money
    bought: bool = False  # of what is to be bought, not of what is there
    level: int | None = None  # digits of the subject codes asked for: 类 3, 款 5, 项 7
    part: bool = False  # of what was spoken of before: 其中


@dataclass(slots=True)
class Candidate:
    """A figure that explains everything asked, and how much of its own it adds (less is better)."""

    figure: Figure
    holding: Holding
    table: TableView | None
    row: RowView | None
    column: ColumnView | None
    cost: float
    narrow: frozenset[str] = frozenset()
    nil: bool = False

    @property
    def base(self) -> Decimal | None:
        """The amount in base units (元)."""
        return None if self.figure.amount is None else self.figure.amount.base
