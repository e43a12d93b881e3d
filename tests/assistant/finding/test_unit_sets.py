"""A document with a set of tables for the department and one for each unit: each figure is of its own set."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored

HOSPITAL = "云川市康复医院"
SETS = ((WATER, ("90.00", "60.00", "30.00")), (f"{WATER}本级", ("50.00", "40.00", "10.00")),
        (HOSPITAL, ("40.00", "20.00", "20.00")))  # fmt: skip
TABLES = (("income_total", "收入总表"), ("expenditure_total", "支出总表"), ("project_expenditure", "项目支出表"))


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    for body, (whole, basic, project) in SETS:
        for kind, title in TABLES:
            table = draft.table(kind, title, (("合计",),))
            draft.tables[-1] = table = replace(table, department=body)
            if kind == "project_expenditure":
                draft.row(table, f"{body[-4:]}维修", (project,))
                continue
            draft.row(table, "合计", (whole,), role=RowRole.GRAND_TOTAL, level=0)
            draft.row(table, "行政运行", (basic,), code="2130301", scheme="functional")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水利局支出总计多少", "90.00"),
        ("水利局本级支出总计多少", "50.00"),
        ("康复医院支出总计多少", "40.00"),
        ("康复医院行政运行多少", "20.00"),
        ("水利局行政运行多少", "60.00"),
        ("康复医院项目合计多少", "20.00"),
    ],
)
def test_a_figure_is_of_the_set_of_the_body_asked_about(asked: Asked, question: str, value: str) -> None:
    answer = asked(question)
    assert answer.kind is AnswerKind.NUMBER, answer.text
    assert answer.figures[0].value == Decimal(value), answer.text


def test_the_units_of_a_unit_are_not_its_departments(asked: Asked) -> None:
    assert asked("康复医院有几个单位").kind is AnswerKind.REFUSAL


def test_the_own_office_is_one_of_the_units_that_have_sets(asked: Asked) -> None:
    both = asked("水利局各单位支出总计分别多少")
    assert {i.label: i.value for i in both.items} == {f"{WATER}本级": Decimal("50.00"), HOSPITAL: Decimal("40.00")}
    two = asked("水利局本级和康复医院的支出总计分别多少")
    assert [f.value for f in two.figures] == [Decimal("50.00"), Decimal("40.00")], two.text
    assert two.text.count(f"{WATER}本级") == 1 and two.text.count(HOSPITAL) == 1


def test_a_turn_goes_on_from_a_unit_to_its_whole_department(asked: Asked) -> None:
    for turn in ("那整个部门呢", "部门合计呢", "各单位加起来呢"):
        answer = asked(turn, "康复医院支出总计多少")
        assert answer.figures[0].value == Decimal("90.00"), answer.text


def test_the_bodies_that_have_a_project_are_listed_by_its_figures(asked: Asked) -> None:
    listed = asked("水利局哪几家单位有维修项目")
    assert {i.label: i.value for i in listed.items} == {f"{WATER}本级": Decimal("10.00"), HOSPITAL: Decimal("20.00")}
