"""Tables without rules, with rules around the header alone, and with horizontal rules only, set out mark by mark."""

from ingest.reading.marks import Char, Marks, Ruling
from ingest.reading.page import page_of
from ingest.records.layout import Grid

SIZE = 10.0


class Sheet:
    """A page to print on: text set left, right or in the middle of a place, and rules."""

    def __init__(self) -> None:
        self.chars: list[Char] = []
        self.rulings: list[Ruling] = []

    def text(self, text: str, x: float, y: float, align: str = "l", blanks: bool = False) -> None:
        width = sum(SIZE if ord(c) > 0x2E7F else SIZE / 2 for c in text)
        x -= {"l": 0.0, "c": width / 2, "r": width}[align]
        for c in text:
            step = SIZE if ord(c) > 0x2E7F else SIZE / 2
            if blanks or not c.isspace():
                self.chars.append(Char(c, x, y, x + step, y + SIZE, SIZE, False))
            x += step

    def box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.rulings += [Ruling(True, y0, x0, x1), Ruling(True, y1, x0, x1)]
        self.rulings += [Ruling(False, x0, y0, y1), Ruling(False, x1, y0, y1)]

    def grid(self) -> Grid:
        (grid,) = page_of(1, Marks(600, 800, self.chars, self.rulings, 0.0)).grids
        return grid


def rows_of(grid: Grid) -> list[list[str]]:
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.text.replace("\n", "")
    return rows


def test_columns_of_a_ruled_header_go_on_below_it() -> None:
    sheet = Sheet()
    for x0, x1, name in ((50, 200, "项目"), (200, 300, "预算数"), (300, 400, "执行数")):
        sheet.box(x0, 100, x1, 120)
        sheet.text(name, (x0 + x1) / 2, 105, "c")
    for k, (name, a, b) in enumerate(
        (("教育支出", "12.00", ""), ("农林水支出", "", "3.50"), ("合计", "12.00", "3.50"))
    ):
        sheet.text(name, 53, 125 + 18 * k)
        sheet.text(a, 297, 125 + 18 * k, "r")
        sheet.text(b, 397, 125 + 18 * k, "r")
    assert rows_of(sheet.grid()) == [
        ["项目", "预算数", "执行数"],
        ["教育支出", "12.00", ""],
        ["农林水支出", "", "3.50"],
        ["合计", "12.00", "3.50"],
    ]


def test_columns_of_a_header_open_at_its_sides_go_on_between_the_rules_of_its_rows() -> None:
    sheet = Sheet()
    for y in (100, 120, 140, 160, 180):
        sheet.rulings.append(Ruling(True, y, 50, 400))
    for x in (200, 300):
        sheet.rulings.append(Ruling(False, x, 100, 120))
    for x, name in ((125, "项目"), (250, "预算数"), (350, "执行数")):
        sheet.text(name, x, 105, "c")
    for k, (name, a, b) in enumerate(
        (("教育支出", "12.00", ""), ("农林水支出", "", "3.50"), ("合计", "12.00", "3.50"))
    ):
        sheet.text(name, 53, 125 + 20 * k)
        sheet.text(a, 297, 125 + 20 * k, "r")
        sheet.text(b, 397, 125 + 20 * k, "r")
    sheet.text("表4", 53, 190)
    assert rows_of(sheet.grid()) == [
        ["项目", "预算数", "执行数"],
        ["教育支出", "12.00", ""],
        ["农林水支出", "", "3.50"],
        ["合计", "12.00", "3.50"],
    ]


def test_a_row_that_numbers_the_columns_is_a_part_of_the_header() -> None:
    sheet = Sheet()
    for y in (100, 120, 140, 160, 180):
        sheet.rulings.append(Ruling(True, y, 50, 400))
    for x in (50, 200, 300, 400):
        sheet.rulings.append(Ruling(False, x, 100, 140))
    for y, texts in ((105, ("项目", "小计", "项目支出")), (125, ("栏次", "1", "2"))):
        for x, text in zip((125, 250, 350), texts, strict=True):
            sheet.text(text, x, y, "c")
    for y, (name, a, b) in ((145, ("教育支出", "12.00", "2.00")), (165, ("合计", "12.00", "2.00"))):
        sheet.text(name, 53, y)
        sheet.text(a, 297, y, "r")
        sheet.text(b, 397, y, "r")
    assert rows_of(sheet.grid())[2:] == [["教育支出", "12.00", "2.00"], ["合计", "12.00", "2.00"]]


