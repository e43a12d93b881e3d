"""Exact money of the model: sums, printed forms, year-on-year changes. Everything in 万元 unless said."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

ZERO = Decimal("0.00")
CENT = Decimal("0.01")


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Exact sum, with two decimals even where nothing is added."""
    return sum(amounts, ZERO)


def rounded(amount: Decimal, step: Decimal = CENT) -> Decimal:
    """Half away from zero, as the printed tables round."""
    return amount.quantize(step, ROUND_HALF_UP)


def printed(amount: Decimal) -> str:
    """1234.5 as 1,234.50."""
    return f"{rounded(amount):,.2f}"


def blank(amount: Decimal) -> str:
    """As ``printed``, but an empty cell where there is nothing."""
    return printed(amount) if amount else ""


def spoken(amount: Decimal) -> str:
    """As sentences print it: separators, no closing zeros after the point."""
    return f"{rounded(amount):,.2f}".rstrip("0").rstrip(".")


def rate(now: Decimal, before: Decimal, places: str = "0.1") -> Decimal:
    """Growth in percent, unsigned, to the printed precision."""
    return rounded(abs(now - before) / before * 100, Decimal(places))


def share(part: Decimal, whole: Decimal) -> Decimal:
    """Part of a whole in percent, two decimals."""
    return rounded(part / whole * 100)
