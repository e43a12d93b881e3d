"""Turns of an English question that say a thing in many words, put in fewer: a sentence form, never a budget term."""

import re

from assistant.understand.words.rules import put_by, written

_RULES = "english_turns.toml"


def in_fewer_words(question: str) -> str:
    """A question with its long turns of phrase put shortly."""
    return put_by(_RULES, question, re.IGNORECASE)


def examples() -> list[tuple[str, str]]:
    """Each rule's pattern with the question part that shows it, for its test."""
    return [(pattern, shown) for pattern, _, shown in written(_RULES)]
