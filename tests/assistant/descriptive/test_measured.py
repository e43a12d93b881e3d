"""Sizes that only a sentence tells: it is quoted where it prints each of them; one alone is told as a figure."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind
from ingest.records.passage import Passage, PassageKind, PassageSpot
from ingest.records.units import Unit, UnitKind
from tests.assistant.town import WATER, Draft, stored, water

TELLS = "闸站综合楼建筑面积约为5200平方米，主楼6层，裙房2层。"
AREA = Unit("平方米", UnitKind.COUNT)


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


@pytest.fixture
def built(tmp_path: Path) -> Assistant:
    draft = Draft("e", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    text = "水利局新建的闸站综合楼，用地面积约为1800平方米，本工程建筑面积约为5200平方米，其中地下建筑面积为900平方米。"
    passage = f"{draft.document.id}-p0001"
    for label, size in (("用地面积", "1800"), ("本工程建筑面积", "5200"), ("地下建筑面积", "900")):
        draft.said(label, size, unit=AREA, passage=passage)
    spot = PassageSpot(8, (1.0, 1.0, 9.0, 9.0), 0, len(text))
    told = Passage(passage, draft.document.id, 1, PassageKind.NARRATIVE, ("一、项目概况",), text, 8, 8, (spot,))
    return Assistant(Library(stored(tmp_path, replace(draft.parsed(), passages=(told,))).engine))


@pytest.mark.parametrize(
    ("question", "size"),
    [
        ("水利局那个闸站综合楼总共盖多大面积", "5,200"),
        ("水利局那个闸站综合楼占地多大", "1,800"),
        ("水利局闸站综合楼地下面积有多大", "900"),
        ("水利局那个闸站综合楼，建筑面积一共多少平方米", "5,200"),
        ("水利局那个闸站综合楼，用地面积多少平方米", "1,800"),
    ],
)
def test_one_size_asked_for_is_told_as_a_figure(built: Assistant, question: str, size: str) -> None:
    answer = built.ask(Question(question))
    assert answer.kind is AnswerKind.NUMBER and size in answer.text


@pytest.mark.parametrize("kind", ["使用面积", "地上建筑面积", "绿化面积"])
def test_a_kind_of_size_that_is_not_printed_is_no_other(built: Assistant, kind: str) -> None:
    answer = built.ask(Question(f"水利局那个闸站综合楼，{kind}一共多少平方米"))
    assert answer.kind is not AnswerKind.NUMBER, answer.text


def test_the_size_of_another_house_is_told_as_none(built: Assistant) -> None:
    assert built.ask(Question("水利局闸门陈列馆建筑面积有多大")).kind is not AnswerKind.NUMBER
