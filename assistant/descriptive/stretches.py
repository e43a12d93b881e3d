"""Passages cut into sentences, and how well each answers what is sought."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.descriptive.merits import merits
from assistant.descriptive.moves_said import agrees, says_a_move
from assistant.descriptive.office_words import only_names_offices, sets_up_offices
from assistant.descriptive.pairs import is_place
from assistant.descriptive.reason_words import ARRANGED, BARE_REASON, HENCE, REASON, goes_on
from assistant.descriptive.shape import one_way
from assistant.descriptive.sought import Sought, under
from assistant.descriptive.use_words import AMOUNT, CORNERS, HEADING, ONLY_NAMED, USED_FOR
from assistant.descriptive.wanted_words import Wanted
from assistant.understand.door import Door
from assistant.understand.words.rounded import states
from ingest.records.passage import Passage, PassageKind
from ingest.wording.glyphs import bare

_SENTENCE = re.compile(r"[^。；;！？\n]+[。；;！？]?")
_REASONS = re.compile("^(?!.*情况).*原因")  # 增减情况及原因 heads sentences that give none
_HEAD = re.compile(r"是?指|是(?!否)|反映|包括|为了?(?=行政|机关|单位)")
# 决算数较上年增加的主要原因：…: a second reason, for another comparison of the line that the one before spoke of.
_SAME_LINE = re.compile(r"(?:支出|收入)?(?:决算|预算|执行)?数?(?:比|较|与|小于|大于|低于|高于|少于|多于)")
_IN_HEADING = 0.75  # of a word's weight, where it stands above the sentence
_BESIDE = 0.5  # where it stands in the sentence before it
_NEARBY = 0.3  # where it stands elsewhere in the passage: not enough alone to make a sentence an answer
_CHUNK_GONE = 0.6  # a run of the question of which this share stands nowhere is not what the passage speaks of
_OF_ITEM = re.compile(r"(?:[\d一二三四五六七八九十]{1,2}[.．、])?([^，。；：:]{2,14})[:：]")  # what an entry is of
_OF_ITS_OWN = ("basis", "duties")  # sections that hold their matter themselves
_HEADS, _OF_HEAD = 0.75, 0.6
_BEGINS = 16  # signs in which a sentence names what it speaks of
_COMMON = 1.3  # weight of a run of words that stand in most passages: it may be left out
_LISTED = 0.37  # where a line is only one of several that make up another: not enough for a reason alone
_EMPTY_FORM = re.compile(r"(?:公开|列示|填列)?[为是]?空表|空表(?:公开|列示)|故(?:本|此)表|本表(?:为空|无数据)")
_OF_NONE = re.compile(r"[没无空吗表]|是否|有没")
_ITSELF = 1.5  # the item of the very name, 旅游（款）文化活动（项）, before one whose reason holds its words
# leads on and answers nothing: 详见附表, 主要原因同上
_REFERS = re.compile(
    r".{0,24}?(?:(?:详|参|具体|另)见|见附).{0,14}$|详见|参见|见附|.*原因[是为：:]?(?:同上|同前|与收入相同)[。；;]?$"
)
_TIGHT = re.compile(r"[\s（）()“”\"]")
_OF_AMOUNT = 0.3  # share of the words beside the very amount of a change that make it the one asked about
_AFTER_REASON = 0.4  # where it stands in the reason, not in what is explained


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of a passage; ``score`` is the share of the sought words it answers, ``rank`` orders stretches."""

    passage: Passage
    start: int
    end: int
    score: float
    rank: float
    missed: float = 0.0  # the weight share of the heaviest run of words that stands nowhere near


# The number of an item is no part of what it says: （三）公务接待费 speaks of no 三公.
_ITEM = re.compile(r"\s*[（(][一二三四五六七八九十]+[）)](?=\s*\S)")


@dataclass(frozen=True, slots=True)
class _Words:
    """The sought words with their whole weight, and those of them that a passage holds anywhere.

    ``absent`` is the weight of the others, by the run of the question they stand in.
    """

    every: tuple[Wanted, ...]
    total: float
    here: tuple[Wanted, ...]
    absent: dict[int, float]


@lru_cache(maxsize=16384)
def sentences(text: str) -> tuple[tuple[int, int, str], ...]:
    """The sentences of a text as (start, end, bare form)."""
    found = ((m.start(), m.end(), m.group()) for m in _SENTENCE.finditer(text) if m.group().strip())
    return tuple(
        (start, end, bare(told[at.end() :] if (at := _ITEM.match(told)) else told)) for start, end, told in found
    )


