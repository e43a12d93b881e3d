"""What a refusal offers, to be said yes to: never a figure with it."""

import re

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked

STRANGE = "水利局紫外线的防汛物资采购经费多少钱"


@pytest.mark.parametrize(
    ("question", "aside", "reading"),
    [
        (STRANGE, "紫外线", "云汀市水利局2026年防汛物资采购经费"),
        ("水利局在职的公务接待费多少", "在职", "云汀市水利局2026年公务接待费"),
        ("水利局防汛器材采购费多少", "器材", "云汀市水利局2026年防汛物资采购经费"),
    ],
)
def test_what_is_left_is_asked_back_without_its_figure(ask: Asked, question: str, aside: str, reading: str) -> None:
    answer = ask(question)
    assert answer.kind is AnswerKind.REFUSAL and not answer.figures
    assert f"撇开“{aside}”" in answer.text and answer.choices == (reading,), answer.text
    assert not re.search(r"\d\.\d\d", answer.text)


@pytest.mark.parametrize("yes", ["是的", "对", "第一个", "1", "云汀市水利局2026年防汛物资采购经费"])
def test_the_reading_is_told_where_it_is_said_yes_to(ask: Asked, yes: str) -> None:
    answer = ask(yes, STRANGE)
    assert "200.00" in answer.text, answer.text


def test_what_was_put_aside_is_said_so_in_the_account(ask: Asked) -> None:
    plan = ask("是的", STRANGE).plan or {}
    assert {"text": "紫外线", "taken_for": "put_aside"} in plan["account"]


def test_a_talk_goes_on_from_the_reading_taken(ask: Asked) -> None:
    assert "22.22%" in ask("占项目总额多少", STRANGE, "对").text


@pytest.mark.parametrize(
    "words",
    [
        "水利局局长工资多少",
        "水利局紫外线多少钱",
        "水利局紫外线预算多少",
        "财神局的防汛物资采购经费",
        "水利局未兑付的公务接待费多少",
    ],
)
def test_nothing_is_offered_where_little_was_understood(ask: Asked, words: str) -> None:
    answer = ask(words)
    assert answer.kind is AnswerKind.REFUSAL and "撇开" not in answer.text, answer.text


def test_another_question_takes_no_reading(ask: Asked) -> None:
    answer = ask("园林局公务接待费多少", STRANGE)
    assert "园林局" in answer.text and answer.figures, answer.text
