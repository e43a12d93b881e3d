"""A figure is no answer where a name, a text, the parts of a whole or another measure is asked for."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.units import Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored

CARS = Unit("辆", UnitKind.COUNT)


@pytest.fixture
def cars(tmp_path: Path) -> Asked:
    """A bureau that holds 19 cars and sets itself the target of buying one."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    buying = draft.row(table, "巡查用车更新购置", ("17.98",))
    draft.indicator(buying, "购置巡查用车数量", "＝1辆", "1", "辆")
    draft.indicator(buying, "每辆巡查用车购置成本", "≤17.98万元", "17.98", "万元")
    office = draft.row(table, "办公用房租赁费", ("19.80",))
    draft.indicator(office, "租赁房屋面积", "＝1100平方米", "1100", "平方米")
    archive = draft.row(table, "档案整理服务", ("8.00",))
    draft.indicator(archive, "整理档案数量", "≥30套", "30", "套")
    draft.said("单位现有公务用车", "19", unit=CARS)
    draft.said("单价100万元以上设备（不含车辆）", "2", unit=Unit("台", UnitKind.COUNT))
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


@pytest.mark.parametrize(
    "question",
    ["水利局公务用车有几辆", "水利局公务用车有多少辆", "水利局有多少辆公务车", "水利局有几台车"],
)
def test_cars_that_are_there_go_before_those_to_be_bought(cars: Asked, question: str) -> None:
    assert [str(f.value) for f in cars(question).figures] == ["19"]


def test_a_target_is_told_where_it_is_asked_for(cars: Asked) -> None:
    assert [str(f.value) for f in cars("水利局购置巡查用车数量指标是几辆").figures] == ["1"]


def test_what_one_costs_is_not_what_all_cost(cars: Asked) -> None:
    answer = cars("水利局要买几辆巡查用车，一共多少钱")
    assert "每辆" not in answer.text and "17.98" in [str(f.value) for f in answer.figures], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "水利局办公用房面积多大",
        "水利局整理档案的几项服务，一共多少万元",
        "水利局巡查用车更新购置的主管处室是谁",
        "水利局档案整理服务的分配方式",
        "水利局档案整理服务分几大块",
        "水利局办公用房租赁费是哪一年批准的",
        "水利局办公用房租赁费由谁出钱",
        "水利局档案整理服务占全部项目的百分之几是整理档案",
    ],
)
def test_a_target_or_amount_of_another_kind_is_no_answer(cars: Asked, question: str) -> None:
    answer = cars(question)
    assert not answer.figures or answer.kind is AnswerKind.CLARIFICATION


@pytest.mark.parametrize(
    "question",
    [
        "水利局2026年预算涵盖两家单位，具体是哪两家",
        "水利局河道清淤工程项目由谁承办",
        "水利局的河道清淤工程是向哪家公司买的服务",
    ],
)
def test_names_are_never_answered_with_an_amount(ask: Asked, question: str) -> None:
    assert not ask(question).figures


@pytest.mark.parametrize(
    "question",
    ["水利局档案整理服务的钱付给了哪家", "水利局档案整理服务由哪家公司提供服务", "水利局档案整理是向哪家组织买的服务"],
)
def test_to_whom_the_money_goes_asks_for_no_amount(cars: Asked, question: str) -> None:
    assert not cars(question).figures


def test_no_amount_for_a_measure_of_ten_thousands(tmp_path: Path) -> None:
    draft = Draft("m", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    woods = draft.row(table, "水源林管护", ("912.75",))
    draft.indicator(woods, "管护面积", "＝60.85万亩", "60.85", "万亩")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    assert [str(f.value) for f in asked("水利局水源林管护的面积是多少万亩").figures] == ["60.85"]
    assert [str(f.value) for f in asked("水利局水源林管护安排多少万").figures] == ["912.75"]


@pytest.mark.parametrize("question", ["水利局有多少学生", "水利局有多少种粮大户"])
def test_what_there_is_is_told_by_no_target_of_it(tmp_path: Path, question: str) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    draft.indicator(draft.row(table, "营养改善计划", ("9.00",)), "受益学生数", "≥1150人", "1150", "人")
    draft.indicator(draft.row(table, "种粮大户补贴", ("8.00",)), "种粮大户满意度", "≥90%", "90", "%")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert asked(question).kind is not AnswerKind.NUMBER
    draft.indicator(draft.row(table, "业务培训", ("1.00",)), "人均培训成本", "≤150元", "150", "元")
    asked = Asked(Assistant(Library(stored(tmp_path / "b", draft.parsed(), parks()).engine)))
    assert asked("水利局人均经费多少").kind is not AnswerKind.NUMBER
    assert asked("水利局营养改善计划受益学生多少人").figures[0].value == 1150
    assert asked("水利局种粮大户满意度要达到多少").figures[0].value == 90


@pytest.mark.parametrize("question", ["水利局企业服务平台要服务多少家企业", "水利局企业服务平台帮扶了几家企业"])
def test_whom_a_project_serves_are_none_of_the_bodies_held(tmp_path: Path, question: str) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    draft.row(table, "企业服务平台运营项目", ("9.00",))
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert not asked(question).figures