def best_of(
    passage: Passage,
    sought: Sought,
    wanted: tuple[Wanted, ...],
    label: str = "",
    around: str = "",
    led: str = "",
    body: str = "",
) -> Stretch | None:
    """The sentence of a passage that answers best; None where none holds a sought word or the door forbids all.

    ``label`` names the row a goal belongs to; ``around`` is what stands beside the passage under one heading; ``led``
    is what the passage before it tells of last, where this one begins with the reason for that. ``body`` owns it.
    """
    row = bare(label.split(" ")[0].replace(body, ""))
    heading, label = bare("".join(passage.section)), bare(label)
    told = sentences(passage.text)
    whole = "".join(sentence for *_, sentence in told)
    words = _words_of(wanted, "".join((heading, label, around, led, whole)))
    found: list[Stretch] = []
    first = 0
    before, line, over = led, "", ""
    last = 0
    for start, end, sentence in told:
        item = _ITEM.match(passage.text, start) is not None
        over = over if item or "\n" not in passage.text[last:start] else ""
        if item and over:  # 其中：（一）…；（二）…: each is of the whole before them
            before, line, first = over, "", start
        elif "\n" in passage.text[last:start] and not (before and goes_on(sentence)):
            before, line, first = "", "", start
        if line and not before and _SAME_LINE.match(sentence):
            before = line
        here = _Told(passage, start, end, first, sentence, before, label, heading, around, whole, row or label)
        stretch = _weighed(here, sought, words)
        if stretch is not None:
            found.append(stretch)
        last = end
        over = before + sentence if sentence.endswith("其中") else over
        if sought.door is not Door.WHY:
            before = sentence
        elif (mark := REASON.search(sentence)) is not None:
            # What follows a reason goes on with it (二是…) or speaks of another line.
            line = before + sentence[: mark.start()]
            # 其中：甲…，原因是…；乙…，原因是…: both are of the whole before them
            if passage.text[end - 1] not in "；;":
                before, first = "", end
        else:
            before += sentence
    return max(found, key=lambda s: (s.rank, -s.start), default=None)


def _words_of(wanted: tuple[Wanted, ...], everywhere: str) -> _Words:
    """The sought words by whether all that is printed of a passage holds them."""
    here: list[Wanted] = []
    absent: dict[int, float] = {}
    for word in wanted:
        if word.whole or word.form_in(everywhere):
            here.append(word)
        elif not word.loose:
            absent[word.chunk] = absent.get(word.chunk, 0.0) + word.weight
    return _Words(wanted, sum(word.weight for word in wanted) or 1.0, tuple(here), absent)


