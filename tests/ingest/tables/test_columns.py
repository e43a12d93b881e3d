"""What the columns of a table are, where names and kinds alone do not tell."""

from collections.abc import Callable
from typing import Any

from tests.ingest.tables.test_build import read, titled, values

Draw = Callable[..., Any]


def test_bodies_listed_one_a_row_name_their_rows_and_not_what_is_said_of_them(drawing: Draw) -> None:
    page = drawing()
    titled(page, "部门机构设置情况", "")
    rows = [
        ["序号", "单位名称", "经费性质", "编制人数", "在职人数"],
        ["1", "云溪市审计局（本级）", "财政拨款", "22", "21"],
        ["2", "云溪市审计中心", "财政拨款", "30", "28"],
        ["合计", None, None, "52", "49"],
    ]
    page.table(40, 90, [40, 200, 120, 80, 80], rows)
    parsed = read(page.done())
    assert [row.label for row in parsed.rows] == ["云溪市审计局（本级）", "云溪市审计中心", "合计"]
    assert "财政拨款" in {t.text for t in parsed.read[0].texts}


def test_a_list_of_funds_with_amounts_is_no_list_of_tables(drawing: Draw) -> None:
    page = drawing()
    titled(page, "部门专项资金管理清单目录")
    page.table(40, 90, [40, 300, 100], [["序号", "专项资金名称", "预算数"], ["1", "旅游宣传专项资金", "960.00"]])
    assert values(read(page.done()), "旅游宣传专项资金") == ["960.00"]


def test_a_leading_category_printed_once_is_carried_to_the_subtotal(drawing: Draw) -> None:
    page = drawing()
    titled(page, "项目支出安排一览表")
    rows = [
        ["项目类别", "项目名称", "资金来源", "预算数"],
        ["业务费", "河道巡查", "一般公共预算", "1.00"],
        ["", "水质监测", "一般公共预算", "2.00"],
        ["", "小计", "", "3.00"],
        ["其他项目", "堤防养护", "事业收入", "4.00"],
        ["", "合计", "", "7.00"],
    ]
    page.table(40, 90, [100, 200, 120, 80], rows)
    (table,) = read(page.done()).read
    told = {row.label: [t.text for t in table.texts if t.row_id == row.id] for row in table.rows}
    assert told["河道巡查"] == told["水质监测"] == ["业务费", "一般公共预算"]
    assert told["堤防养护"] == ["其他项目", "事业收入"]
    assert told["小计"] == told["合计"] == []


def test_a_row_bears_the_departments_name_and_the_whole_code_of_the_other_classification(drawing: Draw) -> None:
    page = drawing((900, 595))
    titled(page, "一般公共预算基本支出表")
    rows = [
        ["部门预算支出经济分类", None, None, "政府预算支出经济分类", None, None, "合计"],
        ["类", "款", "科目名称", "类", "款", "科目名称", ""],
        ["301", "", "工资福利支出", "", "", "", "9.00"],
        ["301", "01", "基本工资", "501", "01", "工资奖金津补贴", "3.00"],
        ["301", "01", "基本工资", "505", "01", "工资福利支出", "6.00"],
    ]
    page.table(40, 90, [60, 60, 160, 60, 60, 160, 70], rows)
    parsed = read(page.done())
    assert [(row.code, row.label) for row in parsed.rows] == [
        ("301", "工资福利支出"), ("30101", "基本工资"), ("30101", "基本工资"),
    ]  # fmt: skip
    assert [text.text for text in parsed.row_texts] == ["50101", "工资奖金津补贴", "50501", "工资福利支出"]


def bought(drawing: Draw, header: list[str], *lines: list[str]) -> dict[str, list[str]]:
    """The rows of a list of purchases by their names, each with its words."""
    page = drawing((900, 595))
    titled(page, "政府采购预算表")
    page.table(40, 90, [200, 200, 80, 80, 100], [[*header, "计量单位", "数量", "金额"], *lines])
    (table,) = read(page.done()).read
    return {row.label: [t.text for t in table.texts if t.row_id == row.id] for row in table.rows}


def test_an_item_names_its_row_and_not_the_project_it_is_for(drawing: Draw) -> None:
    lines = ["河道清淤", "水泵", "台（套）", "2", "3.00"], ["", "围栏", "米", "9", "4.00"], ["合计", "", "", "", "7.00"]
    assert bought(drawing, ["项目名称", "采购品目"], *lines) == {
        "水泵": ["河道清淤", "台（套）"],
        "围栏": ["河道清淤", "米"],
        "合计": [],
    }
    turned = [[item, project, *rest] for project, item, *rest in lines[:1]]
    assert "水泵" in bought(drawing, ["资产名称", "对应项目"], *turned)


