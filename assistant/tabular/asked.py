"""What a question does with the rows of a table: ranks, conditions, differences, counts; each where it stands."""

import re
from dataclasses import dataclass

from assistant.understand.words.limits_said import Comparison, number_of
from assistant.understand.words.spans import fixed_spans
from assistant.understand.words.text import Words, words_of

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
    text = words.text
    places = _Places(words)
    ranks = _ranks(places)
    conditions = _conditions(places)
    more = next(reversed(list(_MORE.finditer(text))), None)
    gap = _GAP.search(text)
    count = _COUNT.search(text) or (None if _ASKING.search(text) else _SEVERAL.search(text))
    for match in (m for m in (more, gap, count) if m is not None):
        places.use(match)
    what = _WHAT.search(text)
    return Asked(
        ranks=ranks,
        conditions=conditions,
        compared=None if more is None else _is_low(more[1] or more[2] or more[3]),
        more=None if more is None else words.key_at(more.start()),
        many=_MANY.search(text) is not None,
        priced=_PRICED.search(text) is not None,
        gap=gap is not None,
        count=None if count is None else places.of(count),
        counted="" if count is None else count[1] or "",
        summed=_SUM.search(text) is not None,
        mean=_MEAN.search(text) is not None,
        which=_WHICH.search(text) is not None,
        what=None if what is None else words.key_at(what.end()),
        used=frozenset(places.used),
    )


class _Places:
    """Where matches stand in the comparison form of a question, and which places say what is asked."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.used: set[int] = set()

    def of(self, match: re.Match[str]) -> tuple[int, int]:
        """Where a match stands."""
        return self.words.key_at(match.start()), self.words.key_at(match.end())

    def use(self, match: re.Match[str]) -> tuple[int, int]:
        """Where a match stands, whose words say what is asked."""
        start, end = self.of(match)
        self.used.update(range(start, end))
        return start, end


def _ranks(places: _Places) -> tuple[Rank, ...]:
    """The first so many, the very first, and what stands 最 of a quality that nothing is known of."""
    ranks: list[Rank] = []
    taken: list[tuple[int, int]] = []

    def is_taken(match: re.Match[str]) -> bool:
        return any(start <= match.start() < end for start, end in taken)

    for match in _TOP.finditer(places.words.text):
        rank = _first_so_many(match, places)
        if rank is not None:
            ranks.append(rank)
            taken.append(match.span())
    for match in _MOST.finditer(places.words.text):
        if not is_taken(match):
            rising = bool(match[3]) or _is_low(match[1] or "")
            ranks.append(Rank(*places.use(match), rising, None))
            taken.append(match.span())
    for match in _SOME_MOST.finditer(places.words.text):
        if not is_taken(match):
            ranks.append(Rank(*places.of(match), False, None, known=False))
    return tuple(ranks)


def _first_so_many(match: re.Match[str], places: _Places) -> Rank | None:
    """A rank with its number: 前五, 最高的三个; None where the number is none of rows."""
    number = number_of(match[1] or match[4] or match[5] or "")
    if number is None or not 0 < number < 1000:
        return None
    words = places.words
    order = _ORDER.search(words.text, max(0, match.start() - 20), match.start())
    start, end = places.of(match)
    most = words.key_at(match.start() + max(match.group().find("最"), 0))
    places.used.update(range(start, start + 2), range(most, end))
    rising = _is_low(match[2] or match[3] or match[6] or "")
    if order is not None:
        # 容积率从低到高排序，各自前五: what stands before the order is ranked
        most, rising = words.key_at(order.start()), rising or _RISING.match(order[0]) is not None
    # What is ranked may stand within the match, before 最: 哪一个的价格最低.
    return Rank(most, end, rising, int(number) if number > 1 else None)


def _conditions(places: _Places) -> tuple[Condition, ...]:
    """The comparisons with a number; a range where no other stands."""
    conditions = []
    for span in fixed_spans(places.words):
        if span.family == "compare" and isinstance(span.value, Comparison):
            conditions.append(Condition(span.start, span.end, span.value))
            places.used.update(range(span.start, span.end))
    for match in _RANGE.finditer(places.words.text):
        low, high = number_of(match[1]), number_of(match[2])
        if not conditions and low is not None and high is not None and low < high:
            conditions.append(Condition(*places.use(match), Comparison("between", low, "", high)))
    return tuple(conditions)
