"""One fund that pays all of a thing or none of it, in whatever verb."""

import pytest

from assistant.understand.words.funds_said import funds_said


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("全额由非财政资金安排的项目", "alone"),
        ("完全用单位资金办的项目", "alone"),
        ("纯财政拨款的项目", "alone"),
        ("完全不靠财政资金支撑的项目", "without"),
        ("没动用财政拨款的项目", "without"),
        ("一分财政钱没用的项目", "none_of"),
        ("买车钱都没排", "none_of"),
        ("只有项目支出的项级科目", "alone"),
        ("全额列项目支出的科目", "alone"),
        ("无基本支出的科目", "without"),
        ("一分基本支出没有的科目", "none_of"),
    ],
)
def test_all_or_none_is_heard(text: str, role: str) -> None:
    assert role in [said for *_, family, said in funds_said(text) if family == "context"]


@pytest.mark.parametrize(
    "text",
    [
        "财政拨款没用完的项目",
        "全部财政拨款是多少",
        "不用财政口径的数",
        "没用完财政拨款",
        "有无财政拨款的项目",
        "只有项目支出多少",
    ],
)
def test_what_is_left_or_whole_is_neither(text: str) -> None:
    assert not list(funds_said(text))
