"""Passages cut into sentences, and how well each answers what is sought."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.descriptive.sought import Sought, Wanted
from assistant.understand.door import Door
from ingest.records.passage import Passage, PassageKind
from ingest.wording.glyphs import bare

_SENTENCE = re.compile(r"[^。；;！？\n]+[。；;！？]?")
REASON = re.compile(
    r"(?:主要)?原因|主要是|主要系|由于|因为|因(?!公|素|地制宜)|系(?!统|列|数)|为落实|按照|受.{1,12}影响"
)
_PURPOSE = re.compile(r"用于|目标|为了|以便|旨在|保障|通过")
_FALLS = re.compile(r"减少|下降|降低|压减|减幅|小于|低于")
_RISES = re.compile(r"增加|增长|上升|提高|增幅|大于|高于")
_IN_HEADING = 0.75  # of a word's weight, where it stands above the sentence
_BESIDE = 0.5  # where it stands in the sentence before it
_AFTER_REASON = 0.4  # where it stands in the reason, not in what is explained


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of a passage; ``score`` is the share of the sought words it answers, ``rank`` orders stretches."""

    passage: Passage
    start: int
    end: int
    score: float
    rank: float
    missed: float = 0.0  # the weight share of the heaviest word that stands nowhere near


@lru_cache(maxsize=16384)
def sentences(text: str) -> tuple[tuple[int, int, str], ...]:
    """The sentences of a text as (start, end, bare form)."""
    return tuple((m.start(), m.end(), bare(m.group())) for m in _SENTENCE.finditer(text) if m.group().strip())


def best_of(passage: Passage, sought: Sought, wanted: tuple[Wanted, ...], label: str = "") -> Stretch | None:
    """The sentence of a passage that answers best; None where none holds a sought word or the door forbids all."""
    heading = bare("".join(passage.section)) + bare(label)
    total = sum(word.weight for word in wanted) or 1.0
    found: list[Stretch] = []
    before = ""
    for start, end, sentence in sentences(passage.text):
        stretch = _weighed(passage, start, end, sentence, before, heading, sought, wanted, total)
        if stretch is not None:
            found.append(stretch)
        before = sentence
    return max(found, key=lambda s: (s.rank, -s.start), default=None)


def _weighed(
    passage: Passage, start: int, end: int, sentence: str, before: str, heading: str, sought: Sought,
    wanted: tuple[Wanted, ...], total: float,
) -> Stretch | None:  # fmt: skip
    explained = sentence
    mark = REASON.search(sentence)
    if sought.door is Door.WHY:
        explained = sentence[: mark.start()] if mark else sentence
    score = 0.0
    missed = 0.0
    for word in wanted:
        if word.stands_in(explained):
            score += word.weight
        elif word.stands_in(sentence):
            score += word.weight * (_AFTER_REASON if sought.door is Door.WHY else 1.0)
        elif word.stands_in(heading):
            score += word.weight * _IN_HEADING
        elif word.stands_in(before):
            score += word.weight * _BESIDE
        else:
            missed = max(missed, word.weight / total)
    share = score / total
    rank = share + _bonus(passage, sentence, heading, sought, mark is not None)
    if sought.door is Door.WHY and mark is None:
        return None
    return Stretch(passage, start, end, share, rank, missed)


def _bonus(passage: Passage, sentence: str, heading: str, sought: Sought, reasoned: bool) -> float:
    bonus = 0.0
    if any(h in heading for section in sought.sections for h in section.headings):
        bonus += 0.3
    if sought.door is Door.WHY:
        bonus += 0.1 * (sought.direction and (1 if _agrees(sentence, sought.direction) else -1))
        bonus += 0.2 if reasoned else 0.0
    if sought.door is Door.GOAL:
        bonus += 0.3 if passage.kind is PassageKind.GOAL else 0.1 if _PURPOSE.search(sentence) else 0.0
    if sought.door is Door.DEFINE:
        bonus += 0.3 if passage.kind is PassageKind.GLOSSARY else 0.0
    elif passage.kind is PassageKind.GLOSSARY:
        bonus -= 0.3
    if passage.kind is PassageKind.TABLE_NOTE:
        bonus -= 0.1
    # Of two sentences that hold the same words the one that says less besides is nearer.
    return bonus - min(len(sentence), 400) / 4000


def _agrees(sentence: str, direction: int) -> bool:
    return bool((_FALLS if direction < 0 else _RISES).search(sentence))