def test_rows_inside_one_frame_below_a_ruled_header() -> None:
    sheet = Sheet()
    for x0, x1, name in ((50, 200, "地区"), (200, 300, "税收返还"), (300, 400, "转移支付")):
        sheet.box(x0, 100, x1, 120)
        sheet.text(name, (x0 + x1) / 2, 105, "c")
    sheet.box(50, 120, 400, 190)
    for k, (name, a, b) in enumerate((("望舒区", "7", "8"), ("祁南县", "", "3"), ("合计", "7", "11"))):
        sheet.text(name, 53, 125 + 20 * k)
        sheet.text(a, 297, 125 + 20 * k, "r")
        sheet.text(b, 397, 125 + 20 * k, "r")
    assert rows_of(sheet.grid())[1:] == [["望舒区", "7", "8"], ["祁南县", "", "3"], ["合计", "7", "11"]]


def test_name_wrapped_around_its_amounts_is_one_row() -> None:
    sheet = Sheet()
    for x, name in ((100, "项目"), (240, "上年"), (340, "本年")):
        sheet.text(name, x, 100, "c")
    rows = (
        ("返还性收入", "", "1.00", "2.00"),
        ("一般性转移支付", "收入", "3.00", "4.00"),
        ("调入资金", "", "5.00", "6.00"),
    )
    y = 130.0
    for first, second, a, b in rows:
        sheet.text(first, 50, y)
        if second:
            sheet.text(second, 50, y + 13)
        middle = y + (6.5 if second else 0)
        sheet.text(a, 260, middle, "r")
        sheet.text(b, 360, middle, "r")
        y += 35 if second else 22
    assert rows_of(sheet.grid())[1:] == [
        ["返还性收入", "1.00", "2.00"],
        ["一般性转移支付收入", "3.00", "4.00"],
        ["调入资金", "5.00", "6.00"],
    ]


def test_name_over_names_stands_over_the_columns_around_its_middle() -> None:
    sheet = Sheet()
    # 项目 | 合计 | 基本支出 (小计, 人员经费, 公用经费) | 项目支出; cells of equal width
    places = [150 + 80 * k for k in range(6)]
    sheet.text("项目", 100, 110, "c")
    for k, name in ((0, "合计"), (4, "项目支出")):
        sheet.text(name, places[k] + 40, 110, "c")
    sheet.text("基本支出", (places[1] + places[4]) / 2, 100, "c")
    for k, name in ((1, "小计"), (2, "人员经费"), (3, "公用经费")):
        sheet.text(name, places[k] + 40, 120, "c")
    for r, label in enumerate(("行政运行", "事业运行", "住房公积金")):
        sheet.text(label, 53, 145 + 20 * r)
        for k in range(5):
            sheet.text(f"{1234 * (r + 1) * (k + 1)}.50", places[k + 1] - 3, 145 + 20 * r, "r")
    grid = sheet.grid()
    over = next(cell for cell in grid.cells if cell.text == "基本支出")
    assert (over.row, over.column, over.column_span) == (0, 2, 3)
    assert {c.text: (c.row, c.row_span) for c in grid.cells if c.row + c.row_span == 2} == {
        "项目": (0, 2),
        "合计": (0, 2),
        "小计": (1, 1),
        "人员经费": (1, 1),
        "公用经费": (1, 1),
        "项目支出": (0, 2),
    }


def test_name_set_wide_over_two_columns_is_one_name() -> None:
    sheet = Sheet()
    sheet.text("收　　入", 175, 100, "c")
    sheet.text("支　　出", 425, 100, "c")
    for x, name in ((112, "项　目"), (237, "预算数"), (362, "项　目"), (487, "预算数")):
        sheet.text(name, x, 122, "c")
    for r, (a, b) in enumerate((("利润收入", "资本金注入"), ("股利收入", "其他支出"), ("收入总计", "支出总计"))):
        for x, text, right, amount in ((53, a, 297, f"{r + 1}00.20"), (303, b, 547, f"{r + 1}50.20")):
            sheet.text(text, x, 144 + 20 * r)
            sheet.text(amount, right, 144 + 20 * r, "r")
    cells = {c.text: (c.column, c.column_span) for c in sheet.grid().cells if c.row == 0}
    assert cells == {"收    入": (0, 2), "支    出": (2, 2)} or cells == {"收 入": (0, 2), "支 出": (2, 2)}


