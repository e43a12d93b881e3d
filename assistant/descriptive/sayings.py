"""What people say where documents print other words: 一把手 for 负责人, 打预防针 for 防范 (lexicon/sayings.toml)."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from assistant.lexicon import scan, told_words
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.text import words_of


def sayings_in(rest: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where a bare text holds sayings whole, with the words printed for them: not 上头 in 晚上头一次."""
    if not _said().search(rest):
        return
    words = words_of(rest)
    edges = {words.places[start] for start, _, _, _ in segments_of(words)} | {len(rest)}
    lines = [(start, end) for start, end, _ in scan(rest, told_words())]
    for found in _said().finditer(rest):
        if any(start < found.end() and found.start() < end and end - start >= len(found[0]) for start, end in lines):
            continue  # a line of a budget: 日常开销
        if found.start() in edges and (found.end() in edges or rest[found.end()] == "|"):
            yield found.start(), found.end(), _families()[found.group()]


@cache
def _said() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_families(), key=lambda said: (-len(said), said))))


@cache
def _families() -> dict[str, tuple[str, ...]]:
    text = resources.files("assistant.lexicon").joinpath("sayings.toml").read_text("utf-8")
    return {said: tuple(printed) for family, printed in tomllib.loads(text)["families"] for said in family}
