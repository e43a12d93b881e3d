"""Whether a name that was found for a stretch of a question accounts for all that the stretch says."""

import itertools
from collections.abc import Sequence

from assistant.understand.names.fuzzy import NameMatch
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

NEARLY = 0.9  # how sure a name is meant by a word it holds


def holds_word(match: NameMatch, unknown: str) -> bool:
    """Whether a name found with the help of neighbours accounts for the stretch too: not 人均 before a known name."""
    return match.score >= 0.95 or sum(c in match.key for c in unknown) * 2 >= len(unknown)


def says_body(piece: str, match: NameMatch) -> bool:
    """Whether words are nearly a body's name, or say nothing that it does not: 管政务信息系统; 文化馆 is no 图书馆."""
    return match.score >= NEARLY or set(piece) <= set(match.key)


def holds_each(match: NameMatch, window: Sequence[Span], words: Words) -> bool:
    """Whether a name accounts for what stands on each side of a 、: 公车、接待 are two things and no 公务接待."""
    start, end = window[0].start, window[-1].end
    bounds = [start, *sorted(at for at in words.pauses if start < at < end), end]
    pieces = [words.key[low:high] for low, high in itertools.pairwise(bounds)]
    return len(pieces) < 2 or all(sum(c in match.key for c in piece) * 2 > len(piece) for piece in pieces)
