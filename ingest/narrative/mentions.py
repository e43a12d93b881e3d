"""Amounts inside sentences: each with its unit and place; dates, thresholds and codes are none."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.records.units import PERCENT, Unit, UnitKind
from ingest.wording.numbers import NumberSpan, find_numbers
from ingest.wording.units import unit_at

# A number before one of these bounds a class of things (单价100万元以上的设备); it is part of the name.
_BOUND_AFTER = re.compile(r"^\s*(?:[（(]\s*(?:不?含)[^）)]{0,12}[)）])?\s*(?:及?以上|及?以下|以内|之内|起)")
_BOUND_BEFORE = re.compile(
    r"(?:单价|单台|单位价值|原值|价值|超过|不超过|低于|高于|达到|满|每[个人辆台次])(?:在|为|约)?$"
)
#: 司法（06款）信息化建设（13项）: a code with its level, no count of items.
_CODE_LEVEL = re.compile(r"^[（(]\d{2,3}[类款项][)）]$")
#: Things that budget texts count, by their measure word.
COUNTED = frozenset(
    [
        "辆",
        "台",
        "套",
        "个",
        "人",
        "名",
        "位",
        "家",
        "平方米",
        "㎡",
        "件",
        "项",
        "处",
        "张",
        "间",
        "栋",
        "幢",
        "艘",
        "所",
        "亩",
        "次",
        "期",
        "批次",
        "人次",
        "批",
        "户",
        "份",
        "场",
        "场次",
        "班次",
    ]
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An amount in a text: its value in its unit, and where it stands (unit included)."""

    value: Decimal
    unit: Unit
    start: int
    end: int

    @property
    def is_rate(self) -> bool:
        """Whether it is a percentage."""
        return self.unit.kind is UnitKind.PERCENT


def mentions_in(text: str) -> tuple[Mention, ...]:
    """The amounts of a text in order; a number without a unit, a date or a bound of a class is none."""
    found = []
    for number in find_numbers(text):
        mention = _mention(text, number)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _mention(text: str, number: NumberSpan) -> Mention | None:
    if number.percent:
        return _unbounded(text, Mention(number.value, PERCENT, number.start, number.end))
    if text[number.end : number.end + 4].lstrip().startswith(("个百分", "百分点")):
        return None
    found = unit_at(text, number.end)
    if found is None:
        return None
    unit, end = found
    if unit.kind is UnitKind.COUNT and not (unit.name in COUNTED or _is_score(unit, text[: number.start])):
        return None
    if text[: number.start].endswith(("第", "〔", "[", "【", "-", "—", "/")):
        return None
    if _CODE_LEVEL.match(text[number.start - 1 : end + 1]):
        return None
    return _unbounded(text, Mention(number.value, unit, number.start, end))


def _is_score(unit: Unit, before: str) -> bool:
    """Whether a number is of points that something was given: 平均得分99.43分; 5分 elsewhere may be time or money."""
    return unit.name == "分" and re.search(r"(?:[得评均总]分|分数)(?:为|是|达到?|[：:])*\s*$", before) is not None


def _unbounded(text: str, mention: Mention) -> Mention | None:
    if _BOUND_AFTER.match(text[mention.end :]) or _BOUND_BEFORE.search(text[: mention.start]):
        return None
    return mention
