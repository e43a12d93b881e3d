"""Words typed with one wrong character, mended by the words of the store: 管里 is 管理, 差履费 is 差旅费.

A character is looked at where the segmenter makes no word of it with its neighbours, or where the word it makes is
printed nowhere. What stands around it is looked for among the stored names and the words of asking; where these have
another character between, one that sounds or looks like the one typed, and only that one, it is meant. The stretch that
agrees has to be whole words of the name, and long enough that chance does not mend: of two characters both have to
stand by themselves (陪训). Signs that tell things apart (东郊, 西郊; 一处, 二处) and kinds of work that are words
themselves (税务, 水务) are as they were typed.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.lexicon import concept_words, question_words
from assistant.understand.everyday.uncovered_words import bounds_of, segments_of, words_by_sound
from assistant.understand.names.fuzzy import FuzzyNames, alike_signs, said_alike
from assistant.understand.words.alike import tells_apart
from assistant.understand.words.body_forms import field_words
from assistant.understand.words.text import Words
from ingest.wording.glyphs import is_cjk

_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")
# Characters that stand by themselves between words; one of them is only wrong where its neighbour is left alone too.
_ALONE = frozenset(
    "的得地了是在和与及或把被给有也都还就又要会能可这那哪其此中里上下内外多少几个占比为年月日元钱没不吗呢啊吧从按由"
)
_PAIR, _WHOLE, _LONG, _LONGEST = 2, 3, 5, 12
_AROUND, _BESIDE = ((2, 0), (1, 1), (0, 2)), ((1, 0), (0, 1))
_COUNTED = frozenset((*_NUMERALS, "年"))  # what stands around any number shows no word
_AMOUNT = ("多少钱", "几个", "几家")


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong character: its place in the key, the one that is meant, and the stretch that shows it."""

    at: int
    sign: str
    start: int
    end: int
    sure: bool  # it sounds the same in the reading both mostly have
    named: bool  # the stretch is a whole name
    steering: bool = False  # a word of asking shows it, and no name

    @property
    def length(self) -> int:
        """How many characters show it, itself among them."""
        return self.end - self.start

    @property
    def weight(self) -> tuple[int, bool]:
        """How well it is shown."""
        return self.length + self.sure, self.named


def slip_in(words: Words, fuzzy: FuzzyNames, among: Collection[str] | None = None) -> Slip | None:
    """The wrong character of a question that is shown best, by the names ``among`` which it may speak."""
    found = list(_slips(words, fuzzy, among))
    return max(found, key=lambda slip: (slip.weight, -slip.at)) if found else None


def _slips(words: Words, fuzzy: FuzzyNames, among: Collection[str] | None) -> Iterator[Slip]:
    segments = [(start, end, tag) for start, end, _, tag in segments_of(words)]
    alone = {start: tag for start, end, tag in segments if end - start == 1}
    for start, end, _ in segments:
        word = words.key[start:end]
        if end - start > _PAIR or not all(map(is_cjk, word)) or set(word) & _NUMERALS:
            continue
        if end - start == 1:
            slip = _meant_at(words, start, alone, fuzzy, among)
            yield from () if slip is None else (slip,)
        elif not (word in field_words() or word in _known_words() or fuzzy.held(word)):
            for at in range(start, end):
                slip = _meant_at(words, at, alone, fuzzy, among)
                if slip is not None and slip.sure and slip.length >= _LONG:
                    yield slip


def _meant_at(
    words: Words, at: int, alone: dict[int, str], fuzzy: FuzzyNames, among: Collection[str] | None
) -> Slip | None:
    """The one character that the names have in this place, if it is alike to the one typed and another one."""
    sign, best = words.key[at], dict[str, Slip]()
    for left, right in _AROUND if at not in alone or not _may_be_half(alone[at], sign) else (*_AROUND, *_BESIDE):
        around = _around(words, at, left, right)
        if around is None:
            continue
        for pool, names in ((fuzzy, among), (_steering(), None)):
            for name, place in pool.around(*around):
                other = name[place]
                if other == sign and left + right > 1 and pool is fuzzy:
                    return None  # printed so
                if not _alike(sign, other) or (names is not None and name not in names):
                    continue
                slip = _shown(words, at, name, place, steering=pool is not fuzzy)
                if slip is None or not _firm(slip, name, place, words, alone):
                    continue
                if other not in best or best[other].weight < slip.weight:
                    best[other] = slip
    first, *others = sorted(best.values(), key=lambda slip: slip.weight, reverse=True) or (None,)
    return first if first and all(first.weight > other.weight for other in others) else None


