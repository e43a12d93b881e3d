"""Spans: every piece of the question and what it is taken for; the best cover of the words by spans."""

import re
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.lexicon import asked_words, concepts, is_fund, question_words, said_words
from assistant.understand.words.operations import operations_said
from assistant.understand.words.text import Words
from ingest.wording.glyphs import bare
from ingest.wording.periods import bare_years, calendar_years

BESIDE_A_BODY = "beside a body"  # the value of a span that is said right after a body and of it
_UNCOVERED = 0.8  # what a character nobody explains costs
_WEIGHTS = {
    "department": 3.0, "place": 2.6, "body": 2.6, "year": 3.0, "compare": 3.2, "rank": 3.2,
    "code": 3.6, "said_count": 2.3, "quoted": 3.4, "concept": 2.35, "like": 2.35, "operator": 2.15, "context": 2.2,
    "unit": 2.4, "name": 2.3, "date": 3.3, "stated": 2.6, "soft": 1.0, "filler": 0.9,
    "number": 2.0, "order": 2.5, "aside": 3.4, "hint": 3.4,
}  # fmt: skip
# What there is at a date, said before or behind it (车辆数量 2025年底), not what is left of the money then.
_STOCK = re.compile(
    r"实?有(?!关|效)|在职|退休|人数|编制(?!了|的)|保有|占用|车(?:辆|的|[，,、（(\s]|数|$)|房屋|房产|房子|固定资产|无形资产|国有资产(?:占有|中|里)|资产总额|台[（(]?套?[)）]?数|[几多]少?个?[辆台部套人名位]"
)
_GOES_ON = re.compile(r"(?:那么?)?\s*\|的?(?:呢|(?:是|有)?多少(?:呢)?)?[？?。]?\s*")
_LEFT = re.compile(r".{0,8}结[转余]")
_BEHIND, _BEFORE = 24, 16  # signs
_DATE = re.compile(
    r"(?:截至|截止到?|到)?\s*(?:(?P<year>20\d\d)年|(?P<this>今年|本年))?\s*(?P<month>\d{1,2})月(?:\d{1,2}[日号]|底|末|初)(?:为止)?"
    r"|(?:截至|截止到?)\s*(?P<since>20\d\d)年(?:(?P<when>\d{1,2})月|年?[底末])(?:为止)?"
    r"|(?P<of_stock>(?:截至|截止到?|到|至)?(?:(?P<at>20\d\d)年|(?P<last>[去上]年|[上前]一年(?:度)?))年?[底末](?:为止)?)"
)
_DAY = re.compile(r"^(?!截).*月(?!(?:1|30|31)[日号])\d{1,2}[日号]$")
# 九月份, 9月14日: has to stand beside the figure; the last day of a year is a state.
_MONTH = re.compile(
    r"(?<![\d一二三四五六七八九十个几至到—~～-])(?:\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?:份|(?!31)\d{1,2}[日号])?(?![底末初中上下前后内以之至到—~～/\-\d])"
    r"(?![^，,。？?]{0,4}(?:公布|公开|发布|批复|印发|下达|披露|编制))"  # says when it was printed
)
_YEAR_RANGE = re.compile(r"(20\d\d)\s*年?度?\s*(?:-|—|－|–|~|至|到)\s*(20\d\d)\s*年?度?")
_SHORT_RANGE = re.compile(r"(?<![\d.,])(2\d)\s*年?\s*(?:-|—|－|–|~|至|到)\s*(2\d)\s*年度?")
_SHORT_PAIR = re.compile(
    r"(?<![\d.,])(2\d)(?=\s*(?:[、和与跟及]|vs)\s*2\d(?:年|[两二][本份年个]))|(?<=[、和与跟及s])(2\d)(?=[两二][本份年个])"
)
_YEAR_IN_WORDS = re.compile(r"(?<![一二三四五六七八九〇零十])二[〇零○]([一二三四])([〇零○一二三四五六七八九])(?=年)")


def years_in_digits(text: str) -> str:
    """A text with its years in digits: 二〇二五年 is 2025年."""
    signs = "零一二三四五六七八九"
    return _YEAR_IN_WORDS.sub(lambda m: "20" + "".join(str(max(signs.find(sign), 0)) for sign in m.groups()), text)


# 二〇二四 is a year as 2024 is, with 年 or without.
_WRITTEN_YEAR = re.compile(
    r"(?<![一二三四五六七八九〇零十])二[〇零○]([一二三四])([〇零○一二三四五六七八九])(?![一二三四五六七八九〇零十百千万亿])"
)
_SHORT_YEAR = re.compile(r"(?<![\d.,])(\d\d)年(?:度)?")
_CHINESE_SHORT = re.compile(r"(?<![一二三四五六七八九〇零])([二][一二三四五六七八九〇零])年(?:度)?")
_CODE = re.compile(r"(?<!\d)(\d{3})\s*类\s*(?:(\d{2})\s*款)?\s*(?:(\d{2})\s*项)?")
_LEVEL = re.compile(r"\((类|款|项)\)")
_QUOTED = re.compile(r"[“\"「『‘']([^”\"」』’']{1,40})[”\"」』’']")

