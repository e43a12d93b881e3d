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
