"""Sets that a clause or a turn goes on with keep their conditions; places in an order are told one by one."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import STATION, WATER, Draft, stored


@pytest.mark.parametrize("asked", ["没用其他资金的有几个？合计多少？", "没用其他资金的有几个，一共多少钱"])
def test_a_total_is_of_the_projects_chosen_by_their_columns(ask: Asked, asked: str) -> None:
    assert [f.value for f in ask(f"水利局的项目中{asked}").figures] == [Decimal(4), Decimal("670.00")]


def test_a_turn_goes_on_with_the_conditions_of_the_set(ask: Asked) -> None:
    before = "水利局超过100万元的项目有几个"
    assert ask("其中最小的项目是哪个", before).items[0].value == Decimal("200.00")
    assert ask("其中涉密的项目有几个", "水利局超过20万元的项目有几个").figures[0].value == 1


def test_subjects_within_a_line_are_told_by_its_column(ask: Asked) -> None:
    told = ask("其中五百万以上的科目有哪些", "水利局项目支出多少")
    assert [(i.label, i.value) for i in told.items] == [("水利前期工作", Decimal("900.00"))]


@pytest.mark.parametrize("asked", ["排第二和第三的呢，各多少", "第二、第三名各是多少"])
def test_each_of_several_places_is_told(ask: Asked, asked: str) -> None:
    told = ask(asked, "水利局哪个项目花钱最多？")
    assert [i.value for i in told.items] == [Decimal("230.00"), Decimal("200.00")]


def test_what_several_places_come_to_is_not_told_as_the_places(ask: Asked) -> None:
    assert ask("水利局项目里第二大的和第三大的加起来多少").kind is AnswerKind.REFUSAL


@pytest.mark.parametrize(
    "asked",
    [
        "水利局不算下属单位，哪个项目最大",
        "水利局不算下属中心，哪个项目最大",
        "水利局本级（不算下属中心）的项目里最大的是哪个",
    ],
)
def test_what_is_left_out_are_the_rows_of_the_units(tmp_path: Path, asked: str) -> None:
    draft = Draft("f", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_expenditure", "项目支出预算表", (("总计",),))
    own = draft.row(table, WATER, ("65.00",), role=RowRole.SUBTOTAL, body=WATER)
    draft.row(table, "指挥中心改造", ("40.00",), level=2, parent=own, body=WATER)
    draft.row(table, "防汛物资采购", ("25.00",), level=2, parent=own, body=WATER)
    unit = draft.row(table, STATION, ("90.00",), role=RowRole.SUBTOTAL, body=STATION)
    draft.row(table, "泵站维护", ("90.00",), level=2, parent=unit, body=STATION)
    answer = Assistant(Library(stored(tmp_path / "own", draft.parsed()).engine)).ask(Question(asked))
    assert [i.label for i in answer.items] == ["指挥中心改造"], answer.text


def test_a_kind_said_of_a_project_asks_for_no_subject_of_its_name(tmp_path: Path) -> None:
    draft = Draft("g", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    spend = draft.table("expenditure_total", "支出总体情况表", (("合计",),))
    draft.row(spend, "水质监测", ("80.00",), code="2130311", scheme="functional", level=3)
    table = draft.table("project_expenditure", "项目支出预算表", (("总计",),))
    for body, amount in ((WATER, "40.00"), (STATION, "25.00")):
        draft.row(table, "水质监测", (amount,), body=body)
    answer = Assistant(Library(stored(tmp_path / "named", draft.parsed()).engine)).ask(
        Question("水利局“水质监测”这个项目多少钱")
    )
    assert "80.00" not in answer.text


def test_levels_of_basic_spending_are_ranked_by_what_the_money_buys(tmp_path: Path) -> None:
    draft = Draft("h", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    spend = draft.table("expenditure_total", "支出总体情况表", (("合计",), ("基本支出",), ("项目支出",)))
    for code, name, amount in (("21303", "水利", "70.00"), ("22102", "住房改革支出", "30.00")):
        draft.row(spend, name, (amount, amount, None), code=code, scheme="functional", level=2)
    basic = draft.table("basic_expenditure", "一般公共预算基本支出表", (("合计",),))
    for code, name, amount in (("30101", "基本工资", "60.00"), ("30102", "津贴补贴", "40.00")):
        draft.row(basic, name, (amount,), code=code, scheme="department_economic", level=2)
    asks = Assistant(Library(stored(tmp_path / "basic", draft.parsed()).engine)).ask
    assert [i.label for i in asks(Question("水利局基本支出最大的款级科目是哪个")).items] == ["基本工资"]
    assert [i.label for i in asks(Question("水利局基本支出最大的款级功能科目是哪个")).items] == ["水利"]
