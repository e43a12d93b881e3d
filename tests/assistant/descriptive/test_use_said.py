"""What the money of a line is for stands in the sentence that names it first; its goal is quoted beside it."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.town import stored, water

SAYS = (
    "（五）项目支出900万元，具体包括：\n1.河道清淤工程项目400万元，主要用于清理城区河道淤泥。\n"
    "2.防汛物资采购经费200万元，主要用于购置河道清淤工程项目所需沙袋。"
)
GOAL = "提升城区河道行洪能力。"


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    parsed = water()
    document = parsed.document.id
    row = next(row for row in parsed.rows if row.label == "河道清淤工程项目")
    spots = (PassageSpot(2, (1.0, 1.0, 9.0, 9.0), 0, 9),)
    passages = (
        Passage(f"{document}-p1", document, 1, PassageKind.NARRATIVE, ("支出情况",), SAYS, 2, 2, spots),
        Passage(
            f"{document}-p2", document, 2, PassageKind.GOAL, ("绩效目标",), GOAL, 2, 2, spots, row.table_id, row.id
        ),
    )
    return Assistant(Library(stored(tmp_path, replace(parsed, passages=passages)).engine))


@pytest.mark.parametrize("asked", ["主要用于什么？", "花在哪里？", "是干啥用的？", "的用途", "这个项目的钱花在哪？"])
def test_the_sentence_that_says_the_use_comes_before_the_goal(told: Assistant, asked: str) -> None:
    text = told.ask(Question(f"水利局2026年河道清淤工程项目{asked}")).text
    assert "清理城区河道淤泥" in text and GOAL in text and "沙袋" not in text


def test_goals_asked_for_are_told_alone(told: Assistant) -> None:
    text = told.ask(Question("水利局2026年河道清淤工程项目的绩效目标是什么？")).text
    assert GOAL in text and "淤泥" not in text
