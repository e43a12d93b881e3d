"""Headers of unruled tables: names over several columns, what is no part of them, and tables of few rows."""

from ingest.reading.marks import Marks
from ingest.reading.page import page_of
from tests.ingest.reading.test_unruled import Sheet, rows_of


def test_a_short_name_in_the_middle_over_two_columns_heads_both_though_amounts_reach_under_it() -> None:
    sheet = Sheet()
    for text, x, y in (
        ("项目名称", 100, 92),
        ("金额", 250, 92),
        ("其中", 400, 84),
        ("财政拨款", 350, 100),
        ("单位资金", 450, 100),
    ):
        sheet.text(text, x, y, "c")
    for k, name in enumerate(("档案整理", "法律顾问", "设备更新", "合计")):
        sheet.text(name, 60, 120 + 18 * k)
        for x, amount in ((298, "35,272.6"), (398, "35,059.5"), (498, "213.1")):
            sheet.text(amount, x, 120 + 18 * k, "r")
    spans = {cell.text: (cell.column, cell.column_span) for cell in sheet.grid().cells if cell.row < 2 and cell.text}
    assert spans["其中"] == (2, 2)
    assert spans["单位资金"] == (3, 1)


def test_names_set_out_over_their_cells_are_whole() -> None:
    sheet = Sheet()
    for text, x in (("科目编码", 80), ("科目名称", 220), ("合计", 350)):
        sheet.text(text, x, 80, "c")
    for k, (code, name) in enumerate(
        (("", "合计"), ("201", "教育支出"), ("20101", "行政管理事务"), ("2010101", "行政运行"))
    ):
        sheet.text(code, 60, 100 + 18 * k)
        for i, sign in enumerate(name):
            sheet.text(sign, 150 + i * 140 / (len(name) - 1), 100 + 18 * k)
        sheet.text("1,208.50", 390, 100 + 18 * k, "r")
    names = [row[1].replace(" ", "") for row in rows_of(sheet.grid())[1:]]
    assert names == ["合计", "教育支出", "行政管理事务", "行政运行"]


def test_three_levels_of_names_stand_over_the_columns_around_whose_middle_they_are_set() -> None:
    sheet = Sheet()
    edges = (50, 110, 180, 250, 320, 390, 460, 530)
    heads = (
        ("科目编码", 0, 1, 100), ("总计", 1, 2, 100), ("财政拨款", 2, 6, 84), ("小计", 2, 3, 108),
        ("公共预算", 3, 5, 100), ("经费拨款", 3, 4, 116), ("专项收入", 4, 5, 116), ("基金", 5, 6, 108),
        ("其他资金", 6, 7, 100),
    )  # fmt: skip
    for text, first, after, y in heads:
        sheet.text(text, (edges[first] + edges[after]) / 2, y, "c")
    for k, code in enumerate(("2010101", "2010102", "2010103")):
        sheet.text(code, 53, 140 + 18 * k)
        for edge in edges[2:]:
            sheet.text("120.50", edge - 3, 140 + 18 * k, "r")
    spans = {
        cell.text: (cell.column, cell.column_span, cell.row, cell.row_span)
        for cell in sheet.grid().cells
        if cell.row < 3 and cell.text
    }
    assert spans["财政拨款"] == (2, 4, 0, 1)
    assert spans["公共预算"] == (3, 2, 1, 1)
    assert spans["科目编码"] == (0, 1, 0, 3)
    assert spans["其他资金"] == (6, 1, 0, 3)
    assert spans["小计"] == (2, 1, 1, 2)


def test_the_last_row_of_a_table_below_its_header_again_is_a_table() -> None:
    sheet = Sheet()
    for text, x in (("项目", 100), ("2025年", 250), ("2026年", 350)):
        sheet.text(text, x, 60, "c")
    sheet.text("公务接待费", 60, 84)
    sheet.text("4.00", 298, 84, "r")
    sheet.text("2.80", 398, 84, "r")
    assert rows_of(sheet.grid()) == [["项目", "2025年", "2026年"], ["公务接待费", "4.00", "2.80"]]


def test_a_line_of_prose_that_is_set_out_is_no_row() -> None:
    sheet = Sheet()
    for text, x in (
        ("在职人员医疗保险费。年初预算为", 60),
        ("62.29", 230),
        ("万元，支出决算为", 270),
        ("60.99", 370),
        ("万元。决", 410),
    ):
        sheet.text(text, x, 60)
    page = page_of(1, Marks(600, 800, sheet.chars, [], 0.0))
    assert not page.grids


def test_a_band_and_the_first_line_of_a_wrapped_name_below_a_header_are_no_part_of_it() -> None:
    sheet = Sheet()
    for text, x, y in (
        ("单位预算数", 350, 80),
        ("支出项目", 110, 88),
        ("合计", 250, 88),
        ("机关", 310, 96),
        ("学校", 390, 96),
    ):
        sheet.text(text, x, y, "c")
    sheet.text("（一）人员类", 60, 118)
    for k in range(3):
        sheet.text("机关事业单位养老保险", 60, 138 + 34 * k)
        sheet.text(f"缴费{'甲乙丙'[k]}", 60, 150 + 34 * k)
        for x in (268, 338, 418):
            sheet.text("120.50", x, 150 + 34 * k, "r")
    grid = sheet.grid()
    names = [row[0] for row in rows_of(grid)]
    assert names[2] == "（一）人员类"
    assert names[3].startswith("机关事业单位养老保险")
    heads = {cell.text: (cell.column, cell.column_span) for cell in grid.cells if cell.row < 2 and cell.text}
    assert heads["单位预算数"] == (2, 2)


def test_an_amount_right_before_the_words_of_the_next_column_is_a_cell() -> None:
    sheet = Sheet()
    for text, x in (("项目名称", 100), ("金额(万元)", 255), ("绩效目标", 340)):
        sheet.text(text, x, 60, "c")
    for k, name in enumerate(("道路整治", "饮水维修", "公益事业")):
        sheet.text(name, 60, 80 + 18 * k)
        sheet.text("180.00", 296, 80 + 18 * k, "r")
        sheet.text("完成八个村的整治", 300, 80 + 18 * k)
    assert rows_of(sheet.grid())[1:] == [
        [n, "180.00", "完成八个村的整治"] for n in ("道路整治", "饮水维修", "公益事业")
    ]