_TORN = re.compile(r"[一-龥]{2}、[一-龥]{2}")  # 、 within quotes: one name, of which a part may be printed alone
_BEGUN = 0.96


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


def _date_of(date: re.Match[str]) -> tuple[int, int] | None:
    """The year (0 for the newest, -1 for the one before) and month of a date; None where no year is said."""
    year = next((int(date[name]) for name in ("year", "since", "at") if date[name]), None)
    if year is None and (date["last"] or date["this"]):
        year = -1 if date["last"] else 0
    return None if year is None else (year, int(date["month"] or date["when"] or 12))


def _is_of_stock(text: str, date: re.Match[str]) -> bool:
    """Whether what there is at a date is asked for: 2025年底有几辆车, no 2025年末结转和结余; 那上一年末呢 goes on."""
    if _GOES_ON.fullmatch(text[: date.start()] + "|" + text[date.end() :]):
        return True
    behind = text[date.end() : date.end() + _BEHIND]
    before = text[max(0, date.start() - _BEFORE) : date.start()]
    return _LEFT.match(behind) is None and any(_STOCK.search(said) for said in (behind, before))


def tells_of_stock(words: str) -> bool:
    """Whether words speak of what there is at a date (车辆, 房屋, 几人), not of what is bought or left of the money."""
    return _STOCK.search(words) is not None and re.search(r"[买购添]|更新|结[转余]", words) is None


def fixed_spans(words: Words, names: Collection[str] = ()) -> list[Span]:
    """Spans read by grammar: years, comparisons, ranks, units, codes."""
    spans: list[Span] = []

    def add(start: int, end: int, family: str, role: str, value: object) -> None:
        first, last = words.key_at(start), words.key_at(end)
        if last > first:
            spans.append(Span(first, last, family, role, words.key[first:last], value))

    text = words.text
    for match in _DATE.finditer(text):
        if _DAY.search(match[0]):
            continue  # 9月14日的培训 is of that day; 12月31日有几辆车 of the end of the year
        if (match["of_stock"] or match["this"]) and not _is_of_stock(text, match):
            continue
        add(match.start(), match.end(), "date", "date", _date_of(match))
    for match in _MONTH.finditer(text):
        add(match.start(), match.end(), "hint", "hint", None)
    dated = _in_digits(text)
    for match in (*_YEAR_RANGE.finditer(dated), *_SHORT_RANGE.finditer(dated)):
        first, last = (int(said) + (2000 if len(said) == 2 else 0) for said in match.groups())
        if first < last <= first + 20:
            add(match.start(), match.end(), "year", "range", tuple(range(first, last + 1)))
    for match in _SHORT_PAIR.finditer(dated):
        add(match.start(), match.end(), "year", "said", (2000 + int(match[1] or match[2]),))
    for year in (*calendar_years(dated), *bare_years(dated)):
        if year.year is not None:
            add(year.start, year.end, "year", "said", (year.year,))
    for match in _SHORT_YEAR.finditer(text):
        if 10 <= int(match[1]) <= 40:
            add(match.start(), match.end(), "year", "said", (2000 + int(match[1]),))
    for match in _CHINESE_SHORT.finditer(text):
        digits = "".join(str("零一二三四五六七八九".find(c.replace("〇", "零"))) for c in match[1])
        add(match.start(), match.end(), "year", "said", (2000 + int(digits),))
    for said in operations_said(text):
        add(said.start, said.end, said.family, said.role, said.value)
    for match in _CODE.finditer(text):
        digits = re.sub(r"\D", "", match[1] + (match[2] or "") + (match[3] or ""))
        add(match.start(), match.end(), "code", "code", digits)
    for match in _LEVEL.finditer(text):
        add(
            match.start(),
            match.end(),
            "context",
            {"类": "level_class", "款": "level_section", "项": "level_item"}[match[1]],
            None,
        )
    for match in _QUOTED.finditer(text):
        name = bare(match[1])
        of_a_fund = is_fund(asked_words().get(name))  # “其他收入” is the fund, quoted or not
        if match[1].strip().isdigit() or (name in names and not of_a_fund):
            add(match.start(1), match.end(1), "quoted", "quoted", name)
        elif _TORN.search(match[1]) and len(begun := [n for n in names if n.startswith(name)]) == 1:
            add(match.start(1), match.end(1), "like", "like", ((begun[0], _BEGUN),))  # “甲、乙” for 甲、乙审计项目
    return spans


