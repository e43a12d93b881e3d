"""Amounts by the head, and standards before and now, that only a sentence tells."""

from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from tests.assistant.conftest import Asked
from tests.assistant.town import saying, stored, water


@pytest.fixture
def standards(tmp_path: Path) -> Asked:
    """A department whose text prints what each gets, and standards that moved."""
    text = (
        "计划资助移民子女60名，每人每年2,000元。巡河员补贴标准为300元/人/月。\n"
        "1.农林水支出（类）水利（款）移民补助（项）。主要原因是人均补助标准由600元提高到650元。\n"
        "公务用车运行维护费减少，主要是保留车辆由5辆减为3辆。"
    )
    return Asked(Assistant(Library(stored(tmp_path, saying(water(), ("项目绩效", text))).engine)))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水利局移民子女一人一年资助多少元", ["2000"]),
        ("水利局资助移民子女几名，每人每年多少元", ["60", "2000"]),
        ("水利局巡河员补贴每人每月多少元", ["300"]),
        ("水利局移民补助的人均补助标准从多少提高到了多少", ["600", "650"]),
        ("水利局保留车辆从几辆减到几辆", ["5", "3"]),
    ],
)
def test_a_standard_is_told(standards: Asked, question: str, values: list[str]) -> None:
    answer = standards(question)
    assert [str(f.value) for f in answer.figures] == values, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "水利局移民子女每人每月资助多少元",
        "水利局移民子女每户每年资助多少元",
        "水利局巡河员补贴从多少提高到多少",
        "水利局移民补助从几辆减到几辆",
    ],
)
def test_another_standard_is_not(standards: Asked, question: str) -> None:
    answer = standards(question)
    assert not answer.figures, answer.text
