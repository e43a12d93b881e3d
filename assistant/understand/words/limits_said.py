"""What a condition on an amount or a rate says, once its words are found: 超过五百万, 三百多万, 不含本数."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.wording.chinese_numerals import parse_chinese, parse_mixed
from ingest.wording.units import money_unit

_COUNTERS = {"人": "人", "名": "人", "辆": "辆"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A condition on an amount or rate; ``unit`` as said, empty where none is."""

    sign: str  # > >= < <= = between
    value: Decimal
    unit: str
    upper: Decimal | None = None


def number_of(text: str) -> Decimal | None:
    """The exact number a piece of a question says: 1,000, 三千五百, 3千5百, 1.5亿."""
    tight = re.sub(r"[\s,]+", "", text)
    if re.fullmatch(r"\d+(?:\.\d+)?", tight):
        return Decimal(tight)
    if tight[:1].isdigit():
        return parse_mixed(tight)
    return parse_chinese(tight)


_PERCENT_IN_WORDS = re.compile(
    r"百分之([零〇一二三四五六七八九十两百点]+)(?![几多零一二三四五六七八九十点])|百分百(?=[的地，,。？?]|$)"
)


def percents_in_digits(text: str) -> str:
    """A text with its rates in digits: 百分之九十五 is 95%."""

    def digits(match: re.Match[str]) -> str:
        value = Decimal(100) if match[1] in (None, "百") else parse_chinese(match[1])
        return f"{value.normalize():f}%" if value is not None else match[0]

    return _PERCENT_IN_WORDS.sub(digits, text)


def comparison(match: re.Match[str], sign: str) -> Comparison | None:
    """The condition that a match says; None where a number or its unit is missing."""
    if sign == "between":
        lower, upper = number_of(match[1]), number_of(match[3])
        if lower is None or upper is None or lower > upper:
            return None
        unit = unit_said(match[2]) or unit_said(match[4]) or _in_yuan(match[1]) or _in_yuan(match[3])
        return Comparison(sign, lower, unit, upper)
    value = number_of("一" + match[1] if re.fullmatch(r"[百千万亿]+", match[1]) else match[1])
    if value is None:
        return None
    unit = unit_said(match[2]) or _in_yuan(match[1])
    if not unit and not re.search(r"[\d百千万亿]", match[1]):
        return None
    return Comparison(sign, value, unit)


def end_of(match: re.Match[str], said: Comparison) -> int:
    """Where a condition ends: before a bracket that leaves out another amount than the limit (不含506万元)."""
    own = match.groupdict().get("own")
    if own is None or number_of(own) is None:
        return match.end()
    unit = unit_said(match["own_unit"]) or _in_yuan(own)
    scales = [one.scale if (one := money_unit(name)) is not None else 1 for name in (unit or said.unit, said.unit)]
    same = (number_of(own) or 0) * scales[0] == said.value * scales[1]
    return match.end() if same else match.start("not_it") if said.sign in "<>" and "以" not in match[0] else 0


def roughly(match: re.Match[str]) -> Comparison | None:
    """The bounds of an amount told by its first digits: 三百多万 is below four million, 268万多 below 2.69 million."""
    said, inside, unit = re.sub(r"[\s,]+", "", match[1]), match[2], match[3] or ""
    if not inside and not re.search(r"[万亿]$", said):
        return None  # 三百多 of what
    whole, tail = said.rpartition("亿")[::2] if inside and unit.endswith("万") else ("", said)
    above = (number_of(whole) or 0) * 10**8 if whole else 0  # 两亿六千多万
    said = tail if whole else said
    value, scale = number_of(said), number_of(f"一{unit}") if unit else Decimal(1)
    if value is None or scale is None or not value:
        return None
    if inside:
        step = Decimal(10) ** (len(format(value, "f")) - len(format(value, "f").rstrip("0"))) * scale
    else:
        digits = said.rstrip("百千万亿")
        last = number_of("一" + said[len(digits) :]) or Decimal(1)
        decimals = len(digits.partition(".")[2]) if digits[:1].isdigit() else 0
        step = last.scaleb(-decimals)
    return Comparison("about", above + value * scale, "元", above + value * scale + step)


def _in_yuan(number: str) -> str:
    """元 where a number carries 万 or 亿 without a unit: 1000万以上 is said of money."""
    return "元" if re.search(r"[万亿]", number) else ""


def unit_said(text: str | None) -> str:
    """The unit as it is written: 万元 for 万, 人 for 名; any other is percent."""
    said = (text or "").strip()
    if said in ("万", "亿"):
        return f"{said}元"
    unit = money_unit(said) if said else None
    if unit is not None:
        return unit.name
    if said in _COUNTERS:
        return _COUNTERS[said]
    return "%" if said else ""
