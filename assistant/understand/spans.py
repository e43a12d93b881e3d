"""Spans: every piece of the question and what it is taken for; the best cover of the words by spans."""

import re
from collections.abc import Container, Iterable, Mapping, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.lexicon import concept_words, question_words
from assistant.understand.text import Words
from ingest.wording.chinese_numerals import parse_chinese, parse_mixed
from ingest.wording.glyphs import bare
from ingest.wording.periods import bare_years, calendar_years
from ingest.wording.units import money_unit

BESIDE_A_BODY = "beside a body"  # the value of a span that is said right after a body and of it
_UNCOVERED = 0.8  # what a character nobody explains costs
_WEIGHTS = {
    "department": 3.0, "place": 2.6, "body": 2.6, "year": 3.0, "compare": 3.2, "rank": 3.2,
    "code": 3.6, "said_count": 2.3, "quoted": 3.4, "concept": 2.35, "operator": 2.15, "context": 2.2,
    "unit": 2.4, "name": 2.3, "date": 3.3, "stated": 2.6, "soft": 1.0, "filler": 0.9,
    "number": 2.0,
}  # fmt: skip
_NUM = r"(?:\d[\d,]*(?:\.\d+)?\s*[百千万亿]*|[一二三四五六七八九十百千万亿两零〇点]+)"
_MONEY = r"(?:元|万元|亿元|千元|百万元|千万元|万|亿|块钱|块|%|％|个百分点)?"
_COMPARE = (
    (
        re.compile(
            rf"(?:介于|在)?({_NUM})\s*({_MONEY})\s*(?:到|至|-|~|—|和|与)\s*({_NUM})\s*({_MONEY})\s*(?:之间|以内|的(?=项目))"
        ),
        "between",
    ),
    (re.compile(rf"(?:不低于|不少于|不小于|至少|大于等于|大于或等于|≥|>=|起码|最少)\s*({_NUM})\s*({_MONEY})"), ">="),
    (re.compile(rf"(?:不超过|不高于|不多于|不大于|至多|小于或?等于|≤|<=|最多|顶多)\s*({_NUM})\s*({_MONEY})"), "<="),
    (re.compile(rf"(?:超过|超出|高于|大于|多于|超|>|突破|高过|多过)\s*了?\s*({_NUM})\s*({_MONEY})"), ">"),
    (re.compile(rf"(?:低于|少于|小于|不足|不到|<|不满|未达到?|没到|未满)\s*了?\s*({_NUM})\s*({_MONEY})"), "<"),
    (re.compile(rf"({_NUM})\s*({_MONEY})\s*(?:\(含\)|\(含本数\))?(?:及以上|以上|起)"), ">="),
    (re.compile(rf"({_NUM})\s*({_MONEY})\s*(?:\(含\))?(?:及以下|以下|以内|之内)"), "<="),
    (re.compile(rf"(?:等于|正好|恰好|刚好|=)\s*({_NUM})\s*({_MONEY})"), "="),
)  # fmt: skip
_STATED = re.compile(rf"({_NUM})\s*(万元|亿元|千元|百万元|元|%|％|个百分点)(?!/)")
_CN = "一二三四五六七八九十两"
_RANKS = (
    (re.compile(rf"(?:排名|排在|位列|位居|居)?\s*前\s*(\d+|[{_CN}]+)\s*(?:名|位|大|项|个|家|的|多|条)?(?:的)?"), "top"),
    (re.compile(r"top\s*(\d+)", re.IGNORECASE), "top"),
    (
        re.compile(
            rf"(?:最大|最高|最多|最贵|金额最大|金额最高|最花钱|花钱最多|规模最大)的?\s*(\d+|[{_CN}]+)\s*(?:个|项|家|笔|名|条)"
        ),
        "top",
    ),
    (re.compile(rf"(?:最小|最低|最少|最便宜|金额最小|金额最低)的?\s*(\d+|[{_CN}]+)\s*(?:个|项|家|笔|名|条)"), "bottom"),
    (re.compile(rf"(?:后|倒数前|末)\s*(\d+|[{_CN}]+)\s*(?:名|位|项|个|家)"), "bottom"),
    (re.compile(rf"(?:排名|排在|位列|位居|排行|排)\s*第\s*(\d+|[{_CN}]+)(?:名|位)?的?"), "nth"),
    (re.compile(rf"(?:排名|位列|位居)\s*(\d+|[{_CN}]+)(?:名|位)?的?"), "nth"),
    (re.compile(rf"(?:排名)?(?:倒数|垫底的?)\s*(\d+|[{_CN}]+)\s*(?:名|位|个|家|项)的?"), "bottom"),
    (re.compile(rf"(?:排名|排在|排|位列|位居)?\s*第\s*(\d+|[{_CN}]+)\s*(?:大|高|多|位|名|贵)(?:的)?"), "nth"),
    (re.compile(rf"倒数第\s*(\d+|[{_CN}]+)\s*(?:名|位|大|小)?(?:的)?"), "nth_last"),
    (re.compile(rf"第\s*(\d+|[{_CN}]+)\s*(?:小|低|少)(?:的)?"), "nth_last"),
)
_UNITS = re.compile(
    r"(?:以|按|用|换成|换算成|折合|折合成|换算为|单位[:：]?\s*)?\s*(?:多少|几)?\s*(亿元|百万元|千万元|万元|千元|元)(?!/)(?:为单位|计|表示|呢)?"
)
_DATE = re.compile(
    r"(?:截至|截止到?|到)?\s*(?:(20\d\d)年)?\s*\d{1,2}月(?:\d{1,2}[日号]|底|末|初)|(?:截至|截止到?)\s*(20\d\d)年(?:底|末)"
)
_YEAR_RANGE = re.compile(r"(20\d\d)\s*年?度?\s*(?:-|—|－|–|~|至|到)\s*(20\d\d)\s*年?度?")
_SHORT_YEAR = re.compile(r"(?<![\d.,])(\d\d)年(?:度)?")
_CHINESE_SHORT = re.compile(r"(?<![一二三四五六七八九〇零])([二][一二三四五六七八九〇零])年(?:度)?")
_CODE = re.compile(r"(?<!\d)(\d{3})\s*类\s*(?:(\d{2})\s*款)?\s*(?:(\d{2})\s*项)?")
_SAID_COUNT = re.compile(
    rf"(?<![前第几])(\d{{1,4}}|[{'一二三四五六七八九十两'}]{{1,3}})\s*(?:个|家|条|笔|名|所)(?!百分点|月|人)"
)
_GAP = re.compile(r"(?:相差|差距?|多|少|高|低)(?:了|出)?(?:多少|几)\s*(亿元|百万元|千万元|万元|千元|元)?(?:钱)?")
# 决算占预算的百分之几, 预算花掉了几成, 预算执行得怎么样: how much of the budget the final account came to.
_HOW_MUCH_OF = r"(?:百分之(?:多少|几)|几成|多大比例|多少比例|多少(?!\s*(?:钱|万|元|亿|资金)))"
_COMPLETION = re.compile(
    rf"(?:花|用|执行|支出|完成)(?:掉|了|掉了|到)?(?:了)?(?:年初|全年|当年)?预算数?的?{_HOW_MUCH_OF}"
    rf"|预算(?:花|用|执行|完成)(?:掉了|掉|出去了?|到|了)?{_HOW_MUCH_OF}"
    rf"|(?:支出)?决算数?(?:占|是|相当于|为)了?(?:年初|支出)?预算数?的?{_HOW_MUCH_OF}"
    r"|预算(?:执行|完成)(?:得|的)?(?:怎么?样|如何)"
)
_LEVEL = re.compile(r"\((类|款|项)\)")
_QUOTED = re.compile(r"[“\"「『‘']([^”\"」』’']{1,40})[”\"」』’']")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the question's comparison form and what it is taken for."""

    start: int
    end: int
    family: str
    role: str
    text: str
    value: object = None

    @property
    def length(self) -> int:
        """How many characters it covers."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Comparison:
    """A condition on an amount or rate; ``unit`` as said, empty where none is."""

    sign: str  # > >= < <= = between
    value: Decimal
    unit: str
    upper: Decimal | None = None


def number_of(text: str) -> Decimal | None:
    """The exact number a piece of a question says: 1,000, 三千五百, 3千5百, 1.5亿."""
    tight = re.sub(r"[\s,]+", "", text)
    if re.fullmatch(r"\d+(?:\.\d+)?", tight):
        return Decimal(tight)
    if tight[:1].isdigit():
        return parse_mixed(tight)
    return parse_chinese(tight)


def fixed_spans(words: Words, names: Container[str] = ()) -> list[Span]:
    """Spans read by grammar: years, comparisons, ranks, units, codes."""
    spans: list[Span] = []

    def add(start: int, end: int, family: str, role: str, value: object) -> None:
        first, last = words.key_at(start), words.key_at(end)
        if last > first:
            spans.append(Span(first, last, family, role, words.key[first:last], value))

    text = words.text
    for match in _DATE.finditer(text):
        add(match.start(), match.end(), "date", "date", int(match[1] or match[2]) if match[1] or match[2] else None)
    for match in _YEAR_RANGE.finditer(text):
        first, last = int(match[1]), int(match[2])
        if first < last <= first + 20:
            add(match.start(), match.end(), "year", "range", tuple(range(first, last + 1)))
    for year in (*calendar_years(text), *bare_years(text)):
        if year.year is not None:
            add(year.start, year.end, "year", "said", (year.year,))
    for match in _SHORT_YEAR.finditer(text):
        if 10 <= int(match[1]) <= 40:
            add(match.start(), match.end(), "year", "said", (2000 + int(match[1]),))
    for match in _CHINESE_SHORT.finditer(text):
        digits = "".join(str("零一二三四五六七八九".find(c.replace("〇", "零"))) for c in match[1])
        add(match.start(), match.end(), "year", "said", (2000 + int(digits),))
    for pattern, sign in _COMPARE:
        for match in pattern.finditer(text):
            said = _comparison(match, sign)
            if said is not None:
                add(match.start(), match.end(), "compare", sign, said)
    for match in _STATED.finditer(text):
        value = number_of(match[1])
        if value is not None:
            add(match.start(), match.end(), "stated", "stated", Comparison("=", value, _unit(match[2])))
    for pattern, role in _RANKS:
        for match in pattern.finditer(text):
            number = number_of(match[1])
            if number is not None and 0 < number < 1000:
                add(match.start(), match.end(), "rank", role, int(number))
    for match in _UNITS.finditer(text):
        if not (match.start() and text[match.start() - 1].isdigit()):
            add(match.start(), match.end(), "unit", "output", match[1])
    for match in _CODE.finditer(text):
        digits = re.sub(r"\D", "", match[1] + (match[2] or "") + (match[3] or ""))
        add(match.start(), match.end(), "code", "code", digits)
    for match in _GAP.finditer(text):
        add(match.start(), match.end(), "operator", "difference", match[1])
    for match in _COMPLETION.finditer(text):
        add(match.start(), match.end(), "operator", "completion", None)
    for match in _LEVEL.finditer(text):
        add(
            match.start(),
            match.end(),
            "context",
            {"类": "level_class", "款": "level_section", "项": "level_item"}[match[1]],
            None,
        )
    for match in _SAID_COUNT.finditer(text):
        add(match.start(), match.end(), "said_count", "said_count", number_of(match[1]))
    for match in _QUOTED.finditer(text):
        if match[1].strip().isdigit() or bare(match[1]) in names:
            add(match.start(1), match.end(1), "quoted", "quoted", bare(match[1]))
    return spans


_PLAIN_WORDS = re.compile(
    r"(?:预算|决算|金额|数额|额度|数量|总额|项目|年度|合计|总计|小计|名称|单位|部门|类别|编码|代码|科目|数|值|额|个|家|条|指标|绩效|年初|总|共|有|是|多少|的)+"
)


def code_spans(words: Words, codes: Set[str], longest: int) -> list[Span]:
    """Stretches that are word for word a stored code, also one written with blanks: 201 08 04."""
    key, spans = words.key, []
    for start in range(len(key)):
        if start and key[start - 1].isascii() and key[start - 1].isalnum() and key[start].isascii():
            continue
        for end in range(start + 3, min(len(key), start + longest) + 1):
            piece = key[start:end]
            closed = end == len(key) or not (key[end].isascii() and key[end].isalnum())
            if closed and piece in codes and not _is_counted(words.text, words.places[end - 1] + 1):
                spans.append(Span(start, end, "code", "code", piece, piece))
    return spans


def _is_counted(text: str, end: int) -> bool:
    return bool(re.match(r"\s*(?:[个家名人次台辆件万亿元%条]|项(?!目)|以上|以下)", text[end : end + 4]))


def _comparison(match: re.Match[str], sign: str) -> Comparison | None:
    if sign == "between":
        lower, upper = number_of(match[1]), number_of(match[3])
        if lower is None or upper is None or lower > upper:
            return None
        unit = _unit(match[2]) or _unit(match[4]) or _in_yuan(match[1]) or _in_yuan(match[3])
        return Comparison(sign, lower, unit, upper)
    value = number_of(match[1])
    if value is None:
        return None
    unit = _unit(match[2]) or _in_yuan(match[1])
    if not unit and not re.search(r"[\d百千万亿]", match[1]):
        return None
    return Comparison(sign, value, unit)


def _in_yuan(number: str) -> str:
    """元 where a number carries 万 or 亿 without a unit: 1000万以上 is said of money."""
    return "元" if re.search(r"[万亿]", number) else ""


def _unit(text: str | None) -> str:
    said = (text or "").strip()
    if said in ("万", "亿"):
        return f"{said}元"
    unit = money_unit(said) if said else None
    if unit is not None:
        return unit.name
    return "%" if said else ""


def word_spans(words: Words, names: Mapping[str, object], longest: int) -> list[Span]:
    """Spans found word for word: stored names, concepts, operators, fillers."""
    concepts, steering = concept_words(), question_words()
    key, spans = words.key, []
    for start in range(len(key)):
        for end in range(start + 1, min(len(key), start + longest) + 1):
            piece = key[start:end]
            steer = steering.get(piece)
            if steer is not None:
                spans.append(Span(start, end, steer[0], steer[1], piece))
            concept = concepts.get(piece)
            if concept is not None:
                spans.append(Span(start, end, "concept", concept, piece))
            if (
                end - start >= 2
                and piece in names
                and concept is None
                and not _is_steering(steer, piece)
                and not _is_soft(piece)
            ):
                spans.append(Span(start, end, "name", "label", piece))
    return spans


@lru_cache(maxsize=16384)
def _is_soft(piece: str) -> bool:
    """Whether a name is made of words that name nothing: 项目金额, 预算金额, 年度预算."""
    return _PLAIN_WORDS.fullmatch(piece) is not None


def _is_steering(steer: tuple[str, str] | None, piece: str) -> bool:
    return (steer is not None and len(piece) <= 5) or piece.isdigit()


def best_cover(length: int, spans: Iterable[Span], breaks: frozenset[int]) -> list[Span]:
    """The cover of a text of ``length`` by spans that do not overlap and weighs most; ties go to longer spans."""
    by_end: dict[int, list[Span]] = {}
    for span in spans:
        crosses = any(span.start < b < span.end for b in breaks)
        if not crosses or span.family in ("name", "compare"):
            by_end.setdefault(span.end, []).append(span)
    best: list[tuple[float, tuple[Span, ...]]] = [(0.0, ())]
    for end in range(1, length + 1):
        before_score, chosen = best[end - 1]
        score = before_score - _UNCOVERED
        for span in sorted(by_end.get(end, ()), key=lambda s: (s.start, s.family, s.role)):
            before, kept = best[span.start]
            total = before + _weight(span)
            if total > score + 1e-9:
                score, chosen = total, (*kept, span)
        best.append((score, chosen))
    return list(best[length][1])


def _weight(span: Span) -> float:
    base = _WEIGHTS[span.family] * span.length - 0.45
    if span.family == "name" and span.length >= 4:
        base += 0.12 * span.length
    if span.value == BESIDE_A_BODY:
        base += 0.2  # 普陀司法局(部门): which of its documents, no list of departments
    return base
