"""A part named behind its share, put in front of it."""

import pytest

from assistant.understand.everyday.part_behind import with_part_before


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("水利局的收入有百分之几是其他收入", "水利局的收入里，其他收入占百分之几"),
        ("水利局支出里几成是基本支出？", "水利局支出里，基本支出占几成？"),
        ("水利局总支出多大比例是项目支出", "水利局总支出里，项目支出占多大比例"),
        ("水利局预算多少，百分之几是人员经费", "水利局预算多少，其中人员经费占百分之几"),
    ],
)
def test_part_comes_first(said: str, plain: str) -> None:
    assert with_part_before(said) == plain


@pytest.mark.parametrize(
    "words", ["收入比去年增加的百分之几是其他收入", "项目有百分之几是超过一百万的", "清淤费增长百分之几是多少"]
)
def test_changes_and_conditions_stay(words: str) -> None:
    assert with_part_before(words) == words
