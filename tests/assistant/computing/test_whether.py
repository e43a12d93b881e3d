"""Whether there is any money of a fund: the zero of its empty table answers."""

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked


@pytest.mark.parametrize(
    "words", ["水利局用了政府性基金没有", "水利局有没有政府性基金的支出", "水利局动用政府性基金了吗"]
)
def test_an_empty_fund_table_is_zero(ask: Asked, words: str) -> None:
    answer = ask(words)
    assert answer.kind is AnswerKind.NUMBER
    assert answer.figures[0].value == 0