def test_a_project_names_the_row_where_it_is_bought_at_once_or_stands_above_its_items(drawing: Draw) -> None:
    at_once = ["河道清淤", "工程", "项", "1", "3.00"], ["堤防养护", "工程", "项", "1", "4.00"]
    assert list(bought(drawing, ["项目名称", "采购品目"], *at_once)) == ["河道清淤", "堤防养护"]
    above = ["河道清淤", "", "", "", "7.00"], ["", "水泵", "台", "2", "3.00"], ["", "围栏", "米", "9", "4.00"]
    assert list(bought(drawing, ["项目名称", "采购品目"], *above)) == ["河道清淤", "水泵", "围栏"]


def test_a_column_of_units_is_of_no_body(drawing: Draw) -> None:
    page = drawing()
    titled(page, "政府采购预算表")
    rows = [["品目", "单位", "数量", "金额"], ["水泵", "台（套）", "2", "3.00"], ["围栏", "米", "9", "4.00"]]
    page.table(40, 90, [200, 100, 80, 100], rows)
    parsed = read(page.done())
    assert [row.body for row in parsed.rows] == [None, None]
    assert [f.unit.name for f in parsed.figures] == ["台（套）", "万元", "米", "万元"]


def test_a_project_with_an_amount_of_its_own_is_a_row_beside_its_items(drawing: Draw) -> None:
    page = drawing((900, 595))
    titled(page, "政府采购预算表")
    rows: list[list[str | None]] = [["项目名称", "预算资金", "采购物品名称", "目录序号", "数量", "金额"]]
    rows += [["合计", "", "", "", "", "9.50"], ["101001云溪市水利局本级", None, None, None, None, "7.00"]]
    rows += [["河道清淤", "9.00", "水泵", "A02010105", "2", "3.00"], ["", "", "围栏", "A05010200", "9", "4.00"]]
    rows += [
        ["101002云溪市水利站", None, None, None, None, "2.50"],
        ["日常公用", "8.00", "水泵", "A02010105", "1", "2.50"],
    ]
    page.table(40, 90, [200, 80, 200, 100, 80, 100], rows)
    parsed = read(page.done())
    own = [(row.label, row.code, row.body) for row in parsed.rows]
    station = "云溪市水利站"
    assert own[1:4] == [
        ("云溪市水利局本级", "101001", "云溪市水利局本级"),
        ("河道清淤", None, own[1][0]),
        ("水泵", "A02010105", own[1][0]),
    ]
    assert own[-2:] == [("日常公用", None, station), ("水泵", "A02010105", station)]
    assert values(parsed, "河道清淤") == ["9.00"] and "9.00" not in values(parsed, "水泵")
    assert [t.text for t in parsed.row_texts if t.row_id == parsed.rows[4].id] == ["河道清淤"]


def test_an_amount_of_each_item_beside_its_project_is_the_item_s(drawing: Draw) -> None:
    page = drawing()
    titled(page, "政府采购预算表")
    rows = [["项目名称", "预算资金", "采购物品名称", "数量", "金额"], ["河道清淤", "9.00", "水泵", "2", "3.00"]]
    rows.append(["", "6.00", "围栏", "9", "4.00"])
    page.table(40, 90, [200, 80, 200, 80, 100], rows)
    assert [row.label for row in read(page.done()).rows] == ["河道清淤", "围栏"]


def test_a_half_begins_where_its_amounts_are_headed_as_those_before(drawing: Draw) -> None:
    page = drawing()
    titled(page, "部门收支总表")
    rows = [
        ["功能", "预算数", "部门经济分类", "预算数", "政府口径", "预算数"],
        ["一、公共安全支出", "9.00", "一、基本支出", "4.00", "一、机关工资", "3.00"],
        ["二、教育支出", "1.00", "二、项目支出", "6.00", "二、机关服务", "7.00"],
    ]
    page.table(40, 90, [150, 80, 150, 80, 150, 80], rows)
    parsed = read(page.done())
    assert values(parsed, "项目支出") == ["6.00"]
    assert values(parsed, "机关工资") == ["3.00"]


def test_small_whole_numbers_beside_money_printed_with_places_are_counts(drawing: Draw) -> None:
    page = drawing()
    titled(page, "补贴分配表", "单位：元")
    rows = [
        ["街镇", "补贴金额", "服务站点"],
        ["新港街道", "2,019,000.00", "7"],
        ["塘湾镇", "1,345,000.00", "5"],
        ["合计", "3,364,000.00", "12"],
    ]
    page.table(40, 90, [150, 120, 100], rows)
    parsed = read(page.done())
    units = {(f.label, f.text): f.unit.name for f in parsed.figures}
    assert units["新港街道", "7"] == units["合计", "12"] == "个"
    assert units["新港街道", "2,019,000.00"] == "元"


