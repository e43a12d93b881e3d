"""Money that a question why takes for not granted has to be nil, else no reason is told."""

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked


@pytest.mark.parametrize(
    "question",
    ["水利局2026年收入预算为什么没有安排", "水利局2026年收入预算为什么没安排"],
)
def test_money_that_is_printed_is_told_in_place_of_a_reason(ask: Asked, question: str) -> None:
    answer = ask(question)
    assert answer.kind is AnswerKind.REFUSAL, answer.text
    assert "前提不符" in answer.text, answer.text


def test_what_did_not_move_is_no_money_that_is_missing(ask: Asked) -> None:
    assert "前提不符" not in ask("水利局2026年公务接待费为什么没有增加").text
