"""A question that names no line means a body's money, but not money of which something else is said."""

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked


@pytest.mark.parametrize("words", ["水利局2026年一共批了多少钱", "水利局2026年拿到多少预算", "水利局2026年有多少钱"])
def test_the_money_of_a_body(ask: Asked, words: str) -> None:
    answer = ask(words)
    assert answer.kind is AnswerKind.NUMBER and "1,500.00" in answer.text


@pytest.mark.parametrize(
    "words",
    [
        "水利局2026年一共审出了多少万元的问题资金",
        "水利局2026年赔了多少钱",
        "水利局2026年发现了多少万元的问题",
        "水利局2026年借了多少钱",
        "水利局2026年老百姓的钱有多少",
    ],
)
def test_other_money_is_no_budget(ask: Asked, words: str) -> None:
    assert ask(words).kind is AnswerKind.REFUSAL
