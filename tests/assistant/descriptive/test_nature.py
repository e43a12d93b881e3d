"""What kind of body a body is, and which bodies a remark is printed beside."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.town import WATER, stored, water

SAYS = f"{WATER}是市政府工作部门，负责全市水利工作。"
LISTED = (
    "序号：1；单位名称：云汀市水利局（本级）\n"
    "序号：2；单位名称：云汀市水文站；备注：预算不单列，并入本级\n"
    "序号：3；单位名称：云汀市堤防所；备注：预算不单列，并入本级"
)


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    parsed = water()
    document = parsed.document.id
    passages = tuple(
        Passage(
            f"{document}-p{number}", document, number, PassageKind.NARRATIVE, (section,), text, 2, 2,
            (PassageSpot(2, (1.0, 1.0, 9.0, 9.0), 0, len(text)),),
        )
        for number, (section, text) in enumerate((("主要职能", SAYS), ("部门预算单位构成", LISTED)), 1)
    )  # fmt: skip
    return Assistant(Library(stored(tmp_path, replace(parsed, passages=passages)).engine))


@pytest.mark.parametrize(
    "question", ["水利局是什么性质的单位", "水利局是行政单位还是事业单位", "水利局是市里的什么部门"]
)
def test_the_sentence_that_says_what_a_body_is(told: Assistant, question: str) -> None:
    answer = told.ask(Question(question))
    assert answer.kind is AnswerKind.TEXT and "市政府工作部门" in answer.text


def test_what_another_body_is_tells_nothing_of_a_unit(told: Assistant) -> None:
    assert told.ask(Question("水利局防汛仓库是什么性质的单位")).kind is AnswerKind.REFUSAL


def test_the_bodies_beside_which_a_remark_is_printed(told: Assistant) -> None:
    answer = told.ask(Question("水利局预算不单列、并入本级的是哪两家单位？"))
    assert [item.label for item in answer.items] == ["云汀市水文站", "云汀市堤防所"]


def test_the_opposite_of_a_remark_is_none(told: Assistant) -> None:
    answer = told.ask(Question("水利局哪些单位没有并入本级？"))
    assert "云汀市水文站" not in [item.label for item in answer.items]
