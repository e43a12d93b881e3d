"""Which size is meant: that of the whole, or of a part."""

import pytest

from assistant.understand.words.size_kinds import size_kinds


@pytest.mark.parametrize(
    ("said", "printed", "same"),
    [
        ("规划建筑面积", "本工程规划建筑面积约为", True),
        ("规划建筑面积", "用地面积约为", False),
        ("占地面积", "用地面积", True),
        ("计容面积", "不计容面积", False),
        ("地上建筑面积", "地下建筑面积", False),
        ("使用面积", "建筑面积", False),
        ("裙房几层", "裙楼2层", True),
    ],
)
def test_sizes_are_told_apart(said: str, printed: str, same: bool) -> None:
    assert (size_kinds(said) == size_kinds(printed)) is same
