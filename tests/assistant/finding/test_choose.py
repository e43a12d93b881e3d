"""One of several figures is chosen, or several are offered."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole, Stage
from ingest.records.figure import Relation
from ingest.records.units import Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, saying, stored


@pytest.fixture
def ask(tmp_path: Path) -> Asked:
    """A table of basic spending whose total column is named otherwise, and projects of like names."""
    draft = Draft("g", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    basic = draft.table(
        "general_public_basic", "一般公共预算基本支出表", (("基本支出合计",), ("人员经费",), ("公用经费",))
    )
    draft.row(basic, "培训费", ("1.60", "0.00", "1.60"), code="30216", scheme="department_economic")
    projects = draft.table("project_expenditure", "项目支出预算表", (("总计",),))
    draft.row(projects, "合计", ("56.50",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(projects, "全民阅读推广活动经费", ("22.00",))
    draft.row(projects, "公共图书馆免费开放活动补助", ("34.50",))
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


def test_the_whole_that_one_part_makes_up_is_no_question_back(ask: Asked) -> None:
    assert [f.value for f in ask("水利局2026年培训费多少").figures] == [Decimal("1.60")]


def test_projects_hardly_named_are_offered(ask: Asked) -> None:
    assert ask("水利局2026年活动费多少").kind is AnswerKind.CLARIFICATION
    assert [f.value for f in ask("水利局2026年阅读推广活动经费多少").figures] == [Decimal("22.00")]


def test_the_whole_budget_is_of_all_money_where_the_tables_are_of_the_treasury(tmp_path: Path) -> None:
    draft = Draft("s", WATER, 2026, DocumentKind.UNIT_BUDGET)
    table = draft.table("fiscal_income_expenditure", "财政拨款收支总表", (("预算数",),))
    draft.row(table, "收入总计", ("957.38",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(table, "支出总计", ("957.38",), role=RowRole.GRAND_TOTAL, level=0)
    draft.said("收入预算", "1012.38")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    assert [f.value for f in asked("水利局2026年预算一共多少").figures] == [Decimal("1012.38")]


def test_the_whole_budget_moved_by_what_all_money_did_and_for_its_reason(tmp_path: Path) -> None:
    draft = Draft("m", WATER, 2026, DocumentKind.UNIT_BUDGET)
    table = draft.table("general_public", "一般公共预算财政拨款支出预算表", (("2025年预算数",), ("2026年预算数",)))
    draft.row(table, "合计", ("915.87", "957.38"), role=RowRole.GRAND_TOTAL, level=0)
    draft.said("收入预算", "1012.38")
    draft.said("收入预算", "63.51", Relation.CHANGE, basis="2025年", reason="其他收入增加")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    for question in ("云汀市水利局2026年预算增加了多少", "云汀市水利局2026年收支比上年多了多少，为什么"):
        answer = asked(question)
        assert answer.figures[0].value == Decimal("63.51"), answer.text
    assert "其他收入增加" in answer.text


@pytest.mark.parametrize(("other", "told"), [(None, ["90.00"]), ("5.00", [])])
def test_fiscal_income_is_that_of_the_only_fund(tmp_path: Path, other: str | None, told: list[str]) -> None:
    draft = Draft("f", WATER, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    table = draft.table("income_expenditure_total", "收入支出决算总表", (("收入", "决算数"),))
    draft.row(table, "一般公共预算财政拨款收入", ("90.00",))
    draft.row(table, "政府性基金预算财政拨款收入", (other,))
    draft.row(table, "本年收入合计", ("99.00",), role=RowRole.SUBTOTAL)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    assert [f.value for f in asked("水利局2025年财政拨款收入多少").figures] == [Decimal(v) for v in told]


def test_what_is_to_be_bought_is_not_held(tmp_path: Path) -> None:
    draft = Draft("h", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("上年末固定资产", "186.42")
    draft.said("本年度拟购置固定资产总额", "9.80")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    assert [f.value for f in asked("水利局2026年固定资产总额多少").figures] == [Decimal("186.42")]
    assert [f.value for f in asked("水利局2026年拟购置固定资产多少").figures] == [Decimal("9.80")]


def test_cars_that_are_to_be_bought_are_not_those_that_are_there(tmp_path: Path) -> None:
    draft, cars = Draft("h", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET), Unit("辆", UnitKind.COUNT)
    there, bought = (f"{'h' * 16}-p{n:04d}" for n in (1, 2))
    for label, text, passage in (
        ("车辆", "20", there), ("巡查用车", "8", there), ("购置车辆", "3", bought), ("巡查用车", "2", bought),
    ):  # fmt: skip
        draft.said(label, text, unit=cars, passage=passage)
    parsed = saying(
        draft.parsed(),
        ("国有资产", "截至上年底，共有车辆20辆，其中：巡查用车8辆。"),
        ("国有资产", "本年安排购置车辆3辆，其中：巡查用车2辆。"),
    )
    asked = Asked(Assistant(Library(stored(tmp_path, parsed).engine)))
    share = asked("水利局2026年巡查用车占车辆的百分之几").figures
    assert share and share[0].value == Decimal("40.00")
    assert [f.value for f in asked("水利局2026年要购置几辆巡查用车").figures] == [Decimal("2")]


def test_of_a_form_the_whole_is_told_where_its_parts_alone_read_as_asked(tmp_path: Path) -> None:
    draft = Draft("f", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    columns = (("年度预算资金总额",), ("其中：财政拨款",), ("其他资金",))
    form = draft.table("performance_targets", "项目绩效目标表", columns)
    draft.row(form, "水库巡查专项经费", ("19.00", "0.00", "19.00"))
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    assert [f.value for f in asked("水利局2026年水库巡查专项经费多少").figures] == [Decimal("19.00")]
    assert [f.value for f in asked("水利局2026年水库巡查专项经费里财政拨款多少").figures] == [Decimal("0.00")]
