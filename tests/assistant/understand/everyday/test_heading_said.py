"""A section said as the place of an answer that stands nowhere else."""

import pytest

from assistant.understand.everyday.heading_said import without_heading


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("国有资产占有使用情况中，水利局有几辆车", "水利局有几辆车"),
        ("水利局 国有资产 房屋面积 平方米", "水利局 房屋面积 平方米"),
        ("按机构设置说明，上江水利局设了几个内设机构", "上江水利局设了几个内设机构"),
        ("水利局2026年人员情况说明里，离退休人员多少人", "水利局2026年 离退休人员多少人"),
    ],
)
def test_the_place_is_left_out(words: str, left: str) -> None:
    assert without_heading(words) == left


@pytest.mark.parametrize(
    "words",
    ["水利局国有资产占有使用情况怎么样", "国有资产占用情况里，水利局三公经费多少", "水利局国有资产房屋出租收入多少"],
)
def test_a_section_that_is_asked_about_stays(words: str) -> None:
    assert without_heading(words) == words
