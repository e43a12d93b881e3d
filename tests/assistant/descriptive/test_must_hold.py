"""What a text has to hold itself: no duty tells what befell a body, no line of another unit why one moved."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.descriptive.must_hold import kind_of_the_told, of_own_state
from assistant.finding.evidence import Found, Outcome
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.passage import PassageKind
from tests.assistant.town import saying, stored, water

DUTIES = (
    "审核外国政府援助、贷款建设的水库项目。",
    "依法检查被审计单位的水费账目。",
)


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    parsed = saying(water(), *(("一、主要职责", text) for text in DUTIES))
    return Assistant(Library(stored(tmp_path, parsed).engine))


@pytest.mark.parametrize("question", ["水利局有没有贷款", "水利局有没有欠银行的贷款？", "水利局有没有被审计过"])
def test_no_duty_tells_what_befell_a_body(told: Assistant, question: str) -> None:
    assert told.ask(Question(question)).kind is AnswerKind.REFUSAL


def test_a_duty_tells_what_a_body_does(told: Assistant) -> None:
    assert "贷款建设的水库" in told.ask(Question("水利局有没有审核外国贷款项目的职责")).text


@pytest.mark.parametrize(
    ("question", "state"),
    [
        ("某局有没有外债", True),
        ("某局被处罚过没有", True),
        ("某局是否被通报批评", True),
        ("某局有没有审过外国贷款", False),
        ("某局管不管贷款", False),
        ("某局有没有被审计单位的名单", False),
    ],
)
def test_what_is_asked_of_the_state_of_a_body(question: str, state: bool) -> None:
    assert of_own_state(question) is state


def test_tasks_are_the_duties_where_no_year_has_its_own(told: Assistant) -> None:
    assert "水库项目" in told.ask(Question("水利局主要任务是啥")).text


def test_what_a_term_means_tells_of_no_task(tmp_path: Path) -> None:
    term = "二、基本支出：指为保障机构正常运转、完成日常工作任务而发生的支出。"
    parsed = saying(water(), ("名词解释", term), kind=PassageKind.GLOSSARY)
    answer = Assistant(Library(stored(tmp_path, parsed).engine)).ask(Question("水利局主要任务有哪些"))
    assert answer.kind is AnswerKind.REFUSAL


def test_the_kind_of_a_thing_is_asked_of_the_line_told_before() -> None:
    told = ([Outcome("figures", found=[Found("购置车辆", 6, "辆", [])])],)
    desk = SimpleNamespace(told=told)
    assert kind_of_the_told(desk, "是什么车？") == "购置车辆是什么车？"  # type: ignore[arg-type]
    assert kind_of_the_told(desk, "是什么船？") == "是什么船？"  # type: ignore[arg-type]
    assert kind_of_the_told(desk, "公务用车是什么车？") == "公务用车是什么车？"  # type: ignore[arg-type]
