"""A column or kind of spending said once for several lines: 行政运行和事业运行的基本工资, 甲项目、乙项目的财政拨款."""

import re

from assistant.plan import Term
from assistant.understand.bodies.described import is_kind_of_body
from assistant.understand.clauses.parting import axis_of

_AND = r"(?:科目)?\s*(?:以及|[和与跟同及、，,+＋加])\s*"
_IN = r"[^，,。；;、和与]{0,12}?"  # 两个科目下的, 项下的
_OF_EACH = r"(?:各个?|每一?[个家所座]|所有|全部|[二两三四五六七八九十\d]+[个家所座])"
_ECONOMIC = re.compile(r"e\d{3,5}")


def with_what_crosses(parts: list[list[Term]], words: str) -> list[list[Term]]:
    """The lines that a clause joins, each with the column or kind of spending that is said of all of them.

    Said behind the last of them (甲和乙的基本工资), or in front of the first (基本工资，甲加乙).
    """
    if len(parts) < 2:
        return parts
    behind, before = parts[-1], parts[0]
    if _is_crossed(behind) and all(_is_line(part) for part in parts[:-1]):
        lines, shared = [*(part[0] for part in parts[:-1]), behind[0]], behind[1]
        said = _AND.join(re.escape(t.text) for t in lines) + _IN + re.escape(shared.text)
        return [[line, shared] for line in lines] if re.search(said, words) else parts
    if _is_crossed(before[::-1]) and all(_is_line(part) for part in parts[1:]):
        lines, shared = [before[1], *(part[0] for part in parts[1:])], before[0]
        said = re.escape(shared.text) + r"[\s:：]+" + _AND.join(re.escape(t.text) for t in lines)
        return [[line, shared] for line in lines] if re.search(said, words) else parts
    return parts


def with_kind_of_units(parts: list[list[Term]], words: str) -> list[list[Term]]:
    """The lines asked of the units of one kind, each with that kind: 各监狱公务接待费一共多少, 三所学校运转经费合计."""
    kind = parts[0][0] if parts[1:] and parts[0] else None
    if kind is None or kind.kind not in ("name", "like") or not is_kind_of_body(kind.text):
        return parts
    if re.search(rf"{_OF_EACH}{re.escape(kind.text)}(?!{_AND}|$)", words) is None:
        return parts
    rest = ([t for t in part if t is not kind] for part in (parts[0][1:], *parts[1:]))
    return [[kind, *(t for t in part if t != kind)] for part in rest if part]


def _crosses(term: Term) -> bool:
    """Whether a term divides any line: by its fund, by 基本支出 and 项目支出, by economic class, by what is bought."""
    kind = term.concept or ""
    return axis_of(term) is not None or kind == "procurement" or bool(_ECONOMIC.fullmatch(kind))


def _is_line(part: list[Term]) -> bool:
    return len(part) == 1 and not _crosses(part[0])


def _is_crossed(part: list[Term]) -> bool:
    """Whether a part is a line with what crosses it behind."""
    return len(part) == 2 and _crosses(part[1]) and not _crosses(part[0])
