"""The measure that is asked for, held against what was found: 多少公里 is told by no number of projects."""

import re
from collections.abc import Sequence

from assistant.finding.evidence import Found, Outcome
from assistant.finding.heard import asks_for_money
from assistant.plan import Ask
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

# A measure that says what it measures, with what a unit of it bears; 个, 项, 次 may count anything.
_MEASURES = {
    "平方公里": ("平方公里",),
    "公里": ("公里", "千米"),
    "公顷": ("公顷",),
    "亩": ("亩",),
    "平方米": ("平方", "平米"),
    "平米": ("平方", "平米"),
    "立方米": ("立方",),
    "米": ("米",),
    "吨": ("吨",),
    "人次": ("人",),
    "辆": ("辆", "台", "部"),
    "艘": ("艘",),
    "栋": ("栋",),
    "棵": ("棵", "株"),
    "株": ("棵", "株"),
    "户": ("户",),
    "头": ("头",),
}
_ASKED = re.compile(rf"(?:几|多少)[万亿]?(?P<measure>{'|'.join(_MEASURES)})(?!元)")
# 出现了几次 counts rows; 办几次会 counts none.
_TIMES = re.compile(r"(?<!出现)(?<!出现[了过])(?<![列印写][了过])(?:几|多少)(?:[次回届]|场|期)(?![万亿元间])")

_EACH_TIME = re.compile(r"每一?个?(?:次|场|期|批次?|班次?)(?=[^，,。]{0,8}(?:几|多少)个?[人名])")

_PEOPLE = re.compile(r"(?:几|多少)个?[人名位]|人员?有?(?:几|多少)个|(?:几|多少)个?人")


def another_measure(words: str, found: Sequence[Found]) -> str | None:
    """The measure words ask for, where all that was found is in another."""
    if (each := _EACH_TIME.search(bare(words))) is not None and found and all(map(_counts_all, found)):
        return each[0]
    asked = _ASKED.search(bare(words))
    if asked is None or not found or asks_for_money(bare(words)):
        return None
    units = _MEASURES[asked["measure"]]
    return None if any(unit in _told_in(f) for f in found for unit in units) else asked[0]


_PER_HEAD = re.compile(r"人均|(?:平均)?每一?个?人(?!次|员|大)")
_OF_ONE = re.compile(r"人均|每一?个?[人名位]|/人|平均")


def per_head_left(ask: Ask, outcome: Outcome) -> str | None:
    """The words that ask for an amount a person, where none that was found is one: 培训人均花多少钱."""
    said = _PER_HEAD.search(bare(ask.words))
    return said[0] if said is not None and not any(_OF_ONE.search(_told_in(f)) for f in outcome.found) else None


def no_rows(words: str) -> str | None:
    """The words that ask for a number of people or times, which no number of rows tells."""
    said = _PEOPLE.search(bare(words)) or _TIMES.search(bare(words))
    return said[0] if said is not None else None


def _counts_all(found: Found) -> bool:
    """Whether a printed number counts all there are, and is told of no one time: 培训人数180人 of three trainings."""
    counted = found.figure is not None and found.figure.unit.kind is UnitKind.COUNT
    return counted and not found.computed and "每" not in _told_in(found)


def _told_in(found: Found) -> str:
    """What says the unit of a figure: its unit, its own name, the heading it stands under."""
    figure = found.figure
    printed = (figure.label, *figure.column) if figure is not None else ()
    return "".join((found.unit or "", found.label, *printed, found.note or ""))
