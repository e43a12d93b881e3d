"""The pairs of signs that a run of a question is cut into: its words need not stand printed as they were said."""

import itertools
import re
from functools import cache

from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.text import words_of

_RUN = re.compile(r"[a-z\d.%]+|[^a-z\d.%]+")
_OF_PLACES = frozenset("院所站馆园校厂店场宫")
# Parts of speech that name no thing: verbs, adjectives, adverbs, pronouns, prepositions, numerals, measures, particles.
_NO_THINGS = ("v", "a", "d", "r", "p", "c", "u", "m", "q", "t", "f", "y", "z")
_THINGS_DONE = ("vn", "an")
_DOUBLED = re.compile(r"([\u4e00-\u9fff])[一了]\1")  # 改一改


def inner(chunk: str) -> set[str]:
    """The pairs of a run within the nouns for places: 养老院 is not told by 养老."""
    said = [(word, tag) for _, _, word, tag in segments_of(words_of(chunk))]
    words = [word for word, _ in said if len(word) == 3 and word[-1] in _OF_PLACES]
    if len(said) > 1 and len(said[-2][0]) == 2 and said[-2][1][:1] == "n" and said[-1][0] in _OF_PLACES:
        words.append(said[-2][0] + said[-1][0])  # 财政|所
    return {word[at : at + 2] for word in words for at in range(2)}


def across(chunk: str) -> set[str]:
    """The pairs of a run whose two signs belong to two words that no text need hold together.

    One of the two is longer, or it is a counted noun or one that does something: 一词, 人提.
    """
    words = [(end, word, tag) for _, end, word, tag in segments_of(words_of(chunk))]
    return {
        chunk[end - 1 : end + 1]
        for (end, word, tag), (_, following, other) in itertools.pairwise(words)
        if len(word) + len(following) > 2 or (tag[:1] in "mrq" and other[:1] == "n") or (tag == "n" and other == "v")
    }


def loose(chunk: str, said: str) -> set[str]:
    """The pairs of a run of which a sign belongs to a word that names no thing, which texts say otherwise: 养活, 派人.

    Behind 的 a verb names one, too: 最常见的投诉. ``said`` is the bare text that the run is cut out of.
    """
    words = [
        (start, end)
        for start, end, word, tag in segments_of(words_of(chunk))
        if _names_none(tag) and f"的{word}" not in said
    ]
    words += [found.span() for found in _DOUBLED.finditer(chunk)]
    return {chunk[at : at + 2] for start, end in words for at in range(max(start - 1, 0), end)}


@cache
def is_place(word: str) -> bool:
    """Whether a word names a place."""
    return _tag(word) == "ns"


@cache
def is_thing(word: str) -> bool:
    """Whether a word names a kind of thing."""
    return _tag(word) == "n"


def _tag(word: str) -> str:
    return next((tag for _, _, found, tag in segments_of(words_of(word)) if found == word), "")


def _names_none(tag: str) -> bool:
    return tag[:1] in _NO_THINGS and tag not in _THINGS_DONE


def grams(chunk: str) -> list[str]:
    """Pairs of Chinese signs, and each number or Latin word whole."""
    grams: list[str] = []
    for run in _RUN.findall(chunk):
        if run.isascii():
            grams += [run] if len(run) > 1 else []
        else:
            grams += [run[i : i + 2] for i in range(len(run) - 1)]
    return grams
