"""What a descriptive question seeks: its content words with their weights, and the sections it points to."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.lexicon import concepts, scan
from assistant.plan import Plan
from assistant.understand.door import Door, Section, sections_asked
from ingest.wording.glyphs import bare, normal

# Words that shape a question and say nothing of its matter.
_SHAPE = re.compile(
    r"请问|请|告诉我|介绍一下|介绍|解释一下|怎么解释|解释|说说|讲讲|是什么意思|什么意思|啥意思|什么是|何谓|什么叫|指的?是?什么|含义|怎么理解|"
    r"怎么定义|如何定义|定义|名词解释|为什么|为何|为啥|因为什么|因为啥|是因为|主要因为|主要原因|什么原因|何原因|原因何在|原因|缘由|缘何|何故|理由|什么道理|"
    r"道理|怎么回事|怎么会|怎么反而|反而|怎么样|怎么|如何|怎样|咋|准备|打算|想达到|达到|能解决|解决|什么目的|是什么|有什么|什么样|"
    r"什么|哪些|哪几家|哪两个|哪几个|哪几|哪个|哪里|哪家|哪|多少个|多少|几个|几家|都有谁|向谁|由谁|对谁|谁|主要|用来|用于|用在|用途|做些|做啥|"
    r"干啥|干嘛|做什么|干什么|绩效目标|总体目标|年度目标|目标|是否|有没有|是不是|都|吗|呢|吧|的|了|是|有|在|对|和|与|及|里面|里|中|上|按规定|"
    r"方面|这个|那个|该|其|它|我|想知道|知道|搞|要|会|能|可以|所说|说的|说|根据|关于|一下|情况|文件|部门预算|单位预算|部门决算|分别|各自|各|"
    r"比执行数|比上年执行数|比上年|比去年|较上年|较去年|低于预算|高于预算|比年初预算|比预算|反映|包括|包含|涵盖|明年|今年|去年|本年|上年|年度|预算中|安排|开销|区别|发给|效果|遵循|结果"
)
_OTHER_NAME = 0.85
_YEAR = re.compile(r"(?:19|20)\d\d年?度?|\d\d年")
_NUMBER = re.compile(r"(?:\d[\d.,]*|[一二两三四五六七八九十百千万亿几]{1,6})(?:%|倍|成|多?[万亿]?元?)?")
_STATED = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FALLS = ("减少", "下降", "降低", "压减", "缩减", "缩水", "少", "降", "减", "砍", "低于")
_RISES = ("增加", "增长", "上升", "提高", "上涨", "暴增", "多", "增", "涨", "高于")
_DIRECTION = re.compile("|".join(sorted((*_FALLS, *_RISES), key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A content word in all its forms (bare), and how much it tells one passage from another."""

    forms: tuple[str, ...]  # as said first, then what else it is called
    weight: float = 1.0
    chunk: int = 0  # words of one unbroken run of the question share it

    def stands_in(self, text: str) -> float:
        """1 where the word as said stands in a bare text, a little less for its other names, 0 for none."""
        if self.forms[0] in text:
            return 1.0
        return _OTHER_NAME if any(form in text for form in self.forms[1:]) else 0.0


@dataclass(frozen=True, slots=True)
class Sought:
    """A descriptive question, understood."""

    door: Door
    words: str  # the content words, for a search by meaning
    wanted: tuple[Wanted, ...]
    sections: tuple[Section, ...]
    direction: int  # -1 a fall is asked about, 1 a rise, 0 neither
    numbers: frozenset[str] = frozenset()  # amounts and rates the question takes for granted


def sought(plan: Plan, door: Door, departments: Iterable[str]) -> Sought:
    """What a plan's question seeks; words of earlier turns join where the question leans on them.

    ``departments`` are the words by which the question names bodies that have documents: they say where to look.
    """
    key = bare(plan.question)
    asked = sections_asked(key)
    direction = _direction(key) if door is Door.WHY else 0
    rest = key
    for said in sorted(departments, key=len, reverse=True):
        rest = rest.replace(bare(said), "|")
    wanted: list[Wanted] = []
    for section in asked:
        said_so = [word for word in section.asks if word in rest]
        wanted.append(Wanted((*(said_so or section.asks[:1]), *section.headings), chunk=-1 - len(wanted)))
        for word in sorted(said_so, key=len, reverse=True):
            rest = rest.replace(word, "|")
    numbers = numbers_in(_YEAR.sub(" ", normal(plan.question)))
    rest = _YEAR.sub("|", rest)
    wanted += _wanted(rest, door)
    if not wanted:
        earlier = [term.text for ask in plan.asks for term in (*ask.terms, *ask.context) if bare(term.text) not in key]
        for text in earlier:
            wanted += [w for w in _wanted(bare(text), door) if w not in wanted]
            rest += "|" + bare(text)
    words = re.sub(r"\|+", " ", rest).strip()
    return Sought(door, words or key, tuple(wanted), asked, direction, numbers)


def weighed(wanted: Iterable[Wanted], texts: Sequence[str]) -> tuple[Wanted, ...]:
    """The words weighed by rarity among texts; one that stands nowhere weighs most, as nothing can stand for it.

    A pair of characters that stands nowhere, while each of the two is part of a pair that does, only shows where the
    question leaves out part of a longer name: it is let go.
    """
    count = len(texts)
    within = {word: sum(1 for text in texts if word.stands_in(text)) for word in wanted}
    known = {character for word, number in within.items() if number for character in word.forms[0]}
    made = []
    for word, number in within.items():
        if not number and len(word.forms) == 1 and len(word.forms[0]) == 2 and set(word.forms[0]) <= known:
            continue
        made.append(Wanted(word.forms, math.log(1 + (count + 1) / (number + 0.5)), word.chunk))
    return tuple(made)


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text without separators and needless zeros, as they are compared."""
    found = (number.replace(",", "") for number in _STATED.findall(text))
    return frozenset((number.rstrip("0").rstrip(".") or "0") if "." in number else number for number in found)


def _wanted(rest: str, door: Door) -> list[Wanted]:
    found: list[Wanted] = []
    at = 0
    plain = ""
    for start, end, concept in (*scan(rest), (len(rest), len(rest), "")):
        plain += rest[at:start] + "|"
        if concept:
            said = rest[start:end]
            others = (word for word in concepts()[concept].words if word != said)
            found.append(Wanted((said, *others), chunk=1000 + start))
        at = end
    if door is Door.WHY:
        plain = _DIRECTION.sub("|", plain)
    plain = _SHAPE.sub("|", plain)
    if door is Door.WHY:
        plain = _NUMBER.sub("|", plain)
    for number, chunk in enumerate(plain.split("|")):
        found.extend(Wanted((gram,), chunk=number) for gram in _grams(chunk))
    return list({word.forms: word for word in reversed(found)}.values())[::-1]


def _grams(chunk: str) -> list[str]:
    if not chunk:
        return []
    if chunk.isascii():
        return [chunk] if len(chunk) > 1 else []
    if len(chunk) == 1:
        return []
    return [chunk[i : i + 2] for i in range(len(chunk) - 1)]


def _direction(key: str) -> int:
    found = _DIRECTION.findall(key)
    if not found:
        return 0
    return -1 if found[-1] in _FALLS else 1
