"""A unit held against its department, and the own office against all of it."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import PARKS, STATION, WATER, Draft, parks, stored, unit_of, water


@pytest.mark.parametrize(
    "words",
    [
        "雨水泵站管理中心的项目支出占全局项目支出的几成",
        "雨水泵站管理中心的项目支出占整个水利局的百分之几",
        "雨水泵站管理中心的项目支出在全系统项目支出里占百分之几",
        "雨水泵站管理中心的项目支出，在水利局项目支出合计中占了百分之多少",
        "水利局 项目支出 雨水泵站管理中心占比",
        "水利局项目支出里雨水泵站管理中心那家占几成",
    ],
)
def test_a_unit_has_its_share_of_the_same_line(ask: Asked, words: str) -> None:
    answer = ask(words)
    assert answer.kind is AnswerKind.NUMBER, answer.text
    assert answer.figures[0].value == Decimal("27.78"), answer.text


def test_a_department_is_no_part_of_its_unit(ask: Asked) -> None:
    assert not ask("水利局占雨水泵站管理中心项目支出的百分之几").figures


def test_a_turn_goes_on_to_the_share(ask: Asked) -> None:
    answer = ask("占全局的百分之几", "雨水泵站管理中心的项目支出是多少")
    assert answer.figures[0].value == Decimal("27.78"), answer.text


@pytest.mark.parametrize(
    "words",
    [
        "水利局本级的收入预算比部门少多少",
        "水利局单位预算的收入总计比部门预算少多少",
        "水利局本级的收入总计比全部门少多少",
    ],
)
def test_the_own_office_is_held_against_the_department(tmp_path: Path, words: str) -> None:
    asked = Asked(Assistant(Library(stored(tmp_path, water(), unit_of(water()), parks()).engine)))
    answer = asked(words)
    assert answer.kind is AnswerKind.NUMBER, answer.text
    assert answer.figures[0].value == Decimal("400.00"), answer.text


@pytest.fixture
def two_departments(tmp_path: Path) -> Asked:
    """Two departments, of one of which the income of each unit is printed."""
    made = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    totals = made.table("income_expenditure", "部门收支总表", (("预算数",),))
    made.row(totals, "收入总计", ("400.00",), role=RowRole.GRAND_TOTAL, level=0)
    made.row(totals, "支出总计", ("400.00",), role=RowRole.GRAND_TOTAL, level=0)
    incomes = made.table("income_total", "部门收入总表", (("合计",),))
    made.row(incomes, "合计", ("400.00",), role=RowRole.GRAND_TOTAL, level=0)
    made.row(incomes, WATER + "（本级）", ("300.00",), body=WATER + "（本级）")
    made.row(incomes, STATION, ("100.00",), body=STATION)
    other = Draft("b", PARKS, 2026, DocumentKind.DEPARTMENT_BUDGET)
    totals = other.table("income_expenditure", "部门收支总表", (("预算数",),))
    other.row(totals, "收入总计", ("1000.00",), role=RowRole.GRAND_TOTAL, level=0)
    other.row(totals, "支出总计", ("1000.00",), role=RowRole.GRAND_TOTAL, level=0)
    return Asked(Assistant(Library(stored(tmp_path, made.parsed(), other.parsed()).engine)))


@pytest.mark.parametrize(
    "words",
    [
        "雨水泵站管理中心占云汀市水利局预算的百分之几",
        "雨水泵站管理中心占水利局的百分之几",
        "雨水泵站管理中心占全局预算的比重",
        "雨水泵站管理中心在全局占百分之几",
        "雨水泵站管理中心占水利局多少",
    ],
)
def test_a_unit_without_a_line_has_its_share_of_the_whole_budget(two_departments: Asked, words: str) -> None:
    answer = two_departments(words)
    assert answer.figures and answer.figures[0].value == Decimal(25), answer.text


@pytest.mark.parametrize("words", ["占园林局的百分之几", "占园林局总预算的几成", "占园林局支出的比重"])
def test_a_unit_of_one_department_is_no_part_of_another(two_departments: Asked, words: str) -> None:
    answer = two_departments(f"雨水泵站管理中心{words}")
    assert answer.kind is AnswerKind.REFUSAL, answer.text
    assert "不是" in answer.text


@pytest.mark.parametrize("words", ["各单位总收入分别是多少", "每个单位总收入多少", "下属单位总收入各是多少"])
def test_what_each_unit_takes_in_is_no_total_of_the_department(two_departments: Asked, words: str) -> None:
    answer = two_departments(f"水利局{words}")
    assert answer.kind is AnswerKind.LIST, answer.text
    assert {item.value for item in answer.items} == {Decimal(300), Decimal(100)}


@pytest.mark.parametrize("words", ["各类项目支出分别多少", "各类支出比上年增减多少", "各种基本支出分别是多少"])
def test_a_whole_is_not_told_for_each_kind_within_it(ask: Asked, words: str) -> None:
    assert not ask(f"水利局2026年{words}").figures


def test_the_kinds_of_spending_taken_together_are_the_whole(ask: Asked) -> None:
    assert ask("水利局2026年各类支出合计多少").figures


@pytest.mark.parametrize(("owner", "value"), [("云汀市水利局", "100.00"), ("白石市水利局", "70.00")])
@pytest.mark.parametrize("led", ["", "2026年", "下属的"])
def test_a_unit_that_two_departments_have_is_of_the_one_said_before(
    tmp_path: Path, owner: str, value: str, led: str
) -> None:
    drafts = []
    for number, (department, station, amount) in enumerate(
        ((WATER, STATION, "100.00"), ("白石市水利局", "白石市雨水泵站管理中心", "70.00"))
    ):
        made = Draft("ab"[number], department, 2026, DocumentKind.DEPARTMENT_BUDGET)
        table = made.table("expenditure_total", "部门支出总表", (("项目支出",),))
        made.row(table, "合计", ("400.00",), role=RowRole.GRAND_TOTAL, level=0)
        made.row(table, department + "（本级）", ("330.00",), body=department + "（本级）")
        made.row(table, station, (amount,), body=station)
        drafts.append(made.parsed())
    ask = Asked(Assistant(Library(stored(tmp_path, *drafts).engine)))
    answer = ask(f"{owner}{led}雨水泵站管理中心的项目支出多少")
    assert [f.value for f in answer.figures] == [Decimal(value)], answer.text
