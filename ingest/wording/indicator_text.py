"""Indicators written as running text in one cell, and the names of their levels.

Shapes seen in Guangzhou, two years: ``一、产出指标： 1.名称，年度指标值：值。`` and
``1、1-产出指标；11-数量指标；名称；实施周期指标值:值；年度指标值:值。``,
with ``－`` and ``，`` in place of ``-`` and ``；``; in goal columns elsewhere ``数量指标：名称≥10次；质量指标：…``.
Where every indicator says both its levels, any sign or blank may stand between the parts:
``产出指标-数量指标-名称-≥3项``, ``产出指标 数量指标 名称 ≥ 3 项``, ``一级指标：产出指标，二级指标：…，指标值：≥3项``.
Numbering may restart or repeat and is not relied on.
"""

import re
from dataclasses import dataclass

from ingest.wording.glyphs import printed

_LEVEL1 = (
    ("满意", "满意度"),
    ("产出", "产出"),
    ("效益", "效益"),
    ("效果", "效益"),
    ("成本", "成本"),
    ("过程", "过程"),
    ("投入", "投入"),
)
_LEVEL2 = (
    "可持续影响", "可持续发展", "服务对象满意度", "社会公众满意度",
    "生态环境成本", "生态环境效益", "经济成本", "社会成本", "生态成本",
    "经济效益", "社会效益", "生态效益", "环境效益", "满意度", "数量", "质量", "时效", "进度", "成本",
)  # fmt: skip
_LEVEL2_ALT = "|".join(_LEVEL2)
_HEAD1 = r"(?:产出|效益|效果|满意度|成本|社会效益和满意度|产出和效益)"
_MARK = r"(?P<period>实施周期|年度|本年度?|当年|周期|项目期|全年|中期|总体)?(?:绩效)?(?:指标值|目标值)\s*[:：]"
_CODED = re.compile(
    r"(?:(?P<number>\d{1,3})\s*[、.．]\s*)?(?<![\d-])(?P<c1>[1-9])\s*[-－—–]\s*(?P<level1>产出|效益|满意度|成本)指标\s*[；;，,、]\s*"
    r"(?:(?P<c2>\d\s?\d)\s*[-－—–]\s*(?P<level2>[^；;，,]{2,14}?)\s*[；;，,]\s*)?"
)
_HEADED = re.compile(
    rf"(?:^|(?<=[。；;\s]))(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六]+[)）]|\d[.．、])?\s*(?P<level1>{_HEAD1})指标\s*[:：]\s*"
)
_ITEM = re.compile(
    rf"(?:(?P<number>\d{{1,3}})\s*[.．、]\s*(?!\d))?(?P<name>[^。；;]{{1,80}}?)\s*[，,；;]\s*(?={_MARK})"
)
_VALUE = re.compile(_MARK)
_SECTIONED = re.compile(rf"(?P<level2>{_LEVEL2_ALT})(?:指标)?\s*[:：]\s*")
_SPLIT = re.compile(r"[；;。]|(?<=[^\d])\s*(?=\d{1,2}[.．、](?!\d))")
_TARGET_AT = re.compile(
    r"(?:[≥≤≧≦＞＜=＝><]|(?:应|须|需)?(?:不少于|不低于|不小于|不超过|不高于|不多于|不大于|不得超过|大于|小于|高于|低于|至少"
    r"|控制在|限于|达到|保持在|超过)(?=[^\d≥≤＝=＜＞<>]{0,4}\d)|[为达](?=\d)|(?<=[\u4e00-\u9fff])(?=\d+(?:\.\d+)?[%％]))"
)
_LAST_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff）)])\d[\d.,]*[^\d\s]{1,8}$")
_BETWEEN = r"\s*[-－—–/／|→>＞，,；;]\s*"
_MARKS = "-－—–/／|→>＞"
_FIELD = r"(?:[一二三四]级指标(?:名称)?\s*[:：]\s*)?"
_LEVELLED = re.compile(
    rf"(?:(?P<number>\d{{1,3}})\s*[、.．]\s*)?{_FIELD}"
    rf"(?:(?P<level1>产出|效益|效果|满意度|成本)指标(?:{_BETWEEN})?|(?<![\u4e00-\u9fff])(?P<short1>产出|效益|效果|满意度|成本){_BETWEEN})"
    rf"{_FIELD}(?:(?P<level2>{_LEVEL2_ALT})指标(?:{_BETWEEN})?|(?P<short2>{_LEVEL2_ALT}){_BETWEEN}){_FIELD}(?!\s*[:：])"
)
_QUALITATIVE = re.compile(rf"(?:{_BETWEEN})?定性(?:指标)?(?:{_BETWEEN}|[:：])?")
_COMBINED = re.compile(rf"^(?P<level1>产出|效益|满意度|成本)指标(?P<level2>{_LEVEL2_ALT})指标?(?P<name>.+)$")


