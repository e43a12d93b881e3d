"""What a question does with the rows of a table: ranks, conditions, differences, counts; each where it stands."""

import re
from dataclasses import dataclass

from assistant.understand.operations import Comparison, number_of
from assistant.understand.spans import fixed_spans
from assistant.understand.text import words_of

_HIGH, _LOW = "高大多贵长好强佳快重远广厚", "低小少短差慢轻近便窄薄"
_N = r"(\d{1,3}|[一二三四五六七八九十两]{1,3})"
_TOP = re.compile(
    rf"前\s*{_N}\s*(?:名|位|个|家|大|的)?\s*([低少差短])?"
    rf"|最([{_HIGH}{_LOW}])(?:宜)?的?\s*(?:前)?{_N}\s*[个家名位项块]"
    rf"|{_N}\s*[个家名位项块]?\s*(?:[^，。,]{{0,6}})?最([{_HIGH}{_LOW}])(?:宜)?的?"
)
_RISING = re.compile(r"(?:由|从)[低小少]到[高大多]|升序|倒数")
_MOST = re.compile(rf"最([{_HIGH}{_LOW}早晚])|(榜首|居首|首位|冠军|第一(?!个|次|期))|(垫底|末位)")
_MORE = re.compile(rf"(?:更|较|比较|相对)([{_HIGH}{_LOW}])|谁([{_HIGH}{_LOW}])")
_GAP = re.compile(r"相差|差距|差额|差异|之差|差值|差多少|(?:高|低|多|少)出?(?:了)?多少")
_COUNT = re.compile(r"(?:几|多少)\s*([个家块条项名位套件座所种宗人次])?|数量|个数")
_SUM = re.compile(r"合计|总和|总共|一共|加起来|之和|共计")
_MEAN = re.compile(r"平均(?:值|数)?|均值")
_WHICH = re.compile(r"哪[一几两些个家种块所座位]|哪里|谁|什么(?:公司|企业|单位|项目)|列出|有哪")


@dataclass(frozen=True, slots=True)
class Rank:
    """The first so many by some column, from the top or from the bottom; ``count`` None asks for the very first."""

    start: int
    end: int
    rising: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class Condition:
    """A comparison with a number, and where it stands."""

    start: int
    end: int
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Asked:
    """The operations of a question; places count in its comparison form."""

    ranks: tuple[Rank, ...]
    conditions: tuple[Condition, ...]
    compared: bool | None  # the higher (False) or the lower (True) of several is asked for
    gap: bool
    count: tuple[int, int] | None
    counted: str  # the measure word after 多少
    summed: bool
    mean: bool
    which: bool
    used: frozenset[int]  # places of the words that say all this


def asked_of(question: str) -> Asked:
    """Read the operations of a question."""
    words = words_of(question)
    text, used = words.text, set[int]()

    def place(match: re.Match[str]) -> tuple[int, int]:
        start, end = words.key_at(match.start()), words.key_at(match.end())
        used.update(range(start, end))
        return start, end

    ranks: list[Rank] = []
    taken: list[tuple[int, int]] = []
    for match in _TOP.finditer(text):
        number = number_of(match[1] or match[4] or match[5] or "")
        if number is None or not 0 < number < 1000:
            continue
        way = match[2] or match[3] or match[6] or ""
        before = text[max(0, match.start() - 12) : match.start()]
        start, end = words.key_at(match.start()), words.key_at(match.end())
        most = match.group().find("最")
        used.update(range(start, start + 2), range(words.key_at(match.start() + max(most, 0)), end))
        rising = bool(way and way in _LOW) or _RISING.search(before) is not None
        ranks.append(Rank(start, end, rising, int(number) if number > 1 else None))
        taken.append(match.span())
    for match in _MOST.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        start, end = place(match)
        rising = bool(match[3]) or (match[1] or "高") in _LOW + "早"
        ranks.append(Rank(start, end, rising, None))
    conditions = []
    for span in fixed_spans(words):
        if span.family == "compare" and isinstance(span.value, Comparison):
            conditions.append(Condition(span.start, span.end, span.value))
            used.update(range(span.start, span.end))
    more = _MORE.search(text)
    gap = _GAP.search(text)
    count = _COUNT.search(text)
    for match in (m for m in (more, gap, count) if m is not None):
        place(match)
    return Asked(
        tuple(ranks),
        tuple(conditions),
        None if more is None else (more[1] or more[2]) in _LOW,
        gap is not None,
        (words.key_at(count.start()), words.key_at(count.end())) if count else None,
        (count[1] or "") if count else "",
        _SUM.search(text) is not None,
        _MEAN.search(text) is not None,
        _WHICH.search(text) is not None,
        frozenset(used),
    )
