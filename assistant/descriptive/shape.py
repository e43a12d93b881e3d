"""Words that only shape a question of words, taken out to see its matter; and which way it says a figure went."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from assistant.understand.door import STILL, Door, without_amounts
from assistant.understand.everyday.uncovered_words import is_empty_verb, segments_of
from assistant.understand.words.text import words_of

NEEDED = re.compile(rf"为(?:什么|何|啥){STILL}(?:要|需要|得|想|去(?!年))")
_SHAPES = ("asking", "purpose", "degree", "money", "grammar")
_CHANGES = ("falls", "rises", "same")
_PAIR = 2  # signs of the words within which one sign is no word of its own
_THINGS = ("n", "nz")
_SIDES = "其当之此这那上下左右前后内外中东南西北以"
_NUMBER = re.compile(r"\d[\d.,]*")


def needs(question: str) -> bool:
    """Whether a question asks why a thing is done at all: 为什么每年都要."""
    return NEEDED.search(question) is not None


def matter_of(text: str, door: Door) -> str:
    """A bare question with its shape put out; what stays is parted by "|"."""
    text = _english().sub("|", text)
    if door in (Door.GOAL, Door.TEXT):
        text = without_amounts(text)
    if door is not Door.WHY:
        return _put_out(_shape(), text)
    return _NUMBER.sub("|", _put_out(_shape_of_reasons(), without_amounts(text)))


def _put_out(shape: re.Pattern[str], text: str) -> str:
    """A text without the words of a shape, but for one sign within the name of a thing: 事 in 海事, 中 in 初中."""
    alone = {found.start() for found in shape.finditer(text) if len(found[0]) == 1}
    if not alone:
        return shape.sub("|", text)
    words = words_of(text)
    kept: set[int] = set()
    for start, end, word, tag in segments_of(words):
        signs = range(words.places[start], words.places[end - 1] + 1)
        thing = len(word) == len(signs) == _PAIR and (tag in _THINGS or (tag == "f" and word[0] not in _SIDES))
        if thing and not all(at in alone for at in signs):
            kept.update(signs)
    return shape.sub(lambda found: found[0] if len(found[0]) == 1 and found.start() in kept else "|", text)


def is_shape(word: str) -> bool:
    """Whether a bare word says nothing of a matter: 少了, 理由呢."""
    return not matter_of(word, Door.WHY).replace("|", "")


def direction_of(key: str) -> int:
    """-1 where a bare question speaks of a fall, 1 of a rise, 0 of neither; the last word of either decides."""
    for found in reversed(list(_change().finditer(key))):
        if way := _way_of(found[0]):
            return way
    return 0


def _way_of(word: str) -> int:
    """-1 for a word of a fall, 1 for one of a rise, 0 for another."""
    ways = (direction for direction, name in ((-1, "falls"), (1, "rises")) if _any_of(name).fullmatch(word))
    return next(ways, 0)


_NOT = re.compile("没(?!了)|[未不]|少花|省")


def one_way(key: str) -> int:
    """The direction of a bare question that speaks of one alone and denies nothing: not 腰斩还多, 为什么没降."""
    key = without_amounts(key)  # 低了二百多万 says no 多
    said = {way for m in _change().finditer(key) if (way := _way_of(m[0]))}
    return said.pop() if len(said) == 1 and not _NOT.search(key) else 0


@cache
def alike() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Verbs of one sign as they are said, with the words documents print for them."""
    return tuple((re.compile(said), tuple(printed)) for said, printed in _data()["alike"].items())


@cache
def is_slight(word: str) -> bool:
    """Whether a word tells of the form of an answer, of the document or of asking, which a text need not hold: 名单."""
    return word in _words("slight") or is_empty_verb(word)


@cache
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files("assistant.lexicon").joinpath("shape.toml").read_text("utf-8"))


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(_data()[name]["zh"])


@cache
def _any_of(*names: str) -> re.Pattern[str]:
    words = {word for name in names for word in _words(name)}
    return re.compile("|".join(sorted(words, key=lambda word: (-len(re.sub(r"\(.*", "", word)), word))))


@cache
def _change() -> re.Pattern[str]:
    return _any_of(*_CHANGES)


@cache
def _english() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(_words('english'))})(?![a-z])")


@cache
def _shape() -> re.Pattern[str]:
    return _any_of(*_SHAPES)


@cache
def _shape_of_reasons() -> re.Pattern[str]:
    return _any_of(*_SHAPES, *_CHANGES)