@dataclass(frozen=True, slots=True)
class IndicatorText:
    """One indicator as written; ``period`` is 实施周期 or 年度 where the text says it."""

    level1: str | None
    level2: str | None
    name: str
    target: str
    period: str | None
    at: int = 0  # where it begins in the printed form of its cell


def level_one(text: str) -> str | None:
    """The first level in its short form: 产出指标 -> 产出, 社会公众满意度指标 -> 满意度; None for other words."""
    tight = printed(text)
    return next((short for start, short in _LEVEL1 if start in tight[:12]), None) if tight else None


def level_two(text: str) -> str | None:
    """The second level without its code and the word 指标: 11-数量指标 -> 数量; None where empty."""
    tight = re.sub(r"^\d{1,3}\s*[-－—–.、]\s*", "", printed(text))
    tight = re.sub(r"(?:指标?|目标)$", "", tight)
    return tight or None


def combined_levels(text: str) -> tuple[str | None, str | None, str]:
    """Levels run together with the name in one cell: 产出指标数量指标报告份数 -> (产出, 数量, 报告份数)."""
    tight = printed(text)
    match = _COMBINED.match(tight)
    if match is None:
        return None, None, tight
    return match["level1"], match["level2"], match["name"]


def read_indicator_text(text: str) -> tuple[IndicatorText, ...]:
    """All indicators of a cell; empty where the text has none of the known shapes."""
    words = printed(text)
    if not words:
        return ()
    if _CODED.search(words) and _VALUE.search(words):
        return _coded(words)
    levelled = list(_LEVELLED.finditer(words))
    if len(levelled) > len(_SECTIONED.findall(words)):
        return _levelled(words, levelled)
    if _VALUE.search(words):
        return _headed(words)
    return _sectioned(words)


def _coded(words: str) -> tuple[IndicatorText, ...]:
    """1、1-产出指标；11-数量指标；名称；实施周期指标值:值；年度指标值:值。"""
    heads = list(_CODED.finditer(words))
    found: list[IndicatorText] = []
    for i, head in enumerate(heads):
        end = heads[i + 1].start() if i + 1 < len(heads) else len(words)
        body = words[head.end() : end]
        first = _VALUE.search(body)
        if first is None:
            continue
        name = body[: first.start()].strip("；;，, ")
        for period, target in _targets(body):
            level2 = level_two(head["level2"] or "")
            found.append(IndicatorText(head["level1"], level2, _name(name), target, period, head.start()))
    return tuple(found)


def _levelled(words: str, heads: list[re.Match[str]]) -> tuple[IndicatorText, ...]:
    """产出指标-数量指标-名称-≥3项；产出指标-质量指标-… : both levels before every indicator."""
    found: list[IndicatorText] = []
    for i, head in enumerate(heads):
        end = heads[i + 1].start() if i + 1 < len(heads) else len(words)
        level1 = level_one(head["level1"] or head["short1"])
        level2 = head["level2"] or head["short2"]
        body = words[head.end() : end]
        first = _VALUE.search(body)
        if first is not None:
            name = _name(body[: first.start()])
            found += [IndicatorText(level1, level2, name, t, period, head.start()) for period, t in _targets(body)]
            continue
        parts = ((head.end() + m.start(), m.group()) for m in re.finditer(r"[^；;。]+", body))
        for n, (at, part) in enumerate(parts):
            name, target = _name_and_target(part, head.group().rstrip()[-1:], len(heads) > 1)
            if name and target:
                found.append(IndicatorText(level1, level2, name, target, None, at if n else head.start()))
    return tuple(found)


