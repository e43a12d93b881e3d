"""Phases that words name, and numbers of them."""

import pytest

from assistant.understand.words.phases import phases_said, without_phases


@pytest.mark.parametrize(
    ("words", "phases"),
    [
        ("供水一体化工程（二期）得分", {("期", "2")}),
        ("供水一体化工程第2期", {("期", "2")}),
        ("信息系统III期", {("期", "3")}),
        ("监测点建设（第三批）", {("批", "3")}),
        ("二标段", {("标", "2")}),
        ("水库加固（一）得分", {("", "1")}),
        ("办了三期培训班", set()),
        ("2026年4期培训班的经费", set()),
        ("十四五期间", set()),
        ("2024年二级指标", set()),
    ],
)
def test_phases(words: str, phases: set[tuple[str, str]]) -> None:
    assert set(phases_said(words)) == phases


def test_the_rest_of_a_name() -> None:
    assert without_phases("供水一体化工程第二期得分") == "供水一体化工程得分"
