"""How many people and posts a body has, by whatever words."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from ingest.records.units import Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored

_PEOPLE = Unit("人", UnitKind.COUNT)


@pytest.fixture
def staff(tmp_path: Path) -> Asked:
    """A bureau that counts its posts by kind and those who serve in a sentence."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    total = draft.table("income_expenditure_total", "收支总表", (("预算数",),))
    draft.row(total, "收入总计", ("900.00",), role=RowRole.GRAND_TOTAL)
    for label, value in (("核定行政编制", "20"), ("事业编制", "12"), ("现有正式职工", "29"), ("退休职工", "7")):
        draft.said(label, value, unit=_PEOPLE)
        draft.figures[-1] = replace(draft.figures[-1], text=f"{value}人")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize("question", ["水利局现有职工多少", "水利局有多少人", "水利局实有正式职工多少人"])
def test_those_who_serve_are_people_and_no_money(staff: Asked, question: str) -> None:
    assert [f"{f.value.normalize():f}" for f in staff(question).figures] == ["29"]


def test_posts_of_one_kind_are_not_all_posts(staff: Asked) -> None:
    assert staff("水利局行政编制多少人").figures and staff("水利局编制多少人").kind is not AnswerKind.NUMBER


def test_counts_in_a_row_are_asked_one_by_one(staff: Asked) -> None:
    assert [f.value for f in staff("水利局事业编制多少人，退休职工几人").figures] == [12, 7]


def test_posts_are_no_people(tmp_path: Path) -> None:
    draft = Draft("b", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("实有人员编制", "17", unit=_PEOPLE)
    draft.said("年末在职人员", "29", unit=_PEOPLE)
    both = Asked(Assistant(Library(stored(tmp_path / "both", draft.parsed()).engine)))
    assert [str(f.value) for f in both("水利局有几个人").figures] == ["29"]
    assert both("水利局人均多少").kind is AnswerKind.REFUSAL
