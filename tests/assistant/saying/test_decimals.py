"""Amounts with as many decimals as a question asks for."""

from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("turn", "value"), [("换成亿元，留两位小数", "0.15"), ("换成亿元，保留一位小数", "0.2"), ("换成亿元", "0.1500")]
)
def test_an_amount_has_the_decimals_that_are_asked_for(ask, turn: str, value: str) -> None:
    answer = ask(turn, "水利局2026年收入总计多少")
    assert [f.value for f in answer.figures] == [Decimal(value)], answer.text


def test_a_share_is_not_rounded_a_second_time(ask) -> None:
    asked = "水利局2026年项目支出占支出总计的比例"
    assert ask(f"{asked}，保留一位小数").figures == ask(asked).figures


def test_the_next_turn_works_with_the_exact_amount(ask) -> None:
    first = ("水利局2026年收入总计多少亿元，保留一位小数", "换成万元")
    assert ask(first[1], first[0]).figures[0].value == Decimal("1500.00")
