"""Names that are not word for word in the store: abbreviated, mistyped, in sound-alike characters or pinyin."""

import re
import tomllib
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from assistant.understand.words.alike import contradicts, prints_number
from ingest.wording.glyphs import is_cjk

_GOOD = 0.74
_CLOSE = 0.06
_REMEMBERED = 2048  # words whose resembling names are kept: a question looks for the same ones several times
_ASKED = re.compile(r"[了过]?(?:多少|几)[\u4e00-\u9fff]{0,2}$")
_AROUND = 4096  # stretches whose surroundings are remembered
_NO_AMOUNT = "率均"  # a rate is no amount, nor is one for each: 生均支出 is no 卫生支出
_NUMERALS = "二三四五六七八九"  # 四公经费 is no 公用经费; 一 and 十 are parts of words (一般, 十分)
_TELLING = _NO_AMOUNT + _NUMERALS + "不未"  # 不合格率 is no 合格率
SAME_SOUND = 0.96  # a name typed sign for sign by its sound


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A stored name in comparison form and how well words resemble it, 0 to 1."""

    key: str
    score: float


class FuzzyNames:
    """Look-up of resembling names among those of the store; an index by character keeps it quick."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(set(names))
        self._by_character: dict[str, set[int]] = {}
        self._known_around: dict[tuple[str, str], tuple[tuple[str, int], ...]] = {}
        for index, name in enumerate(self._names):
            for character in set(name):
                self._by_character.setdefault(character, set()).add(index)
        self._liked: dict[tuple[str, frozenset[str] | None, float], tuple[NameMatch, ...]] = {}

    def like(self, words: str, among: frozenset[str] | None = None, least: float = _GOOD) -> tuple[NameMatch, ...]:
        """The names that resemble ``words``, best first; those within a close margin of the best."""
        asked = (words, among, least)
        if asked not in self._liked:
            if len(self._liked) >= _REMEMBERED:
                self._liked.clear()
            self._liked[asked] = self._like(words, among, least)
        return self._liked[asked]

    def _like(self, words: str, among: frozenset[str] | None, least: float) -> tuple[NameMatch, ...]:
        if len(words) < 2:
            return ()
        distinct = len(set(words))
        enough = max(2, (distinct * 3 + 4) // 5) if distinct > 5 else max(1, (distinct + 1) // 2)
        if words.isascii():
            return self._by_initials(words, among, least)
        found = []
        for index, count in self._shared(words).items():
            if count >= enough:
                name = self._names[index]
                if among is None or name in among:
                    score = resemblance(words, name)
                    if score >= least:
                        found.append(NameMatch(name, score))
        found.sort(key=lambda m: (-m.score, len(m.key), m.key))
        if not found:
            return ()
        return tuple(m for m in found if m.score >= found[0].score - _CLOSE)[:24]

    def near(self, words: str, most: int = 150) -> list[str]:
        """Names that share characters with ``words``, most shared first; a wide net, for suggestions only."""
        counts = self._shared(words)
        found = sorted(counts, key=lambda i: (-counts[i] / (len(set(self._names[i])) + 2), self._names[i]))
        return [self._names[index] for index in found[:most]]

    def held(self, words: str, among: Container[str] | None = None) -> bool:
        """Whether some name holds the words as they are."""
        if len(words) < 2 or any(c not in self._by_character for c in words):
            return False
        common = set.intersection(*(self._by_character[c] for c in set(words)))
        names = (self._names[index] for index in common)
        return any(words in name for name in names if among is None or name in among)

    def sharing(self, words: Iterable[str]) -> list[str]:
        """The names that hold at least one of the words as it is, sorted."""
        found: set[int] = set()
        for word in words:
            if word and all(c in self._by_character for c in word):
                common = set.intersection(*(self._by_character[c] for c in set(word)))
                found.update(index for index in common if word in self._names[index])
        return [self._names[index] for index in sorted(found)]

    def both(self, one: str, other: str) -> tuple[str, ...]:
        """The names that hold two stretches, the first before the second."""
        if any(c not in self._by_character for c in set(one + other)):
            return ()
        common = set.intersection(*(self._by_character[c] for c in set(one + other)))
        names = (self._names[index] for index in sorted(common))
        return tuple(n for n in names if one in n and other in n[n.index(one) :])[:24]

    def around(self, before: str, after: str) -> tuple[tuple[str, int], ...]:
        """The names in which one sign stands between two stretches, each with the place of that sign."""
        asked = (before, after)
        if asked not in self._known_around:
            if len(self._known_around) > _AROUND:
                self._known_around.clear()
            self._known_around[asked] = tuple(self._look_around(before, after))
        return self._known_around[asked]

    def _look_around(self, before: str, after: str) -> Iterator[tuple[str, int]]:
        asked = set(before + after)
        if not asked or any(c not in self._by_character for c in asked):
            return
        pattern = re.compile(f"(?<={re.escape(before)}).(?={re.escape(after)})")
        for index in sorted(set.intersection(*(self._by_character[c] for c in asked))):
            yield from ((self._names[index], found.start()) for found in pattern.finditer(self._names[index]))

    def _shared(self, words: str) -> Counter[int]:
        """How many characters of ``words`` each name holds."""
        return Counter(index for character in set(words) for index in self._by_character.get(character, ()))

    def _by_initials(self, words: str, among: Container[str] | None, least: float) -> tuple[NameMatch, ...]:
        if len(words) < 3 or not words.isalpha():
            return ()
        found = []
        for name in self._names:
            if (among is None or name in among) and len(name) >= len(words):
                initials, full = sounds(name)
                if words == initials:
                    found.append(NameMatch(name, 0.97))
                elif words == full:
                    found.append(NameMatch(name, 0.99))
                elif len(words) >= 4 and words in initials:
                    found.append(NameMatch(name, 0.8 + 0.1 * len(words) / len(initials)))
        found.sort(key=lambda m: (-m.score, len(m.key), m.key))
        return tuple(m for m in found if m.score >= max(least, found[0].score - _CLOSE))[:24] if found else ()


@lru_cache(maxsize=65536)
def sounds(name: str) -> tuple[str, str]:
    """The initials and the whole pinyin of a name."""
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(name)
    return "".join(s[:1] for s in syllables), "".join(syllables)


@lru_cache(maxsize=65536)
def resemblance(words: str, name: str) -> float:
    """How well words resemble a name: 1 the same, over 0.74 worth offering.

    Contained words, abbreviations (characters in order), mistyped and sound-alike characters all count.
    """
    if not words or not name:
        return 0.0
    if words == name:
        return 1.0
    if any(not prints_number(name, number) for number in re.findall(r"\d+", words)):
        return 0.0  # a number in the words is a constraint: 2027 is not 2026, nor 1234 any 12345
    share = len(words) / len(name)
    if words in name:
        return 0.9 + 0.09 * share if len(words) >= 3 else 0.78 + 0.1 * share
    if name in words:
        return 0.0  # words beyond the name would be dropped
    if contradicts(words, name) or any(sign in words and sign not in name for sign in _TELLING):
        return 0.0
    if any(
        part not in name for part in re.findall(r"[一二三四五六七八九十]+[期批级号]|第[一二三四五六七八九十]+", words)
    ):
        return 0.0
    one, other = _ASKED.search(words), _ASKED.search(name)
    if one and other and one[0] == other[0]:  # 培训了多少人次 is alike to 接待了多少人次 only in what is asked
        return resemblance(words[: one.start()], name[: other.start()])
    best = 0.0
    if len(words) >= 3:
        best = max(best, _abbreviation(words, name))
    ratio = 0.0 if _other_sign(words, name) else fuzz.ratio(words, name) / 100
    if -2 <= len(words) - len(name) <= 1 and len(words) >= 3:
        best = max(best, ratio)
    if len(words) >= 4 and len(name) > len(words):
        partial = fuzz.partial_ratio(words, name) / 100
        if partial >= 0.75 and not _other_in_part(words, name):
            best = max(best, 0.86 * partial + 0.06 * share)
    if best < 0.9 and len(words) == len(name) and ratio >= 0.4 and sounds(words)[1] == sounds(name)[1]:
        best = SAME_SOUND
    return best


def _other_sign(words: str, name: str) -> bool:
    """Whether a name of the same length has one other sign in place of one that neither sounds nor looks like it.

    公务用船 is no slip of 公务用车.
    """
    if len(words) != len(name):
        return False
    apart = [(one, other) for one, other in zip(words, name, strict=True) if one != other]
    return len(apart) == 1 and is_cjk(apart[0][0]) and not alike_signs(*apart[0])


def _other_in_part(words: str, name: str) -> bool:
    """The same of the part of a longer name that the words resemble most; a sign at its ends may be no part of it."""
    part = fuzz.partial_ratio_alignment(words, name)
    return part is not None and _other_sign(words[1:-1], name[part.dest_start + 1 : part.dest_end - 1])


def _abbreviation(words: str, name: str) -> float:
    """Characters of the words standing in order in the name; fewer runs are better, wherever the first one stands."""
    starts = (at for at, character in enumerate(name) if character == words[0])
    told = [runs for start in starts if (runs := _runs(words, name, start))]
    broken = (min(told) - 1) / max(1, len(words) - 1) if told else 1.0
    return 0.0 if broken > 0.67 else 0.9 - 0.2 * broken


def _runs(words: str, name: str, position: int) -> int:
    """In how many runs the words stand in a name from a position on; 0 where they do not."""
    runs, last = 0, -2
    for character in words:
        found = name.find(character, position)
        if found < 0:
            return 0
        if found != last + 1:
            runs += 1
        last, position = found, found + 1
    return runs


def sounds_alike(one: str, other: str) -> bool:
    """Whether two characters sound alike in any reading, also where dialects do not tell them apart (z, zh; n, ng)."""
    return bool(_readings(one) & _readings(other))


def alike_signs(one: str, other: str) -> bool:
    """Whether a character may have been typed for another: they sound or look alike."""
    return sounds_alike(one, other) or (one, other) in look_alike()


@lru_cache(maxsize=8192)
def said_alike(one: str, other: str) -> bool:
    """Whether two characters sound alike in the reading they mostly have."""
    return sounds(one)[1] == sounds(other)[1]


@cache
def look_alike() -> frozenset[tuple[str, str]]:
    """The pairs of characters that the eye takes for one another."""
    data = tomllib.loads(resources.files("assistant.lexicon").joinpath("look_alikes.toml").read_text("utf-8"))
    return frozenset((one, other) for group in data["zh"] for one in group for other in group if one != other)


@lru_cache(maxsize=8192)
def readings_in_full(character: str) -> frozenset[str]:
    """The syllables a character may be read as, in pinyin without tones."""
    from pypinyin import Style, pinyin

    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


@lru_cache(maxsize=8192)
def _readings(character: str) -> frozenset[str]:
    plain = set()
    for sound in readings_in_full(character):
        for many, one in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n")):
            sound = sound.replace(many, one)
        plain.add(sound)
    return frozenset(plain)


def foreign_signs(piece: str, name: str) -> dict[int, str]:
    """The characters of a piece that a name lacks, by their places, each with the one the name has instead."""
    told: dict[int, str] = {}
    instead, last = "", -1
    for step in LCSseq.opcodes(piece, name):
        here = name[step.dest_start : step.dest_end]
        if step.tag == "equal":
            instead, last = "", -1
        elif step.tag == "insert":
            instead = here
            if last >= 0:
                told |= dict(zip(range(last, step.src_start), here, strict=False))
        else:
            put = (here or instead).ljust(step.src_end - step.src_start)
            told |= {at: put[at - step.src_start].strip() for at in range(step.src_start, step.src_end)}
            last = step.src_start
    return told
