"""Whether a thing counts under a term: an entry that names both tells, one that names the term alone does not."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.passage import PassageKind
from tests.assistant.town import saying, stored, water

ENTRY = "五、其他收入：指除财政拨款收入等以外的收入。主要包括利息存款收入、固定资产出租收入等。"


LINE = "3.信息化建设（项）5.00万元，主要用于水情系统维护、闸门遥控平台等支出。"


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    parsed = saying(water(), ("名词解释", ENTRY), kind=PassageKind.GLOSSARY)
    said = saying(parsed, ("名词解释", ENTRY), ("支出说明", LINE))
    passages = (parsed.passages[0], said.passages[1])
    return Assistant(Library(stored(tmp_path, replace(parsed, passages=passages)).engine))


def test_the_entry_that_names_the_thing_is_quoted(told: Assistant) -> None:
    answer = told.ask(Question("水利局其他收入里主要是什么来的？存款利息算吗"))
    assert answer.kind is AnswerKind.TEXT and "利息存款收入" in answer.text


def test_a_thing_the_entry_does_not_name_is_refused(told: Assistant) -> None:
    assert told.ask(Question("水利局其他收入里主要是什么来的？罚款算吗")).kind is AnswerKind.REFUSAL


@pytest.mark.parametrize("question", ["存款利息算其他收入吗", "存银行的利息算不算其他收入", "利息属于其他收入吗？"])
def test_the_thing_may_stand_first_and_no_body_be_named(told: Assistant, question: str) -> None:
    answer = told.ask(Question(question))
    assert answer.kind is AnswerKind.TEXT and "利息存款收入" in answer.text


def test_a_thing_that_no_entry_names_is_refused_where_it_stands_first(told: Assistant) -> None:
    assert told.ask(Question("罚款算不算其他收入")).kind is AnswerKind.REFUSAL


@pytest.mark.parametrize("question", ["水利局闸门遥控平台的钱列在哪个科目", "水利局水情系统维护算在哪一项"])
def test_the_line_under_which_a_thing_is(told: Assistant, question: str) -> None:
    answer = told.ask(Question(question))
    assert answer.kind is AnswerKind.TEXT and "信息化建设（项）" in answer.text
