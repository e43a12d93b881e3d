"""A topic before a share is the part, unless it says to look within."""

import pytest

from assistant.understand.bodies.named import Bodies
from assistant.understand.reading import plan_of
from assistant.understand.vocabulary import vocabulary
from assistant.understand.words.text import words_of

VOCAB = vocabulary({}, Bodies(["云汀市水利局"], []))


@pytest.mark.parametrize(
    ("words", "part", "whole"),
    [
        ("公务接待费，水利局2026年占三公经费百分之多少", "reception", "three_public"),
        ("三公经费里，水利局2026年公务接待费占百分之多少", "reception", "three_public"),
    ],
)
def test_the_part_may_be_said_first(words: str, part: str, whole: str) -> None:
    (ask,) = plan_of(words_of(words), VOCAB, "zh").asks
    assert [t.concept for t in ask.terms] == [part]
    assert [t.concept for t in ask.base] == [whole]
