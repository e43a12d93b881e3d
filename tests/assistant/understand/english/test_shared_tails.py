"""Bodies said with one tail for several, each in full."""

import pytest

from assistant.understand.english.shared_tails import with_own_tails


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("the east and west suburb prisons", "the east suburb prison and west suburb prison"),
        (
            "which is larger, the east or west suburb prison",
            "which is larger, the east suburb prison or west suburb prison",
        ),
        ("the two prisons (north, south suburbs)", "the north suburb prison and south suburb prison"),
    ],
)
def test_each_has_its_tail(said: str, full: str) -> None:
    assert with_own_tails(said) == full


@pytest.mark.parametrize(
    "words",
    [
        "the travel and training expenses",
        "the east and moon suburb prisons",
        "the three prisons (north, south suburbs)",
    ],
)
def test_other_words_stay(words: str) -> None:
    assert with_own_tails(words) == words
