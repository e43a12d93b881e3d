"""The words of a question that a text has to hold, each in all its forms, cut out of what the question says."""

import re
from dataclasses import dataclass

from assistant.descriptive.pairs import across, grams, inner, is_thing, loose
from assistant.descriptive.shape import alike, is_shape, is_slight, matter_of
from assistant.lexicon import TOTALS, concepts, scan, told_words
from assistant.understand.door import Door
from assistant.understand.everyday.uncovered_words import is_empty_by_tag, segments_of
from assistant.understand.words.alike import everyday_words, wordings
from assistant.understand.words.text import words_of

_OTHER_NAME = 0.85
_SOMEBODY = re.compile(
    r"(?:领导|人员|专家|律师|客人|学者|代表|企业|公司|医院|学校|城市|国家|地区)$"
)  # who: the text has to say so
EVENTS = 9000  # numbers of the runs that verbs make
_KIND = re.compile(
    r"(?:(?<!(?<!因)为)什么|啥|哪些|何种|怎样的|有何)样?的?([^|什啥哪何]{2,4}?)(?=$|\||[吗呢啊的上里中])"
)  # 有什么动作
# Whom it is for is told by no text that tells what it is for: 对办案民警有什么好处.
_FOR_WHOM = re.compile(
    r"(?:对|给|让|为|帮|替)([^|对给让为帮替]{1,12}?)(?:来说|来讲|而言)?(?:有|能|会|可以|到底)*(?:带来|得到|享受到?|提供|办|做)?了?(?:些|点)?"
    r"(?:什么|啥|哪些|何)(?:好处|用处|益处|用|帮助|便利|作用|意义|实惠|实事|事)?(?=$|\|)"
)
_MONEY_BEHIND = re.compile(
    r"(?:(?<=[^|]{2})(?:经费|资金|支出|费用|预算)|(?<![^|])经费)(?=\||$)"
)  # 法考经费: the matter is 法考
_MONEY_OF_LINE = re.compile(r"(?<![^|])(?:费用|资金|款项|开销|花销|开支|用度)(?=\||$)")  # 养车的费用
_NUMERAL = re.compile(r"[零一两二三四五六七八九十百千万亿几半多\d.]+[成倍番点些下年月天日次个项名份]*")
_SLIGHT_TAGS = "tq"  # times, measures
_TONES = ("y", "d", "e", "o")  # parts of speech of which one sign alone is no part of a name: 呀, 再
WHOLE_SAID = ("收入支出", "收支")  # how sentences name it besides


@dataclass(frozen=True, slots=True)
class Wanted:
    """A content word in all its forms (bare), and how much it tells one passage from another."""

    forms: tuple[str, ...]  # as said first, then what else it is called
    weight: float = 1.0
    chunk: int = 0  # words of one unbroken run of the question share it
    everyday: bool = False  # stands for its other names, where no text has it as said
    line: bool = False  # a concept of budgets: a line that sentences speak of
    inner: bool = False  # two signs of a place's name
    whole: bool = False  # the whole budget: 公务接待费预算支出 speaks of another line
    saying: bool = False  # what people say for what is printed: 一把手
    across: bool = False  # two signs of two words: 人评 in 请人评报告
    unit: bool = False  # of the name of a unit inside the department: it tells nothing of the matter
    if_printed: bool = False  # let go where no text has it: the “四个一” are told by other words
    slight: bool = False  # part of a word that need not be printed: a number, a time, what kind of answer is wanted
    loose: bool = False  # of a verb or another word that names no thing: texts say it otherwise
    eased: float = 0.0  # the weight taken off because it stands nowhere and need not

    def stands_in(self, text: str) -> float:
        """1 where the word as said stands in a bare text, a little less for its other names, 0 for none."""
        form = self.form_in(text)
        return 0.0 if form is None else 1.0 if form == self.forms[0] else _OTHER_NAME

    def form_in(self, text: str) -> str | None:
        """The form of the word that stands in a bare text."""
        for form in self.forms:
            if form in text and not (self.whole and _only_of_a_line(form, text)):
                return form
        return None


