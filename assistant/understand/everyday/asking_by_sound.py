"""Words of asking that were typed by their sound: 包扩哪些 is 包括哪些, 有己个 is 有几个.

Only two characters that are no word of their own are taken for one, and only where the other of the two is as it should
be: 那些 is a word and stays. Words of operations are heard after the names are found (``slips``).
"""

import itertools
from functools import cache

from assistant.understand.everyday.uncovered_words import segments_of, words_by_sound
from assistant.understand.names.fuzzy import said_alike
from assistant.understand.words.text import words_of
from ingest.wording.glyphs import is_cjk

# Characters that stand by themselves between words: 给个准数, 合几多钱, 占了几成.
_ALONE = frozenset("几多少一二两三四五六七八九十个有的是了不没给把和与及比占为在中里上下都也还要用这那哪")


def with_sounds_mended(text: str) -> str:
    """A text with the mistyped words of asking as they are written."""
    words = words_of(text)
    made = list(words.text)
    single = [(start, word) for start, end, word, _ in segments_of(words) if end - start == 1 and is_cjk(word)]
    for (at, one), (after, other) in itertools.pairwise(single):
        if after == at + 1 and at + 1 not in words.breaks and (meant := _meant(one, other)):
            made[words.places[at]], made[words.places[after]] = meant[0], meant[1]
    return "".join(made)


def _meant(one: str, other: str) -> str | None:
    found = [w for w in _halves().get((0, one), ()) if other not in _ALONE and said_alike(w[1], other)]
    found += [w for w in _halves().get((1, other), ()) if one not in _ALONE and said_alike(w[0], one)]
    return found[0] if len(found) == 1 and found[0] != one + other else None


@cache
def _halves() -> dict[tuple[int, str], tuple[str, ...]]:
    made: dict[tuple[int, str], tuple[str, ...]] = {}
    for word in sorted(words_by_sound()):
        for at, sign in enumerate(word):
            made[at, sign] = (*made.get((at, sign), ()), word)
    return made
