"""Words near a stored name that say another word."""

import pytest

from assistant.understand.everyday.another_word import says_another_word
from tests.assistant.conftest import Asked


@pytest.mark.parametrize(
    ("piece", "name"),
    [("水利费", "水费"), ("基本收支", "基本支出"), ("公务用机运行维护费", "公务用车购置及运行维护费")],
)
def test_another_word_is_no_slip(piece: str, name: str) -> None:
    assert says_another_word(piece, name)


@pytest.mark.parametrize(
    ("piece", "name"),
    [
        ("差履费", "差旅费"),
        ("邮电费用", "邮电费"),
        ("信息化系统运维费", "信息系统运行维护费"),
        ("法援案件", "法律援助案件"),
    ],
)
def test_a_slip_and_another_way_to_say_it_are_none(piece: str, name: str) -> None:
    assert not says_another_word(piece, name)


def test_a_word_that_ends_in_flower_spends_nothing(ask: Asked) -> None:
    assert not ask("水利局2026年印花费多少").figures
    assert ask("水利局2026年花费多少").figures
