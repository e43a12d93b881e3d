"""Sentences that are nothing but names of offices."""

import pytest

from assistant.descriptive.office_words import only_names_offices, sets_up_offices


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("办公室、预算科、绩效评价管理科（政府采购办公室）、会计科。", True),
        ("负责水库巡查，由巡查科具体承办。", False),
        ("云汀市水务局", False),
    ],
)
def test_names_alone_are_told_from_work(printed: str, names: bool) -> None:
    assert only_names_offices(printed) is names


def test_what_is_set_up_is_no_work() -> None:
    assert sets_up_offices("本局内设机构3个包括办公室")
    assert not sets_up_offices("办公室负责文电处理")