def _in_digits(text: str) -> str:
    """The text with years written out in digits, each sign in its place, and nothing but a space between two years."""
    text = _WRITTEN_YEAR.sub(
        lambda said: (
            "20"
            + "".join(str("〇一二三四五六七八九".find(c) if c in "一二三四五六七八九" else 0) for c in said.groups())
        ),
        text,
    )
    return re.sub(r"(?<=\d)vs(?=20\d\d)", "  ", text, flags=re.IGNORECASE)


_PLAIN_WORDS = re.compile(
    r"(?:预算|决算|金额|数额|额度|数量|总额|项目|年度|合计|总计|小计|名称|单位|部门|类别|编码|代码|科目|数|值|额|个|家|条|指标|绩效|年初|总|共|有|是|多少|的)+"
)


_BARE_YEAR = re.compile(r"(?<![0-9a-z])20\d\d$")
_WHOLE_CODE = 7  # digits of a code down to its last level


def code_spans(words: Words, codes: Container[str], longest: int) -> list[Span]:
    """Stretches that are word for word a stored code, also one written with blanks: 201 08 04.

    A stop, 、 or a bracket between two numbers parts them: 2010601、2010607; (2040506)2024年.
    A blank parts one that is whole: 2010601 2026; and one from the year before it: 2026 2010601.
    """
    key, spans, parted = words.key, [], words.pauses | words.breaks | words.at_brackets
    blanks = {at for at in range(1, len(key)) if " " in words.text[words.places[at - 1] : words.places[at]]}
    for start in range(len(key)):
        within = start > 0 and key[start - 1].isascii() and key[start - 1].isalnum() and key[start].isascii()
        after_year = start in blanks and _BARE_YEAR.search(key[max(0, start - 5) : start]) is not None
        if within and start not in parted and not after_year:
            continue
        for end in range(start + 3, min(len(key), start + longest) + 1):
            piece = key[start:end]
            if after_year and key[start - 4 : end] in codes:
                continue
            whole = end - start >= _WHOLE_CODE and end in blanks
            closed = whole or end == len(key) or end in parted or not (key[end].isascii() and key[end].isalnum())
            if closed and piece in codes and not _is_counted(words.text, words.places[end - 1] + 1):
                spans.append(Span(start, end, "code", "code", piece, piece))
    return spans


def _is_counted(text: str, end: int) -> bool:
    return bool(re.match(r"\s*(?:[个家名人次台辆件万亿元%条]|项(?!目)|以上|以下)", text[end : end + 4]))


def word_spans(words: Words, names: Mapping[str, object], longest: int) -> list[Span]:
    """Spans found word for word: stored names, concepts, operators, fillers."""
    named, either, steering = asked_words(), said_words(), question_words()
    key, spans = words.key, []
    for start in range(len(key)):
        for end in range(start + 1, min(len(key), start + longest) + 1):
            piece = key[start:end]
            steer = steering.get(piece)
            if steer is not None:
                spans.append(Span(start, end, steer[0], steer[1], piece))
            concept = named.get(piece) or _of_a_line(piece, named)
            if concept is not None and (_in_a_row(words, start, end, named) or _of_each(words, start, piece)):
                continue
            if concept is not None:
                spans.append(Span(start, end, "concept", concept, piece))
            elif piece in either:
                lines = tuple((concepts()[one].words[0], 1.0) for one in either[piece])
                spans.append(Span(start, end, "like", "said", piece, lines))
            if (
                end - start >= 2
                and piece in names
                and concept is None
                and not _is_steering(steer, piece)
                and not _is_soft(piece)
            ):
                spans.append(Span(start, end, "name", "label", piece))
    return spans


def _of_a_line(piece: str, named: Mapping[str, str]) -> str | None:
    """The line that 的 stands within: 公车的运行维护 is the running of cars, no less than 公车运行维护."""
    head, of, tail = piece.partition("的")
    return named.get(head + tail) if of and head in named and tail and tail not in named else None


def _in_a_row(words: Words, start: int, end: int, named: Mapping[str, object]) -> bool:
    """Whether a stretch is two lines named one after the other, not the one line of both: 买车、养车."""
    cuts = [at for at in words.pauses if start < at < end]
    return any(words.key[start:at] in named and words.key[at:end] in named for at in cuts)


_EACH = re.compile(r"(?:[各每]个?|[哪几][个家]|各家|每家|每一个|下属|所属|下设)$")


def _of_each(words: Words, start: int, piece: str) -> bool:
    """Whether a line that begins with a kind of body is said of each such body: 各|单位总收入 is what each takes in.

    哪几个部门经济科目 are lines of a classification of that name.
    """
    of_bodies = piece.startswith(("单位", "部门")) and len(piece) > 2 and "经济" not in piece
    return of_bodies and _EACH.search(words.key[:start]) is not None


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
    if span.family == "concept" and span.length >= 4 and concepts()[span.role].group is None:
        base += 0.2 * span.length  # 财政委托业务支出|决算, not 财政委托业务|支出决算
    if span.value == BESIDE_A_BODY:
        base += 0.2  # 普陀司法局(部门): which of its documents, no list of departments
    return base
