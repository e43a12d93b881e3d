"""A bound that is asked for stands with its number; what only ranks is left as it is."""

import pytest

from assistant.understand.everyday.bounds_asked import with_bounds_behind


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("一年至少办几次会议", "一年办不少于几次会议"),
        ("合格率最低要达到多少", "合格率要达到不低于多少"),
        ("每台最高花多少", "每台花不超过多少"),
        ("哪个项目最少要花多少", "哪个项目最少要花多少"),
        ("金额最高的要花多少", "金额最高的要花多少"),
        ("最少多少", "最少多少"),
        ("至少3个，多少钱", "至少3个，多少钱"),
    ],
)
def test_bounds(said: str, plain: str) -> None:
    assert with_bounds_behind(said) == plain
