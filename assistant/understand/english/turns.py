"""Turns of an English question that say a thing in many words, put in fewer: a sentence form, never a budget term."""

import re

from assistant.understand.words.rules import put_by, written

_RULES = "english_turns.toml"
_BACK_FROM = re.compile(
    r"(?<=\bback from )(?P<the>the |its )?(?P<year>20\d\d)(?:'s)? "
    r"(?=(?:budget |explanatory |printed )?(?:narrative|text|note|statement|document|explanation|commentary))"
)


def in_fewer_words(question: str) -> str:
    """A question with its long turns of phrase put shortly."""
    return put_by(_RULES, _BACK_FROM.sub(lambda found: _told_later(found, question), question), re.IGNORECASE)


def _told_later(found: re.Match[str], question: str) -> str:
    """What a year is worked back from, without its own year where that is the one after: only there is it told."""
    return found["the"] or "" if str(int(found["year"]) - 1) in question else found[0]


def examples() -> list[tuple[str, str]]:
    """Each rule's pattern with the question part that shows it, for its test."""
    return [(pattern, shown) for pattern, _, shown in written(_RULES)]
