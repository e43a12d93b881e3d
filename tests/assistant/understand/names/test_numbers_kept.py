"""Codes and terms that no name is printed with."""

import pytest

from assistant.understand.names.numbers_kept import numbers_kept, tells_apart
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of

PRINTED = ("yt2023smn006014",), ("运营中心20232026年水库运维项目",)


@pytest.mark.parametrize(
    ("said", "is_lost"),
    [("YT2023-SM-N-006014", False), ("YT2024-SM-N-006014", True), ("2024年水库运维项目", False), ("K12-2024", False)],
)
def test_a_long_code_stands_in_a_name_or_is_not_understood(said: str, is_lost: bool) -> None:
    words = words_of(said)
    (token,) = numbers_kept(words, [Span(0, len(words.key), "name", "name", words.key)], PRINTED)
    assert (token.family == "unknown") is is_lost


@pytest.mark.parametrize(("term", "family"), [("2023-2026年", "year"), ("2027-2030年", "unknown")])
def test_a_term_is_that_of_the_name_behind_it(term: str, family: str) -> None:
    words = words_of(f"{term}水库运维项目")
    cut = words.key.index("水")
    name = Span(cut, len(words.key), "like", "like", words.key[cut:], ((PRINTED[1][0], 0.9),))
    years = Span(0, cut, "year", "year", words.key[:cut])
    assert numbers_kept(words, [years, name], PRINTED)[0].family == family


def test_what_tells_a_name_apart() -> None:
    assert tells_apart("2027-2030年") and tells_apart("YT2024-SM-N-006014")
    assert not tells_apart("2026年") and not tells_apart("K12-2024")


@pytest.mark.parametrize(("number", "family"), [("12369", "name"), ("12368", "unknown"), ("1236", "unknown")])
def test_a_number_said_of_a_name_is_printed_with_one(number: str, family: str) -> None:
    words = words_of(f"{number}热线运营")
    cut = len(number)
    tokens = [
        Span(0, cut, "name", "name", number),
        Span(cut, len(words.key), "like", "like", words.key[cut:], (("水务12369热线运营项目", 0.9),)),
    ]
    assert numbers_kept(words, tokens, (("水务12369热线运营项目",),))[0].family == family
