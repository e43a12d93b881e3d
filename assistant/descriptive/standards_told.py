"""What a sentence says each gets or costs, or what a standard was before and is now: 每人每年2000元, 由84元提高到89元.

Such a number is an amount by the head and no line of a table. Every word of the question has to stand in the sentence
that prints it or in the heading of its item; where two sentences fit and tell different numbers, none is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.answer import SourceRef
from assistant.computing.figures.looking import Desk, holdings_of
from assistant.finding.evidence import Found, Outcome, Quote, source_of_words
from assistant.finding.heard import heard_in
from assistant.finding.holdings import Holding
from assistant.plan import Operation, Plan
from assistant.understand.words.alike import contradicts, held, wordings
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.passage import Passage
from ingest.wording.glyphs import bare
from ingest.wording.numbers import value_of

_HEADS = "人|户|名|位|村|亩|头|辆|床|生|班|校"
_TIMES = "年|月|天|日|次|学期"
# What each is asked for by: 一个人一年, 每户每月, 人均.
_PER = re.compile(
    rf"(?:平均)?(?:每一?|一)个?(?P<head>{_HEADS})(?:头)?(?:(?:每一?|一)个?(?P<time>{_TIMES}))?|(?P<mean>[人户亩])均"
    rf"|每(?P<first>{_TIMES})每(?P<after>{_HEADS})"
)
_HOW_MUCH = re.compile(
    r"(?:给|发|补|补助|资助|按|拿|领|是|为|有|定|花|要|得)*(?:多少|几[百千万]?)(?:元|块钱?|钱)?(?:给|发)?的?"
)
_MOVED = r"(?:提高|提升|提|上调|调高|调整|调|上涨|涨|增加|增|升|下调|调低|降低|降|减少|减|缩减|压减)"
_BEFORE_NOW = re.compile(
    rf"[从由](?:原来的?)?(?:多少|几)(?P<unit>[一-龥]?)(?:钱)?{_MOVED}(?:了)?(?:到|至|为|成)(?:了)?(?:多少|几)[一-龥]?"
)
_NUMBER = r"(?P<{0}>\d[\d,]*(?:\.\d+)?)"
_MONEY = r"(?P<unit>[万亿]?元)"
_RATES = (
    re.compile(
        rf"每(?P<head>{_HEADS})(?:[/／·]?每?(?P<time>{_TIMES}))?[^，,。；;\d]{{0,8}}{_NUMBER.format('number')}{_MONEY}"
    ),
    re.compile(rf"每(?P<time>{_TIMES})每(?P<head>{_HEADS})[^，,。；;\d]{{0,8}}{_NUMBER.format('number')}{_MONEY}"),
    re.compile(rf"{_NUMBER.format('number')}{_MONEY}[/／每]每?(?P<head>{_HEADS})(?:[/／·.每]每?(?P<time>{_TIMES}))?"),
    re.compile(
        rf"(?P<head>[人户亩])均[^，,。；;\d]{{0,12}}{_NUMBER.format('number')}{_MONEY}(?!提高|提升|上调|增加|调整)"
    ),
)
_MOVES = re.compile(
    rf"[从由](?:原来的?)?{_NUMBER.format('before')}(?P<old>[万亿]?[一-龥])?{_MOVED}(?:到|至|为){_NUMBER.format('now')}"
    r"(?P<unit>[万亿]?[一-龥])"
)
_BY_HEAD = re.compile(rf"(?:每(?P<head>{_HEADS})|(?P<mean>[人户亩])均)")
_COUNTED = re.compile(r"(?P<number>\d[\d,]*)(?P<unit>[名人户])")
_COUNT_ASKED = re.compile(r"(?:多少|几)个?(?P<unit>[名人户个位])")
_SENTENCE = re.compile(r"[^。；;\n！!？?]+")
_HEADING = re.compile(r"^(?:[(（]?[\d一二三四五六七八九十]+[)）.、．])?[^\d。]{4,60}。")
_STOP = re.compile(r"[，,。；;？?！!]")
_OTHERWISE = re.compile(r"什么|啥|哪|谁|怎|咋|如何|为何|比|占|最[高大低小少多]的|相差|上[年月]|去年|平均.*平均")
_SAME = {"名": "人", "位": "人", "个": "人", "日": "天"}
_PLAIN = (Operation.LOOKUP, Operation.COUNT, Operation.TARGET, Operation.PURPOSE, Operation.TEXT, Operation.SUM)
_ALSO = (*_PLAIN, Operation.MEAN, Operation.CHANGE, Operation.LIST)
_HELD = 0.9
_Numbers = tuple[tuple[str, Decimal, str], ...]  # each with what it is called and its unit


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked: by which head and time, whether a standard before and now, what is counted beside, the words."""

    head: str
    time: str
    moved: bool
    unit: str  # of a standard before and now, where one is said
    counted: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """The numbers of one sentence that answer, with what they are called, and where they stand."""

    numbers: _Numbers
    text: str
    sources: tuple[SourceRef, ...]
    body: str


def standard_told(desk: Desk, plan: Plan) -> Outcome | None:
    """The amount by the head, or the standard before and now, that a sentence of the one body asked about prints."""
    asked = _asked(plan)
    if asked is None:
        return None
    told = [one for holding, _ in holdings_of(desk, plan.asks[0]) for one in _told_by(holding, asked)]
    if len({one.numbers for one in told}) != 1:
        return None
    first = told[0]
    found = [Found(name, value, unit, list(first.sources)) for name, value, unit in first.numbers]
    method = [say("answer.read_from_text", desk.language, page=first.sources[0].page)]
    quote = Quote(first.text, list(first.sources))
    return Outcome("figures", found=found, quotes=[quote], method=method, place=first.body)


