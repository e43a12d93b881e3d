"""Sentences on money: changes from year to year, shares, execution; every figure is worked out here."""

from decimal import Decimal

from samples.money import printed, rate, rounded, share, spoken


def changed(now: Decimal, before: Decimal, basis: str = "比上年", wrong_rate: str | None = None) -> str:
    """比上年增加X万元，增长Y%; ``wrong_rate`` prints a slip in the rate on purpose (see README)."""
    if now == before:
        return f"{basis.replace('比', '与', 1)}持平"
    up = now > before
    words = f"{basis}{'增加' if up else '减少'}{spoken(abs(now - before))}万元"
    if not before:
        return words
    return f"{words}，{'增长' if up else '下降'}{wrong_rate or spoken_rate(rate(now, before))}%"


def spoken_rate(value: Decimal) -> str:
    """10.0 as 10, 10.7 as 10.7."""
    return f"{value}".rstrip("0").rstrip(".")


def part(words: str, amount: Decimal, whole: Decimal) -> str:
    """X万元，占Y%."""
    return f"{words}{printed(amount)}万元，占{share(amount, whole)}%"


def executed(budget: Decimal, outturn: Decimal) -> str:
    """年初预算为X万元，支出决算为Y万元，完成年初预算的Z%."""
    words = f"年初预算为{printed(budget)}万元，支出决算为{printed(outturn)}万元"
    if not budget:
        return words
    return f"{words}，完成年初预算的{rounded(outturn / budget * 100)}%"
