"""A line whose carried-over part is printed beside it under its name is asked back about."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_expenditure", "项目支出表", (("合计",),))
    draft.row(table, "合计", ("350.00",), role=RowRole.GRAND_TOTAL, level=0)
    for label, amount in (("堤防巡查经费", "100.00"), ("堤防巡查经费（结转）", "200.00"), ("水质监测经费", "50.00")):
        draft.row(table, label, (amount,))
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize("words", ["堤防巡查经费多少钱", "堤防巡查经费（含结转）多少钱"])
def test_both_are_told_where_neither_alone_is_said(asked: Asked, words: str) -> None:
    answer = asked(f"水利局{words}")
    assert answer.kind == "clarification" and len(answer.choices) == 2, answer.text


@pytest.mark.parametrize(("words", "value"), [("堤防巡查经费（结转）", "200.00"), ("水质监测经费", "50.00")])
def test_one_that_is_said_is_told(asked: Asked, words: str, value: str) -> None:
    answer = asked(f"水利局{words}多少钱")
    assert [figure.value for figure in answer.figures] == [Decimal(value)], answer.text


def test_what_is_carried_over_is_not_taken_for_the_fund_beside_an_income(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    both = draft.table("income_expenditure_total", "收支总表", (("收入", "预算数"),))
    draft.row(both, "一般公共预算拨款收入", ("900.00",))
    draft.row(both, "其他收入", ("15.00",))
    draft.row(both, "收入总计", ("915.00",), role=RowRole.GRAND_TOTAL, level=0)
    fiscal = draft.table("fiscal_income_expenditure", "财政拨款收支总表", (("收入", "预算数"),))
    carried = draft.row(fiscal, "上年结转结余", ("40.00",), role=RowRole.SUBTOTAL)
    draft.row(fiscal, "一般公共预算拨款", ("40.00",), parent=carried, level=2)
    spend = draft.table("general_public", "一般公共预算支出表", (("合计",),))
    draft.row(spend, "合计", ("940.00",), role=RowRole.GRAND_TOTAL, level=0)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    answer = asked("水利局2026年一般公共预算拨款和其他收入相差多少")
    assert Decimal("25.00") not in [figure.value for figure in answer.figures], answer.text
    taken = asked("水利局2026年一般公共预算拨款减去其他收入是多少")
    assert taken.figures[0].value == Decimal("885.00"), taken.text
