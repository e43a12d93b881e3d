"""Ruled cells with several lines of numbers: rows without rules between them, or one number that fills its cell."""

from tests.ingest.reading.test_unruled import Sheet, rows_of


def _ruled(name: tuple[str, ...], amounts: tuple[str, ...], none: tuple[str, ...]) -> list[list[str]]:
    sheet = Sheet()
    edges, heights = (50, 150, 190, 230), (90, 110, 160)
    for y0, y1 in ((90, 110), (110, 160)):
        for x0, x1 in ((50, 150), (150, 190), (190, 230)):
            sheet.box(x0, y0, x1, y1)
    for words, x in zip(("科目名称", "合计", "其他"), edges, strict=False):
        sheet.text(words, x + 4, heights[0] + 5)
    for lines, x in ((name, 54), (amounts, 155), (none, 200)):
        for k, line in enumerate(lines):
            sheet.text(line, x, 135 - 6 * len(lines) + 12 * k)
    return rows_of(sheet.grid())[1:]


def test_a_number_that_fills_its_cell_beside_one_line_of_words_is_one_number() -> None:
    assert _ruled(("合计",), ("204941", "900"), ("—",)) == [["合计", "204941900", "—"]]
    assert _ruled(("行政运行",), ("２０４", "９４１", "０"), ("—",))[0][1] == "２０４９４１０"


def test_numbers_beside_as_many_lines_of_words_are_rows() -> None:
    rows = [["行政运行", "２０４", "—"], ["机关服务", "９４１", "—"]]
    assert _ruled(("行政运行", "机关服务"), ("２０４", "９４１"), ("—", "—")) == rows


def test_numbers_with_room_beside_them_are_rows() -> None:
    assert len(_ruled(("行政运行机关服务",), ("24", "90"), ())) == 2
