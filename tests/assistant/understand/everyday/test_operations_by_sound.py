"""Steering words written with a sign that sounds alike are read; words of their own are not touched."""

import pytest

from assistant.understand.everyday.operations_by_sound import with_steering_words
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of


def read(text: str) -> list[tuple[str, str]]:
    words = words_of(text)
    tokens = with_steering_words(words, [Span(0, len(words.key), "unknown", "unknown", words.key)])
    return [(token.text, token.role) for token in tokens]


@pytest.mark.parametrize(
    ("said", "meant", "role"),
    [("合记", "合计", "sum"), ("降副", "降幅", "growth"), ("占必", "占比", "share"), ("差鹅", "差额", "difference")],
)
def test_a_sign_that_sounds_alike(said: str, meant: str, role: str) -> None:
    assert read(said) == [(meant, role)]


@pytest.mark.parametrize("said", ["总机", "水泵", "记合", "水质合格数"])
def test_another_word_is_no_slip(said: str) -> None:
    assert read(said) == [(said, "unknown")]


def test_what_stands_beside_it_stays_unknown() -> None:
    assert read("渠合记") == [("渠", "unknown"), ("合计", "sum")]
