"""Codes set in by level, and amounts with the next column's words right behind them."""

from tests.ingest.reading.test_unruled import Sheet, rows_of

ROWS = (("301", 53, "工资福利支出", "30.00"), ("30101", 73, "基本工资", "10.00"), ("30102", 73, "津贴补贴", "20.00"))


def test_codes_set_in_by_level_stand_in_one_column_with_their_names() -> None:
    sheet = Sheet()
    sheet.text("科目", 120, 100, "c")
    sheet.text("预算数", 300, 100, "c")
    for k, (code, x, name, amount) in enumerate((*ROWS, ("302", 53, "商品和服务支出", "5.00"))):
        sheet.text(code, x, 120 + 18 * k)
        sheet.text(name, x + 5 * len(code) + 6, 120 + 18 * k)
        sheet.text(amount, 315, 120 + 18 * k, "r")
    assert rows_of(sheet.grid()) == [
        ["科目", "预算数"],
        ["301工资福利支出", "30.00"],
        ["30101基本工资", "10.00"],
        ["30102津贴补贴", "20.00"],
        ["302商品和服务支出", "5.00"],
    ]


def test_two_halves_side_by_side_end_where_the_next_table_tells_its_unit() -> None:
    sheet = Sheet()
    for text, x in (("收入", 100), ("金额", 230), ("支出", 330), ("金额", 480)):
        sheet.text(text, x, 100, "c")
    rows = (
        ("一、财政拨款收入", "12.00", "一、教育支出", "9.00"),
        ("二、其他收入", "1.00", "二、卫生健康支出", "4.00"),
        ("上年结转", "", "结转下年", ""),
        ("总计", "13.00", "支出总计", "13.00"),
    )
    for k, (name, a, other, b) in enumerate(rows):
        sheet.text(name, 53, 120 + 21 * k)
        sheet.text(a, 250, 120 + 21 * k, "r")
        sheet.text(other, 253, 120 + 21 * k)
        sheet.text(b, 500, 120 + 21 * k, "r")
    sheet.text("二、经济分类支出", 275, 206, "c")
    sheet.text("单位：万元", 500, 222, "r")
    assert rows_of(sheet.grid())[1:] == [list(row) for row in rows]
