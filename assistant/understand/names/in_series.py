"""Members of a series said with 、: no name takes in some of them and leaves the others (甲、乙、丙各多少)."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words


def parts_series(words: Words, start: int, end: int) -> bool:
    """Whether a stretch takes in some members of a series and leaves the one right beside them."""
    inside = any(start < at < end for at in words.pauses)
    return inside and bool({start, end} & words.pauses)


def in_series(words: Words, tokens: Iterable[Span]) -> list[Span]:
    """The tokens with each member of a series apart that nobody knows together."""
    return [piece for token in tokens for piece in _members(words, token)]


def _members(words: Words, token: Span) -> Iterator[Span]:
    if token.family != "unknown" or not parts_series(words, token.start, token.end):
        yield token
        return
    cuts = sorted(at for at in words.pauses if token.start < at < token.end)
    for start, end in itertools.pairwise([token.start, *cuts, token.end]):
        yield replace(token, start=start, end=end, text=words.key[start:end])
