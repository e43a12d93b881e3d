"""Amounts of money, dates of stock and spelt-out numbers of an English question in the forms Chinese says them."""

import re
from decimal import Decimal

from ingest.wording.chinese_numerals import parse_chinese
from ingest.wording.numbers import value_of

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_BY_DATE = re.compile(
    rf"(?:as of|as at|by|at|on)?\s*(?:the\s+)?(end)?(?:\s+of)?\s*(?:(\d{{1,2}})\s+)?({'|'.join(_MONTHS)})"
    r"(?:\s+(\d{1,2})(?!\d),?)?\s+(20\d\d)"
    r"|(?:as of|as at|by|at)\s+(?:the\s+)?(?:year[ -])?end\s+(?:of\s+)?(20\d\d)"
    r"|\b(?:year[ -])?end[ -](?:of[ -])?(20\d\d)",
    re.IGNORECASE,
)
#: Spelt-out numbers up to twenty, as digits.
NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "a dozen": "12",
}  # fmt: skip
_COUNTS = NUMBERS | {
    "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "a": "1", "half a": "0.5",
}  # fmt: skip
_COUNT = "|".join(sorted(_COUNTS, key=len, reverse=True))
_SPELT = re.compile(
    rf"\b({_COUNT})[\s-]+(?:(hundred)[\s-]+)?(?=(?:thousand|million|billion)\b)"
    rf"|\b({_COUNT})[\s-]+hundred[\s-]+(?=yuan|rmb)",
    re.IGNORECASE,
)
_SCALES = {
    "": 1, "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9,
}  # fmt: skip
_MONEY = r"(?:yuan|rmb|cny|renminbi)"
_SCALE = r"(?:thousand|million|billion|k|m|mn|bn)"
_SCALED = re.compile(
    rf"(?:(?:rmb|cny|¥|￥)\s*)?(?P<money>\d[\d,]*(?:\.\d+)?)[\s-]*(?P<scale>{_SCALE})?[\s-]*{_MONEY}\b"
    rf"|(?:rmb|cny|¥|￥)\s*(?P<marked>\d[\d,]*(?:\.\d+)?)\s*(?P<marked_scale>{_SCALE})?\b"
    r"|(?P<bare>\d[\d,]*(?:\.\d+)?)[\s-]*(?P<bare_scale>million|billion)\b",
    re.IGNORECASE,
)
# An amount in Chinese numerals within English: above 两千五百万 yuan.
_IN_CHINESE = re.compile(
    rf"(?:(?:rmb|cny|¥|￥)\s*)?(?P<numeral>[\d.]*[零〇一二两三四五六七八九十百千万亿点半]+)(?:元|\s*{_MONEY}\b)",
    re.IGNORECASE,
)
# A unit to answer in: in 10,000 yuan, (figures in) 100 million yuan.
_UNITS = (
    (r"\b(?:in (?:units of )?|units?:? (?:of |is )?)(?:10,?000|ten[ -]thousand) {money}\b|\bin wan\b", " 万元 "),
    (r"\bin (?:units of )?(?:(?:a |one )?hundred|100)[ -]millions?(?: of)? {money}\b", " 亿元 "),
)
# An amount counted in 万元: 5,000 ten thousand yuan.
_IN_WAN = re.compile(rf"(?<=\d)\s+(?:ten[ -]thousand|10,?000)\s+(?={_MONEY}\b)", re.IGNORECASE)
_UNIT = tuple((re.compile(said.replace("{money}", _MONEY), re.IGNORECASE), put) for said, put in _UNITS)


def with_amounts(clause: str) -> str:
    """A clause with dates as 截至…, money in 元 and units to answer in as Chinese writes them."""
    clause = _IN_YUAN.sub(_in_yuan, clause)
    for unit, chinese in _UNIT:
        clause = unit.sub(chinese, clause)
    clause = _IN_CHINESE.sub(_numeral, _IN_WAN.sub(" wan ", clause))
    return _SCALED.sub(_amount, _SPELT.sub(_digits, _BY_DATE.sub(_date, clause)))


# An amount in digits with a unit as Chinese writes it: between 100万元 and 400万元, above 30 (万元).
_IN_YUAN = re.compile(
    r"(?<![\u4e00-\u9fff\d,.])(?P<number>\d[\d,]*(?:\.\d+)?)\s*[(（]?(?P<scale>[百千万亿]{1,2})元[)）]?(?![\u4e00-\u9fff])\s*"
)
_HAN_SCALES = {"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}


def _in_yuan(found: re.Match[str]) -> str:
    scale = _HAN_SCALES.get(found["scale"])
    return found[0] if scale is None else f"{value_of(found['number']) * scale:f} yuan "


def _numeral(found: re.Match[str]) -> str:
    value = parse_chinese(found["numeral"])
    return found[0] if value is None else f"{value:f} yuan"


def _digits(found: re.Match[str]) -> str:
    number = Decimal(_COUNTS[(found.group(1) or found.group(3)).lower()])
    return f"{number * (100 if found.group(2) or found.group(3) else 1)} "


def _date(found: re.Match[str]) -> str:
    """A date of stock as Chinese says it: at the end of August 2024 is 截至2024年8月底."""
    if found.group(6) or found.group(7):
        return f" 截至{found.group(6) or found.group(7)}年底 "
    month = _MONTHS.index(found.group(3).lower()) + 1
    day = found.group(2) or found.group(4)
    return f" 截至{found.group(5)}年{month}月{f'{day}日' if day else '底' if found.group(1) else ''} "


def _amount(found: re.Match[str]) -> str:
    """An amount of money in 元, so that million and billion need no Chinese unit of their own."""
    number = found["money"] or found["marked"] or found["bare"]
    scale = found["scale"] or found["marked_scale"] or found["bare_scale"]
    value = value_of(number) * _SCALES[(scale or "").lower()]
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) + " yuan "
