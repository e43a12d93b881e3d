"""Which bodies, documents or pages write of a thing."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import PARKS, WATER, parks, saying, stored, water

DIVERS = "下降的主要原因是：落实“过紧日子”要求，水下机器人改为租用。"
TREES = "加强古树名木巡查，压减一般性支出，过紧日子。"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    made: Path = tmp_path_factory.mktemp("town")
    documents = saying(water(), ("情况说明", DIVERS)), saying(parks(), ("工作任务", TREES))
    return Assistant(Library(stored(made, *documents).engine))


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("哪些单位提到了“紧日子”", {WATER, PARKS}),
        ("哪几个部门说了要过紧日子？", {WATER, PARKS}),
        ("有几个局写到水下机器人", {WATER}),
        ("哪些单位的文件里出现了古树", {PARKS}),
        ("古树名木在哪些部门的文件里提到过", {PARKS}),
        ("哪个局讲到因机器人租用导致下降", {WATER}),
    ],
)
def test_the_bodies_that_write_of_a_thing(told: Assistant, question: str, bodies: set[str]) -> None:
    answer = told.ask(Question(question))
    assert answer.kind is AnswerKind.LIST
    assert {item.label for item in answer.items} == bodies


def test_documents_are_named_by_year_and_kind(told: Assistant) -> None:
    answer = told.ask(Question("哪份文件提到了古树"))
    assert [item.label for item in answer.items] == [f"{PARKS}2026年部门预算"]
    assert "古树名木" in answer.text


def test_pages_are_named(told: Assistant) -> None:
    answer = told.ask(Question("哪几页提到了古树"))
    assert answer.kind is AnswerKind.LIST and "第" in answer.items[0].label


def test_what_nobody_writes_of_is_refused(told: Assistant) -> None:
    answer = told.ask(Question("哪些单位提到了量子计算"))
    assert answer.kind is AnswerKind.REFUSAL and "量子计算" in answer.text


def test_those_that_do_not_are_not_listed(told: Assistant) -> None:
    answer = told.ask(Question("哪些单位没有提到古树"))
    assert answer.kind is AnswerKind.REFUSAL and PARKS in answer.text


@pytest.mark.parametrize("question", ["哪些部门说了预算减少", "哪些单位公务接待费超过1万元"])
def test_questions_of_figures_are_no_mentions(told: Assistant, question: str) -> None:
    assert "写到“" not in told.ask(Question(question)).text