def _name_and_target(part: str, mark: str, several: bool) -> tuple[str, str]:
    """A name and its target, told by a comparison, by 定性, by the mark between the levels, or by the last number.

    A number alone tells only where several indicators are written so: else it may be part of a name.
    """
    told = next((m for m in _TARGET_AT.finditer(part) if m.start() > 1), None) or _QUALITATIVE.search(part)
    if told is None and mark in _MARKS and mark in part.rstrip("；;。 "):
        name, _, target = part.rstrip("；;。 ").rpartition(mark)
        return _name(name), target.strip()
    told = told or (_LAST_NUMBER.search(part) if several else None)
    if told is None:
        return "", ""
    begins = told.end() if told.re is _QUALITATIVE else told.start()
    return _name(part[: told.start()].rstrip(_MARKS + "， ")), part[begins:].strip("；;，,。 ")


def _targets(body: str) -> list[tuple[str | None, str]]:
    """The values of one indicator, each with its period."""
    marks = list(_VALUE.finditer(body))
    pairs = []
    for i, mark in enumerate(marks):
        end = marks[i + 1].start() if i + 1 < len(marks) else len(body)
        target = body[mark.end() : end].strip("；;，,。 ")
        pairs.append((_period(mark["period"]), re.sub(r"[。；;]?\s*\d{1,3}[、.．]$", "", target)))
    return pairs


def _period(word: str | None) -> str | None:
    if not word:
        return None
    return "实施周期" if word in ("实施周期", "周期", "项目期", "中期", "总体") else "年度"


def _name(text: str) -> str:
    return re.sub(r"^\d{1,3}\s*[.．、]\s*(?!\d)", "", text).strip("；;，, ")


def _headed(words: str) -> tuple[IndicatorText, ...]:
    """一、产出指标： 1.名称，年度指标值：值。2.名称，… 二、效益指标：…"""
    heads = list(_HEADED.finditer(words))
    bounds = [
        (h["level1"], h.end(), heads[i + 1].start() if i + 1 < len(heads) else len(words)) for i, h in enumerate(heads)
    ]
    if not bounds:
        bounds = [(None, 0, len(words))]
    elif heads[0].start() > 4:
        bounds.insert(0, (None, 0, heads[0].start()))
    found: list[IndicatorText] = []
    for level1, start, end in bounds:
        section = words[start:end]
        items = list(_ITEM.finditer(section))
        items = [m for i, m in enumerate(items) if i == 0 or _begins_item(section, m)]
        for i, item in enumerate(items):
            stop = items[i + 1].start() if i + 1 < len(items) else len(section)
            level2, name = _level_in_name(item["name"])
            for period, target in _targets(section[item.end() : stop]):
                found.append(IndicatorText(_short(level1), level2, _name(name), target, period, start + item.start()))
    return tuple(found)


def _begins_item(section: str, match: re.Match[str]) -> bool:
    """A new indicator is numbered, or stands after a full stop; a second value of the same one is neither."""
    before = section[: match.start()].rstrip()
    return match["number"] is not None or (before.endswith(("。", "；", ";")) and not match["name"].startswith("实施"))


def _level_in_name(name: str) -> tuple[str | None, str]:
    match = re.match(rf"^(?P<level2>{_LEVEL2_ALT})指标[:：、；;，,]\s*(?P<name>.+)$", name)
    return (match["level2"], match["name"]) if match is not None else (None, name)


def _short(level1: str | None) -> str | None:
    return None if level1 is None else level_one(level1)


def _sectioned(words: str) -> tuple[IndicatorText, ...]:
    """数量指标：名称≥10次；名称≥2期；质量指标：合格率≥95%"""
    heads = list(_SECTIONED.finditer(words))
    found: list[IndicatorText] = []
    for i, head in enumerate(heads):
        end = heads[i + 1].start() if i + 1 < len(heads) else len(words)
        begin = head.end()
        for item in _SPLIT.split(words[begin:end]):
            at = _TARGET_AT.search(item)
            name = _name(item[: at.start()]) if at is not None else ""
            begin = words.index(item, begin)
            if at is not None and name and item[at.start() :].strip():
                level2 = head["level2"]
                target = item[at.start() :].strip()
                found.append(IndicatorText(level_of(level2), level2, name, target, None, begin))
    return tuple(found)


def level_of(level2: str | None) -> str | None:
    """The first level a second level belongs to: 数量 -> 产出; None where it is unknown."""
    if level2 not in _LEVEL2:
        return None
    if level2 in ("数量", "质量", "时效", "进度"):
        return "产出"
    if "满意" in level2:
        return "满意度"
    return "成本" if "成本" in level2 else "效益"
