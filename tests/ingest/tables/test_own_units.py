"""Columns with a unit of their own: declared beside the table's, or counts by the words they stand under."""

from collections.abc import Callable
from typing import Any

import pytest

from ingest.tables.build import TablesParsed
from tests.ingest.tables.test_build import read, titled

Draw = Callable[..., Any]


def units_of(parsed: TablesParsed, label: str) -> list[str]:
    return [f.unit.name for f in parsed.figures if f.label == label]


def test_a_column_named_in_the_unit_line_has_a_unit_of_its_own(drawing: Draw) -> None:
    page = drawing()
    titled(page, "部门所属单位预算情况表", "金额单位：元（“三公”经费单位：万元）")
    rows = [
        ["单位名称", "人员", None, "收入预算", "“三公”经费"],
        ["", "编制数", "在职", "", ""],
        ["云溪市审计局（本级）", "52", "49", "3,910,314.00", "19.90"],
        ["云溪市审计服务中心", "22", "19", "1,365,815.00", "2.70"],
    ]
    page.table(40, 90, [200, 80, 80, 120, 120], rows)
    assert units_of(read(page.done()), "云溪市审计服务中心") == ["人", "人", "元", "万元"]


def test_heads_of_staff_and_cars_count_and_those_of_money_do_not(drawing: Draw) -> None:
    page = drawing()
    titled(page, "单位基本情况表")
    rows = [
        ["单位名称", "人员编制", None, "公务用车", None, "人员经费", None],
        ["", "行政", "工勤", "编制", "实有", "在职", "退休"],
        ["云溪市审计局（本级）", "52", "3", "4", "3", "812", "45"],
        ["云溪市审计服务中心", "22", "1", "2", "1", "305", "12"],
    ]
    page.table(40, 90, [180, 80, 80, 80, 80, 80, 80], rows)
    assert units_of(read(page.done()), "云溪市审计服务中心") == ["人", "人", "辆", "辆", "万元", "万元"]


def test_a_unit_line_with_the_rest_last_and_a_note_below(drawing: Draw) -> None:
    page = drawing()
    titled(page, "单位预算汇总表", "“三公”经费单位为千元，其余为万元")
    rows = [
        ["单位名称", "支出预算", "“三公”经费", "用房面积"],
        ["云溪市审计局（本级）", "391.03", "19.90", "820.50"],
        ["云溪市审计服务中心", "136.58", "2.70", "64.00"],
    ]
    page.table(40, 90, [200, 120, 120, 120], rows)
    page.text(40, 180, "注：用房面积以平方米计。")
    assert units_of(read(page.done()), "云溪市审计服务中心") == ["万元", "千元", "平方米"]


@pytest.mark.parametrize("name", ["指标", "主要指标", "项目"])
def test_measures_are_named_by_their_column_and_measured_in_the_unit_beside_them(drawing: Draw, name: str) -> None:
    page = drawing()
    page.text(400, 45, "基金主要指标表", 14, "center")
    rows = [
        ["基金收入", "万元", "152,300.00"],
        ["参保人数", "万人", "86.20"],
        ["人均筹资标准", "元", "1,070.00"],
        ["报销比例", "%", "72.5"],
    ]
    page.table(40, 90, [200, 80, 120], [[name, "计量单位", "2026年预算数"], *rows])
    found = {f.label: (f.text, f.unit.name) for f in read(page.done()).figures}
    assert found == {
        "基金收入": ("152,300.00", "万元"),
        "参保人数": ("86.20", "万人"),
        "人均筹资标准": ("1,070.00", "元"),
        "报销比例": ("72.5", "%"),
    }


def test_terms_and_years_beside_amounts_are_no_money(drawing: Draw) -> None:
    page = drawing()
    titled(page, "政府债券发行情况表", "")
    rows = [["一般债券（一期）", "2024", "1.20", "10", "2.35"], ["专项债券（二期）", "2025", "3.65", "15", "2.48"]]
    header = ["债券名称", "立项年份", "发行规模（亿元）", "期限（年）", "利率（%）"]
    page.table(40, 90, [200, 80, 120, 80, 80], [header, *rows])
    found = {(f.column[-1], f.text): f.unit.name for f in read(page.done()).figures if f.label.startswith("一般债券")}
    assert found == {("发行规模（亿元）", "1.20"): "亿元", ("期限（年）", "10"): "年", ("利率（%）", "2.35"): "%"}
