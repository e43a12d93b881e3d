"""Members chosen by the mean of all of them, which is told beside what is asked of them."""

from decimal import Decimal

import pytest

from tests.assistant.conftest import Asked


@pytest.mark.parametrize(
    "words",
    [
        "水利局2026年有几个项目高于平均值",
        "水利局2026年金额超过平均数的项目有多少个",
        "水利局2026年平均水平以上的项目数量",
    ],
)
def test_those_above_the_mean_are_counted(ask: Asked, words: str) -> None:
    answer = ask(words)
    assert [f.value for f in answer.figures] == [Decimal(3), Decimal("180.00")], answer.text


def test_those_below_the_mean_are_listed_or_added(ask: Asked) -> None:
    listed = ask("水利局2026年低于平均数的项目有哪些")
    assert [item.value for item in listed.items] == [Decimal("50.00"), Decimal("20.00")], listed.text
    added = ask("水利局2026年低于平均数的项目合计多少")
    assert added.figures[0].value == Decimal("70.00")


def test_a_bound_in_money_is_no_mean(ask: Asked) -> None:
    assert ask("水利局2026年超过180万元的项目平均多少").figures[0].value == Decimal("276.67")
