"""What names the rows of a table where several columns could."""

from ingest.parse import parse
from tests.ingest.narrative.pages import centered, grid, line, page, reading


def test_a_body_under_the_projects_heads_the_purchases_below_it() -> None:
    rows = (
        ("预算项目", "采购项目", "采购目录", "数量", "合计"),
        ("甲市水务局", "", "", "", "6.00"),
        ("办公设备购置", "计算机购置", "A0201 台式计算机", "6", "3.00"),
        ("办公设备购置", "打印机购置", "A0202 打印机", "2", "1.00"),
        ("一般公用经费", "复印纸采购", "A0504 复印纸", "60", "2.00"),
        ("合计", "", "", "", "6.00"),
    )
    head = (centered("部门政府采购预算表", 40, 14.0), line("单位名称：甲市水务局    单位：万元", 70, full=False))
    found = parse(reading(page(1, *head, grids=(grid(1, *rows, top=100),))), "b" * 16).rows
    assert [row.label for row in found] == ["甲市水务局", "计算机购置", "打印机购置", "复印纸采购", "合计"]
    assert {row.body for row in found[:4]} == {"甲市水务局"}


def test_under_one_header_the_part_names_the_row_and_not_the_cell_beside_all_of_them() -> None:
    rows = (
        ("项目", "项目", "2025年预算", "2026年预算"),
        ("三公经费", "公务用车购置", "1.00", "2.00"),
        ("三公经费", "公务接待费", "3.00", "4.00"),
        ("会议费", "会议费", "5.00", "6.00"),
    )
    head = (centered("“三公”经费和会议费预算表", 40, 14.0), line("单位：万元", 70, full=False))
    found = parse(reading(page(1, *head, grids=(grid(1, *rows, top=100),))), "b" * 16).rows
    assert [row.label for row in found] == ["公务用车购置", "公务接待费", "会议费"]


def test_a_place_names_the_row_of_a_payment_not_its_batch() -> None:
    rows = (
        ("县（市、区）", "下达批次", "金额"),
        ("甲县", "第一批", "2.00"),
        ("乙县", "第一批", "3.00"),
        ("合计", "", "5.00"),
    )
    head = (centered("救灾资金分配表", 40, 14.0), line("单位：万元", 70, full=False))
    found = parse(reading(page(1, *head, grids=(grid(1, *rows, top=100),))), "b" * 16).rows
    assert [row.label for row in found] == ["甲县", "乙县", "合计"]


def test_the_last_of_the_columns_under_one_header_name_names_the_row() -> None:
    rows = (
        ("项目", "项目", "预算数"),
        ("三公经费", "公务接待费", "2.00"),
        ("三公经费", "公务用车购置", "3.00"),
        ("会议费", "会议费", "1.00"),
    )
    head = (centered("三公经费预算表", 40, 14.0), line("单位：万元", 70, full=False))
    found = parse(reading(page(1, *head, grids=(grid(1, *rows, top=100),))), "b" * 16).rows
    assert [row.label for row in found] == ["公务接待费", "公务用车购置", "会议费"]


def test_a_list_of_bodies_set_in_two_halves_has_a_row_for_each() -> None:
    rows = (
        ("序号", "部门", "合计", "序号", "部门", "合计"),
        ("1", "市审计局", "2.00", "3", "市财政局", "4.00"),
        ("2", "市水务局", "3.00", "4", "市民政局", "5.00"),
    )
    head = (centered("部门三公经费汇总表", 40, 14.0), line("单位：万元", 70, full=False))
    found = parse(reading(page(1, *head, grids=(grid(1, *rows, top=100),))), "b" * 16).rows
    assert [row.label for row in found] == ["市审计局", "市财政局", "市水务局", "市民政局"]


def halves(*rows: tuple[str, ...]) -> list[tuple[str, str]]:
    """The names and amounts of a table of two halves."""
    head = (centered("部门经费预算表", 40, 14.0), line("单位名称：甲市水务局    单位：万元", 70, full=False))
    names = ("项目", "金额", "项目", "金额")
    found = parse(reading(page(1, *head, grids=(grid(1, names, *rows, top=100),))), "b" * 16).figures
    return [(figure.label, figure.text) for figure in found if figure.text]


def test_a_total_at_the_left_names_the_amount_of_the_other_half() -> None:
    found = halves(("公务接待费", "2.10", "公务用车运行费", "3.00"), ("合计", "", "", "5.10"))
    assert found[-1] == ("合计", "5.10")


def test_an_amount_beside_the_named_row_of_another_half_is_not_the_bodys() -> None:
    found = halves(("办公费", "2.10", "印刷费", "3.00"), ("人员经费合计", "2.10", "", "3.00"))
    assert found[-1] == ("", "3.00")
