"""Everyday words for a line whose name follows in brackets: 看病业务上的收入（事业收入） asks for the line alone."""

from dataclasses import replace

from assistant.lexicon import concepts
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_DESCRIBING = ("hint", "soft", "unknown", "filler")


def glossed(words: Words, tokens: list[Span]) -> list[Span]:
    """The tokens with the words that a bracketed name says again as fillers.

    They end as the name does and describe it: what names a row of its own (教育的收入（事业收入）) stays, unless a
    word for doings follows it (医疗业务收入).
    """
    made = list(tokens)
    for at, token in enumerate(tokens):
        head = at - 1
        if head < 0 or not _in_brackets(words, token) or not _ends_alike(tokens[head], token):
            continue
        first = head
        while first and _describes(tokens, first - 1) and tokens[first - 1].end not in words.breaks:
            first -= 1
        if any(t.family in ("hint", "soft", "name") for t in tokens[first:head]):
            for place in range(first, at):
                made[place] = replace(tokens[place], family="filler", role="filler", value=None)
    return made


def _in_brackets(words: Words, token: Span) -> bool:
    """Whether a line's name has brackets for itself."""
    start, end = words.places[token.start], words.places[token.end - 1] + 1
    return token.family == "concept" and (words.text[start - 1 : start], words.text[end : end + 1]) in (
        ("(", ")"),
        ("（", "）"),
    )


def _ends_alike(head: Span, line: Span) -> bool:
    """Whether a word is the kind of thing that a line is, and no other line: 收入 of 事业收入."""
    kind = head.family == "concept" and head.text in concepts()[head.role].words + concepts()[head.role].said
    return kind and head.length >= 2 and line.text.endswith(head.text) and line.text != head.text


def _describes(tokens: list[Span], at: int) -> bool:
    token = tokens[at]
    return token.family in _DESCRIBING or (token.family == "name" and tokens[at + 1].role in ("soft", "ordinary"))
