"""A year's money of one department as single entries; every table and sentence is a sum over them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from samples.classification import parents
from samples.money import total

GRANT = "财政拨款"
OTHER = "其他收入"
CAREER = "事业收入"


@dataclass(frozen=True)
class Entry:
    """One amount in 万元: which unit spends it, under which codes, on which project (None: basic expenditure)."""

    unit: str
    function: str
    economic: str
    amount: Decimal
    project: str | None = None
    source: str = GRANT

    @property
    def basic(self) -> bool:
        """Whether it is 基本支出."""
        return self.project is None


@dataclass(frozen=True)
class Book:
    """All entries of a department for one year and stage (预算 or 决算)."""

    year: int
    stage: str
    entries: tuple[Entry, ...]

    def sum(self, keep: Callable[[Entry], bool] = lambda entry: True) -> Decimal:
        """Exact sum of the entries kept, in 万元."""
        return total(entry.amount for entry in self.entries if keep(entry))

    def only(self, keep: Callable[[Entry], bool]) -> "Book":
        """The same book with fewer entries."""
        return Book(self.year, self.stage, tuple(entry for entry in self.entries if keep(entry)))

    def granted(self) -> "Book":
        """What the treasury pays."""
        return self.paid(GRANT)

    def paid(self, source: str) -> "Book":
        """What one kind of income pays."""
        return self.only(lambda entry: entry.source == source)

    def basic(self) -> "Book":
        """基本支出."""
        return self.only(lambda entry: entry.basic)

    def projects(self) -> "Book":
        """项目支出."""
        return self.only(lambda entry: not entry.basic)

    def of(self, unit: str) -> "Book":
        """One unit's entries."""
        return self.only(lambda entry: entry.unit == unit)

    def under(self, code: str) -> "Book":
        """The entries of an economic code with everything under it."""
        return self.only(lambda entry: entry.economic.startswith(code))

    def function(self, code: str) -> Decimal:
        """Sum of a functional code with everything under it."""
        return self.sum(lambda entry: entry.function.startswith(code))

    def economic(self, code: str) -> Decimal:
        """Sum of an economic code with everything under it."""
        return self.sum(lambda entry: entry.economic.startswith(code))

    def functions(self) -> list[str]:
        """Functional codes in printed order, every parent before its children."""
        return sorted({code for entry in self.entries for code in parents(entry.function)})

    def economics(self) -> list[str]:
        """Economic codes in printed order, every parent before its children."""
        return sorted({code for entry in self.entries for code in (entry.economic[:3], entry.economic)})


def joined(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries without the empty ones, in a fixed order of writing."""
    return tuple(entry for entry in entries if entry.amount)
