"""A table goes on behind a paragraph where rows without a header stand in its very columns."""

import pytest

from ingest.records.layout import Cell, Grid, Line, Page, Reading
from ingest.tables.join import sheets_of

WIDTH, HEIGHT = 90.0, 20.0
HEADER = ("科目编码", "科目名称", "2024年决算数", "2025年预算数", "增减额")
FIRST = (
    HEADER,
    ("201", "一般公共服务支出", "30.00", "40.00", "10.00"),
    ("20103", "相关机构事务", "30.00", "40.00", "10.00"),
)
SECOND = (("204", "公共安全支出", "5.00", "6.00", "1.00"), ("", "合计", "35.00", "46.00", "11.00"))


def page(number: int, rows: tuple[tuple[str, ...], ...], above: str = "") -> Page:
    cells = tuple(
        Cell(
            row,
            column,
            text,
            (WIDTH * column, HEIGHT * row + 100, WIDTH * (column + 1), HEIGHT * (row + 1) + 100),
            1,
            1,
        )
        for row, words in enumerate(rows)
        for column, text in enumerate(words)
    )
    grid = Grid(number, (0.0, 100.0, 5 * WIDTH, 100 + HEIGHT * len(rows)), len(rows), 5, cells)
    lines = (Line(above, (0.0, 60.0, 300.0, 70.0), 9.0, False),) if above else ()
    return Page(number, 595.0, 842.0, (grid,), lines)


def tables(above: str, second: tuple[tuple[str, ...], ...] = SECOND) -> int:
    pages = (page(1, FIRST), page(2, second, above))
    return len(sheets_of(Reading("a.pdf", "pdf", pages, ())))


def test_rows_of_the_same_columns_go_on_behind_a_paragraph() -> None:
    assert tables("与2024年相比，变动较大的科目主要是一次性安排的项目。上表续列如下：") == 1


@pytest.mark.parametrize("above", ["一般公共预算支出对比表", "单位：万元"])
def test_a_title_or_a_unit_above_them_begins_another_table(above: str) -> None:
    assert tables(above) == 2


def test_rows_with_a_header_of_their_own_are_another_table() -> None:
    other = (("科目编码", "科目名称", "基本支出", "项目支出", "合计"), *SECOND)
    assert tables("其他情况如下。", other) == 2
