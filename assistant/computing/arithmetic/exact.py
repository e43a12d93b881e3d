"""Exact amounts in base units, and what is worked out of them: two decimals, rounded half up."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from assistant.finding.evidence import Found
from assistant.plan import Ask
from assistant.saying.wordings import money
from ingest.wording.units import money_unit

_CENT = Decimal("0.01")


def rounded(value: Decimal) -> Decimal:
    """Two decimals, half up."""
    return value.quantize(_CENT, ROUND_HALF_UP)


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """A part of a whole in percent, two decimals."""
    return rounded(part * 100 / whole)


def division(part: Found, whole: Found) -> str:
    """How the share of one amount in another is worked out, as the method says it."""
    return f"{money(part.value, part.unit)} ÷ {money(whole.value, whole.unit)} × 100%"


def as_certain(of: Callable[[Decimal], Decimal], rate: Decimal) -> Decimal | None:
    """What a rounded rate tells of an amount, to the digits it leaves certain; None of fewer than two."""
    half = Decimal(5).scaleb(int(rate.as_tuple().exponent) - 1)
    if rate <= half - 100:
        return None
    ends = [of(r) for r in (rate - half, rate + half)]
    for places in range(2, -7, -1):
        low, high = (end.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) for end in ends)
        if low == high and len(low.as_tuple().digits) > 1:
            return low.quantize(Decimal(1)) if places < 0 else low
    return None


def base_of(found: Found) -> Decimal:
    """The amount of a found figure in base units, printed or worked out (推算)."""
    if found.figure is not None and found.figure.amount is not None:
        return found.figure.amount.base
    unit = money_unit(found.unit)
    return (found.value or Decimal(0)) * (unit.scale if unit is not None else 1)


def asked_of(ask: Ask) -> str:
    """What an ask names, in its own words."""
    return "、".join(t.text for t in ask.terms) or ask.words
