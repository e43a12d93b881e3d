"""Sentences cut into words, amounts, separators, and brackets that hold amounts of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ingest.narrative.mentions import Mention, mentions_in

_SEPARATOR = re.compile(r"[，,；;。：:]")


class TokenKind(Enum):
    """What a token is to the reader of clauses."""

    WORDS = auto()
    MENTION = auto()
    OPEN = auto()
    CLOSE = auto()
    SEPARATOR = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a paragraph by its place."""

    kind: TokenKind
    start: int
    end: int
    mention: Mention | None = None


def tokens_of(text: str) -> list[Token]:
    """The tokens of a paragraph in order; brackets without amounts stay inside the words around them."""
    mentions = mentions_in(text)
    brackets = _brackets(text)
    groups = [(a, b) for a, b in brackets if any(a < m.start < b for m in mentions)]
    inside = [(m.start, m.end) for m in mentions] + [(a, b + 1) for a, b in brackets if (a, b) not in groups]
    cuts = [Token(TokenKind.MENTION, m.start, m.end, m) for m in mentions]
    cuts += [
        Token(TokenKind.SEPARATOR, m.start(), m.end())
        for m in _SEPARATOR.finditer(text)
        if not any(a <= m.start() < b for a, b in inside)
    ]
    for a, b in groups:
        cuts += [Token(TokenKind.OPEN, a, a + 1), Token(TokenKind.CLOSE, b, b + 1)]
    return _with_words(text, sorted(cuts, key=lambda t: t.start))


def _with_words(text: str, cuts: Sequence[Token]) -> list[Token]:
    tokens, at = [], 0
    for cut in cuts:
        if cut.start > at:
            tokens.append(Token(TokenKind.WORDS, at, cut.start))
        tokens.append(cut)
        at = cut.end
    if at < len(text):
        tokens.append(Token(TokenKind.WORDS, at, len(text)))
    return tokens


def _brackets(text: str) -> list[tuple[int, int]]:
    stack: list[int] = []
    pairs = []
    for i, c in enumerate(text):
        if c in "（(":
            stack.append(i)
        elif c in "）)" and stack:
            pairs.append((stack.pop(), i))
    return pairs