def _only_of_a_line(form: str, text: str) -> bool:
    """Whether every mention of the budget in a text is one of a line of it: 公务接待费预算支出."""
    return re.search(f"(?<![费金目]){re.escape(form)}", text) is None


def wanted_in(rest: str, door: Door, left_out: set[str]) -> list[Wanted]:
    """The words of a rest; those of what is ``left_out``, or for whom a thing is done, need not be printed."""
    found: list[Wanted] = []
    at = 0
    plain = ""
    for start, end, concept in (*scan(rest, told_words()), (len(rest), len(rest), "")):
        plain += rest[at:start] + "|"
        said = rest[start:end]
        if concept and not (door is Door.WHY and is_shape(said)):
            named = (concept, *concepts()[concept].same_as)
            whole = any(each in TOTALS for each in named)  # 支出 alone stands in any sentence
            others = (
                word
                for each in named
                for word in concepts()[each].words
                if word != said and (len(word) > 2 or not whole)
            )
            found.append(
                Wanted(
                    (said, *others, *(WHOLE_SAID if whole else ()), *_other_words(said)),
                    chunk=1000 + start,
                    line=len(said) > 2 or concepts()[concept].group == "item",
                )
            )
        at = end
    kinds = set(_KIND.findall(plain))
    served = left_out | (set(_FOR_WHOM.findall(plain)) if door is Door.GOAL else set())
    plain = _without_empty(matter_of(plain, door))
    if door is Door.WHY:
        plain = _MONEY_BEHIND.sub("|", plain)
        plain = _MONEY_OF_LINE.sub("|", plain) if any(w.line for w in found) else plain
    for number, chunk in enumerate(plain.split("|")):
        for spoken, printed in alike():
            if spoken.match(chunk):
                found.append(Wanted(printed, chunk=number, loose=True))
                chunk = spoken.sub("", chunk, count=1)
                break
        things = _other_words(chunk) if len(chunk) == 1 else ()
        if any(map(is_thing, things)):
            found.append(Wanted(things, chunk=number))  # 车: one sign alone would be found anywhere
        slight, within, between, free = _slight(chunk, kinds), inner(chunk), across(chunk), loose(chunk, rest)
        if any(chunk in said for said in served):
            slight |= set(grams(chunk))
        found.extend(
            Wanted(
                (gram,), chunk=number, inner=gram in within, across=gram in between, slight=gram in slight,
                loose=gram in free,
            )
            for gram in grams(chunk)
        )  # fmt: skip
        for word in everyday_words().findall(chunk):
            of_whom = any(word in said for said in served)
            found.append(Wanted((word, *_other_words(word)), chunk=number, everyday=True, slight=of_whom))
    return list({word.forms: word for word in reversed(found)}.values())[::-1]


def _without_empty(plain: str) -> str:
    """A bare text with the words put out that are empty by their part of speech: 那一块, 到底, 这样, 再, 呀."""
    words = words_of(plain)
    kept = words.text
    for start, end, word, tag in segments_of(words):
        if (len(word) > 1 or tag in _TONES) and is_empty_by_tag(word, tag):
            first, last = words.places[start], words.places[end - 1] + 1
            kept = kept[:first] + "|" * (last - first) + kept[last:]
    return kept


def _slight(chunk: str, kinds: set[str]) -> set[str]:
    """The pairs of a run that belong to words which need not be printed: 前一年, 动作 in 什么动作, 名单."""
    slight: set[str] = set()
    for start, end, word, tag in segments_of(words_of(chunk)):
        number = tag[:1] == "m" and len(word) > 1 and _NUMERAL.fullmatch(word) is not None
        kind = len(word) > 1 and any(said.endswith(word) for said in kinds) and not _SOMEBODY.search(word)
        if number or kind or tag[:1] in _SLIGHT_TAGS or is_slight(word):
            slight |= {chunk[at : at + 2] for at in range(max(start - 1, 0), end)}
    return slight


def _other_words(word: str) -> tuple[str, ...]:
    """Other everyday words for the same thing, longest first; single signs would be found anywhere."""
    others = (other for other in wordings(word) if other != word and len(other) > 1)
    return tuple(sorted(others, key=lambda other: (-len(other), other)))