def led_by(passages: Sequence[Passage]) -> dict[str, str]:
    """What the passage before tells of last, by the id of each that begins with the reason for it."""
    found = {}
    for one, following in pairwise(passages):
        told = sentences(one.text)
        begins = BARE_REASON.match(bare(following.text)) is not None
        beside = (one.document_id, one.section, one.ordinal + 1) == (
            following.document_id, following.section, following.ordinal,
        )  # fmt: skip
        if begins and beside and told and REASON.search(told[-1][2]) is None:
            found[following.id] = told[-1][2]
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with what stands about it, all bare but for the passage."""

    passage: Passage
    start: int
    end: int
    first: int  # where what leads up to it begins
    sentence: str
    before: str
    label: str
    heading: str
    around: str
    whole: str = ""  # the passage
    row: str = ""  # what the row itself is called: the body it is of, named beside it, tells nothing of its matter

    @property
    def raw(self) -> str:
        """What is printed of it, with what leads up to it."""
        return self.passage.text[self.first : self.end]

    @property
    def own(self) -> str:
        """What is printed of it alone."""
        return self.passage.text[self.start : self.end]


@dataclass(slots=True)
class _Held:
    """How much of the sought words a sentence holds."""

    chunks: dict[int, list[float]]  # of each run the whole weight, and what is missed
    score: float = 0.0
    leans: bool = False  # on the sentence before
    line_named: bool = False

    def add(self, word: Wanted, part: float) -> None:
        """Count a word in, of which a part is held."""
        self.score += word.weight * part
        chunk = self.chunks.setdefault(word.chunk, [0.0, 0.0])
        chunk[0] += word.weight
        chunk[1] += 0.0 if part or word.loose else word.weight


def _weighed(told: _Told, sought: Sought, words: _Words) -> Stretch | None:
    """A sentence with how well it answers; None where it tells nothing of what is sought."""
    mark = REASON.search(told.sentence)
    if mark is None and sought.nil:
        mark = HENCE.search(told.sentence) or ARRANGED.search(told.sentence)
    if _tells_nothing(told, sought, mark is not None):
        return None
    held = _held(told, sought, words, mark)
    if held is None or _moved_otherwise(told, sought, mark):
        return None
    share, missed = _share(told, sought, words, held)
    rank = share + 0.4 * _named_by(told, sought, words, share, mark)
    rank += merits(told.passage, told.raw, told.own, told.sentence, told.before, told.heading, sought)
    begin = told.first if held.leans and sought.door is Door.WHY else told.start
    return Stretch(told.passage, begin, told.end, share, rank, missed)


def _moved_otherwise(told: _Told, sought: Sought, mark: re.Match[str] | None) -> bool:
    """Whether a reason is printed of a move the other way alone: of a rise, where it is asked why something fell."""
    if mark is None or not (asked := one_way(sought.words) if sought.door is Door.WHY else 0):
        return False
    own = told.sentence[: mark.start()]
    explained = own if says_a_move(own) else told.before + own
    return agrees(explained, -asked) and not agrees(explained, asked)


def _tells_nothing(told: _Told, sought: Sought, gives_reason: bool) -> bool:
    """Whether a sentence is a heading, leads on, gives no reason sought, says a form is empty, or names offices."""
    own = bare("".join(told.passage.section[-1:]))
    if sought.door is Door.WHY and not gives_reason and _REASONS.search(own) is None:
        return True  # a column of reasons need not say that it gives one
    if (
        CORNERS.fullmatch(told.sentence)
        or _REFERS.match(told.sentence)
        or HEADING.fullmatch(told.passage.text[told.start : told.end].strip())
    ):
        return True
    of_work = sought.door in (Door.GOAL, Door.TEXT)
    if (
        (of_work or sought.door is Door.DEFINE)
        and _EMPTY_FORM.search(told.sentence)
        and not _OF_NONE.search(sought.words)
    ):
        return True  # that a form is empty tells nothing of what is done or paid
    if sought.door is Door.GOAL and ONLY_NAMED.fullmatch(told.passage.text[told.start : told.end].strip()):
        return True
    # The names of offices tell nothing of their work.
    asks_work = of_work and (sought.door is Door.GOAL or not sought.offices)
    listed = sought.door is Door.GOAL and only_names_offices(told.passage.text[told.start : told.end])
    return asks_work and (listed or sets_up_offices(told.sentence))


def _held(told: _Told, sought: Sought, words: _Words, mark: re.Match[str] | None) -> _Held | None:
    """What a sentence holds of the sought words; None where its reason is that of another part than a line sought."""
    explained, rest_counts = _explained(told.passage, told.sentence, sought, mark)
    why = sought.door is Door.WHY
    # 包括办公费、会议费: no use of these
    of_use = sought.door is Door.GOAL and told.passage.kind is PassageKind.GLOSSARY
    held = _Held({run: [weight, weight] for run, weight in words.absent.items()})
    for word in words.here:
        named = max(word.stands_in(explained), word.stands_in(told.label if word.unit else told.row))
        if not named and told.label and is_place(word.forms[0]):
            named = word.stands_in(told.label)  # 长岛那块的项目: a place tells one office of a body from another
        led = 0.0 if named else word.stands_in(told.before)
        if word.line and (why or of_use) and (named or led):
            if _only_listed(word, told.raw):
                named, led = named * _LISTED, led * _LISTED
            if why and led and _of_a_sibling(word, told.before, explained):
                return None
        held.line_named = held.line_named or (word.line and bool(named or led))
        held.leans = held.leans or bool(led)
        if led:
            held.add(word, led * _led_counts(told, sought))
        else:
            held.add(word, named or _about(word, told, sought, rest_counts))
    return held


def _led_counts(told: _Told, sought: Sought) -> float:
    """What a word counts in the sentence before: a reason or a use often stands behind the line it explains."""
    if sought.door is Door.GOAL and USED_FOR.match(told.sentence) is not None:
        return 1.0
    return 0.9 if sought.door is Door.WHY else _BESIDE


def _about(word: Wanted, told: _Told, sought: Sought, rest_counts: float) -> float:
    """What a word counts that stands above a sentence, around it, or in the rest of it."""
    # A section asked for is the one with that heading, not one beside it, nor one under another heading.
    own = [s for s in sought.sections if s.id in _OF_ITS_OWN and sought.door is not Door.GOAL]
    other = word.chunk < 0 or (own and not under(own, told.passage))
    beside = 0.0 if other else word.stands_in(told.around)
    # 三公经费及会议费情况说明: what stands below explains any of them.
    listed = word.line and sought.door in (Door.WHY, Door.GOAL) and _only_listed(word, "".join(told.passage.section))
    above = 0.0 if listed else word.stands_in(told.heading)
    # 财政拨款收入：包括一般公共预算拨款、政府性基金预算拨款 explains none of what it is made up of.
    meant = sought.door is Door.DEFINE and told.passage.kind is PassageKind.GLOSSARY and word.line
    rest_counts *= _LISTED if meant and _only_listed(word, told.raw) else 1.0
    nearby = word.stands_in(told.whole) * _NEARBY if sought.door is Door.TEXT else 0.0
    return max(max(above, beside) * _IN_HEADING, word.stands_in(told.sentence) * rest_counts, nearby)


def _share(told: _Told, sought: Sought, words: _Words, held: _Held) -> tuple[float, float]:
    """The share of the sought words that a sentence holds, and the largest run of the question that it misses."""
    units = {word.chunk for word in words.every if word.unit}  # a row need not say whose it is
    runs = ((whole, gone) for run, (whole, gone) in held.chunks.items() if whole >= _COMMON and run not in units)
    said = words.total + sum(word.eased for word in words.every)
    missed = max((gone / said for whole, gone in runs if gone >= _CHUNK_GONE * whole), default=0.0)
    share = held.score / words.total
    # A line named with the amount it changed by is that line; what else is said of it describes it.
    by_amount = held.line_named or (sought.direction and share >= _OF_AMOUNT)
    if by_amount and sought.amounts and states(told.raw, sought.amounts, sought.direction != 0):
        kept = sum(whole - gone for whole, gone in held.chunks.values() if gone < _CHUNK_GONE * whole)
        return max(share, min(held.score / kept, 1.0) if kept else 0.0), 0.0
    return share, missed


def _named_by(told: _Told, sought: Sought, words: _Words, share: float, mark: re.Match[str] | None) -> float:
    """How far a row or a sentence is called by what is sought, which orders those that hold the words alike."""
    wanted, begins = words.every, told.sentence[:_BEGINS]
    named = 0.0
    if sought.door is Door.GOAL and told.label:
        named = sum(word.weight * word.stands_in(told.label) for word in wanted) / words.total
    # of several matters told under one heading how each is gone about may stand where each is told
    entered = sought.door is Door.GOAL or any(section.id == "implementation" for section in sought.sections)
    if entered and (head := _OF_ITEM.match(told.passage.text[told.start : told.end])) is not None:
        # of several matters under one heading the one that begins with it
        asked = [word for word in wanted if not (word.slight or word.saying or word.chunk < 0)]
        held = sum(word.weight * word.stands_in(bare(head[1])) for word in asked)
        named += (
            (_HEADS if sought.door is Door.GOAL else 2 * _HEADS)
            if asked and held >= _OF_HEAD * sum(word.weight for word in asked)
            else 0.0
        )
    if told.label and share:
        # Of two rows that carry the words the one that is called little else is meant.
        named += 0.1 * _called(told.label, wanted)
    explained, _ = _explained(told.passage, told.sentence, sought, mark)
    of_item = told.before + explained if sought.door is Door.WHY else told.sentence
    if any(f"款{name}{end}项" in of_item for name in sought.items for end in ("", "支出")):
        named += _ITSELF
    if sought.door is Door.TEXT and any(w.line and w.stands_in(begins) for w in wanted):
        named += 0.5  # 公务接待费：… speaks of the line, a sentence that lists it among others does not
    if len(wanted) > 1 and sought.door in (Door.TEXT, Door.DEFINE):
        matter = max((w for w in wanted if w.chunk >= 0), key=lambda w: w.weight, default=None)
        if matter is not None and matter.stands_in(begins):
            named += 0.03  # of two alike the one that begins with the matter
    return named


def _of_a_sibling(word: Wanted, before: str, explained: str) -> bool:
    """Whether the reason is that of another part than the line: 其中：甲支出增加5万元；乙支出增加3万元，原因是…."""
    whole, _, parts = before.rpartition("其中")
    return (
        "其中" in before
        and not word.form_in(whole)
        and word.form_in(parts) is not None
        and bool(AMOUNT.search(explained))
    )


def _only_listed(word: Wanted, raw: str) -> bool:
    """Whether a sentence names a line only among others, as one of what something is made up of."""
    tight = _TIGHT.sub("", raw)
    form = word.form_in(bare(raw))
    places = [m.span() for m in re.finditer(re.escape(form), tight)] if form else []
    return bool(places) and all(
        tight[max(start - 1, 0) : start] == "、" or tight[end : end + 5].find("、") >= 0 for start, end in places
    )


def _called(label: str, wanted: tuple[Wanted, ...]) -> float:
    """How much of a row's name the sought words are."""
    said = {sign for word in wanted if word.stands_in(label) for sign in word.forms[0]}
    return sum(1 for sign in label if sign in said) / len(label)


def _explained(passage: Passage, sentence: str, sought: Sought, mark: re.Match[str] | None) -> tuple[str, float]:
    """The part of a sentence that names its matter, and what a word in the rest of it counts."""
    if sought.door is Door.WHY and mark is not None and mark.re is HENCE:
        return sentence[mark.end() :], _AFTER_REASON
    if sought.door is Door.WHY and mark is not None:
        return sentence[: mark.start()], _AFTER_REASON
    if sought.door is Door.DEFINE and passage.kind is PassageKind.GLOSSARY:
        head = _HEAD.search(sentence)
        if head is not None:
            return sentence[: head.start()], 0.6
    return sentence, 1.0
