"""Whose a table is, by the lines above it."""

from collections.abc import Callable
from typing import Any

import pytest

from ingest.tables.captions import _table_number, department_in
from tests.ingest.tables.test_build import read, titled

Draw = Callable[..., Any]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("部门名称：云溪市水务局", "云溪市水务局"),
        ("378002云溪市康复医院", "云溪市康复医院"),
        ("部门：云溪市检察院\t公开09表　金额单位：万元", "云溪市检察院"),
        ("部门：云溪市水务局\t（2022年度）\t金额单位：万元", "云溪市水务局"),
        ("单位名称：云溪市水务局 表7", "云溪市水务局"),
        ("单位名称：云溪市第三中学 公开表12 单位：万元", "云溪市第三中学"),
        ("部门：云溪市水务局 部门公开表2", "云溪市水务局"),
        ("单位名称：云溪市水务局 01-2表 单位：元", "云溪市水务局"),
        ("编制单位：云溪市水务局\t表六 单位：万元", "云溪市水务局"),
        ("编制单位：云溪市水务局 附表十一", "云溪市水务局"),
        ("[378001]云溪市水务局本级", "云溪市水务局本级"),
        ("2130301行政运行", None),
        ("2026年部门收入总表", None),
        ("单位：万元", None),
    ],
)
def test_a_line_names_the_body_of_a_table(line: str, body: str | None) -> None:
    assert department_in(line) == body


@pytest.mark.parametrize("number", ["公开03表", "决算公开8表", "预算公开12表", "财决公开01表", "附件2表", "表12-1"])
def test_a_line_that_only_numbers_a_table_is_no_title(number: str) -> None:
    assert _table_number(number) == number


def test_a_first_row_of_body_year_and_unit_is_no_header(drawing: Draw) -> None:
    """Every table of Hebei's form begins so, inside its rulings."""
    page = drawing()
    titled(page, "部门固定资产占用情况表", "")
    rows = [
        ["920甲县乙镇财政所", None, "预算年度：2026", "单位：万元"],
        ["序号", "项目", "数量", "金额"],
        ["1", "资产总额", "—", "186.42"],
        ["2", "房屋（平方米）", "860", "102.30"],
        ["3", "车辆（台、辆）", "2", "31.60"],
    ]
    page.table(40, 90, [60, 240, 90, 90], rows)
    parsed = read(page.done())
    assert [(f.column, f.unit.name) for f in parsed.figures if f.label.startswith("车辆")] == [
        (("数量",), "辆"),
        (("金额",), "万元"),
    ]
    assert {t.department for t in parsed.tables} == {"甲县乙镇财政所"}


def test_a_body_at_the_left_of_the_unit_is_no_header(drawing: Draw) -> None:
    page = drawing()
    titled(page, "一般公共预算支出表", "")
    rows = [
        ["甲县乙镇财政所", None, "单位：万元"],
        ["科目名称", "2025年预算数", "2026年预算数"],
        ["教育支出", "7.00", "8.00"],
    ]
    page.table(40, 90, [200, 120, 120], rows)
    parsed = read(page.done())
    assert [(f.column, f.year) for f in parsed.figures] == [(("2025年预算数",), 2025), (("2026年预算数",), 2026)]


def test_a_number_before_a_title_takes_no_word_of_it(drawing: Draw) -> None:
    """表二 before 一般公共预算: blanks between Chinese characters do not last."""
    assert _table_number("表二一般公共预算支出表") == "表二"
    assert _table_number("表十一一般公共预算支出表") == "表十一"
    page = drawing()
    titled(page, "表二 一般公共预算支出预算表", "单位：万元", "")
    page.table(40, 90, [200, 100], [["项目", "预算数"], ["办公费", "12.00"]])
    assert [t.title for t in read(page.done()).tables] == ["一般公共预算支出预算表"]


def test_two_header_rows_whose_upper_cells_are_not_merged_are_read_together(drawing: Draw) -> None:
    """A web page or a spreadsheet that lost its spans: the words of the lower row stand under blanks."""
    page = drawing()
    titled(page, "一般公共预算支出预算表")
    rows = [
        ["功能分类科目", "", "2026年预算数", "", ""],
        ["科目编码", "科目名称", "总计", "基本支出", "项目支出"],
        ["", "合计", "9.00", "5.00", "4.00"],
        ["2010301", "行政运行", "5.00", "5.00", "0.00"],
        ["2010302", "一般行政管理事务", "4.00", "0.00", "4.00"],
    ]
    page.table(40, 90, [90, 200, 80, 80, 80], rows)
    parsed = read(page.done())
    assert [(f.column, str(f.value)) for f in parsed.figures if f.label == "一般行政管理事务"] == [
        (("2026年预算数", "总计"), "4.00"),
        (("2026年预算数", "基本支出"), "0.00"),
        (("2026年预算数", "项目支出"), "4.00"),
    ]
