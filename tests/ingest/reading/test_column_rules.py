"""Tables whose columns alone are ruled, framed headers over one row, and goals that wrap beside unruled amounts."""

from ingest.reading.marks import Marks, Ruling
from ingest.reading.page import page_of
from tests.ingest.reading.test_unruled import SIZE, Sheet, rows_of

COLUMNS = (50.0, 120.0, 300.0, 400.0, 500.0)


def test_a_table_whose_columns_alone_are_ruled_has_a_row_for_each_line_of_amounts() -> None:
    sheet = Sheet()
    for x in COLUMNS:
        sheet.rulings.append(Ruling(False, x, 100, 200))
    sheet.rulings += [Ruling(True, y, COLUMNS[0], COLUMNS[-1]) for y in (100, 200)]
    for x, name in zip((85, 210, 350, 450), ("编码", "科目名称", "合计", "项目支出"), strict=True):
        sheet.text(name, x, 105, "c")
    rows = [
        ("", "合计", "26,730", "23,101"),
        ("208", "社会保障支出", "24,953", "23,101"),
        ("221", "住房保障", "1,102", ""),
    ]
    for k, (code, name, total, part) in enumerate(rows):
        y = 128 + 22 * k
        sheet.text(code, 53, y)
        sheet.text(name, 123, y)
        sheet.text(total, 397, y, "r")
        sheet.text(part, 497, y, "r")
    assert rows_of(sheet.grid()) == [
        ["编码", "科目名称", "合计", "项目支出"],
        ["", "合计", "26,730", "23,101"],
        ["208", "社会保障支出", "24,953", "23,101"],
        ["221", "住房保障", "1,102", ""],
    ]


def test_goals_that_wrap_beside_amounts_go_to_the_row_they_are_set_around() -> None:
    sheet = Sheet()
    for x, name in ((90, "项目名称"), (190, "合计"), (260, "财政拨款"), (330, "结转"), (460, "绩效目标")):
        sheet.text(name, x, 80, "c")
    y = 100.0
    for k, lines in enumerate((3, 2, 3, 2)):
        middle = y + (lines - 1) * 12 / 2
        sheet.text(f"项目{'甲乙丙丁'[k]}", 60, middle)
        sheet.text(f"{k + 1}8.85", 210, middle, "r")
        sheet.text(f"{k + 1}8.85", 290, middle, "r")
        sheet.text("0.00", 370, middle, "r")
        for i in range(lines):
            end = "。" if i == lines - 1 else "工作正常开展"
            sheet.text(f"{'甲乙丙丁'[k]}完成{i + 1}项任务{end}", 374, y + 12 * i)
        y += 12 * lines + 4
    rows = rows_of(sheet.grid())
    assert [row[1] for row in rows[1:]] == ["18.85", "28.85", "38.85", "48.85"]
    assert [row[4][:4] for row in rows[1:]] == ["甲完成1", "乙完成1", "丙完成1", "丁完成1"]
    assert all(row[4].endswith("。") for row in rows[1:])


def test_a_framed_header_over_one_row_has_the_columns_of_its_names() -> None:
    sheet = Sheet()
    sheet.box(50, 100, 550, 140)
    sheet.rulings.append(Ruling(True, 120, 50, 550))
    for x, name, entry in (
        (110, "单位名称", "监测站"),
        (250, "经费性质", "财政核拨"),
        (370, "编制数", "62"),
        (490, "在职数", "57"),
    ):
        sheet.text(name, x, 105, "c")
        sheet.text(entry, x, 125, "c")
    assert rows_of(sheet.grid()) == [["单位名称", "经费性质", "编制数", "在职数"], ["监测站", "财政核拨", "62", "57"]]


def test_the_number_at_the_side_of_a_turned_page_is_no_part_of_a_row() -> None:
    sheet = Sheet()
    for k, sign in enumerate("-6-"):
        sheet.text(sign, 8, 120 + SIZE * k)
    for k, name in enumerate(("甲项目", "乙项目", "丙项目")):
        sheet.text(name, 60, 110 + 20 * k)
        sheet.text(f"{k}1.50", 300, 110 + 20 * k, "r")
        sheet.text(f"{k}2.50", 400, 110 + 20 * k, "r")
    page = page_of(1, Marks(600, 800, sheet.chars, [], 0.0), quarter_turns=1)
    assert [row[0] for row in rows_of(page.grids[0])] == ["甲项目", "乙项目", "丙项目"]
    assert [line.text for line in page.lines] == ["-6-"]


def test_blanks_between_thousands_part_no_column() -> None:
    sheet = Sheet()
    edges = (50.0, 120.0, 300.0, 400.0)
    ys = [100.0 + 20 * k for k in range(6)]
    sheet.rulings += [Ruling(False, x, ys[0], ys[-1]) for x in edges]
    sheet.rulings += [Ruling(True, y, edges[0], edges[-1]) for y in ys]
    for x, name in zip((85, 210, 350), ("编码", "科目名称", "预算数"), strict=True):
        sheet.text(name, x, 105, "c")
    amounts = ("6 265 019.92元", "4 039 602.92元", "1 692 702.04元", "2 241 921.00元")
    for k, amount in enumerate(amounts):
        sheet.text(f"20103{k}", 53, ys[k + 1] + 5)
        sheet.text("机构事务", 123, ys[k + 1] + 5)
        sheet.text(amount, 303, ys[k + 1] + 5)
    assert [row[2] for row in rows_of(sheet.grid())[1:]] == list(amounts)


def test_wrapped_names_around_unruled_amounts_below_a_ruled_header_are_rows() -> None:
    sheet = Sheet()
    for x0, x1, name in ((50, 200, "项目名称"), (200, 300, "合计"), (300, 400, "财政拨款")):
        sheet.box(x0, 690, x1, 710)
        sheet.text(name, (x0 + x1) / 2, 695, "c")
    for k in range(2):
        y = 715 + 30 * k
        sheet.text("城区道路照明设施维修改", 53, y)
        sheet.text(f"1{k}.50", 297, y + 6, "r")
        sheet.text(f"1{k}.00", 397, y + 6, "r")
        sheet.text(f"造{'甲乙'[k]}标段", 53, y + 12)
    sheet.text("— 2 —", 250, 778, "c")
    page = page_of(1, Marks(600, 800, sheet.chars, sheet.rulings, 0.0))
    assert rows_of(page.grids[0])[1:] == [
        ["城区道路照明设施维修改造甲标段", "10.50", "10.00"],
        ["城区道路照明设施维修改造乙标段", "11.50", "11.00"],
    ]
    assert [line.text for line in page.lines] == ["— 2 —"]
