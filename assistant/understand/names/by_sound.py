"""Words of names that an English question spells in pinyin: Dongting is 洞庭 where a stored name holds that."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from assistant.understand.names.fuzzy import readings_in_full

_LONGEST_SYLLABLE = 6  # zhuang, shuang, chuang
_MOST_SYLLABLES = 4


def spelt_runs(word: str, names: Iterable[str]) -> list[str]:
    """The runs of two to four characters of some names that a word in pinyin spells, the commonest first."""
    names = list(names)
    by_syllable = _by_syllable(frozenset(c for name in names for c in name))
    counts: dict[str, int] = {}
    for syllables in _splits(word.lower(), by_syllable):
        if not 2 <= len(syllables) <= _MOST_SYLLABLES:
            continue
        run = re.compile("".join(f"[{''.join(sorted(by_syllable[s]))}]" for s in syllables))
        for name in names:
            for found in run.findall(name):
                counts[found] = counts.get(found, 0) + 1
    return sorted(counts, key=lambda run: (-counts[run], run))


def _splits(word: str, known: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """The ways to part a word into syllables that characters have."""
    if not word:
        yield ()
    for length in range(1, min(_LONGEST_SYLLABLE, len(word)) + 1):
        if word[:length] in known:
            yield from ((word[:length], *rest) for rest in _splits(word[length:], known))


@lru_cache(maxsize=8)
def _by_syllable(characters: frozenset[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for character in characters:
        if "\u4e00" <= character <= "\u9fff":
            for syllable in readings_in_full(character):
                found.setdefault(syllable, set()).add(character)
    return {syllable: frozenset(said) for syllable, said in found.items()}
