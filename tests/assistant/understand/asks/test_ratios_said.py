"""Two lines of one body held against each other without a word for times."""

import pytest

from tests.assistant.conftest import Asked

_TIMES = [
    "水利局2026年基本支出和项目支出的比是多少",
    "水利局2026年基本支出与项目支出的比例是多少",
    "水利局2026年基本支出对项目支出的比率",
]


@pytest.mark.parametrize("words", _TIMES)
def test_two_lines_are_one_ratio(ask: Asked, words: str) -> None:
    told = ask(words)
    assert str(told.figures[0].value) == "0.67", told.text
    assert told.figures[0].unit == "倍"


def test_each_of_them_has_its_own_share(ask: Asked) -> None:
    told = ask("水利局2026年基本支出和项目支出的比例各是多少")
    assert [f.unit for f in told.figures if f.computed] == ["%", "%"], told.text
