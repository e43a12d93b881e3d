"""Units of measure and exact amounts: 元 and its multiples, and quantities that are not money."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit measures."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit; ``scale`` says how many base units (元, %, or the counted thing) one of it is."""

    name: str
    kind: UnitKind
    scale: Decimal = Decimal(1)


YUAN = Unit("元", UnitKind.MONEY)
THOUSAND_YUAN = Unit("千元", UnitKind.MONEY, Decimal(1_000))
WAN_YUAN = Unit("万元", UnitKind.MONEY, Decimal(10_000))
MILLION_YUAN = Unit("百万元", UnitKind.MONEY, Decimal(1_000_000))
YI_YUAN = Unit("亿元", UnitKind.MONEY, Decimal(100_000_000))
PERCENT = Unit("%", UnitKind.PERCENT)
POINTS = Unit("分", UnitKind.COUNT)  # of an evaluation

MONEY_UNITS: tuple[Unit, ...] = (YUAN, THOUSAND_YUAN, WAN_YUAN, MILLION_YUAN, YI_YUAN)


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact quantity in its printed unit; ``value`` is never a binary float."""

    value: Decimal
    unit: Unit

    def __post_init__(self) -> None:
        if not isinstance(self.value, Decimal):
            raise TypeError(f"An amount is a Decimal, not {type(self.value).__name__}.")
        if not self.value.is_finite():
            raise ValueError("An amount is a finite number.")

    @property
    def base(self) -> Decimal:
        """The amount in its base unit: 元 for money."""
        return self.value * self.unit.scale

    def to(self, unit: Unit) -> "Amount":
        """The same amount in another unit of the same kind; raises ValueError across kinds."""
        if unit.kind is not self.unit.kind:
            raise ValueError(f"{self.unit.name} cannot be converted to {unit.name}.")
        return Amount(self.base / unit.scale, unit)
