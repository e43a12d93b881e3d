"""Chinese numerals: 三千五百, 一百二十点五, 二〇二六, 两万三, 壹仟, 3千5百; exact, never through a float."""

import re
from decimal import Decimal

_DIGITS = {
    c: n
    for n, group in enumerate(("零〇○Ｏ", "一壹幺", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for c in group
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_BIG = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
DIGIT_CHARACTERS = "".join(_DIGITS)
_N = r"(\d+(?:\.\d+)?)"
_ARABIC_SECTION = re.compile(rf"(?:{_N}千)?(?:{_N}百)?(?:{_N}十)?{_N}?")


def digits_in_order(text: str) -> int | None:
    """The number of a run of digits read one by one: 二〇二六 -> 2026; None where it is not such a run."""
    if not text or any(c not in _DIGITS for c in text):
        return None
    return int("".join(str(_DIGITS[c]) for c in text))


def _section(text: str) -> int | None:
    """A number under 10,000: 三千五百, 十二, 一百零三, 三千五 (the last digit takes the next rank)."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    total, digit, rank, after_zero = 0, None, 10_000, False
    for c in text:
        if c in _SMALL:
            step = _SMALL[c]
            if step >= rank or (digit is None and step != 10):
                return None
            total += (1 if digit is None else digit) * step
            digit, rank, after_zero = None, step, False
        elif c in _DIGITS:
            if digit is not None:
                return None
            if _DIGITS[c] == 0:
                after_zero = True
            else:
                digit = _DIGITS[c]
        else:
            return None
    if digit is not None:
        # 三千五 says 3,500; 三千零五 says 3,005.
        total += digit * (rank // 10) if 100 <= rank < 10_000 and not after_zero else digit
    return total


def parse_chinese(text: str) -> Decimal | None:
    """The exact value of a Chinese numeral, None where the text is not one.

    >>> parse_chinese("三千五百万")
    Decimal('35000000')
    """
    if not text:
        return None
    whole, dot, fraction = text.partition("点")
    if dot:
        digits = digits_in_order(fraction.rstrip("万亿"))
        tail = fraction[len(fraction.rstrip("万亿")) :]
        head = parse_chinese(whole)
        if digits is None or head is None:
            return None
        places = len(fraction) - len(tail)
        value = head + Decimal(digits).scaleb(-places)
        for c in tail:
            value *= _BIG[c]
        return value
    if len(text) > 1 and all(c in _DIGITS for c in text):
        value_in_order = digits_in_order(text)
        return None if value_in_order is None else Decimal(value_in_order)
    if text in _SMALL and text not in "十拾":
        return None
    total = 0
    rest = text
    for name, scale in (("亿億", 100_000_000), ("万萬", 10_000)):
        cut = max(rest.rfind(c) for c in name)
        if cut < 0:
            continue
        head = parse_chinese(rest[:cut]) if scale > 10_000 else _decimal(_section(rest[:cut]))
        if head is None or cut == 0:
            return None
        total += int(head) * scale
        rest = rest[cut + 1 :]
        if len(rest) == 1 and rest in _DIGITS and _DIGITS[rest]:
            return Decimal(total + _DIGITS[rest] * (scale // 10))  # 两万三 says 23,000
    last = _section(rest)
    return None if last is None else Decimal(total + last)


def _decimal(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def parse_mixed(text: str) -> Decimal | None:
    """Arabic digits with Chinese ranks: 3千5百万, 1.2亿, 3亿5000万; None where the text is not such a number."""
    rest = text.replace(",", "").replace("，", "")
    total, seen = Decimal(0), False
    for name, scale in (("亿", Decimal(100_000_000)), ("万", Decimal(10_000)), ("", Decimal(1))):
        head, found, tail = rest.partition(name) if name else (rest, "", "")
        if name and not found:
            continue
        if not head and (name or seen):
            return total if seen and not name else None
        match = _ARABIC_SECTION.fullmatch(head)
        if match is None or not head:
            return None
        ranks = (Decimal(1000), Decimal(100), Decimal(10), Decimal(1))
        total += scale * sum((Decimal(d) * r for d, r in zip(match.groups(), ranks, strict=True) if d), Decimal(0))
        rest, seen = tail, True
    return total
