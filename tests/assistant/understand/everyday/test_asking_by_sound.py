"""Words of asking that were typed by their sound."""

import pytest

from assistant.understand.everyday.asking_by_sound import with_sounds_mended


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("三公经费 包扩哪些", "三公经费 包括哪些"),
        ("水利局 采够总额", "水利局 采购总额"),
        ("项目有己个", "项目有几个"),
        ("遵寻什么原则", "遵循什么原则"),
    ],
)
def test_taken_for_the_word_they_sound_like(typed: str, meant: str) -> None:
    assert with_sounds_mended(typed) == meant


@pytest.mark.parametrize(
    "words", ["给个百分数", "合几多万元", "占了几多钱", "不含购房补贴的住房保障支出", "那些项目多少钱", "水利局会议费"]
)
def test_words_of_their_own_stay(words: str) -> None:
    assert with_sounds_mended(words) == words
