"""Everyday turns of speech said in the plain words that the grammar knows: 几多 is 多少, 过一千万元 is 超过一千万元."""

import re
import tomllib
from functools import cache
from importlib import resources

from assistant.understand.text import words_of


def in_plain_words(question: str) -> str:
    """A Chinese question with its everyday turns in plain words; the question as it came where it has none."""
    text = words_of(question).text
    plain = text
    for pattern, said in _rules():
        plain = pattern.sub(said, plain)
    return question if plain == text else plain


def examples() -> list[tuple[str, str]]:
    """Each rule's pattern with the question part that shows it, for its test."""
    return [(pattern, shown) for pattern, _, shown in _written()]


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), said) for pattern, said, _ in _written())


@cache
def _written() -> tuple[tuple[str, str, str], ...]:
    data = tomllib.loads(resources.files("assistant.lexicon").joinpath("spoken.toml").read_text("utf-8"))
    return tuple((pattern, said, shown) for group in data.values() for pattern, said, shown in group["rules"])
