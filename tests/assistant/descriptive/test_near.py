"""A question of words that nothing answers is refused, with the places that come nearest shown as such."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from assistant.saying.contract import to_contract
from tests.assistant.town import saying, stored, water

TEXTS = (
    ("一、巡查安排", "水文站每月巡查河道两次，汛期加密到每周一次。"),
    ("二、设备管理", "测流浮标由水文站统一编号并登记造册。"),
    ("三、培训情况", "全年组织巡河员培训三期，内容为测流与报汛。"),
    ("四、会议情况", "年度总结会议在云汀闸站召开。"),
)


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    return Assistant(Library(stored(tmp_path, saying(water(), *TEXTS)).engine))


def test_the_nearest_places_are_shown_and_told_to_be_no_answer(told: Assistant) -> None:
    question = "水利局的测流浮标为什么编号以后老是褪色掉漆"
    answer = told.ask(Question(question))
    assert answer.kind is AnswerKind.REFUSAL, answer.text
    assert answer.only_near
    assert "浮标" in answer.sources[0].text
    assert len(answer.sources) <= 3
    assert "最接近" in answer.text
    assert to_contract(answer, question, 0)["sources"], "a reader of the contract sees them too"


@pytest.mark.parametrize("question", ["水利局的量子加密机买了几台", "水利局局长电话是多少", "气象局的测流浮标怎么编号"])
def test_figures_outside_matters_and_other_bodies_bring_no_places(told: Assistant, question: str) -> None:
    answer = told.ask(Question(question))
    assert answer.kind is AnswerKind.REFUSAL
    assert not answer.sources and not answer.only_near
