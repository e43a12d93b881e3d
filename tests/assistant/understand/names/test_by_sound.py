"""A word in pinyin is what stored names hold of that sound."""

import pytest

from assistant.understand.names.by_sound import spelt_runs

NAMES = ("东洞庭湖湿地修复", "洞庭湖巡护", "长安街改造", "青云路养护")


@pytest.mark.parametrize(
    ("word", "runs"),
    [
        ("Dongting", ["洞庭"]),
        ("Changan", ["长安"]),
        ("qingyun", ["青云"]),
        ("Wetland", []),
        ("Hu", []),
        ("Nanjing", []),
    ],
)
def test_a_word_is_parted_into_syllables_that_stand_beside_each_other(word: str, runs: list[str]) -> None:
    assert spelt_runs(word, NAMES) == runs
