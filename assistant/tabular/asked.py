"""What a question does with the rows of a table: ranks, conditions, differences, counts; each where it stands."""

import re
from dataclasses import dataclass

from assistant.understand.words.operations import Comparison, number_of
from assistant.understand.words.spans import fixed_spans
from assistant.understand.words.text import words_of

# 最不理想 asks for the lowest, 最亲民 for the cheapest; words of price also name what is measured (alike.toml).
_LOW = r"不|便宜|实惠|亲民|划算|[低小少短差慢轻近窄薄]"
_QUALITY = (
    r"不?(?:理想|突出|优秀|优异|优|出色|亮眼|领先|靠前|火爆|热门|热销|畅销|好|佳|强)"
    r"|便宜|实惠|亲民|划算|昂贵|广(?![州东西])|[高大多贵长快重远厚低小少短差慢轻近窄薄]"
)
_N = r"(\d{1,3}|[一二三四五六七八九十两]{1,3})"
_TOP = re.compile(
    rf"前\s*{_N}\s*(?:名|位|个|家|大|的)?\s*([低少差短])?"
    rf"|最为?({_QUALITY})[价的]?\s*(?:前)?{_N}\s*[大个家名位项块]"
    rf"|{_N}\s*[大个家名位项块]?\s*(?:[^，。,]{{0,6}})?最为?({_QUALITY})的?"
)
_ORDER = re.compile(r"(?:由|从)(?:[低小少]到[高大多]|[高大多]到[低小少])|升序|倒数")
_RISING = re.compile(r"(?:由|从)[低小少]|升序|倒数")
_MOST = re.compile(rf"最为?({_QUALITY}|[早晚])|(榜首|居首|首位|冠军|第一(?!个|次|期))|(垫底|末位)")
_SOME_MOST = re.compile(r"最(?![新近后终初大小])[\u4e00-\u9fff]{1,2}")
_MORE = re.compile(rf"(?:更|较|比较|相对)为?({_QUALITY})|谁({_QUALITY})|({_QUALITY})[，,]?还是")
_MANY = re.compile(r"(?:更|较|比较|相对|最|谁)[多少](?!钱)|数量")
_PRICED = re.compile(r"(?:更|较|比较|相对|最)为?(?:贵|便宜|昂贵|实惠|亲民|划算)")
_GAP = re.compile(r"相差|差距|差额|差异|之差|差值|差多少|(?:高|低|多|少)出?(?:了)?多少")
_COUNT = re.compile(r"(?:几|多少)\s*([个家块条项名位套件座所种宗人次间册本辆台张])?|数量|个数")
# 卖出了多套房子 asks for the number where nothing else is asked.
_SEVERAL = re.compile(r"(?<=[了过])多([个家块条项名位套件座所种宗人次间册本辆台张])")
_ASKING = re.compile(r"哪|什么|谁|如何|怎|吗|是否|是不是|有没有|多大|为何")
_WHAT = re.compile(r"哪一?[两些个家种块所座位]")
_SUM = re.compile(r"合计|总和|总共|一共|加起来|之和|共计")
_MEAN = re.compile(r"平均(?:值|数)?|均值")
_RANGE = re.compile(
    r"(?:位于|处于|介于|在)\s*(\d[\d,.]*[万亿]?)\s*元?\s*(?:至|到|-|—|~|～|和|与)\s*(\d[\d,.]*[万亿]?)(?!\s*[年月日\d])"
)
_WHICH = re.compile(r"哪[一几两些个家种块所座位]|哪里|谁|什么(?:公司|企业|单位|项目)|列出|有哪")


@dataclass(frozen=True, slots=True)
class Rank:
    """The first so many by some column, from the top or from the bottom; ``count`` None asks for the very first."""

    start: int
    end: int
    rising: bool
    count: int | None
    known: bool = True  # False for 最 with a word of which it is not known what is high


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
    more: int | None  # the place of 更高, 较少
    many: bool  # more or fewer of something, 数量: what is measured is a number of things
    priced: bool  # 最贵, 更便宜: what is measured is a price
    gap: bool
    count: tuple[int, int] | None
    counted: str  # the measure word after 多少
    summed: bool
    mean: bool
    which: bool
    what: int | None  # the place after 哪家, 哪个
    used: frozenset[int]  # places of the words that say all this


def _is_low(quality: str) -> bool:
    """Whether the lowest is asked for: 最低, 最便宜, 最不理想; the first in time too (最早)."""
    return re.match(rf"{_LOW}|早", quality) is not None


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
        order = _ORDER.search(text, max(0, match.start() - 20), match.start())
        most = max(match.group().find("最"), 0)
        start, end = words.key_at(match.start()), words.key_at(match.end())
        used.update(range(start, start + 2), range(words.key_at(match.start() + most), end))
        start = words.key_at(match.start() + most)  # what is ranked may stand in between: 哪一个的价格最低
        rising = _is_low(way) or (order is not None and _RISING.match(order[0]) is not None)
        if order is not None:
            start = words.key_at(order.start())  # 容积率从低到高排序，各自前五: what stands before the order is ranked
        ranks.append(Rank(start, end, rising, int(number) if number > 1 else None))
        taken.append(match.span())
    for match in _MOST.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        start, end = place(match)
        rising = bool(match[3]) or _is_low(match[1] or "")
        ranks.append(Rank(start, end, rising, None))
        taken.append(match.span())
    for match in _SOME_MOST.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            start, end = words.key_at(match.start()), words.key_at(match.end())
            ranks.append(Rank(start, end, False, None, known=False))
    conditions = []
    for span in fixed_spans(words):
        if span.family == "compare" and isinstance(span.value, Comparison):
            conditions.append(Condition(span.start, span.end, span.value))
            used.update(range(span.start, span.end))
    for match in _RANGE.finditer(text):
        low, high = number_of(match[1]), number_of(match[2])
        if not conditions and low is not None and high is not None and low < high:
            conditions.append(Condition(*place(match), Comparison("between", low, "", high)))
    more = next(reversed(list(_MORE.finditer(text))), None)
    gap = _GAP.search(text)
    count = _COUNT.search(text) or (None if _ASKING.search(text) else _SEVERAL.search(text))
    for match in (m for m in (more, gap, count) if m is not None):
        place(match)
    return Asked(
        tuple(ranks),
        tuple(conditions),
        None if more is None else _is_low(more[1] or more[2] or more[3]),
        None if more is None else words.key_at(more.start()),
        _MANY.search(text) is not None,
        _PRICED.search(text) is not None,
        gap is not None,
        (words.key_at(count.start()), words.key_at(count.end())) if count else None,
        (count[1] or "") if count else "",
        _SUM.search(text) is not None,
        _MEAN.search(text) is not None,
        _WHICH.search(text) is not None,
        words.key_at(what.end()) if (what := _WHAT.search(text)) is not None else None,
        frozenset(used),
    )