def _may_be_half(tag: str, sign: str) -> bool:
    """Whether a character by itself may be half of a word of two: it says something, and is no word of quality."""
    return tag[0] in "vnqzg" and sign not in _ALONE


def _around(words: Words, at: int, left: int, right: int) -> tuple[str, str] | None:
    """So many characters before and after a place of its clause."""
    low, high = _clause(words, at)
    if at - left < low or at + right >= high:
        return None
    before, after = words.key[at - left : at], words.key[at + 1 : at + 1 + right]
    return (before, after) if all(is_cjk(c) and c not in _COUNTED for c in before + after) else None


def _clause(words: Words, at: int) -> tuple[int, int]:
    low = max((b for b in words.breaks if b <= at), default=0)
    return low, min((b for b in words.breaks if b > at), default=len(words.key))


@lru_cache(maxsize=65536)
def _alike(sign: str, other: str) -> bool:
    if sign == other or not is_cjk(other) or other in _NUMERALS or tells_apart(sign, other):
        return False
    return alike_signs(sign, other)


def _shown(words: Words, at: int, name: str, place: int, *, steering: bool) -> Slip | None:
    """The longest stretch around a wrong character that is whole words of a name; all of a word of asking."""
    low, high = _clause(words, at)
    left = right = 0
    while left < min(at - low, place, _LONGEST) and words.key[at - left - 1] == name[place - left - 1]:
        left += 1
    after = min(high - at, len(name) - place, _LONGEST) - 1
    while right < after and words.key[at + right + 1] == name[place + right + 1]:
        right += 1
    bounds = {0, len(name)} if steering else bounds_of(name)
    first = min((b for b in bounds if place - left <= b <= place), default=None)
    last = max((b for b in bounds if place < b <= place + right + 1), default=None)
    if first is None or last is None:
        return None
    sure, named = said_alike(words.key[at], name[place]), last - first == len(name)
    return Slip(at, name[place], at - (place - first), at + (last - place), sure, named, steering)


def _firm(slip: Slip, name: str, place: int, words: Words, alone: dict[int, str]) -> bool:
    """Whether a stretch is long enough to show a wrong character."""
    typed = words.key[slip.at]
    beside = [p for p in (slip.at - 1, slip.at + 1) if slip.start <= p < slip.end]
    left_alone = any(p in alone for p in beside)
    if slip.length == _PAIR:
        known = slip.steering
        return slip.sure and (known or (left_alone and words.key[beside[0]] not in _ALONE))
    if slip.steering:
        return slip.sure
    if {place, place + 1} <= bounds_of(name) and slip.sign in _ALONE:
        return False  # 公务用机运行维护费 is no 及运行维护费
    if len(beside) == 1 and {place, place + 1} <= bounds_of(name):  # a word of one character: 规范|率
        return slip.sure and slip.length >= _LONG and typed not in _ALONE
    if typed in _ALONE:
        return left_alone and slip.length > (_WHOLE if slip.sure else _WHOLE + 1)
    return slip.length >= (_WHOLE if slip.sure or slip.named else _WHOLE + 1)


@cache
def _known_words() -> frozenset[str]:
    return frozenset((*question_words(), *words_by_sound(), *concept_words()))


@cache
def _steering() -> FuzzyNames:
    words = (w for w, (family, _) in question_words().items() if family == "operator" and len(w) == _WHOLE)
    return FuzzyNames((*words, *_AMOUNT, *words_by_sound()))
