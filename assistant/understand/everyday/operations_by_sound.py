"""Words that steer a question, written with a sign that sounds alike: 合记 for 合计, 降副 for 降幅.

Only a stretch that no name explains is taken for one, so that this comes after the names are found; ``by_sound`` mends
words of asking in the text before.
"""

from functools import cache

from assistant.lexicon import question_words
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.names.fuzzy import sounds, sounds_alike
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words, words_of

_SHORTEST, _LONGEST = 2, 4
_JOINING = "和与及跟"


def with_steering_words(words: Words, tokens: list[Span]) -> list[Span]:
    """The tokens with unknown stretches read as the one steering word that sounds like them."""
    made = list(tokens)
    for token in tokens:
        if token.family != "unknown" or token not in made:
            continue
        for start, end in _windows(words, token, tokens):
            apart = _joins_names(words, end, tokens) or _cuts_a_word(words, start)
            said = None if apart else _meant(words.key[start:end])
            if said is not None:
                family, role = question_words()[said]
                made = [t for t in made if t.end <= start or t.start >= end]
                made += [
                    Span(low, high, "unknown", "unknown", words.key[low:high]) for low, high in _rest(token, start, end)
                ]
                made.append(Span(start, end, family, role, said))
                made.sort(key=lambda t: t.start)
                break
    return made


def _windows(words: Words, token: Span, tokens: list[Span]) -> list[tuple[int, int]]:
    """The stretches around an unknown one that are made of it and of single signs beside it, longest first."""
    loose = {t.start for t in tokens if t.family in ("filler", "soft") and t.length == 1}
    first = token.start - 1 if token.start - 1 in loose and token.start not in words.breaks else token.start
    last = token.end + 1 if token.end in loose and token.end not in words.breaks else token.end
    found = [
        (start, end)
        for start in range(first, token.end)
        for end in range(start + _SHORTEST, min(last, start + _LONGEST) + 1)
        if start < token.end and end > token.start
    ]
    return sorted(found, key=lambda pair: pair[0] - pair[1])


def _joins_names(words: Words, end: int, tokens: list[Span]) -> bool:
    """Whether a stretch ends in what joins it to a name behind it: 林长制和护林员 is no 之和."""
    families = ("name", "like", "quoted", "concept", "unknown")
    named = any(t.start == end and t.length > 1 and t.family in families for t in tokens)
    return named and words.key[end - 1] in _JOINING


def _cuts_a_word(words: Words, start: int) -> bool:
    """Whether a stretch begins within a word: 合格|数 holds no 个数."""
    return any(low < start < high for low, high, _, _ in segments_of(words))


def _rest(token: Span, start: int, end: int) -> list[tuple[int, int]]:
    """What of an unknown stretch stands outside a word found in it."""
    return [(low, high) for low, high in ((token.start, start), (end, token.end)) if low < high]


def _meant(said: str) -> str | None:
    """The steering word of which all signs but one stand in their places and that one sounds alike.

    A stretch that is a word of its own is none: 总机 is no 总计.
    """
    if len(list(segments_of(words_of(said)))) == 1:
        return None
    alike = [word for word in _by_sound().get((len(said), sounds(said)[1]), ()) if _one_apart(said, word)]
    return alike[0] if len(alike) == 1 else None


def _one_apart(said: str, word: str) -> bool:
    apart = [(one, other) for one, other in zip(said, word, strict=True) if one != other]
    return len(apart) == 1 and sounds_alike(*apart[0])


@cache
def _by_sound() -> dict[tuple[int, str], tuple[str, ...]]:
    found: dict[tuple[int, str], tuple[str, ...]] = {}
    for word, (family, _) in question_words().items():
        if family == "operator" and _SHORTEST <= len(word) <= _LONGEST:
            key = (len(word), sounds(word)[1])
            found[key] = (*found.get(key, ()), word)
    return found
