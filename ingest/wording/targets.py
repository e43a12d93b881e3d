"""Targets of performance indicators: ≥90%, 不少于300份, 65万人以上, 90%及以上, ≤560元/人/天, 优良中低差.

Source: the targets of the Guangzhou, Beijing, Shandong and Shaanxi goal forms (docs/documents.md, Indicators).
A target that holds more than one number, or whose comparison is not certain, keeps its words and gets no value:
a wrong number is worse than none.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.wording.glyphs import printed
from ingest.wording.numbers import NumberSpan, find_numbers
from ingest.wording.units import unit_at

_AT_LEAST = (
    r"≥|≧|⩾|>=|＞=|＞＝|>＝|大于等于|大于或等于"
    r"|不少于|不低于|不小于|不短于|至少|最少|最低|不下于|达到或超过"
)
_AT_MOST = (
    r"≤|≦|⩽|<=|＜=|＜＝|小于等于|小于或等于"
    r"|不超过|不高于|不多于|不大于|不长于|最多|最高|至多|控制在|限于|不得超过|不突破"
)
_MORE = r">|＞|大于|高于|多于|超过|超出"
_LESS = r"<|＜|小于|低于|少于|短于|不足|不到"
_EQUAL = r"=|＝|等于"
_BEFORE = re.compile(
    rf"(?:(?P<ge>{_AT_LEAST})|(?P<le>{_AT_MOST})|(?P<gt>{_MORE})|(?P<lt>{_LESS})|(?P<eq>{_EQUAL}))\s*(?:[约:：]\s*)?$"
)
_AHEAD = re.compile(
    r"(?:(?P<ge>不少于|不低于|不小于|大于等于|至少)|(?P<le>不超过|不高于|不多于|不大于|小于等于|至多))[^\d，,；;。]{1,12}的$"
)
_BEFORE_OPTIONAL = re.compile(
    r"(?:不得|应|须|需|要|均|每年|每月|每季度|每周|全年|年均|月均|总数|累计|共|约|全部|保持|保证|完成|数量|为|在|:|：)+$"
)
_AFTER = re.compile(
    r"^\s*(?:[（(]\s*含[^)）]*[)）]|[左右])*\s*(?:(?P<ge>及以上|或以上|以上|\(含\)以上|起|及其以上)|(?P<le>及以下|或以下|以下|以内|之内|内(?![容部外])|及以内))"
)
_ALSO = re.compile(r"[（(][台套次个辆名只件间批][)）]")
# Behind a sign, a short word that ends the target is what is counted, whatever it is: ≥200集, ≥2200叶.
_OWN_UNIT = re.compile(
    r"\s*(?P<unit>(?:[万亿])?(?!及|或|以|之|左右|内|多|余|起|倍|[百千万亿])[\u4e00-\u9fff℃°]{1,3}?)(?:(?:及|或)?以[上下内])?[。；;，,]?\s*$"
)
# National forms print the unit in brackets behind the value: =100.00(%), ≥12(次), ≤3（万元）; 95（含） has none.
_BRACKETED = re.compile(r"(?<=\d)\s*[（(]\s*(?P<unit>[^\d\s()（）]{1,6})\s*[)）]")
_DATE = re.compile(
    r"(?:19|20)\d\d\s*(?:年|[./-](?=\d{1,2}[./-]\d))\s*\d{1,2}\s*[月./-]?(?:\s*\d{1,2}\s*日?)?|\d{1,2}\s*月\s*(?:\d{1,2}\s*日|底|末|前)|(?:19|20)\d\d\s*年|\d{1,2}\s*月(?!度|报|均)"
)
_FORMULA = re.compile(r"[*×÷/]\s*100\s*[%％]")
_ENUMERATION = re.compile(r"(?:^|[；;。\s])(?:[（(]?\d{1,2}[)）]|\d{1,2}[.．、])(?!\d)|第\d+|[一二三四五六七八九]是")
SIGNS = {"ge": "≥", "le": "≤", "gt": ">", "lt": "<", "eq": "="}
_SIGN_WORDS = {
    "≥": "≥", "≧": "≥", ">=": "≥", "大于等于": "≥", "大于或等于": "≥", "不少于": "≥", "不低于": "≥",
    "≤": "≤", "≦": "≤", "<=": "≤", "小于等于": "≤", "小于或等于": "≤", "不超过": "≤", "不高于": "≤",
    ">": ">", "＞": ">", "大于": ">", "<": "<", "＜": "<", "小于": "<", "=": "=", "＝": "=", "等于": "=",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """A target as printed, with its comparison where it is one number; a qualitative target has words only."""

    text: str
    comparator: str | None = None
    value: Decimal | None = None
    unit: str | None = None


def comparator_of(text: str) -> str | None:
    """The comparison sign of a cell that holds only that (绩效指标性质: ≥, ＝, ≤); None for 定性 and other words."""
    return _SIGN_WORDS.get(re.sub(r"\s+", "", printed(text)))


def read_target(text: str, sign: str | None = None, unit: str | None = None) -> Target:
    """Read a target; ``sign`` and ``unit`` come from columns of their own where the form has them.

    >>> read_target("不少于300份").value
    Decimal('300')
    """
    told = _read(unit_unwrapped(printed(text)), sign, unit)
    return replace(told, text=printed(text))


def unit_unwrapped(words: str) -> str:
    """A target with the unit that stands in brackets right behind its number set free: =100.00(%) -> =100.00%."""

    def free(match: re.Match[str]) -> str:
        unit = match["unit"]
        found = unit_at(unit, 0)
        known = unit in "%％‰" or (found is not None and (found[1] == len(unit) or unit[found[1]] == "/"))
        alone = match.end() == len(words) and _BEFORE.search(words[: match.start()].rstrip("0123456789.,"))
        return unit if known or (alone and not re.search("含|以|左右|上下", unit)) else match.group()

    return _BRACKETED.sub(free, words)


def _read(words: str, sign: str | None, unit: str | None) -> Target:
    formula = _FORMULA.search(words)
    if formula is not None and words[formula.end() :].strip("。，,；; "):
        # 使用率=甲/乙*100%。达到90%以上: the formula explains the name, the target follows it.
        rest = _read(words[formula.end() :].strip("。，,；; "), sign, unit)
        return Target(words, rest.comparator, rest.value, rest.unit)
    numbers = _own_numbers(words)
    comparator = comparator_of(sign) if sign else None
    qualitative = bool(sign) and comparator is None and "定性" in (sign or "")
    if len(numbers) != 1 or _FORMULA.search(words) or qualitative:
        return Target(words, None, None, None)
    number = numbers[0]
    found = _comparison(words, number)
    named, end = _unit_of(words, number)
    if comparator is None:
        comparator = found or ("=" if _is_whole(words, number, end) else None)
    if comparator is None:
        return Target(words, None, None, None)
    return Target(words, comparator, number.value, (printed(unit) if unit else None) or named)


def _own_numbers(words: str) -> list[NumberSpan]:
    """Numbers that measure something: not dates, not numbers of a list, not in a name."""
    dates = [m.span() for m in _DATE.finditer(words)] + [m.span() for m in _ENUMERATION.finditer(words)]
    kept = []
    for number in find_numbers(words):
        if any(start <= number.start < end for start, end in dates):
            continue
        kept.append(number)
    return kept


def _unit_of(words: str, number: NumberSpan) -> tuple[str | None, int]:
    if number.percent:
        return "%", number.end
    if words[number.end : number.end + 3] == "百分点":
        return "百分点", number.end + 3
    found = unit_at(words, number.end)
    if re.match(r"\s*块", words[number.end :]):
        return "块", words.index("块", number.end) + 1  # a printed target counts boards; only speech means yuan
    if found is None:
        own = _OWN_UNIT.match(words, number.end) if _BEFORE.search(words[: number.start]) else None
        return (own["unit"], own.end("unit")) if own is not None else (None, number.end)
    if words.startswith("次", found[1]):  # 册次, 万册次: a time of whatever was counted
        return found[0].name + "次", found[1] + 1
    also = _ALSO.match(words, found[1])  # 台（套）
    return (found[0].name + also.group(), also.end()) if also is not None else (found[0].name, found[1])


def _comparison(words: str, number: NumberSpan) -> str | None:
    match = _AFTER.match(words[_unit_of(words, number)[1] :])  # 0起 counts cases; 3000元起 is the least
    if match is not None:
        return SIGNS[match.lastgroup or "ge"]
    before = words[: number.start]
    head = _BEFORE.search(before)
    if head is None:
        before = _BEFORE_OPTIONAL.sub("", before)
        head = _BEFORE.search(before)
    if head is None:
        # 不多于该项总分的5%: the comparison stands before what the number is of.
        head = _AHEAD.search(words[: number.start])
    return None if head is None else SIGNS[head.lastgroup or "eq"]


def _is_whole(words: str, number: NumberSpan, end: int) -> bool:
    """Whether number and unit are the whole target but for a word of frequency: 100%, 每年2次, 完成率100%."""
    before, after = words[: number.start].strip(" ：:，,为达到约"), words[end:].strip(" 。；;，,左右")
    last = re.split(r"[，,；;。]", before)[-1]
    compared = re.search(rf"{_AT_LEAST}|{_AT_MOST}|{_MORE}|{_LESS}", last)
    return not after and len(last) <= 40 and compared is None and not re.search(r"\d", before)