def test_caption_of_the_next_table_ends_the_rules_of_the_one_before() -> None:
    sheet = Sheet()
    for top, names in ((100, ("利润收入", "股利收入")), (260, ("污水处理费收入", "彩票公益金收入"))):
        for y in (top, top + 20, top + 70):
            sheet.rulings.append(Ruling(True, y, 50, 450))
        sheet.text("项目", 100, top + 5, "c")
        sheet.text("预算数", 400, top + 5, "c")
        for k, name in enumerate(names):
            sheet.text(name, 53, top + 25 + 20 * k)
            sheet.text(f"{k + 3}4.00", 447, top + 25 + 20 * k, "r")
    sheet.text("政府性基金预算收入表", 250, 220, "c")
    sheet.text("单位：万元", 447, 240, "r")
    page = page_of(1, Marks(600, 800, sheet.chars, sheet.rulings, 0.0))
    assert [grid.rows for grid in page.grids] == [3, 3]


def test_last_row_without_a_rule_below_keeps_all_its_lines() -> None:
    sheet = Sheet()
    for x in (50, 250, 450):
        sheet.rulings.append(Ruling(False, x, 100, 240))
    for y in (100, 120, 180):
        sheet.rulings.append(Ruling(True, y, 50, 450))
    for y, left, right in (
        (105, "项目名称", "绩效目标"),
        (125, "水质监测", "完成监测任务"),
        (185, "河道巡查", "巡查不少于"),
    ):
        sheet.text(left, 53, y)
        sheet.text(right, 253, y)
    sheet.text("6 次", 253, 203)
    sheet.text("12 人", 53, 203)
    assert rows_of(sheet.grid())[-1] == ["河道巡查12人", "巡查不少于6次"]


def test_page_number_between_rules_that_run_off_the_page_is_no_digit_of_an_amount() -> None:
    sheet = Sheet()
    for x in (50, 250, 450):
        sheet.rulings.append(Ruling(False, x, 100, 980))
    for y in (100, 120, 140, 980):
        sheet.rulings.append(Ruling(True, y, 50, 450))
    for y, left, right in ((105, "项目名称", "其他资金"), (125, "水质监测", "7.00"), (700, "河道巡查", "0.00")):
        sheet.text(left, 53, y)
        sheet.text(right, 340, y)
    sheet.text("3", 352, 775)
    page = page_of(1, Marks(600, 800, sheet.chars, sheet.rulings, 0.0))
    assert rows_of(page.grids[0])[-1] == ["河道巡查", "0.00"]
    assert page.grids[0].box is not None and page.grids[0].box[3] <= 800
    assert [line.text for line in page.lines] == ["3"]


def test_sides_that_run_over_the_head_of_the_page_make_no_empty_row() -> None:
    sheet = Sheet()
    for x in (50, 250, 450):
        sheet.rulings.append(Ruling(False, x, -300, 180))
    for y in (60, 100, 180):
        sheet.rulings.append(Ruling(True, y, 50, 450))
    for y, left, right in ((70, "项目名称", "总计"), (120, "水质监测", "7.00")):
        sheet.text(left, 53, y)
        sheet.text(right, 340, y)
    assert rows_of(sheet.grid()) == [["项目名称", "总计"], ["水质监测", "7.00"]]


