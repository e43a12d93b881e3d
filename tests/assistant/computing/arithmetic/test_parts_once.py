"""Lines added up are counted once, and the fiscal money of a year's income is what came in that year."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole, Stage
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


@pytest.fixture
def town(tmp_path: Path) -> Asked:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    spend = draft.table("expenditure_total", "支出总体情况表", (("合计",), ("基本支出",), ("项目支出",)))
    top = draft.row(
        spend, "城乡社区支出", ("126.00", None, "126.00"), code="212", scheme="functional", role=RowRole.SUBTOTAL
    )
    clean = draft.row(
        spend, "城乡社区环境卫生", ("126.00", None, "126.00"), code="21205", scheme="functional", level=2, parent=top
    )
    draft.row(
        spend, "城乡社区环境卫生管理", ("80.00", None, "80.00"), code="2120501", scheme="functional", level=3,
        parent=clean,
    )  # fmt: skip
    draft.row(
        spend, "其他城乡社区环境支出", ("46.00", None, "46.00"), code="2120502", scheme="functional", level=3,
        parent=clean,
    )  # fmt: skip
    projects = draft.table("project_expenditure", "项目支出表", (("合计",),))
    draft.row(projects, "镇村保洁服务费", ("98.00",), code="2120501", scheme="functional")
    draft.row(projects, "垃圾转运费", ("28.00",), code="2120501", scheme="functional")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


def test_a_subject_heard_for_a_project_gives_way_to_the_project(town: Asked) -> None:
    answer = town("水利局2026年环卫保洁和垃圾转运费两笔项目加起来多少")
    assert answer.figures and answer.figures[0].value == Decimal(126), answer.text


def test_a_subject_said_by_its_name_is_added_as_it_is_said(town: Asked) -> None:
    answer = town("水利局2026年城乡社区环境卫生和垃圾转运费加起来多少")
    assert answer.figures and answer.figures[0].value == Decimal(154), answer.text


def test_a_ranking_of_more_than_there_are_classes_is_of_the_last_lines(town: Asked) -> None:
    answer = town("水利局2026年项目支出金额排前两名的科目")
    assert [item.label for item in answer.items] == ["城乡社区环境卫生管理", "其他城乡社区环境支出"], answer.text


def test_fiscal_money_of_a_years_income_is_without_what_was_carried_in(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2023, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    income = draft.table("income_total", "收入决算表", (("本年收入合计",), ("财政拨款收入",), ("事业收入",)))
    draft.row(income, "合计", ("500.00", "100.00", "400.00"), role=RowRole.GRAND_TOTAL, level=0)
    fiscal = draft.table("fiscal_total", "财政拨款收入支出决算总表", (("收入", "决算数"),))
    draft.row(fiscal, "年初财政拨款结转和结余", ("20.00",))
    draft.row(fiscal, "总计", ("120.00",), role=RowRole.GRAND_TOTAL, level=0)
    town = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    answer = town("水利局2023年全年收入里财政给的钱占多大比重")
    assert answer.kind is AnswerKind.NUMBER and answer.figures[0].value == Decimal(20), answer.text
