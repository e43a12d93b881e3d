"""A change that a question takes for granted has to be the one the documents print, else nothing is answered."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked


@pytest.mark.parametrize(
    "stated",
    ["涨了两成", "多了250万", "增加了250万元", "比上年增长20%左右", "不是涨了一大截嘛", "从1250万涨到1500万"],
)
def test_a_change_that_is_printed_lets_the_other_year_be_told(ask: Asked, stated: str) -> None:
    answer = ask(f"水利局2026年收入预算{stated}，那上一年是多少")
    assert answer.kind is AnswerKind.NUMBER, answer.text
    assert answer.figures[0].value == Decimal("1250.00")


@pytest.mark.parametrize(
    "stated", ["降了两成", "涨了三成多", "多了350万", "不是砍掉一大截嘛", "从1350万涨到1500万", "翻了一番"]
)
def test_another_change_is_refused_with_what_is_printed(ask: Asked, stated: str) -> None:
    answer = ask(f"水利局2026年收入预算{stated}，那上一年是多少")
    assert answer.kind is AnswerKind.REFUSAL, answer.text
    assert "250.00" in answer.text
