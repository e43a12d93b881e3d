"""English phrases with their Chinese words: how they are looked up, and what the dictionaries may hold."""

import re
import tomllib
from importlib import resources

import pytest

from assistant.understand.english.lexicon import entry


@pytest.mark.parametrize("phrase", ["sits", "caring", "mayors", "licence"])
def test_an_inflected_word_is_no_other_word(phrase: str) -> None:
    assert "网站" not in getattr(entry(phrase), "text", "")


def test_what_is_done_is_known_in_every_form() -> None:
    assert entry("digitised") == entry("digitize")
    assert entry("mayors") == entry("mayor")


@pytest.mark.parametrize("file", ["english_words.toml", "english_dictionary.toml"])
def test_every_english_word_has_words_that_documents_print(file: str) -> None:
    data = tomllib.loads(resources.files("assistant.lexicon").joinpath(file).read_text("utf-8"))
    for section in data.values():
        for english, chinese in section.items():
            assert english == english.lower() and all(chinese.split()), english
            assert not re.search("[，、；]", chinese), english


@pytest.mark.parametrize("word", ["when", "where", "whether", "until", "if"])
def test_a_word_that_asks_or_narrows_is_never_empty(word: str) -> None:
    assert entry(word) is None
