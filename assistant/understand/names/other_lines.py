"""The lines of what is left of a class, said without their ending: 其他城乡社区管理事务 is …支出, never the class."""

from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from assistant.lexicon import asked_words, is_classified
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_OTHER = "其他"
_ENDINGS = ("支出", "费用", "经费", "费", "收入")
_LIKENESS = 0.98


def other_line_spans(words: Words, names: Collection[str], longest: int) -> list[Span]:
    """The stretches that begin with 其他 and are a printed name but for its ending."""
    found = []
    at = words.key.find(_OTHER)
    while at >= 0:
        for end in range(min(len(words.key), at + longest), at + len(_OTHER) + 1, -1):
            said = words.key[at:end]
            if said in names or said in asked_words():
                break
            whole = tuple((said + ending, _LIKENESS) for ending in _ENDINGS if said + ending in names)
            if whole:
                found.append(Span(at, end, "like", "like", said, whole))
                break
        at = words.key.find(_OTHER, at + 1)
    return found


def without_others_lost(tokens: list[Span]) -> list[Span]:
    """The tokens with 其他 as not understood where it stands before a class whose remaining line is not printed."""
    made = list(tokens)
    for at, (one, behind) in enumerate(pairwise(tokens)):
        lost = one.text == _OTHER and one.family in ("filler", "soft") and one.end == behind.start
        line = behind.role == "label" or (behind.family == "concept" and is_classified(behind.role))
        if lost and line:
            made[at] = replace(one, family="unknown", role="unknown")
    return made
