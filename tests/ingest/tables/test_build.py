"""Whole tables from drawn pages: header trees, pages joined, halves split, roles, units, years, forms."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from ingest.reading.pdf import read_pdf
from ingest.records.document import RowRole, Stage
from ingest.records.figure import Figure, Relation
from ingest.tables.build import TablesParsed, tables_of

Draw = Callable[..., Any]


def read(path: Path, year: int | None = 2026, stage: Stage = Stage.BUDGET) -> TablesParsed:
    return tables_of(read_pdf(path), "d", "云溪市审计局", year, stage)


def titled(page: Any, title: str, unit: str = "单位：万元", number: str = "表3") -> None:
    page.text(40, 30, number)
    page.text(400, 45, title, 14, "center")
    page.text(40, 70, "部门名称：云溪市审计局")
    page.text(600, 70, unit)


def values(parsed: TablesParsed, label: str) -> list[str | None]:
    return [None if f.value is None else str(f.value) for f in parsed.figures if f.label == label]


def one(parsed: TablesParsed, label: str, *column: str) -> Figure:
    found = [f for f in parsed.figures if f.label == label and f.column == column]
    assert len(found) == 1, [(f.label, f.column) for f in parsed.figures]
    return found[0]


def test_title_number_unit_and_department_come_from_the_lines_above(drawing: Draw) -> None:
    page = drawing()
    titled(page, "部门支出总表", "单位：千元")
    page.table(40, 90, [200, 100], [["项目", "预算数"], ["办公费", "12.00"]])
    (table,) = read(page.done()).tables
    assert (table.title, table.number, table.unit, table.department) == ("部门支出总表", "表3", "千元", "云溪市审计局")


def test_a_header_of_three_levels_gives_every_column_its_path(drawing: Draw) -> None:
    page = drawing()
    titled(page, "收入总表")
    rows = [
        ["单位名称", "合计", "本年收入", None, None, None],
        ["", "", "小计", "财政拨款", None, "其他收入"],
        ["", "", "", "一般公共预算", "政府性基金", ""],
        ["云溪市审计局", "30.00", "30.00", "20.00", "4.00", "6.00"],
    ]
    page.table(40, 90, [150, 90, 90, 90, 90, 90], rows)
    paths = read(page.done()).tables[0].columns
    assert ("本年收入", "财政拨款", "政府性基金") in paths
    assert ("本年收入", "其他收入") in paths


def test_a_table_goes_on_over_pages_with_and_without_its_header(drawing: Draw) -> None:
    page = drawing()
    titled(page, "项目支出预算表")
    head = ["项目名称", "金额"]
    page.table(40, 90, [300, 100], [head, ["合计", "6.00"], ["培训", "1.00"]])
    page.text(400, 560, "— 3 —")
    page.next_page()
    page.table(40, 40, [300, 100], [["会议", "2.00"]])
    page.text(400, 560, "— 4 —")
    page.next_page()
    page.table(40, 40, [300, 100], [head, ["印刷", "3.00"]])
    parsed = read(page.done())
    (table,) = parsed.tables
    assert (table.page, table.page_end) == (1, 3)
    assert [(row.label, row.page) for row in parsed.rows] == [("合计", 1), ("培训", 1), ("会议", 2), ("印刷", 3)]


def test_a_row_broken_by_the_page_is_one_row(drawing: Draw) -> None:
    page = drawing()
    titled(page, "项目支出绩效目标表")
    widths = [200, 80, 300]
    page.table(
        40,
        90,
        widths,
        [["项目名称", "总计", "绩效目标"], ["培训", "1.00", "目标一。"], ["会议\n服务", "2.00", "保障会议"]],
    )
    page.next_page()
    page.table(40, 40, widths, [["采购", "", "按时举办。"], ["印刷", "3.00", "目标三。"]])
    parsed = read(page.done())
    assert [(row.label, row.page, row.page_end) for row in parsed.rows][1:] == [("会议服务采购", 1, 2), ("印刷", 2, 2)]
    assert [t.text for t in parsed.row_texts] == ["目标一。", "保障会议按时举办。", "目标三。"]


def test_halves_side_by_side_are_split(drawing: Draw) -> None:
    page = drawing()
    titled(page, "收支总表")
    rows = [
        ["收入", None, "支出", None],
        ["项目", "预算数", "项目", "预算数"],
        ["一、财政拨款收入", "9.00", "一、一般公共服务支出", "7.00"],
        ["二、其他收入", "1.00", "二、住房保障支出", "3.00"],
        ["本年收入合计", "10.00", "本年支出合计", "10.00"],
        ["上年结转", "", "结转下年", ""],
        ["收入总计", "10.00", "支出总计", "10.00"],
    ]
    page.table(40, 90, [200, 80, 200, 80], rows)
    parsed = read(page.done())
    sides = {row.label: (row.side, row.role) for row in parsed.rows}
    assert sides["财政拨款收入"] == ("收入", RowRole.ITEM)
    assert sides["本年支出合计"] == ("支出", RowRole.SUBTOTAL)
    assert sides["收入总计"] == ("收入", RowRole.GRAND_TOTAL)
    assert one(parsed, "上年结转", "收入", "预算数").amount is None


def test_codes_in_three_columns_are_joined_and_carried(drawing: Draw) -> None:
    page = drawing()
    titled(page, "支出预算表")
    rows = [
        ["功能分类科目编码", None, None, "科目名称", "合计"],
        ["类", "款", "项", "", ""],
        ["208", "", "", "社会保障和就业支出", "5.00"],
        ["", "05", "", "行政事业单位养老支出", "5.00"],
        ["", "", "01", "行政单位离退休", "2.00"],
        ["", "", "05", "基本养老保险缴费支出", "3.00"],
    ]
    page.table(40, 90, [40, 40, 40, 200, 90], rows)
    parsed = read(page.done())
    assert [row.code for row in parsed.rows] == ["208", "20805", "2080501", "2080505"]
    assert [row.role for row in parsed.rows] == [RowRole.SUBTOTAL, RowRole.SUBTOTAL, RowRole.ITEM, RowRole.ITEM]
    assert parsed.rows[3].parent_id == parsed.rows[1].id


def test_units_head_their_projects_where_the_sums_say_so(drawing: Draw) -> None:
    page = drawing()
    titled(page, "项目支出预算表")
    rows = [
        ["项目名称（资金使用单位）", "总计"],
        ["合计", "10.01"],
        ["云溪市审计局", "6.00"],
        ["审计业务经费", "4.00"],
        ["云溪市审计综合平台", "2.00"],
        ["云溪市审计信息中心", "4.00"],
        ["机房维护", "4.00"],
    ]
    page.table(40, 90, [300, 90], rows)
    parsed = read(page.done())
    roles = [row.role for row in parsed.rows]
    assert roles == [RowRole.GRAND_TOTAL, RowRole.SUBTOTAL, RowRole.ITEM, RowRole.ITEM, RowRole.SUBTOTAL, RowRole.ITEM]
    assert [row.body for row in parsed.rows][-1] == "云溪市审计信息中心"


def test_column_numbers_are_no_figures_and_blank_is_not_zero(drawing: Draw) -> None:
    page = drawing()
    titled(page, "“三公”经费支出表")
    rows = [["栏次", "合计", "因公出国（境）费", "公务接待费"], ["", "1", "2", "3"], ["本年", "0.00", "", "-"]]
    page.table(40, 90, [100, 100, 120, 100], rows)
    figures = read(page.done()).figures
    assert [(f.text, f.value) for f in figures] == [("0.00", Decimal("0.00")), ("", None), ("-", None)]


def test_last_year_and_change_columns_carry_their_own_year_and_meaning(drawing: Draw) -> None:
    page = drawing()
    titled(page, "一般公共预算支出表")
    rows = [
        ["科目名称", "2025年执行数", "2026年预算数", "比上年增减", None],
        ["", "", "", "金额", "增长%"],
        ["行政运行", "8.00", "10.00", "2.00", "25.00"],
    ]
    page.table(40, 90, [120, 100, 100, 80, 80], rows)
    last, this, change, rate = read(page.done()).figures
    assert (last.year, last.stage, this.year, this.stage) == (2025, Stage.EXECUTION, 2026, Stage.BUDGET)
    assert (change.relation, rate.relation, rate.unit.name) == (Relation.CHANGE, Relation.RATE, "%")


def test_an_empty_table_with_a_note_is_nil(drawing: Draw) -> None:
    page = drawing()
    titled(page, "政府性基金预算支出表")
    end = page.table(40, 90, [100, 200, 100], [["科目编码", "科目名称", "合计"], ["", "合计", ""]])
    page.text(40, end + 6, "注：本部门无政府性基金预算，故本表无数据。")
    (table,) = read(page.done()).tables
    assert table.is_nil
    assert table.note == "注：本部门无政府性基金预算，故本表无数据。"


def test_counts_are_not_money(drawing: Draw) -> None:
    page = drawing()
    titled(page, "政府采购预算表")
    page.table(40, 90, [200, 80, 100], [["采购项目", "数量", "预算金额"], ["台式计算机", "12", "6.00"]])
    count, money = read(page.done()).figures
    assert (count.unit.kind, money.unit.name) == ("count", "万元")


def test_a_table_of_people_counts_people(drawing: Draw) -> None:
    page = drawing()
    titled(page, "机构人员情况表", "单位：人")
    page.table(40, 90, [200, 80, 80], [["单位名称", "编制数", "实有人数"], ["云溪市审计局", "30", "28"]])
    parsed = read(page.done())
    assert {(f.unit.name, f.unit.kind) for f in parsed.figures} == {("人", "count")}


def test_a_head_of_counts_makes_counts_of_all_the_columns_under_it(drawing: Draw) -> None:
    page = drawing()
    titled(page, "机构设置及人员情况表")
    rows = [["单位名称", "编制人数", None, "拨款"], ["", "行政", "事业", ""], ["警务保障中心", "6", "14", "35.00"]]
    page.table(40, 90, [200, 80, 80, 100], rows)
    parsed = read(page.done())
    assert {f.column: f.unit.name for f in parsed.figures} == {
        ("编制人数", "行政"): "人",
        ("编制人数", "事业"): "人",
        ("拨款",): "万元",
    }


def test_a_quantity_is_counted_in_the_measuring_word_beside_it(drawing: Draw) -> None:
    page = drawing()
    titled(page, "政府采购预算表")
    rows = [["采购品目", "数量", "计量单位", "金额"], ["执法用车", "6", "辆", "108.00"], ["合计", "", "", "108.00"]]
    page.table(40, 90, [200, 80, 80, 100], rows)
    parsed = read(page.done())
    assert one(parsed, "执法用车", "数量").unit.name == "辆"
    assert one(parsed, "执法用车", "金额").unit.name == "万元"


def test_kinds_under_a_row_of_counts_are_counted_like_it(drawing: Draw) -> None:
    page = drawing()
    titled(page, "机构运行信息表")
    rows = [
        ["项目", "统计数"],
        ["一、机关运行经费", "38.25"],
        ["二、车辆数合计（辆）", "6"],
        ["（一）机要通信用车", "2"],
        ["（二）执法执勤用车", "4"],
    ]
    page.table(40, 90, [260, 120], rows)
    parsed = read(page.done())
    units = {f.label: f.unit.name for f in parsed.figures}
    assert units == {"机关运行经费": "万元", "车辆数合计（辆）": "辆", "机要通信用车": "辆", "执法执勤用车": "辆"}


def test_units_by_code_head_their_functional_items(drawing: Draw) -> None:
    page = drawing()
    titled(page, "部门支出总表")
    rows = [
        ["科目编码", "单位（科目名称）", "合计"],
        ["", "合计", "10.00"],
        ["117", "云溪市审计局", "10.00"],
        ["117001", "云溪市审计局机关", "6.00"],
        ["2010801", "行政运行", "4.00"],
        ["2010804", "审计业务", "2.00"],
        ["117002", "云溪市审计信息中心", "4.00"],
        ["2010850", "事业运行", "4.00"],
    ]
    page.table(40, 90, [60, 160, 70], rows)
    parsed = read(page.done())
    assert [row.level for row in parsed.rows] == [0, 1, 2, 3, 3, 2, 3]
    assert [row.body for row in parsed.rows][-1] == "云溪市审计信息中心"


def test_two_classifications_side_by_side_keep_apart(drawing: Draw) -> None:
    page = drawing()
    titled(page, "基本支出预算表")
    rows = [
        ["部门预算支出经济分类", None, "政府预算支出经济分类", None, "科目名称", "合计"],
        ["类", "款", "类", "款", "", ""],
        ["301", "", "501", "", "工资福利支出", "3.00"],
        ["", "01", "", "01", "基本工资", "3.00"],
    ]
    page.table(40, 90, [60, 60, 60, 60, 160, 70], rows)
    assert [row.code for row in read(page.done()).rows] == ["301", "30101"]


def test_an_amount_with_its_unit_in_the_cell(drawing: Draw) -> None:
    page = drawing()
    titled(page, "项目支出表", "")
    page.table(40, 90, [200, 80], [["项目", "金额"], ["培训费", "12.5万元"], ["会议费", "3000元"]])
    assert [(str(f.value), f.unit.name) for f in read(page.done()).figures] == [("12.5", "万元"), ("3000", "元")]


def test_each_form_is_a_table_of_one_project(drawing: Draw) -> None:
    page = drawing((595, 842))
    for name, amount in (("审计业务经费", "31.00"), ("信息化经费", "12.50")):
        page.text(300, 40, "项目支出绩效目标表", 14, "center")
        rows = [
            ["项目名称", name, None, None],
            ["主管部门", "云溪市审计局", "实施单位", "云溪市审计局机关"],
            ["项目资金\n（万元）", "年度资金总额：", amount, None],
            ["", "其中：财政拨款", amount, None],
            ["总体目标", "完成年度审计任务。", None, None],
            ["一级指标", "二级指标", "三级指标", "指标值"],
            ["产出指标", "数量指标", "审计报告份数", "≥12份"],
        ]
        page.table(40, 90, [90, 130, 150, 120], rows)
        page.next_page()
    parsed = read(page.done())
    assert [row.label for row in parsed.rows] == ["审计业务经费", "信息化经费"]
    assert next((f.label, f.column, str(f.value), f.unit.name) for f in parsed.figures) == (
        "审计业务经费", ("年度资金总额",), "31.00", "万元",
    )  # fmt: skip
    assert parsed.rows[0].body == "云溪市审计局机关"
    assert ("总体目标", "完成年度审计任务。") in [(t.column, t.text) for t in parsed.row_texts]


def test_same_bytes_give_the_same_records(drawing: Draw) -> None:
    page = drawing()
    titled(page, "部门支出总表")
    page.table(40, 90, [200, 100], [["项目", "预算数"], ["办公费", "12.00"]])
    path = page.done()
    assert read(path) == read(path)


def test_a_table_of_words_is_a_passage_and_no_table(drawing: Draw) -> None:
    page = drawing()
    titled(page, "部门预算单位构成", "")
    rows = [["序号", "单位名称", "备注"], ["1", "云溪市审计局（本级）", ""], ["2", "云溪市审计信息中心", "新设"]]
    page.table(40, 90, [40, 200, 80], rows)
    parsed = read(page.done())
    assert not parsed.tables
    (passage,) = parsed.passages
    assert passage.text == "序号：1；单位名称：云溪市审计局（本级）\n序号：2；单位名称：云溪市审计信息中心；备注：新设"
    assert passage.text[passage.spots[1].start : passage.spots[1].end].startswith("序号：2")


def test_a_table_of_final_accounts_is_one_whatever_its_document_says(drawing: Draw) -> None:
    page = drawing()
    titled(page, "政府性基金预算财政拨款收入支出决算表")
    page.table(40, 90, [200, 100, 100], [["科目名称", "本年收入", "本年支出"], ["城乡社区支出", "12.00", "11.00"]])
    assert {f.stage for f in read(page.done()).figures} == {Stage.FINAL_ACCOUNT}


def test_a_number_row_above_the_title_inside_the_rulings_is_not_the_title(drawing: Draw) -> None:
    page = drawing()
    rows = [
        ["公开01表", None, None],
        ["2026年部门支出总表", None, None],
        ["部门：云溪市审计局", None, "单位：千元"],
        ["科目编码", "科目名称", "合计"],
        ["20108", "审计事务", "12.00"],
    ]
    page.table(40, 40, [100, 200, 120], rows)
    (table,) = read(page.done()).tables
    assert (table.title, table.kind, table.unit) == ("2026年部门支出总表", "expenditure_total", "千元")


def test_a_table_printed_sideways_goes_on_over_pages(drawing: Draw) -> None:
    page = drawing((595, 842))
    header = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
    widths = [80, 220, 110, 110, 110]

    def turned() -> None:
        page.canvas.translate(595, 0)
        page.canvas.rotate(90)
        page.size = (842, 595)

    turned()
    titled(page, "2026年部门支出总表")
    page.table(40, 90, widths, [header, ["201", "一般公共服务支出", "3.00", "1.00", "2.00"]])
    page.text(400, 565, "- 1 -")
    page.next_page()
    turned()
    page.table(40, 40, widths, [header, ["208", "社会保障和就业支出", "5.00", "5.00", "0.00"]])
    parsed = read(page.done())
    (table,) = parsed.tables
    assert (table.title, table.page, table.page_end) == ("2026年部门支出总表", 1, 2)
    assert values(parsed, "社会保障和就业支出") == ["5.00", "5.00", "0.00"]


def test_a_unit_in_brackets_behind_the_title_and_a_code_before_the_body(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "2026年部门支出总表（单位：千元）", 14, "center")
    page.text(40, 70, "部门名称：[215]云溪市水务局")
    page.table(40, 90, [200, 100], [["项目", "预算数"], ["办公费", "12.00"]])
    (table,) = read(page.done()).tables
    assert (table.title, table.unit, table.department) == ("2026年部门支出总表", "千元", "云溪市水务局")


def test_a_total_may_stand_in_the_column_of_row_numbers(drawing: Draw) -> None:
    page = drawing()
    titled(page, "项目支出预算表")
    rows = [
        ["序号", "项目名称", "合计", "财政拨款"],
        ["合计", "", "7.00", "7.00"],
        ["1", "办案经费", "3.00", "3.00"],
        ["2", "培训经费", "4.00", "4.00"],
    ]
    page.table(40, 90, [60, 200, 100, 100], rows)
    parsed = read(page.done())
    assert one(parsed, "合计", "财政拨款").role is RowRole.GRAND_TOTAL
    assert values(parsed, "办案经费") == ["3.00", "3.00"]


def test_a_column_of_comparison_is_of_the_year_of_the_amount_before_it(drawing: Draw) -> None:
    page = drawing()
    titled(page, "2025年一般公共预算收入执行情况及2026年预算表")
    rows = [["项目", "2025年执行数", "2026年预算数", "比上年执行数增减%"], ["契税", "100", "104", "4.00"]]
    page.table(40, 90, [200, 100, 100, 120], rows)
    rate = one(read(page.done(), 2025), "契税", "比上年执行数增减%")
    assert (rate.year, rate.stage, rate.basis, rate.relation) == (2026, Stage.BUDGET, "上年执行数", Relation.RATE)
