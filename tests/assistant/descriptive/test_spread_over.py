"""What a line gives for each unit, and over how many, as its sentence tells it."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored

TELLS = "安排360.00万元，用于黑土地保护性耕作18.5万亩，每亩补助20元。完成渠道衬砌护坡工程。"


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    draft = Draft("c", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    listed = draft.table("project_expenditure", "项目支出表", (("金额",),))
    draft.row(listed, "黑土地保护性耕作补助", ("360.00",))
    draft.row(listed, "渠道衬砌护坡工程", ("40.00",))
    parsed = draft.parsed()
    spot = PassageSpot(3, (1.0, 1.0, 9.0, 9.0), 0, len(TELLS))
    text = Passage("c-p1", parsed.document.id, 1, PassageKind.NARRATIVE, ("支出",), TELLS, 3, 3, (spot,))
    return Asked(Assistant(Library(stored(tmp_path, replace(parsed, passages=(text,))).engine)))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水利局黑土地保护性耕作每亩补多少钱，补多少万亩", [20, Decimal("18.5")]),
        ("水利局黑土地保护性耕作补助一亩补多少", [20]),
        ("水利局黑土地保护性耕作补助面积多少万亩", [Decimal("18.5")]),
    ],
)
def test_each_and_over_how_many_are_told(asked: Asked, question: str, values: list[Decimal]) -> None:
    told = asked(question)
    assert [f.value for f in told.figures] == values, told.text


def test_the_turn_before_names_the_line(asked: Asked) -> None:
    told = asked("每亩补多少钱，补多少万亩？", "水利局黑土地保护性耕作补助多少？")
    assert [f.value for f in told.figures] == [20, Decimal("18.5")], told.text


@pytest.mark.parametrize("question", ["水利局渠道衬砌护坡工程每公里多少钱", "水利局黑土地保护性耕作造林多少万亩"])
def test_no_whole_and_no_other_number_answers(asked: Asked, question: str) -> None:
    assert asked(question).kind is AnswerKind.REFUSAL
