"""A word is held by a text that says most of it, and by none that says another word of its make."""

import pytest

from assistant.understand.words.alike import held, prints_number


@pytest.mark.parametrize(("word", "text"), [("人民调查", "人民调解项目"), ("办公用房", "办公用品费")])
def test_a_half_that_is_another_word(word: str, text: str) -> None:
    assert held(word, text) == 0.0


def test_both_halves_apart_from_each_other() -> None:
    assert held("调解补贴", "调解工作补贴") > 0.5


@pytest.mark.parametrize(
    ("word", "text"), [("12346热线", "12345热线平台运营项目"), ("1234", "12345热线平台"), ("5", "第15次")]
)
def test_a_number_is_told_in_full_or_not_at_all(word: str, text: str) -> None:
    assert held(word, text) == 0.0


def test_a_number_within_a_code_or_a_term_is_told() -> None:
    assert prints_number("20242027年运维", "2024") and prints_number("水库12369热线", "12369")
    assert not prints_number("水库12369热线", "1236")
