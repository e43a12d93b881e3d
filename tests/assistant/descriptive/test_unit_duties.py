"""What one unit does: its name alone, or what its department does, is no answer."""

import pytest

from assistant.descriptive.unit_duties import tells_duty, unit_asked


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("云汀市水情监测信息中心具体承担哪些职责？", "水情监测信息中心"),
        ("水利局河道管理所负责什么", "水利局河道管理所"),
        ("水利局承担哪些职责", ""),
        ("闸门检修由哪些科室负责落实", ""),
    ],
)
def test_the_unit_whose_work_is_asked_is_heard(question: str, unit: str) -> None:
    assert unit_asked(question, []) == unit


def test_a_body_with_its_own_document_is_no_unit_inside() -> None:
    assert unit_asked("云汀市河道管理所负责什么", ["云汀市河道管理所"]) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("所属事业单位：云汀市水情监测信息中心。", False),
        ("负责水情监测信息化，指导各中心工作。", False),
        ("水情监测信息中心：负责水情数据的汇总和发布。", True),
        ("水情监测信息中心主要职责是汇总水情数据。", True),
    ],
)
def test_its_work_has_to_stand_behind_its_name(text: str, told: bool) -> None:
    assert tells_duty("水情监测信息中心", text) is told
