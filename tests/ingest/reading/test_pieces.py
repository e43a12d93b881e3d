"""Lines cut into pieces: blanks inside numbers, dashes beside them, words that meet them."""

from ingest.reading.pieces import lines_of_pieces
from tests.ingest.reading.test_unruled import Sheet, rows_of

NAMES = ("项目", "合计", "基本支出", "项目支出")


def _texts(sheet: Sheet) -> list[list[str]]:
    return [[piece.text for piece in line] for line in lines_of_pieces(sheet.chars)]


def _table(rows: tuple[tuple[str, ...], ...], rights: tuple[int, ...] = (260, 350, 440)) -> list[list[str]]:
    sheet = Sheet()
    for name, x in zip(NAMES, (60, 230, 310, 400), strict=True):
        sheet.text(name, x, 100)
    for k, (label, *amounts) in enumerate(rows):
        sheet.text(label, 60, 120 + 20 * k)
        for amount, right in zip(amounts, rights, strict=True):
            sheet.text(amount, right, 120 + 20 * k, "r", blanks=True)
    return rows_of(sheet.grid())


def test_blanks_part_the_groups_of_one_number() -> None:
    rows = (("行政运行", "129 297 800", "9 136 600", "0"), ("机关服务", "18 529", "800", "24 793 400"))
    found = _table((*rows, ("事业运行", "500", "1 200", "-1 005.59")))
    assert [[cell.replace(" ", "") for cell in row] for row in found[1:]] == [
        ["行政运行", "129297800", "9136600", "0"],
        ["机关服务", "18529", "800", "24793400"],
        ["事业运行", "500", "1200", "-1005.59"],
    ]


def test_no_groups_where_commas_part_them_and_no_groups_of_fewer_than_three_digits() -> None:
    for line in (("12 345", "1,234.00"), ("205 02 01", "7.00"), ("2025 123", "7.00")):
        sheet = Sheet()
        for text, x in zip(line, (60, 300), strict=True):
            sheet.text(text, x, 100, blanks=True)
        assert _texts(sheet) == [[*line[0].split(), line[1]]]


def test_a_dash_for_none_is_no_minus_of_the_number_behind_it() -> None:
    sheet = Sheet()
    sheet.text("行政运行", 60, 100)
    sheet.text("9.00", 200, 100)
    sheet.text("—", 240, 100)
    sheet.text("226.65", 254, 100)
    assert _texts(sheet) == [["行政运行", "9.00", "—", "226.65"]]
    sheet = Sheet()
    sheet.text("行政运行", 60, 100)
    sheet.text("- 226.65", 200, 100, blanks=True)
    assert _texts(sheet)[0][-1].replace(" ", "") == "-226.65"


def test_enumerated_words_that_meet_an_amount_are_of_the_next_column() -> None:
    rows = [("一、拨款收入", "128,029,800", "一、教育支出", "7.00"), ("二、事业收入", "-", "二、农林水支出", "8.00")]
    rows += [("三、其他收入", "172.50", "（三）住房支出", "9.00"), ("四、利息收入", "-", "四、其他支出", "9.50")]
    sheet = Sheet()
    for k, (name, amount, other, spent) in enumerate(rows):
        sheet.text(name, 50, 100 + 20 * k)
        sheet.text(amount, 250, 100 + 20 * k, "r")
        sheet.text(other, 250, 100 + 20 * k)
        sheet.text(spent, 450, 100 + 20 * k, "r")
    assert rows_of(sheet.grid()) == [list(row) for row in rows]


def test_numbers_of_two_columns_said_as_such_make_no_columns() -> None:
    rows = (("栏次", "1", "栏次", "2"), ("一、拨款收入", "115645800", "一、教育支出", "10487000"))
    sheet = Sheet()
    for k, (name, amount, other, spent) in enumerate((*rows, ("二、事业收入", "0.00", "二、其他支出", "44141300"))):
        middle = k == 0
        sheet.text(name, 50, 100 + 20 * k)
        sheet.text(amount, 200 if middle else 270, 100 + 20 * k, "c" if middle else "r")
        sheet.text(other, 300, 100 + 20 * k)
        sheet.text(spent, 450 if middle else 530, 100 + 20 * k, "c" if middle else "r")
    assert rows_of(sheet.grid())[1:] == [
        ["一、拨款收入", "115645800", "一、教育支出", "10487000"],
        ["二、事业收入", "0.00", "二、其他支出", "44141300"],
    ]
