"""Amounts and rates a question takes for granted, as people round them (三百多万, 近四成), held against a sentence."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.wording.chinese_numerals import parse_chinese, parse_mixed
from ingest.wording.numbers import find_numbers
from ingest.wording.units import money_unit, unit_at

_NUMERAL = r"\d[\d,]*(?:\.\d+)?|[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千点]*"
_SAID = re.compile(
    rf"(?P<near>近|将近|不到|快|小)?(?P<about>大?约|大概|差不多)?(?:(?P<above>{_NUMERAL})亿)?(?P<head>{_NUMERAL})(?P<some>个[多余](?=百分点)|多|余|来|几)?"
    r"(?P<unit>%|个?百分点|成(?!员|效|本|果|立)(?P<tenth>[一二三四五六七八九半])?|万(?P<tail>[一二三四五六七八九](?![个项家名辆台条年月日]))?元?|亿元?|元|块)"
    r"(?P<more>多|余|左右|上下|出头)?"
)
_CHANGED = re.compile(r"(?:[增减少多高低降升涨长]|增加|减少|提高|降低|幅|变动)[了约为\s]{0,3}-?$")
_SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_AS_SAID = Decimal("0.03")  # how far a plain round amount may be from the printed one
_ABOUT = Decimal("0.15")  # 近, 来, 左右


@dataclass(frozen=True, slots=True)
class Said:
    """A range in 元, or in percent where ``rate``; bounds included."""

    low: Decimal
    high: Decimal
    rate: bool


def amounts_said(text: str) -> tuple[Said, ...]:
    """The amounts of money and rates of a bare question with the range each stands for."""
    return tuple(said for match in _SAID.finditer(text) if (said := _range(match)) is not None)


def states(sentence: str, said: tuple[Said, ...], changed: bool = False) -> bool:
    """Whether a sentence prints a figure that one of the amounts stands for; ``changed`` takes changes alone."""
    return any(
        one.rate == rate and one.low <= abs(value) <= one.high
        for value, rate in _printed(sentence, changed)
        for one in said
    )


def _printed(sentence: str, changed: bool) -> list[tuple[Decimal, bool]]:
    found = []
    for number in find_numbers(sentence):
        if changed and not _CHANGED.search(sentence[: number.start]):
            continue
        unit = unit_at(sentence, number.end)
        if number.percent:
            found.append((number.value, True))
        elif unit is not None and money_unit(unit[0].name) is not None:
            found.append((number.value * unit[0].scale, False))
    return found


def _number(said: str) -> Decimal:
    """The number of a numeral in digits or signs; 0 where it is none."""
    head = said.replace(",", "")
    return (
        parse_mixed(head) if head[0].isdigit() else Decimal(10) if head == "十" else parse_chinese(head)
    ) or Decimal(0)


def _range(match: re.Match[str]) -> Said | None:
    value = _number(match["head"])
    if not value:
        return None
    unit = match["unit"]
    rate = unit[0] in "%个百成"
    scale = Decimal(10) if unit[0] == "成" else _SCALES.get(unit[0], Decimal(1))
    step = Decimal(10) ** _last_place(value)
    if match["tail"]:
        value, step = value + (parse_chinese(match["tail"]) or 0) / Decimal(10), Decimal("0.1")
    if match["tenth"]:
        tenth = Decimal(5) if match["tenth"] == "半" else parse_chinese(match["tenth"]) or Decimal(0)
        value, step = value + tenth / 10, Decimal("0.1")
    above = _number(match["above"]) * _SCALES["亿"] / scale if match["above"] and unit[0] == "万" else Decimal(0)
    low = high = value
    if match["about"] or match["some"] == "来" or match["more"] in ("左右", "上下"):
        low, high = value * (1 - _ABOUT), value * (1 + _ABOUT)
    elif match["some"] or match["more"]:
        high = value + step
    elif match["near"]:
        low = value * (1 - _ABOUT)
    else:
        room = min(step, value * _AS_SAID)
        low, high = value - room, value + room
    return Said((above + low) * scale, (above + high) * scale, rate)


def _last_place(value: Decimal) -> int:
    """The power of ten of the last digit that is not zero: 2 for 300, -1 for 2.4."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
