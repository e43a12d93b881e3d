"""A count that a clause asks for beside an amount and a reason is told by a sentence, or said to be missing."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind
from ingest.records.figure import Relation
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.town import WATER, Draft, stored

TEXT = "公务用车购置费14.00万元，主要用于经批准购置的2辆公务用车，比上年增加4.00万元，主要原因是巡河车到期更新。"


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    draft = Draft("k", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    passage = "k-p1"
    draft.said("公务用车购置费", "14.00", passage=passage)
    draft.said("公务用车购置费", "4.00", Relation.CHANGE, reason="巡河车到期更新", passage=passage)
    spot = PassageSpot(8, (1.0, 1.0, 9.0, 9.0), 0, len(TEXT))
    text = Passage(passage, draft.document.id, 1, PassageKind.NARRATIVE, ("三公经费",), TEXT, 8, 8, (spot,))
    return Assistant(Library(stored(tmp_path, replace(draft.parsed(), passages=(text,))).engine))


def test_the_count_is_told_beside_the_rest(told: Assistant) -> None:
    answer = told.ask(Question("水利局公务用车购置费多少，买几辆，为什么增加？"))
    assert {figure.value for figure in answer.figures} >= {14, 2} and "巡河车到期更新" in answer.text


def test_a_count_that_no_sentence_tells_is_said_to_miss(told: Assistant) -> None:
    answer = told.ask(Question("水利局公务用车购置费多少，为什么增加，培训几场？"))
    assert "几场" in answer.text
