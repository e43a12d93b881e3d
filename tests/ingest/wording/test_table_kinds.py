"""Tables by the words of their titles, whatever the place calls them."""

import pytest

from ingest.wording.table_kinds import KIND_NAMES, is_table_title, kind_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("收支总体情况表", "income_expenditure_total"),
        ("2026年预算单位财务收支预算总表", "income_expenditure_total"),
        ("收入支出决算总表", "income_expenditure_total"),
        ("收入总体情况表", "income_total"),
        ("收入决算表", "income_total"),
        ("表3：2026年市级部门支出预算总表", "expenditure_total"),
        ("支出决算表", "expenditure_total"),
        ("财政拨款收支总表", "fiscal_income_expenditure"),
        ("一般公共预算支出情况表（按功能分类科目）", "general_public"),
        ("一般公共预算支出表（按经济分类）", "general_public_economic"),
        ("一般公共预算财政拨款基本支出决算表", "general_public_basic"),
        ("财政拨款安排的行政经费及“三公”经费预算表", "three_public"),
        ("2025年部门“三公”经费和机关运行经费预算表", "three_public"),
        ("一般公共预算机关运行经费支出预算表", "agency_operating"),
        ("政府性基金预算财政拨款收入支出决算表", "government_fund"),
        ("国有资本经营预算支出情况表", "state_capital"),
        ("部门预算项目支出及其他支出预算表", "project_expenditure"),
        ("项目支出总表", "project_expenditure"),
        ("基本支出总表", "basic_expenditure"),
        ("项目支出绩效目标表（含转移支付项目）", "performance_targets"),
        ("部门整体支出绩效目标表", "overall_performance"),
        ("2024年度项目支出绩效自评表", "performance_evaluation"),
        ("政府采购支出表", "procurement"),
        ("财政拨款政府购买服务明细表", "purchased_services"),
        ("甲市国有资产监督管理委员会收支总表", "income_expenditure_total"),
    ],
)
def test_kinds(title: str, kind: str) -> None:
    assert kind_of(title) == kind
    assert kind in KIND_NAMES


def test_untitled_tables_are_known_by_their_header() -> None:
    assert kind_of("", "项目名称 总计 绩效目标 绩效指标") == "performance_targets"
    assert kind_of("", "甲 乙 丙") == "other"


def test_titles_and_sentences() -> None:
    assert is_table_title("公开07表 一般公共预算支出表")
    assert not is_table_title("详见附件中的收支总表")
    assert not is_table_title("一、收支总表..........3")
