"""Sizes that only a sentence tells: the sentence is quoted where it prints each of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.town import stored, water

TELLS = "闸站综合楼建筑面积约为5200平方米，主楼6层，裙房2层。"


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    parsed = water()
    document = parsed.document.id
    spot = PassageSpot(8, (1.0, 1.0, 9.0, 9.0), 0, len(TELLS))
    passage = Passage(f"{document}-p0001", document, 1, PassageKind.NARRATIVE, ("一、项目概况",), TELLS, 8, 8, (spot,))
    return Assistant(Library(stored(tmp_path, replace(parsed, passages=(passage,))).engine))


def test_the_sentence_is_quoted_that_prints_all_sizes(told: Assistant) -> None:
    answer = told.ask(Question("水利局那个闸站综合楼有多大面积，主楼几层"))
    assert answer.kind is AnswerKind.TEXT and "5200平方米" in answer.text and "6层" in answer.text


@pytest.mark.parametrize("question", ["水利局那个闸站综合楼有多高", "水利局那个闸站食堂主楼几层，有多高"])
def test_a_size_that_is_not_printed_is_refused(told: Assistant, question: str) -> None:
    assert told.ask(Question(question)).kind is AnswerKind.REFUSAL
