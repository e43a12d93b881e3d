"""澜川市文化广电旅游局: its 2026 book in 元, and the figures of 2025 that its narrative compares with."""

from decimal import Decimal

from samples.books import Book
from samples.small_books import book_of, public_of

DEPARTMENT = "澜川市文化广电旅游局"
# Budget 2025, in 元.
BEFORE_INCOME = Decimal("108215300")
BEFORE_GRANT = Decimal("106990300")
# Budget 2025 of the three public items, in 万元.
BEFORE_PUBLIC = {
    "abroad": Decimal("9.60"),
    "buy": Decimal("0"),
    "run": Decimal("24.80"),
    "host": Decimal("6.35"),
}


def book() -> Book:
    """The 2026 budget; amounts in 元."""
    return book_of("culture.toml", 2026)


def public() -> dict[str, Decimal]:
    """The three public items of 2026 in 万元, and what they sum to."""
    return {name: amount / 10_000 for name, amount in public_of(book()).items()}


def operating() -> Decimal:
    """机关运行经费 in 元: 302 and 310 of basic expenditure of the office itself."""
    basic = book().granted().basic().of(DEPARTMENT)
    return basic.economic("302") + basic.economic("310")
