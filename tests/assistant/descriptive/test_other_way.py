"""A change that a question takes for granted and that went the other way."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind
from ingest.records.figure import Relation
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.town import WATER, Draft, stored

TEXT = "会议费4.00万元，比上年减少1.00万元。培训费3.00万元，比上年增加2.00万元，主要原因是新增防汛培训。"
OPPOSITE = "文件里写的变化与问题说的相反"


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    draft = Draft("k", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    passage = "k-p1"
    for name, amount, change, why in (("会议费", "4.00", "-1.00", None), ("培训费", "3.00", "2.00", "新增防汛培训")):
        draft.said(name, amount, passage=passage)
        draft.said(name, change, Relation.CHANGE, reason=why, passage=passage)
    draft.figures = [replace(f, text=f.text.lstrip("-")) for f in draft.figures]
    spot = PassageSpot(8, (1.0, 1.0, 9.0, 9.0), 0, len(TEXT))
    text = Passage(passage, draft.document.id, 1, PassageKind.NARRATIVE, ("情况说明",), TEXT, 8, 8, (spot,))
    return Assistant(Library(stored(tmp_path, replace(draft.parsed(), passages=(text,))).engine))


@pytest.mark.parametrize("question", ["水利局会议费为什么增加？", "水利局培训费减少的原因是什么？"])
def test_why_it_went_the_other_way_is_said_not_to_be_so(told: Assistant, question: str) -> None:
    answer = told.ask(Question(question))
    assert answer.kind is AnswerKind.REFUSAL and OPPOSITE in answer.text and "比上年" in answer.text


def test_the_reason_of_a_change_that_was_is_told(told: Assistant) -> None:
    answer = told.ask(Question("水利局培训费为什么增加？"))
    assert OPPOSITE not in answer.text and "新增防汛培训" in answer.text
