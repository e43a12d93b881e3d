"""How much each sought word tells one passage from another: by its rarity among texts."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.descriptive.pairs import grams
from assistant.descriptive.wanted_words import EVENTS, Wanted
from assistant.understand.door import Door
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.text import words_of

_ODD_SIGN = 0.25  # of the weight of a pair, of whose signs one belongs to a word that is known: 编 in 编预算


def weighed(
    wanted: Iterable[Wanted], texts: Sequence[str], door: Door = Door.TEXT, moved: bool = True
) -> tuple[Wanted, ...]:
    """The words weighed by rarity among texts; one that stands nowhere weighs most, as nothing can stand for it.

    A pair of characters that stands nowhere, while each of the two is part of a pair that does, only shows where the
    question leaves out part of a longer name: it is let go. Where only one of the two is unknown, it tells little.
    Unless a figure ``moved``, a verb that stands nowhere is what the question is about: 为什么关闭.
    """
    count = len(texts)
    printed = [_unshortened(word, texts) for word in _printed(tuple(wanted), texts)]
    within = {word: sum(1 for text in texts if word.stands_in(text)) for word in printed}
    known = {character for word, number in within.items() if number for character in word.forms[0]}
    made: list[Wanted] = []
    for word, number in within.items():
        weight = math.log(1 + (count + 1) / (number + 0.5))
        if (word.slight or word.if_printed) and not number:
            continue
        weight *= _ODD_SIGN if word.slight else 1.0
        if not number and word.chunk < 0:  # no document here has such a section: its wording tells nothing
            made.append(replace(word, weight=weight * _ODD_SIGN, eased=weight - weight * _ODD_SIGN))
            continue
        pair = len(word.forms) == 1 and len(word.forms[0]) == 2 and not word.forms[0].isascii()
        if not number and pair and not word.inner:
            beside = {c for w, n in within.items() if n and w.chunk == word.chunk for c in w.forms[0]}
            if door is Door.WHY and not moved and _is_verb(word.forms[0]):
                made.append(replace(word, weight=weight, chunk=EVENTS + len(made), loose=False))
                continue
            if set(word.forms[0]) <= known:
                continue
            # Why a named line changed: a short word that stands nowhere tells of the change, not of the line.
            alone = door is Door.WHY and sum(1 for w in within if w.chunk == word.chunk) == 1 and any(within.values())
            if alone or word.across or word.loose or beside & set(word.forms[0]):
                made.append(replace(word, weight=weight * _ODD_SIGN, eased=weight - weight * _ODD_SIGN))
                continue
        made.append(replace(word, weight=weight))
    return tuple(made)


def _unshortened(word: Wanted, texts: Sequence[str]) -> Wanted:
    """A word of two signs that stands nowhere with the words it is short for that texts print: 研究与开发 for 研发."""
    said = word.forms[0]
    short = len(word.forms) == 1 and len(said) == 2 and not (said.isascii() or word.across or word.slight)
    if not short or not _is_word(said) or any(said in text for text in texts):
        return word
    first, last = map(re.escape, said)
    joined = re.compile(
        rf"{first}[\u4e00-\u9fff](?:[与和及](?:{last}[\u4e00-\u9fff]|[\u4e00-\u9fff]{last})|{last}[\u4e00-\u9fff])"
    )
    found = dict.fromkeys(form for text in texts for form in joined.findall(text) if _of_two_words(form, said))
    return replace(word, forms=(said, *found)) if found else word


def _of_two_words(form: str, said: str) -> bool:
    """Whether a run is made of two words that each hold one sign of a shorter one."""
    words = [found for _, _, found, _ in segments_of(words_of(form)) if found not in ("与", "和", "及")]
    return [len(word) for word in words] == [2, 2] and all(sign in word for sign, word in zip(said, words, strict=True))


def _is_word(said: str) -> bool:
    return any(found == said for _, _, found, _ in segments_of(words_of(said)))


def _is_verb(word: str) -> bool:
    return any(found == word and tag[:1] == "v" for _, _, found, tag in segments_of(words_of(word)))


def _printed(wanted: tuple[Wanted, ...], texts: Sequence[str]) -> tuple[Wanted, ...]:
    """The words with an everyday one in the place of its signs where the texts only have other words for it."""
    kept = list(wanted)
    for word in wanted:
        if not word.everyday:
            continue
        said = word.forms[0]
        if any(said in text for text in texts) or not any(word.stands_in(text) for text in texts):
            kept.remove(word)
            continue
        edges = {(gram[0], gram[-1]) for gram in grams(said)}
        kept = [w for w in kept if w.chunk != word.chunk or w.everyday or not _overlaps(w.forms[0], said, edges)]
    return tuple(kept)


def _overlaps(gram: str, said: str, edges: set[tuple[str, str]]) -> bool:
    return len(gram) == 2 and ((gram[0], gram[-1]) in edges or gram[-1] == said[0] or gram[0] == said[-1])