def test_a_count_may_have_its_measuring_word_in_the_cell(drawing: Draw) -> None:
    page = drawing()
    titled(page, "政府采购预算表", "单位：元")
    rows = [["采购项目名称", "数量", "预算金额"], ["超声诊断仪", "2台", "860,000.00"], ["计算机", "24套", "90,000.00"]]
    page.table(40, 90, [200, 80, 120], rows)
    units = {(f.label, f.text): (f.amount and str(f.amount.value), f.unit.name) for f in read(page.done()).figures}
    assert units["超声诊断仪", "2台"] == ("2", "台")
    assert units["计算机", "24套"] == ("24", "套")


def test_money_beside_cars_is_money(drawing: Draw) -> None:
    page = drawing()
    titled(page, "国有资产占有使用情况", "单位：元")
    rows = [
        ["资产名称", "数量", "账面原值", "累计折旧", "账面净值"],
        ["车辆合计", "14", "4,125,680.00", "-2,981,130.50", "1,144,549.50"],
        ["其中：应急保障用车", "9", "3,100,000.00", "-2,100,000.00", "1,000,000.00"],
    ]
    page.table(40, 90, [200, 60, 110, 110, 110], rows)
    units = {(f.text): f.unit.name for f in read(page.done()).figures}
    assert units["9"] == units["14"] == "辆"
    assert units["-2,100,000.00"] == units["1,000,000.00"] == "元"


def test_a_header_printed_twice_side_by_side_is_two_halves(drawing: Draw) -> None:
    page = drawing()
    titled(page, "部门“三公”经费汇总表")
    rows = [
        ["序号", "部门", "合计", "公务接待", "序号", "部门", "合计", "公务接待"],
        ["1", "市财政局", "3.00", "1.00", "3", "市水利局", "5.00", "2.00"],
        ["2", "市民政局", "4.00", "1.50", "", "合计", "12.00", "4.50"],
    ]
    page.table(40, 90, [40, 120, 80, 80, 40, 120, 80, 80], rows)
    parsed = read(page.done())
    assert values(parsed, "市水利局") == ["5.00", "2.00"]
    assert values(parsed, "市财政局") == ["3.00", "1.00"]


def test_a_list_of_bodies_folded_in_two_counts_their_staff_in_both_halves(drawing: Draw) -> None:
    page = drawing()
    titled(page, "各乡镇服务中心经费安排表")
    rows = [
        ["序号", "单位名称", "编制（人）", "小计", "序号", "单位名称", "编制（人）", "小计"],
        ["1", "青禾镇服务中心", "3", "28.55", "3", "柳溪镇服务中心", "6", "49.69"],
        ["2", "云岭乡服务中心", "4", "28.35", "4", "石桥乡服务中心", "8", "25.62"],
    ]
    page.table(40, 90, [40, 120, 80, 80, 40, 120, 80, 80], rows)
    parsed = read(page.done())
    assert values(parsed, "柳溪镇服务中心") == ["6", "49.69"]
    assert values(parsed, "青禾镇服务中心") == ["3", "28.55"]


def test_what_only_sorts_the_rows_does_not_name_them(drawing: Draw) -> None:
    page = drawing()
    titled(page, "救灾资金分配表")
    rows = [["县区", "下达批次", "合计"]]
    rows += [[f"云{sign}县", "第一批" if sign < "丁" else "第二批", "1.00"] for sign in "甲乙丙戊己庚"]
    page.table(40, 90, [120, 120, 80], rows)
    assert [row.label for row in read(page.done()).rows] == [row[0] for row in rows[1:]]


def test_codes_of_a_classification_are_no_amounts_under_whatever_header(drawing: Draw) -> None:
    page = drawing()
    titled(page, "支出预算表")
    codes = ("2010801", "2010804", "2080505", "2210201")
    rows = [[code, name, "12.50"] for code, name in zip(codes, ("运行", "业务", "养老", "住房"), strict=True)]
    page.table(40, 90, [120, 200, 100], [["财政拨款", "科目名称", "合计"], *rows])
    parsed = read(page.done())
    assert [row.code for row in parsed.rows] == list(codes)
    assert {f.text for f in parsed.figures} == {"12.50"}


def test_a_round_amount_with_the_digits_of_a_code_is_an_amount(drawing: Draw) -> None:
    page = drawing()
    titled(page, "国有资产使用情况表", "单位：元")
    rows = [["项目", "资产总额", "固定资产", "无形资产"], ["合计", "9846215.77", "6512800.57", "3015375"]]
    page.table(40, 90, [120, 120, 120, 120], rows)
    assert values(read(page.done()), "合计") == ["9846215.77", "6512800.57", "3015375"]
