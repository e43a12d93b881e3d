"""Amounts broken over two lines where no rule encloses them."""

from tests.ingest.reading.test_unruled import Sheet, rows_of


def _table(rows: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    sheet = Sheet()
    for name, x in (("科目名称", 60), ("合计", 200), ("基本支出", 290), ("项目支出", 380)):
        sheet.text(name, x, 100)
    for k, (label, *amounts) in enumerate(rows):
        y = 130 + 34 * k
        sheet.text(label, 60, y)
        for amount, right in zip(amounts, (230, 330, 420), strict=True):
            head, _, rest = amount.partition("|")
            sheet.text(head, right, y - 7 if rest else y, "r")
            sheet.text(rest, right, y + 7, "r")
    return rows_of(sheet.grid())[1:]


def test_an_amount_broken_in_a_group_of_three_is_whole_and_stands_beside_its_name() -> None:
    rows = (("教育支出", "24,280,8|00", "15,094,8|00", "541,800"), ("普通教育", "13,167,4|00", "855,000", "0"))
    assert _table((*rows, ("高中教育", "541,800", "541,800", "0"))) == [
        ["教育支出", "24,280,800", "15,094,800", "541,800"],
        ["普通教育", "13,167,400", "855,000", "0"],
        ["高中教育", "541,800", "541,800", "0"],
    ]


def test_an_amount_broken_behind_its_point_has_the_places_of_the_others() -> None:
    rows = (("教育支出", "10511.3900|00", "64.160000", "0.00"), ("普通教育", "9446.71000|0", "30.170000", "0.00"))
    assert _table((*rows, ("高中教育", "17.870000", "17.870000", "0.00")))[:2] == [
        ["教育支出", "10511.390000", "64.160000", "0.00"],
        ["普通教育", "9446.710000", "30.170000", "0.00"],
    ]


def test_amounts_of_rows_close_below_each_other_stay_apart() -> None:
    sheet = Sheet()
    for name, x in (("项目", 60), ("比重", 200), ("个数", 290)):
        sheet.text(name, x, 100)
    rows = (("甲类", "12.5", "1,234"), ("乙类", "4", "1"), ("丙类", "83.25", "12"))
    for k, (label, share, count) in enumerate(rows):
        sheet.text(label, 60, 116 + 14 * k)
        sheet.text(share, 230, 116 + 14 * k, "r")
        sheet.text(count, 320, 116 + 14 * k, "r")
    assert rows_of(sheet.grid())[1:] == [list(row) for row in rows]


def test_amounts_that_all_break_come_to_the_same_places_and_one_may_break_at_its_point() -> None:
    rows = (("教育支出", "2,915.7600|00", "2,915.7600|00", "—"), ("普通教育", "989.29000|0", "989.29000|0", "—"))
    assert _table((*rows, ("高中教育", "226.65000|0", "226.65000|0", "—"))) == [
        ["教育支出", "2,915.760000", "2,915.760000", "—"],
        ["普通教育", "989.290000", "989.290000", "—"],
        ["高中教育", "226.650000", "226.650000", "—"],
    ]
    rows = (("教育支出", "4615.|63", "2194.|79", "0"), ("普通教育", "438.17", "48.95", "0"))
    assert _table((*rows, ("高中教育", "9.50", "1.25", "0")))[0] == ["教育支出", "4615.63", "2194.79", "0"]


def test_a_total_of_two_places_broken_around_its_name_is_whole_beside_others_of_two_places() -> None:
    rows = (("教育支出", "21.29", "7.50", "13.79"), ("普通教育", "3.00", "1.00", "2.00"))
    found = _table((*rows, ("支出总计", "19192.7|7", "10000.2|5", "9192.5|2")))
    assert found[-1] == ["支出总计", "19192.77", "10000.25", "9192.52"]
