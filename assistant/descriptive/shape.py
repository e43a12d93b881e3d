"""Words that only shape a question of words, taken out to see its matter; and which way it says a figure went."""

import re
import tomllib
from functools import cache
from importlib import resources

from assistant.understand.door import Door

_SHAPES = ("asking", "purpose", "degree", "money", "grammar")
_CHANGES = ("falls", "rises", "same")
# 近四成, 2.4万元, 零点几个百分点: how much a figure changed is told by figures, not by the words of a sentence.
_QUANTITY = re.compile(
    r"(?:\d[\d.,]*|[零〇一二两三四五六七八九十百千万亿几半][零〇一二两三四五六七八九十百千万亿几点]*)(?:多|来|余)?"
    r"(?:%|个?百分[点之][\d一二三四五六七八九十几.]*|分之[\d一二三四五六七八九十几]+|[成倍番](?!员)|个?点(?!位)|(?:万|亿|元|块|人(?!民|员|大))+)(?:多|左右|以上)?"
    r"|\d[\d.,]*"
)


def matter_of(text: str, door: Door) -> str:
    """A bare question with its shape put out; what stays is parted by "|"."""
    if door is not Door.WHY:
        return _shape().sub("|", text)
    return _shape_of_reasons().sub("|", _QUANTITY.sub("|", _shape_of_reasons().sub("|", text)))


def is_shape(word: str) -> bool:
    """Whether a bare word says nothing of a matter: 少了, 理由呢."""
    return not matter_of(word, Door.WHY).replace("|", "")


def direction_of(key: str) -> int:
    """-1 where a bare question speaks of a fall, 1 of a rise, 0 of neither; the last word of either decides."""
    for found in reversed(list(_change().finditer(key))):
        for direction, name in ((-1, "falls"), (1, "rises")):
            if found.group() in _words(name):
                return direction
    return 0


@cache
def _words(name: str) -> tuple[str, ...]:
    data = tomllib.loads(resources.files("assistant.lexicon").joinpath("shape.toml").read_text("utf-8"))
    return tuple(data[name]["zh"])


def _any_of(*names: str) -> re.Pattern[str]:
    words = {word for name in names for word in _words(name)}
    return re.compile("|".join(sorted(words, key=lambda word: (-len(re.sub(r"\(.*", "", word)), word))))


@cache
def _change() -> re.Pattern[str]:
    return _any_of(*_CHANGES)


@cache
def _shape() -> re.Pattern[str]:
    return _any_of(*_SHAPES)


@cache
def _shape_of_reasons() -> re.Pattern[str]:
    return _any_of(*_SHAPES, *_CHANGES)
