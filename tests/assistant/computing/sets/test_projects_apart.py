"""The projects of two bodies held against each other."""

import pytest

from tests.assistant.conftest import Asked


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("水利局本级的项目比雨水泵站管理中心多几个", None, None),
        ("水利局的项目比雨水泵站管理中心多几个", "3", "个"),
        ("雨水泵站管理中心的项目比水利局少几个", "3", "个"),
        ("水利局比雨水泵站管理中心项目多几个", "3", "个"),
        ("水利局比雨水泵站管理中心的项目多出几个", "3", "个"),
        ("水利局的项目比雨水泵站管理中心多多少钱", "650.00", "万元"),
    ],
)
def test_their_number_and_their_money_are_told_apart(
    ask: Asked, question: str, value: str | None, unit: str | None
) -> None:
    answer = ask(question)
    told = [(str(f.value), f.unit) for f in answer.figures[:1]]
    assert told == [(value, unit)] or (value is None and not any(f.unit == "万元" for f in answer.figures)), answer.text
