"""What a descriptive question seeks: its content words with their weights, and the sections it points to."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.descriptive.shape import alike, direction_of, is_shape, matter_of
from assistant.lexicon import concepts, scan
from assistant.plan import Plan
from assistant.understand.door import Door, Section, sections_asked
from ingest.wording.glyphs import bare, normal

_OTHER_NAME = 0.85
_ODD_SIGN = 0.25  # of the weight of a pair, of whose signs one belongs to a word that is known: 编 in 编预算
_NIL = re.compile(r"没有|没[编列安]|不[编列安买设]|未[编列安]|[是为]0|[是为]零|无")
_LISTED = re.compile(r"哪些|哪几|几[个家项]|都有|有什么")
_YEAR = re.compile(r"(?:19|20)\d\d年?度?|\d\d年")
_RUN = re.compile(r"[a-z\d.%]+|[^a-z\d.%]+")
_STATED = re.compile(r"\d[\d,]*(?:\.\d+)?")
# A question of why that names nothing but a body and a change asks about the whole budget.
_WHOLE_BUDGET = ("budget_total", "income_total", "expenditure_total")


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
    nil: bool = False  # why there is none: the rule that says so is a reason
    listed: bool = False  # several things are asked for
    numbers: frozenset[str] = frozenset()  # amounts and rates the question takes for granted


def sought(plan: Plan, door: Door, departments: Iterable[str]) -> Sought:
    """What a plan's question seeks; words of earlier turns join where the question leans on them.

    ``departments`` are the words by which the question names bodies that have documents: they say where to look.
    """
    key = bare(plan.question)
    asked = sections_asked(key)
    direction = direction_of(key) if door is Door.WHY else 0
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
    if not wanted and door is Door.WHY:
        wanted.append(Wanted(tuple(w for c in _WHOLE_BUDGET for w in concepts()[c].words)))
    words = re.sub(r"\|+", " ", rest).strip()
    return Sought(
        door,
        words or key,
        tuple(wanted),
        asked,
        direction,
        door is Door.WHY and _NIL.search(key) is not None,
        _LISTED.search(key) is not None,
        numbers,
    )


def weighed(wanted: Iterable[Wanted], texts: Sequence[str], door: Door = Door.TEXT) -> tuple[Wanted, ...]:
    """The words weighed by rarity among texts; one that stands nowhere weighs most, as nothing can stand for it.

    A pair of characters that stands nowhere, while each of the two is part of a pair that does, only shows where the
    question leaves out part of a longer name: it is let go. Where only one of the two is unknown, it tells little.
    """
    count = len(texts)
    within = {word: sum(1 for text in texts if word.stands_in(text)) for word in wanted}
    known = {character for word, number in within.items() if number for character in word.forms[0]}
    made = []
    for word, number in within.items():
        weight = math.log(1 + (count + 1) / (number + 0.5))
        if not number and len(word.forms) == 1 and len(word.forms[0]) == 2 and not word.forms[0].isascii():
            beside = {c for w, n in within.items() if n and w.chunk == word.chunk for c in w.forms[0]}
            if set(word.forms[0]) <= known:
                continue
            # Why a named line changed: a short word that stands nowhere tells of the change, not of the line.
            alone = door is Door.WHY and sum(1 for w in within if w.chunk == word.chunk) == 1 and any(within.values())
            if alone or beside & set(word.forms[0]):
                weight *= _ODD_SIGN
        made.append(Wanted(word.forms, weight, word.chunk))
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
        said = rest[start:end]
        if concept and not (door is Door.WHY and is_shape(said)):
            named = (concept, *concepts()[concept].same_as)
            others = (word for each in named for word in concepts()[each].words if word != said)
            found.append(Wanted((said, *others), chunk=1000 + start))
        at = end
    plain = matter_of(plain, door)
    for number, chunk in enumerate(plain.split("|")):
        for spoken, printed in alike():
            if spoken.match(chunk):
                found.append(Wanted(printed, chunk=number))
                chunk = chunk[1:]
                break
        found.extend(Wanted((gram,), chunk=number) for gram in _grams(chunk))
    return list({word.forms: word for word in reversed(found)}.values())[::-1]


def _grams(chunk: str) -> list[str]:
    """Pairs of Chinese signs, and each number or Latin word whole."""
    grams: list[str] = []
    for run in _RUN.findall(chunk):
        if run.isascii():
            grams += [run] if len(run) > 1 else []
        else:
            grams += [run[i : i + 2] for i in range(len(run) - 1)]
    return grams
