"""What stays of a question when the words that only shape it are put out."""

import pytest

from assistant.descriptive.shape import matter_of, one_way
from assistant.understand.door import Door


@pytest.mark.parametrize(
    ("said", "door", "matter"),
    [
        ("海事管理的钱花在什么地方", Door.GOAL, "海事管理"),
        ("初中教育的钱怎么多了", Door.WHY, "初中教育"),
        ("养老的事怎么办", Door.TEXT, "养老"),
    ],
)
def test_one_sign_within_a_name_is_no_shape(said: str, door: Door, matter: str) -> None:
    assert matter_of(said, door).split("|")[0] == matter


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("怎么压下来这么多", -1),
        ("怎么快没了", -1),
        ("怎么涨上去那么多", 1),
        ("多了多少", 1),
        ("这么多", 0),
        ("跌到三分之一还多", -1),
    ],
)
def test_so_much_is_no_rise(said: str, way: int) -> None:
    assert one_way(said) == way