def _asked(plan: Plan) -> _Asked | None:
    """What a question asks by the head or of a standard that moved; None where it asks for anything else."""
    bodies = {ask.scope.departments for ask in plan.asks}
    if len(bodies) != 1 or len(next(iter(bodies))) != 1 or any(a.operation not in _ALSO for a in plan.asks):
        return None
    if any(a.filters or a.excluded or a.picks or a.per or a.base or a.by_columns for a in plan.asks):
        return None
    said = [body for ask in plan.asks for body in ask.scope.said]
    text = without(plan.question, (*said, *plan.bodies), "，")
    if _OTHERWISE.search(text):
        return None
    moved, per = _BEFORE_NOW.search(text), _PER.search(text)
    if moved is None and per is None:
        return None
    rest = _BEFORE_NOW.sub("，", text) if moved else text
    rest = _PER.sub("，", rest)
    if not moved and per is not None:
        behind = _HOW_MUCH.search(text, per.end())
        before = _HOW_MUCH.search(text[: per.start()])
        if behind is None or _STOP.search(text[per.end() : behind.start()]):
            return None  # 帮几个，每人: what each gets has to be asked for itself
        if before is not None and _COUNT_ASKED.search(text[: per.start()]) is None:
            return None
        rest = text[: per.start()] + "，" + text[per.end() : behind.start()] + "，" + text[behind.end() :]
    counted = _COUNT_ASKED.search(rest)
    rest = _COUNT_ASKED.sub("，", rest, count=1)
    if re.search(r"多少|(?<![这那好哪])几", rest):
        return None
    heard = heard_in(rest + "，多少", ())
    if heard is None or not heard.words or heard.month or heard.price or heard.last_year:
        return None
    head, time = _head_of(per) if per is not None else ("", "")
    return _Asked(head, time, moved is not None, moved["unit"] if moved else "", _one(counted), heard.words)


def _one(counted: re.Match[str] | None) -> str:
    return _SAME.get(counted["unit"], counted["unit"]) if counted is not None else ""


def _head_of(said: re.Match[str]) -> tuple[str, str]:
    """By what and for how long an amount is: 人, 年; 名 are people as well."""
    named = said.groupdict()
    head = named.get("head") or named.get("mean") or named.get("after") or ""
    time = named.get("time") or named.get("first") or ""
    return _SAME.get(head, head), _SAME.get(time, time)


def _told_by(holding: Holding, asked: _Asked) -> Iterator[_Told]:
    """The numbers that the passages of a document tell."""
    document = holding.document
    for passage in holding.passages:
        sources = tuple(source_of_words(passage, document, 0, len(passage.text)))
        yield from (replace(one, sources=sources, body=document.department or "") for one in _told(passage, asked))


def _told(passage: Passage, asked: _Asked) -> Iterator[_Told]:
    """The numbers of the sentences of a passage that hold every word asked for."""
    for paragraph in passage.text.split("\n"):
        heading = _HEADING.match(paragraph)
        for sentence in _SENTENCE.findall(paragraph):
            around = bare((heading[0] if heading else "") + sentence)
            if any(contradicts(word, around) or not _stands(word, around) for word in asked.words):
                continue
            numbers = _moved(sentence, asked) if asked.moved else _rate(sentence, asked)
            beside = _beside(sentence, asked) if numbers else ()
            if numbers and beside is not None:
                yield _Told((*beside, *numbers), paragraph if heading else sentence.strip() + "。", (), "")


def _stands(word: str, text: str) -> bool:
    """Whether a text prints a word, in whatever wording is known for it."""
    return held(word, text) >= _HELD or any(other in text for other in wordings(word))


def _rate(sentence: str, asked: _Asked) -> _Numbers:
    """The one amount a sentence prints by the head and time that are asked for."""
    made = []
    for found in (found for rate in _RATES for found in rate.finditer(sentence)):
        head, time = _head_of(found)
        if head == asked.head and (not time or not asked.time or time == asked.time):
            name = f"每{found['head']}" + (f"每{time}" if time else "")
            made.append((name, _value(found["number"]), found["unit"]))
    return tuple(made) if len({value for _, value, _ in made}) == 1 else ()


def _moved(sentence: str, asked: _Asked) -> _Numbers:
    """The standard before and now that a sentence prints, of the head and in the unit asked for."""
    made = list(_MOVES.finditer(sentence))
    if len(made) != 1:
        return ()
    (found,) = made
    own = re.split(r"[，,]", sentence[: found.start()])[-1]
    by_head = _BY_HEAD.search(own)
    if asked.head and (by_head is None or _head_of(by_head)[0] != asked.head):
        return ()
    money = found["unit"].endswith("元")
    wanted = asked.unit and asked.unit not in ("钱", "块")
    if not (found["unit"].endswith(asked.unit) if wanted else money):
        return ()
    old = found["old"] or found["unit"]
    own = re.split("原因(?:是|为)|主要是|[是为]", own)[-1]  # 主要原因是人均补助标准
    return ((f"{own}（原）", _value(found["before"]), old), (own, _value(found["now"]), found["unit"]))


def _beside(sentence: str, asked: _Asked) -> _Numbers | None:
    """The number of people or households that a sentence prints beside; () where none is asked for, None for none."""
    if not asked.counted:
        return ()
    counts = [c for c in _COUNTED.finditer(sentence) if _SAME.get(c["unit"], c["unit"]) == asked.counted]
    if len(counts) != 1:
        return None
    own = re.split(r"[，,：:]", sentence[: counts[0].start()])[-1]
    return ((own, _value(counts[0]["number"]), counts[0]["unit"]),)


def _value(number: str) -> Decimal:
    return value_of(number)
