"""Frames that part no columns, and lines drawn dot by dot."""

from ingest.reading.marks import Ruling
from ingest.reading.rulings import dotted, joined
from tests.ingest.reading.test_unruled import Sheet, rows_of

ROWS = (
    ("", "", "合计", "30.00", "20.00", "10.00"),
    ("205", "", "教育支出", "30.00", "20.00", "10.00"),
    ("205", "02", "普通教育", "18.00", "8.00", "10.00"),
    ("205", "08", "进修及培训", "12.00", "12.00", "0.00"),
)


def test_a_frame_with_a_line_under_the_header_leaves_its_columns_to_alignment() -> None:
    sheet = Sheet()
    sheet.box(45, 95, 520, 125 + 18 * len(ROWS))
    sheet.rulings.append(Ruling(True, 123, 45, 520))
    for name, x, y in (
        *(("科目编码", 75, 97), ("类", 58, 110), ("款", 92, 110), ("科目名称", 170, 104), ("合计", 320, 104)),
        *(("上缴上级", 400, 98), ("支出", 400, 110), ("项目支出", 488, 104)),
    ):
        sheet.text(name, x, y, "c")
    for k, (first, second, name, *amounts) in enumerate(ROWS):
        for code, x in ((first, 50), (second, 87), (name, 140)):
            sheet.text(code, x, 128 + 18 * k)
        for amount, right in zip(amounts, (340, 420, 510), strict=True):
            sheet.text(amount, right, 128 + 18 * k, "r")
    assert rows_of(sheet.grid()) == [
        ["科目编码", "", "科目名称", "合计", "上缴上级支出", "项目支出"],
        ["类", "款", "", "", "", ""],
        *map(list, ROWS),
    ]


def test_names_over_lines_drawn_over_each_lower_cell_head_all_of_them() -> None:
    sheet = Sheet()
    columns = (200, 280, 360, 440)
    sheet.box(45, 90, 520, 180)
    sheet.rulings += [Ruling(True, 125, 45, 520)]
    sheet.rulings += [Ruling(True, 107, x - 75, x + 5) for x in columns[1:]]  # drawn cell by cell
    sheet.text("单位名称", 50, 102)
    sheet.text("合计", 180, 102)
    sheet.text("本年收入", 325, 93, "c")
    for name, x in zip(("小计", "一般预算", "其他"), columns[1:], strict=True):
        sheet.text(name, x - 35, 111, "c")
    for k, name in enumerate(("合计", "南屏市档案馆", "南屏市图书馆")):
        sheet.text(name, 50, 130 + 16 * k)
        for amount, right in zip(("9.00", "9.00", "7.00", "2.00"), columns, strict=True):
            sheet.text(amount, right, 130 + 16 * k, "r")
    top, names, *_ = rows_of(sheet.grid())
    assert top[:3] == ["单位名称", "合计", "本年收入"]
    assert names[2:] == ["小计", "一般预算", "其他"]


def test_the_end_of_an_income_row_and_the_name_right_behind_it_are_two_cells() -> None:
    sheet = Sheet()
    for name, x, align in (("项目", 60, "l"), ("金额", 250, "r"), ("项目", 260, "l"), ("金额", 450, "r")):
        sheet.text(name, x, 100, align)
    rows = (
        ("一、财政拨款收入", "5,629,600", "一、教育支出", "122,900"),
        ("二、事业收入", "0", "二、卫生健康支出", "4,461,300"),
        ("三、其他收入", "10", "三、城乡社区支出", "1,045,410"),
        ("收入总计", "5,629,610", "支出总计", "5,629,610"),
    )
    for k, (income, left, spending, right) in enumerate(rows):
        sheet.text(income, 50, 120 + 16 * k)
        sheet.text(left, 253, 120 + 16 * k, "r")
        sheet.text(spending, 256, 120 + 16 * k)
        sheet.text(right, 460, 120 + 16 * k, "r")
    assert rows_of(sheet.grid())[1:] == [list(row) for row in rows]


def test_dots_drawn_one_by_one_are_level_and_upright_lines() -> None:
    dots = [(50 + 1.5 * k, 100.0, 50.75 + 1.5 * k, 100.75) for k in range(100)]
    dots += [(50.0, 100 + 1.5 * k, 50.75, 100.75 + 1.5 * k) for k in range(40)]
    dots += [(300.0, 300.0, 300.75, 300.75), (300.0, 340.0, 300.75, 340.75)]  # no line
    lines = joined([r for r in dotted(dots) if r.horizontal]), joined([r for r in dotted(dots) if not r.horizontal])
    assert [[(round(r.at), round(r.low), round(r.high)) for r in some] for some in lines] == [
        [(100, 50, 199)],
        [(50, 100, 159)],
    ]


def test_a_wrapped_name_with_lines_set_wide_apart_is_one_name_of_a_full_column() -> None:
    sheet = Sheet()
    for name, x in (("科目名称", 120), ("合计", 225), ("基本支出", 285)):
        sheet.text(name, x, 100, "c")
    sheet.text("事业单位", 345, 100, "c")
    sheet.text("经营", 345, 116.6, "c")
    for k, name in enumerate(("合计", "教育支出", "农林水支出")):
        sheet.text(name, 60, 133 + 16 * k)
        for amount, right in (("31553600.00", 255), ("12696500.00", 315), ("0", 375)):
            sheet.text(amount, right, 133 + 16 * k, "r")
    assert rows_of(sheet.grid())[0] == ["科目名称", "合计", "基本支出", "事业单位经营"]


def test_a_name_that_reaches_over_its_neighbours_is_no_first_line_of_one_below_it() -> None:
    sheet = Sheet()
    sheet.text("部门预算经济分类科目", 115, 100, "c")
    sheet.text("基本支出预算", 350, 100, "c")
    for name, x in (("类", 60), ("款", 100), ("科目名称", 160), ("合计", 290), ("人员经费", 350), ("公用", 410)):
        sheet.text(name, x, 115, "c")
    rows = (("301", "", "工资", "12.00", "12.00", ""), ("301", "01", "奖金", "7.00", "7.00", ""))
    for k, (first, second, name, *amounts) in enumerate((*rows, ("302", "", "办公", "3.00", "", "3.00"))):
        for text, x in ((first, 53), (second, 95), (name, 140)):
            sheet.text(text, x, 133 + 16 * k)
        for amount, right in zip(amounts, (305, 370, 425), strict=True):
            sheet.text(amount, right, 133 + 16 * k, "r")
    top, below, *_ = rows_of(sheet.grid())
    assert [top[0], top[3]] == ["部门预算经济分类科目", "基本支出预算"]
    assert below == ["类", "款", "科目名称", "合计", "人员经费", "公用"]
