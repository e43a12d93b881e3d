"""Unruled tables at the edges of their page: names that begin above or end below, a single row, counted columns."""

from tests.ingest.reading.test_unruled import Sheet, rows_of

RIGHTS = (300, 400, 500)


def page_with(names: list[tuple[str, int]], amounts: list[tuple[int, tuple[str, ...]]], left: int = 60) -> Sheet:
    sheet = Sheet()
    for name, middle in (("功能科目名称", 120), ("合计", 280), ("基本支出", 380), ("项目支出", 480)):
        sheet.text(name, middle, 80, "c")
    for name, y in names:
        sheet.text(name, left, y)
    for y, row in amounts:
        for amount, right in zip(row, RIGHTS, strict=True):
            sheet.text(amount, right, y, "r")
    return sheet


def test_the_name_of_the_first_row_begins_above_its_amounts() -> None:
    names = [("[2080506]机关", 100), ("事业单位职业年金缴", 111), ("费支出", 122), ("[20808]抚恤", 144)]
    sheet = page_with([*names, ("[21303]水利", 166)], [(y, ("9.00", "5.00", "4.00")) for y in (111, 144, 166)])
    rows = [row[0] for row in rows_of(sheet.grid())]
    assert rows == ["功能科目名称", "[2080506]机关事业单位职业年金缴费支出", "[20808]抚恤", "[21303]水利"]


def test_the_name_of_the_last_row_ends_below_its_amounts() -> None:
    names = [("行政运行", 100), ("水利工程运行", 122), ("云溪市水务综合行政", 144), ("执法支队", 155)]
    sheet = page_with(names, [(y, ("9.00", "5.00", "4.00")) for y in (100, 122, 149)])
    sheet.text("注：本表金额为预算数。", 60, 190)
    assert [row[0] for row in rows_of(sheet.grid())][1:] == ["行政运行", "水利工程运行", "云溪市水务综合行政执法支队"]


def test_one_row_of_amounts_set_right_under_long_names_in_the_middle_is_a_table() -> None:
    sheet = Sheet()
    for k, words in enumerate(
        (("事业单位", "上缴上级", "对附属单"), ("经营支出", "单位支出", "位的补助"), ("预算合计",) * 3)
    ):
        for name, middle in zip(words, (240, 340, 440), strict=True):
            sheet.text(name, middle, 80 + 11 * k, "c")
    sheet.text("[2210203]购房补贴", 60, 125)
    for amount, right in zip(("59.01", "71.31", "87.70"), (290, 390, 490), strict=True):
        sheet.text(amount, right, 125, "r")
    rows = rows_of(sheet.grid())
    assert rows[-1] == ["[2210203]购房补贴", "59.01", "71.31", "87.70"]
    assert rows[0][1:] == ["事业单位经营支出预算合计", "上缴上级单位支出预算合计", "对附属单位的补助预算合计"]


def test_a_row_that_numbers_the_columns_makes_none() -> None:
    sheet = page_with([("行政运行", 122), ("机关服务", 144)], [(y, ("9.00", "5.00", "4.00")) for y in (122, 144)])
    for number, middle in (("1", 262), ("2", 362), ("3", 462)):
        sheet.text(number, middle, 100, "c")
    rows = rows_of(sheet.grid())
    assert rows[1:] == [["", "1", "2", "3"], ["行政运行", "9.00", "5.00", "4.00"], ["机关服务", "9.00", "5.00", "4.00"]]


def test_totals_in_the_middle_of_a_column_of_names_and_a_list_right_behind_an_amount() -> None:
    sheet = Sheet()
    rows = [(f"{n}、收入{n}", "12.00", f"{k}、支出", "7.00") for k, n in enumerate("一二三四五", 1)]
    for k, (name, amount, other, spent) in enumerate(rows):
        sheet.text(name, 50, 100 + 20 * k)
        sheet.text(amount, 250, 100 + 20 * k, "r")
        sheet.text(other, 254, 100 + 20 * k)
        sheet.text(spent, 450, 100 + 20 * k, "r")
    for k, name in enumerate(("本年合计", "上年结转", "总计"), 5):
        sheet.text(name, 150, 100 + 20 * k, "c")
        sheet.text("60.00", 250, 100 + 20 * k, "r")
        sheet.text("35.00", 450, 100 + 20 * k, "r")
    found = rows_of(sheet.grid())
    assert found[:5] == [list(row) for row in rows]
    assert found[5:] == [[name, "60.00", "", "35.00"] for name in ("本年合计", "上年结转", "总计")]


def test_a_total_in_the_middle_of_two_blocks_names_the_amount_at_their_end() -> None:
    sheet = Sheet()
    for k, (name, amount, other, spent) in enumerate(
        (
            ("基本工资", "12.00", "办公费", "7.00"),
            ("奖金", "3.00", "差旅费", "2.50"),
            ("津贴补贴", "1.00", "培训费", "0.50"),
        )
    ):
        y = 100 + 20 * k
        sheet.text(name, 50, y)
        sheet.text(amount, 250, y, "r")
        sheet.text(other, 300, y)
        sheet.text(spent, 450, y, "r")
    sheet.text("合计", 235, 160, "c")
    sheet.text("26.00", 450, 160, "r")
    (total,) = [cell for cell in sheet.grid().cells if cell.text == "合计"]
    assert (total.column, total.column_span) == (0, 3)


def test_names_far_above_are_of_the_header_and_captions_are_not() -> None:
    sheet = Sheet()
    sheet.text("编制单位：云溪市水务局", 60, 20)
    sheet.text("单位：元", 460, 20)
    for name, middle in (("2025年预算数", 200), ("2026年预算数", 400)):
        sheet.text(name, middle, 52, "c")
    names = ("合计", "接待费", "合计", "接待费")
    for name, middle in zip(names, (150, 250, 350, 450), strict=True):
        sheet.text(name, middle, 92, "c")
    for amount, right in zip(("20.70", "9.10", "30.00", "12.00"), (175, 275, 375, 475), strict=True):
        sheet.text(amount, right, 118, "r")
    rows = rows_of(sheet.grid())
    assert rows == [["2025年预算数", "", "2026年预算数", ""], list(names), ["20.70", "9.10", "30.00", "12.00"]]


def test_last_rows_of_whole_numbers_go_on_from_the_page_before() -> None:
    sheet = Sheet()
    rows = [["高新区", "95847", "848", "6046"], ["未分配数", "500", "500", "0.00"]]
    for k, (name, *amounts) in enumerate(rows):
        sheet.text(name, 60, 40 + 20 * k)
        for amount, right in zip(amounts, RIGHTS, strict=True):
            sheet.text(amount, right, 40 + 20 * k, "r")
    assert rows_of(sheet.grid()) == rows
