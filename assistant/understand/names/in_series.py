"""Members of a series said with 、 or, as keywords, with blanks: no name takes in some and leaves the others."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

# Blanks between words of two signs and more, three of them or more and no stop: 某局 某项目 计算机 打印机 台数.
_KEYWORDS = re.compile(r"\S{2,}(?: +\S{2,}){3,}")
_COUNTED = re.compile(r"[这那]?[两二三四五六七八九十\d]+[项个样类块笔种]")  # 三公、会议、培训三项
_STOP = re.compile("[，,、。；;]")


def parts_series(words: Words, start: int, end: int) -> bool:
    """Whether a stretch takes in some members of a series and leaves the one beside them, or how many they are."""
    inside = any(start < at < end for at in words.pauses)
    beside = bool({start, end} & words.pauses) or _COUNTED.match(words.key, end) is not None
    return (inside and beside) or any(start < at < end for at in _blanks(words))


def in_series(words: Words, tokens: Iterable[Span]) -> list[Span]:
    """The tokens with each member of a series apart that nobody knows together."""
    return [piece for token in tokens for piece in _members(words, token)]


def _members(words: Words, token: Span) -> Iterator[Span]:
    if token.family != "unknown" or not parts_series(words, token.start, token.end):
        yield token
        return
    cuts = sorted(at for at in words.pauses | _blanks(words) if token.start < at < token.end)
    for start, end in itertools.pairwise([token.start, *cuts, token.end]):
        yield replace(token, start=start, end=end, text=words.key[start:end])


def _blanks(words: Words) -> frozenset[int]:
    """The key positions before which a blank stands that parts keywords."""
    if _STOP.search(words.text) or not _KEYWORDS.fullmatch(words.text.strip()):
        return frozenset()
    return frozenset(words.key_at(place) for place, sign in enumerate(words.text) if sign == " ") - {len(words.key)}
