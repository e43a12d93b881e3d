"""What a unit gets or spends in all is of no table that holds a part of it."""

from decimal import Decimal
from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import STATION, WATER, Draft, parks, stored


def house(folder: Path) -> Asked:
    """A bureau whose income is printed unit by unit, and whose projects are."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    income = draft.table("income_total", "收入总体情况表", (("合计",),))
    draft.row(income, "合计", ("1,500.00",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(income, WATER, ("900.00",), body=WATER)
    draft.row(income, STATION, ("600.00",), body=STATION)
    projects = draft.table("project_expenditure", "项目支出及其他支出预算表", (("总计",),))
    draft.row(projects, "合计", ("700.00",), role=RowRole.GRAND_TOTAL, level=0)
    own = draft.row(projects, WATER, ("450.00",), role=RowRole.SUBTOTAL, body=WATER)
    draft.row(projects, "河道清淤工程项目", ("450.00",), level=2, parent=own, body=WATER)
    unit = draft.row(projects, STATION, ("250.00",), role=RowRole.SUBTOTAL, body=STATION)
    draft.row(projects, "泵站运行维护经费", ("250.00",), level=2, parent=unit, body=STATION)
    return Asked(Assistant(Library(stored(folder, draft.parsed()).engine)))


def test_the_total_of_a_unit_is_not_its_projects(tmp_path: Path) -> None:
    assert "600.00" in house(tmp_path)("雨水泵站管理中心今年的支出一共多少").text


def test_a_lead_names_the_unit_and_the_question_whose_it_is(tmp_path: Path) -> None:
    said = "很少有人留意雨水泵站管理中心这个单位。它归云汀市水利局，今年的支出总共安排了多少？"
    assert "600.00" in house(tmp_path)(said).text


def test_each_unit_is_told_before_the_one_that_is_least(tmp_path: Path) -> None:
    answer = house(tmp_path)("云汀市水利局 各单位 项目支出 多少 最少是哪家")
    assert "450.00" in answer.text and "250.00" in answer.text


def test_the_units_of_a_bureau_are_asked_for_one_by_one(tmp_path: Path) -> None:
    answer = house(tmp_path)("云汀市水利局的单位项目支出分别是多少")
    assert "450.00" in answer.text and "250.00" in answer.text


def test_units_are_chosen_by_what_their_projects_come_to(tmp_path: Path) -> None:
    draft = Draft("p", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_expenditure", "项目支出预算表", (("总计",), ("财政拨款",)))
    draft.row(table, "合计", ("900.00", "900.00"), role=RowRole.GRAND_TOTAL, level=0)
    for name, amount, body in (
        ("河道清淤", "400.00", WATER),
        ("防汛物资", "250.00", WATER),
        ("泵站运行", "230.00", STATION),
        ("设备购置", "20.00", STATION),
    ):
        draft.row(table, name, (amount, amount), body=body)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    answer = asked("水利局哪些单位的项目支出超过500万元")
    assert [item.value for item in answer.items] == [Decimal("650.00")], answer.text
    assert "计算得出" in answer.text
    counted = asked("水利局项目支出不到500万元的单位有几家")
    assert counted.figures[0].value == 1, counted.text


def test_one_of_several_units_that_passes_is_told(ask: Asked) -> None:
    answer = ask("水利局哪些单位的项目预算超过500万元")
    assert [item.value for item in answer.items] == [Decimal("650.00")], answer.text
