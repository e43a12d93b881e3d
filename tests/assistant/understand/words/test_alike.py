"""A word is held by a text that says most of it, and by none that says another word of its make."""

import pytest

from assistant.understand.words.alike import held


@pytest.mark.parametrize(("word", "text"), [("人民调查", "人民调解项目"), ("办公用房", "办公用品费")])
def test_a_half_that_is_another_word(word: str, text: str) -> None:
    assert held(word, text) == 0.0


def test_both_halves_apart_from_each_other() -> None:
    assert held("调解补贴", "调解工作补贴") > 0.5
