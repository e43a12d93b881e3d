"""Key figures of 澜川市应急管理局 of every year, worked out of its books; older years are given."""

from dataclasses import dataclass
from decimal import Decimal

from samples.books import Book
from samples.model_emergency import book, units


@dataclass(frozen=True)
class Facts:
    """What the narrative compares from year to year, 万元."""

    year: int
    total: Decimal
    abroad: Decimal
    buy: Decimal
    run: Decimal
    host: Decimal
    operating: Decimal
    commission: Decimal

    @property
    def cars(self) -> Decimal:
        """公务用车购置及运行维护费."""
        return self.buy + self.run

    @property
    def public(self) -> Decimal:
        """“三公”经费."""
        return self.abroad + self.cars + self.host


@dataclass(frozen=True)
class Purchases:
    """政府采购, 万元."""

    goods: Decimal
    works: Decimal
    services: Decimal

    @property
    def total(self) -> Decimal:
        """货物, 工程 and 服务 together."""
        return self.goods + self.works + self.services


def operating(book: Book) -> Decimal:
    """机关运行经费: daily running costs (302 and 310) of basic expenditure of administrative units, 万元."""
    offices = {unit.name for unit in units() if unit.kind == "administrative"}
    kept = book.granted().basic().only(lambda entry: entry.unit in offices)
    return kept.economic("302") + kept.economic("310")


def facts(key: str) -> Facts:
    """The facts of one of our books; ``before`` and ``before_final`` are 2024, which is not among the documents."""
    if key in OLDER:
        return OLDER[key]
    whole = book(key)
    granted = whole.granted()
    return Facts(
        year=whole.year,
        total=whole.sum(),
        abroad=granted.economic("30212"),
        buy=granted.economic("31013"),
        run=granted.economic("30231"),
        host=granted.economic("30217"),
        operating=operating(whole),
        commission=granted.economic("30227"),
    )


OLDER = {
    "before": Facts(
        2024,
        total=Decimal("14562.40"),
        abroad=Decimal("22.50"),
        buy=Decimal("18.00"),
        run=Decimal("141.65"),
        host=Decimal("12.36"),
        operating=Decimal("862.15"),
        commission=Decimal("1120.60"),
    ),
    "before_final": Facts(
        2024,
        total=Decimal("14320.57"),
        abroad=Decimal("19.86"),
        buy=Decimal("17.98"),
        run=Decimal("130.12"),
        host=Decimal("7.44"),
        operating=Decimal("828.49"),
        commission=Decimal("1098.13"),
    ),
}

PURCHASES = {
    "amount": Purchases(Decimal("1386.42"), Decimal("58.00"), Decimal("2215.37")),
    "last": Purchases(Decimal("1296.85"), Decimal("0.00"), Decimal("1804.60")),
    "final": Purchases(Decimal("1258.31"), Decimal("0.00"), Decimal("1776.94")),
}


@dataclass(frozen=True)
class Assets:
    """国有资产: day it was counted, money in 万元, floor in square metres, vehicles, dear equipment."""

    day: str
    money: Decimal
    floor: Decimal
    vehicles: int
    equipment: int


ASSETS = {
    "amount": Assets("2025年12月31日", Decimal("28416.73"), Decimal("36214.50"), 68, 27),
    "last": Assets("2024年12月31日", Decimal("27102.36"), Decimal("36214.50"), 66, 24),
    "final": Assets("2025年12月31日", Decimal("28416.73"), Decimal("36214.50"), 68, 27),
}
