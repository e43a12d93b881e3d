"""Tables whose rows are told by their background only, and header names ruled cell by cell."""

from itertools import pairwise

from ingest.reading.marks import Marks, Ruling
from ingest.reading.page import page_of
from tests.ingest.reading.test_unruled import Sheet, rows_of


def striped() -> Sheet:
    """A caption, a header in two levels on one background, and rows of which every second has one."""
    sheet = Sheet()
    sheet.text("公开表1", 50, 86)
    for text, x, y in (("收  入", 175, 102), ("支  出", 425, 102), ("项目", 100, 120), ("项目", 350, 120)):
        sheet.text(text, x, y, "c")
    for x in (250, 500):
        sheet.text("预算数", x, 115, "c")
        sheet.text("（万元）", x, 127, "c")
    rows = (("财政拨款", "12.00", "教育支出", "9.00"), ("其他收入", "", "科学技术支出", "3.00"))
    for k, (name, a, other, b) in enumerate((*rows, ("上年结转", "1.00", "结转下年", "1.00"), ("总计", "13.00") * 2)):
        y = 145 + 20 * k
        sheet.text(name, 53, y)
        sheet.text(a, 298, y, "r")
        sheet.text(other, 303, y)
        sheet.text(b, 548, y, "r")
    return sheet


def test_the_edges_of_backgrounds_part_caption_header_and_rows() -> None:
    sheet = striped()
    tints = ((50.0, 99.0, 550.0, 140.0), (50.0, 160.0, 550.0, 180.0), (50.0, 200.0, 550.0, 220.0))
    page = page_of(1, Marks(600, 800, sheet.chars, [], 0.0, tints))
    (grid,) = page.grids
    assert [line.text for line in page.lines] == ["公开表1"]
    assert rows_of(grid)[1:] == [
        ["项目", "预算数（万元）", "项目", "预算数（万元）"],
        ["财政拨款", "12.00", "教育支出", "9.00"],
        ["其他收入", "", "科学技术支出", "3.00"],
        ["上年结转", "1.00", "结转下年", "1.00"],
        ["总计", "13.00", "总计", "13.00"],
    ]


def test_backgrounds_of_cells_count_as_those_of_their_row() -> None:
    sheet = striped()
    tints = tuple(
        (x, y, x + 125, y + height)
        for y, height in ((99.0, 41.0), (160.0, 20.0), (200.0, 20.0))
        for x in (50.0, 175.0, 300.0, 425.0)
    )
    assert page_of(1, Marks(600, 800, sheet.chars, [], 0.0, tints)).lines[0].text == "公开表1"


def test_a_white_first_row_is_as_high_as_its_wrapped_name_and_no_higher_than_its_one_line() -> None:
    for wrapped in (True, False):
        sheet = Sheet()
        for name, x in (("科目名称", 130), ("合计", 300), ("项目支出", 420)):
            sheet.text(name, x, 86, "c")
        tops = (100.0, 140.0, 160.0, 180.0, 220.0) if wrapped else (100.0, 120.0, 140.0, 160.0, 200.0)
        names = (
            ("其他城乡社区|设施支出", "水利", "防汛", "其他水利|工程支出")
            if wrapped
            else ("防汛", "水利", "抚恤", "其他|支出")
        )
        for k, ((top, low), name) in enumerate(zip(pairwise(tops), names, strict=True)):
            y = (top + low) / 2 - 5
            for at, part in enumerate(parts := name.split("|")):
                sheet.text(part, 60, y + 14 * at - 7 * (len(parts) - 1))
            sheet.text(f"{k}2.14", 330, y, "r")
            sheet.text(f"{k}.50", 450, y, "r")
        tints = tuple(
            (50.0, a, 500.0, b) for a, b in ((tops[1], tops[2]), (tops[3], tops[4]), (tops[4] + 20, tops[4] + 40))
        )
        for y in (tops[4], tops[4] + 20):
            sheet.text("购房补贴", 60, y + 5)
            sheet.text("7.00", 330, y + 5, "r")
            sheet.text("7.00", 450, y + 5, "r")
        (grid,) = page_of(1, Marks(600, 800, sheet.chars, [], 0.0, tints)).grids
        assert rows_of(grid)[:2] == [
            ["科目名称", "合计", "项目支出"],
            [names[0].replace("|", ""), "02.14", "0.50"],
        ]


def test_a_name_stands_over_the_columns_that_its_own_stroke_covers() -> None:
    sheet = Sheet()
    for text, x, y in (("预算数", 250, 102), ("增减情况", 460, 102), ("科目", 100, 112)):
        sheet.text(text, x, y, "c")
    for text, x in (("合计", 200), ("基本", 250), ("项目", 300), ("增减额", 420), ("增减率", 500)):
        sheet.text(text, x, 122, "c")
    sheet.rulings = [Ruling(True, 117, 175, 325), Ruling(True, 117, 325, 540)]
    sheet.rulings += [Ruling(True, y, 50, 540) for y in (98, 137, 157, 177)]
    for k in range(2):
        sheet.text(("教育支出", "合计")[k], 53, 142 + 20 * k)
        for x in (222, 272, 322, 452, 537):
            sheet.text("7.00", x, 142 + 20 * k, "r")
    spans = {cell.text: (cell.column, cell.column_span) for cell in sheet.grid().cells if cell.row == 0}
    assert spans["预算数"] == (1, 3) and spans["增减情况"] == (4, 2)
