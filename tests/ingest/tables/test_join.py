"""Tables over pages, as spreadsheets print them: a merged cell's words stand once, wherever its middle falls."""

from ingest.records.layout import Cell, Grid, Line, Page, Reading
from ingest.tables.join import sheets_of
from ingest.tables.sheet import Sheet

WIDTH, HEIGHT = 90.0, 20.0


def grid(page: int, rows: int, cells: list[tuple[int, int, str, int]]) -> Grid:
    """A ruled grid of four columns: (row, column, words, rows over which the cell reaches)."""
    made = [
        Cell(row, column, text, (WIDTH * column, HEIGHT * row, WIDTH * (column + 1), HEIGHT * (row + over)), over, 1)
        for row, column, text, over in cells
    ]
    return Grid(page, (0.0, 0.0, 4 * WIDTH, HEIGHT * rows), rows, 4, tuple(made))


def joined(below: str = "") -> list[Sheet]:
    """A table of projects whose last one is broken by the page, its name on the second page only."""
    header = [(0, 0, "项目名称", 1), (0, 1, "金额", 1), (0, 2, "一级指标", 1), (0, 3, "三级指标", 1)]
    first = [
        *header,
        (1, 0, "河道清淤", 2), (1, 1, "3.00", 2), (1, 2, "产出指标", 2), (1, 3, "清淤长度", 1), (2, 3, "合格率", 1),
        (3, 0, "", 2), (3, 1, "", 2), (3, 2, "产出指标", 2), (3, 3, "养护长度", 1), (4, 3, "养护面积", 1),
    ]  # fmt: skip
    second = [
        *header[:2], (0, 2, "一级指标\n产出指标", 1), header[3],
        (1, 0, "堤防养护", 1), (1, 1, "5.00", 1), (1, 2, "", 1), (1, 3, "养护次数", 1),
    ]  # fmt: skip
    lines = (Line(below, (0.0, 105.0, 200.0, 115.0), 9.0, False),) if below else ()
    pages = (Page(1, 400.0, 800.0, (grid(1, 5, first),), lines), Page(2, 400.0, 800.0, (grid(2, 2, second),), ()))
    return sheets_of(Reading("a.pdf", "pdf", pages, ()))


def test_a_merged_cell_named_after_the_break_reaches_over_both_its_parts() -> None:
    (sheet,) = joined()
    names = [cell.text for row in range(1, sheet.rows) if (cell := sheet.at(row, 0)) is not None]
    assert names == ["河道清淤"] * 2 + ["堤防养护"] * 3
    levels = {sheet.at(row, 2).text for row in range(3, sheet.rows)}  # type: ignore[union-attr]
    assert levels == {"产出指标"}


def test_words_that_ran_over_the_foot_and_are_printed_again_end_no_table() -> None:
    assert len(joined("堤防养护    5.00    第 1 页")) == 1
    assert len(joined("注：本表按项目列示。")) == 2
