"""A department's own office that tables name without the place, and the rate of carrying out that a row prints."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.finding.row_units import with_place
from ingest.records.document import DocumentKind, RowRole, Stage
from ingest.records.units import PERCENT, Amount
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored

LIVESTOCK = "青禾旗农牧局"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("旗农牧局本级", "青禾旗农牧局本级"),
        ("旗农牧局（本级）", "青禾旗农牧局本级"),
        ("旗农牧局", "旗农牧局"),
        ("旗畜牧站本级", "旗畜牧站本级"),
        ("青禾旗农牧局本级", "青禾旗农牧局本级"),
    ],
)
def test_only_the_own_office_is_given_its_place(body: str, named: str) -> None:
    assert with_place(body, LIVESTOCK) == named


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    draft = Draft("f", LIVESTOCK, 2025, DocumentKind.DEPARTMENT_BUDGET)
    income = draft.table("income_total", "收入总表", (("合计",),))
    draft.row(income, "合计", ("90.00",), role=RowRole.GRAND_TOTAL, level=0)
    whole = draft.row(income, LIVESTOCK, ("90.00",), code="360", scheme="unit", role=RowRole.SUBTOTAL)
    visits = draft.table("three_public", "一般公共预算“三公”经费支出表", (("“三公”经费合计",),))
    draft.row(visits, "合计", ("9.00",), role=RowRole.GRAND_TOTAL, level=0)
    units = (("旗农牧局本级", "50.00", "5.00"), ("旗畜牧工作站", "30.00", "3.00"), ("旗草原监测站", "10.00", "1.00"))
    for at, (name, all_of_it, three) in enumerate(units, 1):
        draft.row(income, name, (all_of_it,), code=f"36000{at}", scheme="unit", level=2, parent=whole)
        draft.row(visits, name, (three,), code=f"36000{at}", scheme="unit")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize(("line", "values"), [("三公经费", [5, 3, 1]), ("收入", [50, 30, 10])])
def test_the_own_office_is_one_of_the_units_and_the_whole_is_none(asked: Asked, line: str, values: list[int]) -> None:
    listed = asked(f"{LIVESTOCK}各单位2025年{line}从多到少排")
    assert [item.value for item in listed.items] == values, listed.text


def test_the_own_office_is_asked_for_by_either_name(asked: Asked) -> None:
    for name in (f"{LIVESTOCK}本级", "旗农牧局本级"):
        told = asked(f"{name}2025年三公经费是多少")
        assert told.kind is AnswerKind.NUMBER and told.figures[0].value == 5, told.text


def test_a_printed_rate_is_told_unless_the_opening_budget_is_named(tmp_path: Path) -> None:
    draft = Draft("g", LIVESTOCK, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    columns = tuple(("年度资金总额", last) for last in ("年初预算数", "全年预算数", "全年执行数", "执行率"))
    table = draft.table("project_expenditure", "项目支出情况表", columns)
    draft.row(table, "棚圈修缮项目", ("25.00", "23.00", "16.50", "71.74"))
    stages = (Stage.BUDGET, Stage.ADJUSTED_BUDGET, Stage.EXECUTION, Stage.FINAL_ACCOUNT)
    draft.figures = [replace(f, stage=stage) for f, stage in zip(draft.figures, stages, strict=True)]
    draft.figures[3] = replace(draft.figures[3], unit=PERCENT, amount=Amount(Decimal("71.74"), PERCENT))
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    assert asked("农牧局棚圈修缮项目2025年执行了百分之几").figures[0].value == Decimal("71.74")
    assert asked("农牧局棚圈修缮项目2025年花掉了年初预算的百分之几").figures[0].value == Decimal("66.00")
