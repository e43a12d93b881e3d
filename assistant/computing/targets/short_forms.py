"""Short forms of what targets name, spelt out as they are printed: 注会 for 注册会计师, 初会 for 初级会计师."""

import itertools
from collections.abc import Iterable
from functools import lru_cache

from assistant.computing.targets.pool import Place
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.text import words_of


def spelt_out(words: str, pool: Iterable[Place]) -> str:
    """Words with each short form of two printed words spelt out where it stands for no other two.

    A short form takes the first character of each word; only what is no word itself is taken for one (公用 is no
    公务用车), and where a document writes it, it means itself.
    """
    loose = _loose_pairs(words)
    if not loose:
        return words
    printed = list(dict.fromkeys(name for place in pool for name in (place.keys[0], place.keys[1], place.keys[2])))
    for short in loose:
        meant = {pair for name in printed for initials, pair in _initials(name) if initials == short}
        if len(meant) == 1 and not any(short in name for name in printed):
            words = words.replace(short, meant.pop())
    return words


def _loose_pairs(words: str) -> list[str]:
    """The pairs of characters side by side which are no word, nor part of one: 注会 of 注会一天多少元."""
    cut = [(start, end, word) for start, end, word, _ in segments_of(words_of(words))]
    pairs = itertools.pairwise(cut)
    return [one[2] + other[2] for one, other in pairs if len(one[2]) == len(other[2]) == 1 and one[1] == other[0]]


@lru_cache(maxsize=16384)
def _initials(name: str) -> tuple[tuple[str, str], ...]:
    """Each two words of a name side by side, with their first characters."""
    cut = [word for _, _, word, _ in segments_of(words_of(name))]
    return tuple((one[0] + two[0], one + two) for one, two in itertools.pairwise(cut) if min(len(one), len(two)) > 1)
