"""What makes a sentence answer well beside the words it holds: where it stands, and of what it says it tells."""

import re
from functools import cache

from assistant.descriptive.moves_said import agrees, held_against, says_a_move, stays
from assistant.descriptive.reason_words import REASON
from assistant.descriptive.shape import one_way
from assistant.descriptive.sought import Sought, numbers_in, under
from assistant.descriptive.use_words import AMOUNT, BEING, LACKS, ONLY_AMOUNT, PURPOSE, USED_FOR
from assistant.understand.door import Door, sections
from assistant.understand.words.rounded import states
from ingest.records.passage import Passage, PassageKind
from ingest.wording.glyphs import bare

_OF_CONTENTS = re.compile(r"(?:附?表\s*\d+|(?:附表|公开表)\d*)[.．、：:\s]*[^。，]*表")
# What is wrong and what is done about it are told under headings of their own.
_HEADED = (
    (re.compile(r"毛病|短板|不足|漏洞|困难|难题|难处|问题(?!怎|如何|咋)"), re.compile(r"问题|不足|困难")),
    (
        re.compile(r"招数?(?=$|[来去呢啊])|对策|补救|怎么[补改解]|如何[补改解]|咋[补改解整办]|整改|改进|后来|拿什么"),
        re.compile(r"措施|整改|改进|下一步|建议|对策"),
    ),
)
_UNDER = 0.25
_FEW_SUMS = 2  # what a whole is made up of by amounts tells of no use
_MEANT = re.compile(r"是指|指的是|，指(?!导|标)")
_ANNOUNCES = re.compile(r"下列|以下|如下|包括|分别[为是]|(?:一|1)[.、．]")


def merits(passage: Passage, raw: str, own: str, sentence: str, before: str, heading: str, sought: Sought) -> float:
    """What a sentence is worth beside the words it holds: by its heading, its kind, what it says it tells.

    ``own`` is the sentence as printed, ``raw`` with what leads up to it.
    """
    bonus = 0.0
    for section in sought.sections:
        if any(h in heading for h in section.headings):
            bonus += 0.5 if under((section,), passage) else 0.4
        if any(mark in sentence for mark in section.marks):
            bonus += 0.2
    if passage.kind is PassageKind.CONTENTS and "空" in sentence and any(s.id == "empty" for s in sought.sections):
        bonus += 0.5
    if sought.door is Door.WHY:
        mark = REASON.search(sentence)
        explained = sentence[: mark.start()] if mark is not None else sentence
        told = explained if says_a_move(explained) else before + sentence
        bonus += 0.2 + 0.1 * (sought.direction and (1 if agrees(told, sought.direction) else -1))
        if stays(explained) and not stays(sought.words):  # why a part stayed as it was explains no move
            bonus -= 0.4 if sought.direction else 0.2
        if sought.against and (other := held_against(explained)):
            bonus += 0.1 if other == sought.against else -0.3
        bonus += 0.3 if sought.numbers & numbers_in(raw) or states(raw, sought.amounts, sought.direction != 0) else 0.0
    bonus += 0.25 if sought.kinds and all(names.search(own) for names in sought.kinds) else 0.0
    bonus += _of_a_use(passage, raw, sentence, heading, sought) if sought.door is Door.GOAL else 0.0
    whole = any(s.id == "duties" for s in sought.sections) and all(w.chunk < 0 for w in sought.wanted)
    if sought.listed and not whole and _ANNOUNCES.search(sentence):
        bonus += 0.1
    if sought.door is Door.TEXT and sought.planned and any(h in heading for h in _of_tasks()):
        bonus += 0.3
    bonus += sum(_UNDER for asks, over in _HEADED if asks.search(sought.asked) and over.search(heading))
    if sought.parts and re.search(rf"[\d一二三四五六七八九十]个?{sought.parts}", sentence):
        bonus += 0.5
    if sought.door is Door.DEFINE:
        bonus += 0.3 if passage.kind is PassageKind.GLOSSARY or _says_what_it_is(sentence, sought) else 0.0
    elif passage.kind is PassageKind.GLOSSARY:
        bonus -= 0.3
    if passage.kind is PassageKind.TABLE_NOTE:
        bonus += 0.5 if any(section.id == "note" for section in sought.sections) else -0.1
    if _OF_CONTENTS.match(raw.strip()):
        bonus -= 0.3  # the name of a table tells nothing
    # Of two sentences that hold the same words the one that says less besides is nearer.
    return bonus - min(len(sentence), 400) / 16000


def _of_a_use(passage: Passage, raw: str, sentence: str, heading: str, sought: Sought) -> float:
    """What a sentence is worth where it is asked what a thing is for, or is to come to."""
    bonus = 0.0
    if passage.kind is PassageKind.GOAL:
        bonus += 0.35
    else:
        # 绩效目标设置情况 counts the projects that have goals and tells none.
        under_goals = re.search("目标(?!.*情况)", bare("".join(passage.section[-1:]))) and not sought.needed
        bonus += 0.3 if under_goals else 0.1 if PURPOSE.search(sentence) else 0.0
    reason = None if one_way(sought.words) else REASON.search(sentence)
    amount = ONLY_AMOUNT.fullmatch(sentence[: reason.start()] if reason else sentence)
    listed = len(AMOUNT.findall(sentence)) > _FEW_SUMS and PURPOSE.search(sentence) is None
    # What it is used for may stand behind the reason it grew for: 比上年增加…，主要原因是新增…，主要用于….
    being = BEING.search("".join(raw.split())) is not None and not says_a_move(sentence)
    bonus += 0.2 if being else 0.0
    bonus -= 0.4 if (amount or listed) and not being and USED_FOR.search(sentence) is None else 0.0
    bonus -= 0.4 if stays(sentence) and reason is None and USED_FOR.search(sentence) is None else 0.0
    bonus += 0.5 if sought.numbers & numbers_in(raw) else 0.0  # 航道维护那138万是干什么用的
    bonus += 0.3 if sought.done and "完成情况" in heading else 0.0
    bonus += 0.25 if sought.needed and LACKS.search(sentence) else 0.0
    return bonus


def _says_what_it_is(sentence: str, sought: Sought) -> bool:
    """Whether a sentence outside a glossary explains the very thing: 绩效管理是指…."""
    said = _MEANT.search(sentence)
    words = [word for word in sought.wanted if word.chunk >= 0 and not word.slight]
    return said is not None and bool(words) and all(w.stands_in(sentence[: said.start()]) for w in words)


@cache
def _of_tasks() -> tuple[str, ...]:
    return next(section.headings for section in sections() if section.id == "tasks")