def test_wrapped_names_between_two_rules_are_the_header_of_what_follows() -> None:
    sheet = Sheet()
    for y in (100, 150, 168, 186, 204):
        sheet.rulings.append(Ruling(True, y, 50, 550))
    sheet.text("车辆（辆）", 275, 105, "c")
    sheet.text("房屋建筑面积（平", 425, 112, "c")
    sheet.text("单位", 110, 118, "c")
    sheet.text("合计", 230, 126, "c")
    sheet.text("其中：执法", 320, 120, "c")
    sheet.text("用车", 320, 132, "c")
    sheet.text("方米）", 425, 124, "c")
    for k, (name, *numbers) in enumerate(
        (("甲局", "2", "1", "18.20"), ("乙中心", "4", "4", "20.00"), ("合计", "6", "5", "38.20"))
    ):
        sheet.text(name, 60, 153 + 18 * k)
        for number, right in zip(numbers, (235, 325, 445), strict=True):
            sheet.text(number, right, 153 + 18 * k, "r")
    rows = rows_of(sheet.grid())
    assert rows[0] == ["单位", "车辆（辆）", "", "房屋建筑面积（平方米）"]
    assert rows[1][1:3] == ["合计", "其中：执法用车"]


def test_wrapped_names_of_rows_right_below_each_other_stay_apart() -> None:
    sheet = Sheet()
    for y in (90, 110, 250):
        sheet.rulings.append(Ruling(True, y, 50, 450))
    for name, middle in (("科目编码", 90), ("科目名称", 200), ("合计", 400)):
        sheet.text(name, middle, 95, "c")
    for code, name, top in (("229", "其他支出", 115), ("", "合计", 190)):
        sheet.text(code, 75, top)
        sheet.text(name, 140, top)
        sheet.text("30.00", 420, top, "r")
    wrapped = (("22904", "其他政府性基金安排的支", "出"), ("2290402", "其他专项债券收入安排的", "支出"))
    for k, (code, first, second) in enumerate(wrapped):
        top = 133 + 26 * k
        sheet.text(first, 140, top)
        sheet.text(second, 140, top + 13)
        sheet.text(code, 75, top + 6.5)
        sheet.text("30.00", 420, top + 6.5, "r")
    names = [row[1] for row in rows_of(sheet.grid())]
    assert names == ["科目名称", "其他支出", "其他政府性基金安排的支出", "其他专项债券收入安排的支出", "合计"]


def test_a_name_in_the_middle_over_three_others_is_no_first_line_of_the_one_below_it() -> None:
    sheet = Sheet()
    for y in (90, 130, 200):
        sheet.rulings.append(Ruling(True, y, 50, 450))
    sheet.text("项目", 90, 108, "c")
    sheet.text("一般公共预算基本支出", 320, 95, "c")
    for name, middle in (("合计", 220), ("人员经费", 320), ("公用经费", 420)):
        sheet.text(name, middle, 110, "c")
    for k, (name, *amounts) in enumerate((("水费", "3.00", "1.00", "2.00"), ("电费", "5.00", "2.00", "3.00"))):
        sheet.text(name, 60, 135 + 20 * k)
        for amount, right in zip(amounts, (235, 335, 435), strict=True):
            sheet.text(amount, right, 135 + 20 * k, "r")
    rows = rows_of(sheet.grid())
    assert "一般公共预算基本支出" in rows[0]
    assert rows[1][1:] == ["合计", "人员经费", "公用经费"]


def test_a_name_beside_amounts_set_right_heads_their_column_and_no_names_below() -> None:
    sheet = Sheet()
    # 项目 | 合计 | 基本支出 (小计, 人员经费, 公用经费) | 项目支出: the last one is set left of its amounts.
    sheet.text("项目", 90, 110, "c")
    sheet.text("合计", 200, 110, "c")
    sheet.text("基本支出", 340, 100, "c")
    for name, middle in (("小计", 260), ("人员经费", 340), ("公用经费", 420)):
        sheet.text(name, middle, 120, "c")
    sheet.text("项目支出", 480, 110)
    for k, name in enumerate(("行政运行", "事业运行", "住房公积金")):
        sheet.text(name, 60, 135 + 20 * k)
        for amount, right in (("9.00", 220), ("8.00", 280), ("5.00", 360), ("3.00", 440), ("1.00", 537)):
            sheet.text(amount, right, 135 + 20 * k, "r")
    assert rows_of(sheet.grid())[:2] == [
        ["项目", "合计", "基本支出", "", "", "项目支出"],
        ["", "", "小计", "人员经费", "公用经费", ""],
    ]
