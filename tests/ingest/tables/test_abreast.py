"""Sheets wider than their paper: the further columns stand on pages of their own that name no rows."""

import pytest

from ingest.parse import parse
from ingest.records.document import Stage
from ingest.records.figure import Figure
from ingest.records.layout import Cell, Grid, Line, Page, Reading
from ingest.tables.build import tables_of

WIDTH, LOW, TOP = 80.0, 20.0, 60.0
LEFT_HEAD, RIGHT_HEAD, THIRD_HEAD = ("单位名称", "总计", "办公费"), ("会议费", "福利费"), ("差旅费",)
NAMES = ("合计", "云汀市水文站", "云汀市灌区所", "云汀市河道所")
LEFT = (("合计", "66.00", "10.00"), ("云汀市水文站", "33.00", "4.00"), ("云汀市灌区所", "33.00", "6.00"))
RIGHT = (("50.00", "6.00"), ("29.00", ""), ("21.00", "6.00"))
MORE, MORE_RIGHT = (("云汀市河道所", "9.00", "9.00"), ("云汀市闸管所", "8.00", "")), (("", ""), ("1.00", "7.00"))


def page(number: int, *rows: tuple[str, ...], lines: tuple[str, ...] = (), low: float = LOW) -> Page:
    """A page with a ruled table, every row as high as the others, and lines above it."""
    cells = tuple(
        Cell(at, column, text, (30 + WIDTH * column, TOP + low * at, 30 + WIDTH * (column + 1), TOP + low * (at + 1)))
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    )
    box = (30.0, TOP, 30 + WIDTH * len(rows[0]), TOP + low * len(rows))
    above = tuple(Line(text, (30.0, 10.0 + 12 * i, 130.0, 20.0 + 12 * i), 9.0) for i, text in enumerate(lines))
    return Page(number, 600.0, 400.0, (Grid(number, box, len(rows), len(rows[0]), cells),), above)


def figures(*pages: Page) -> list[Figure]:
    """The figures of the tables on some pages, blanks left out."""
    read = tables_of(Reading("a.pdf", "pdf", pages, ()), "d" * 16, "云汀市水利局", 2026, Stage.BUDGET)
    return [figure for figure in read.figures if figure.amount is not None]


def told(found: list[Figure]) -> dict[tuple[str, str], tuple[str, int]]:
    """Amounts by row and column, each with its page."""
    return {(f.label, f.column[-1]): (f.text, f.page) for f in found}


def test_further_columns_belong_to_the_rows_at_their_heights() -> None:
    left = page(1, LEFT_HEAD, *LEFT, lines=("公用经费支出表", "部门：云汀市水利局"))
    right = page(2, RIGHT_HEAD, *RIGHT, lines=("预算06表", "单位：元"))
    found = figures(left, right)
    amounts = told(found)
    assert amounts["云汀市灌区所", "福利费"] == ("6.00", 2)
    assert amounts["云汀市水文站", "会议费"] == ("29.00", 2)
    assert amounts["合计", "办公费"] == ("10.00", 1)
    assert ("云汀市水文站", "福利费") not in amounts
    assert {f.unit.name for f in found} == {"元"}
    read = tables_of(Reading("a.pdf", "pdf", (left, right), ()), "d" * 16, None, 2026, Stage.BUDGET)
    (table,) = read.tables
    assert (table.number, table.title, table.page, table.page_end) == ("预算06表", "公用经费支出表", 1, 2)


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("down", [True, False])
def test_a_sheet_goes_on_down_and_over_in_either_order(down: bool, again: bool) -> None:
    second = {
        "left": (LEFT_HEAD, *MORE) if again else MORE,
        "right": (RIGHT_HEAD, *MORE_RIGHT) if again else MORE_RIGHT,
    }
    order = ("left", "left", "right", "right") if down else ("left", "right", "left", "right")
    first = {"left": (LEFT_HEAD, *LEFT), "right": (RIGHT_HEAD, *RIGHT)}
    seen: set[str] = set()
    pages = []
    for number, side in enumerate(order, 1):
        pages.append(page(number, *(second if side in seen else first)[side]))
        seen.add(side)
    amounts = told(figures(*pages))
    assert amounts["云汀市闸管所", "福利费"] == ("7.00", 4)
    assert amounts["云汀市灌区所", "会议费"] == ("21.00", 3 if down else 2)
    assert amounts["云汀市河道所", "办公费"] == ("9.00", 2 if down else 3)


def test_a_sheet_may_be_three_pages_wide() -> None:
    third = page(3, THIRD_HEAD, ("3.00",), ("",), ("3.00",))
    amounts = told(figures(page(1, LEFT_HEAD, *LEFT), page(2, RIGHT_HEAD, *RIGHT), third))
    assert amounts["云汀市灌区所", "差旅费"] == ("3.00", 3)
    assert amounts["云汀市灌区所", "会议费"] == ("21.00", 2)


def test_a_header_cut_by_the_edge_of_the_paper_holds_on_both_pages() -> None:
    def headed(number: int, at: int, words: str, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Page:
        made = page(number, tuple("" for _ in head), head, *rows)
        (grid,) = made.grids
        over = Cell(0, at, words, (30 + WIDTH * at, TOP, 30 + WIDTH * len(head), TOP + LOW), 1, len(head) - at)
        single = [c for c in grid.cells if c.row or c.column < at]
        cells = tuple(
            Cell(0, c.column, c.text, (c.box[0], TOP, c.box[2], TOP + 2 * LOW), 2)
            if c.row == 1 and c.column < at
            else c
            for c in single
            if (c.row or c.column >= at) and c.box is not None
        )
        return Page(number, 600.0, 400.0, (Grid(number, grid.box, grid.rows, grid.columns, (*cells, over)),))

    left = headed(1, 1, "", LEFT_HEAD, LEFT)
    right = headed(2, 0, "商品和服务支出", RIGHT_HEAD, RIGHT)
    columns = {f.column for f in figures(left, right)}
    assert ("商品和服务支出", "办公费") in columns
    assert ("商品和服务支出", "福利费") in columns


def wide(number: int, over: tuple[tuple[str, int], ...], *rows: tuple[str, ...], title: str, at: float) -> Page:
    """A page whose columns stand under wider names, a title set at some place above them."""
    made = page(number, tuple("" for _ in rows[0]), *rows)
    (grid,) = made.grids
    cells, column = [c for c in grid.cells if c.row], 0
    for words, span in over:
        box = (30 + WIDTH * column, TOP, 30 + WIDTH * (column + span), TOP + LOW)
        cells.append(Cell(0, column, words, box, 1, span))
        column += span
    line = Line(title, (at, 20.0, at + 16.0 * len(title), 36.0), 16.0)
    return Page(number, 600.0, 400.0, (Grid(number, grid.box, grid.rows, grid.columns, tuple(cells)),), (line,))


def test_title_header_and_numbers_of_columns_go_on_over_the_cut() -> None:
    left = wide(
        1,
        (("项目", 2), ("本年收入", 2), ("本年支出", 1)),
        *(("科目编码", "科目名称", "合计", "基本支出", "合计"), ("栏次", "", "1", "2", "3")),
        *(("", "合计", "9.00", "9.00", "8.00"), ("2010101", "行政运行", "9.00", "9.00", "8.00")),
        title="收入支出",
        at=370.0,
    )
    right = wide(
        2,
        (("本年支出", 2), ("年末结转", 2)),
        *(("基本支出", "项目支出", "合计", "其他"), ("4", "5", "6", "7")),
        *(("6.00", "2.00", "1.00", "1.00"), ("6.00", "2.00", "1.00", "1.00")),
        title="决算表",
        at=30.0,
    )
    read = tables_of(Reading("a.pdf", "pdf", (left, right), ()), "d" * 16, None, 2026, Stage.BUDGET)
    assert [table.title for table in read.tables] == ["收入支出决算表"]
    found = {(f.label, f.column): f.text for f in read.figures}
    assert found["行政运行", ("本年支出", "合计")] == "8.00"
    assert found["行政运行", ("本年支出", "基本支出")] == "6.00"
    assert found["行政运行", ("年末结转", "其他")] == "1.00"
    assert {label for label, _ in found} == {"合计", "行政运行"}


@pytest.mark.parametrize(
    "right",
    [
        page(2, RIGHT_HEAD, *RIGHT, low=LOW + 5),
        page(2, RIGHT_HEAD, *RIGHT, ("1.00", "1.00")),
        page(2, RIGHT_HEAD, *RIGHT, lines=("公务接待支出表",)),
        page(2, RIGHT_HEAD, *RIGHT, lines=("预算09表",)),
    ],
)
def test_amounts_whose_rows_are_not_certain_get_no_name(right: Page) -> None:
    left = page(1, LEFT_HEAD, *LEFT, lines=("预算06表", "公用经费支出表"))
    assert {f.label for f in figures(left, right) if f.page == 2} == {""}
    parsed = parse(Reading("a.pdf", "pdf", (left, right), ()), "d" * 16)
    assert "nameless_rows page=2" in parsed.document.warnings
    assert float(parsed.document.coverage or 0) < 1


def test_the_one_row_of_a_table_is_its_bodys() -> None:
    found = figures(page(1, ("合计", "会议费", "培训费"), ("3.00", "2.00", "1.00"), lines=("会议费培训费支出表",)))
    assert {f.label for f in found} == {"云汀市水利局"}


def test_rows_with_codes_are_a_table_of_their_own() -> None:
    right = page(2, ("科目编码", "金额"), ("20101", "5.00"), ("20102", "4.00"), ("20103", "3.00"))
    assert told(figures(page(1, LEFT_HEAD, *LEFT), right)).keys() >= {("合计", "办公费")}
    assert not any(
        label in NAMES and column == "金额" for label, column in told(figures(page(1, LEFT_HEAD, *LEFT), right))
    )


def test_a_lower_name_under_an_upper_one_that_the_paper_cut_is_part_of_the_header() -> None:
    left = wide(
        1, (("单位名称", 1), ("总计", 1), ("基本支出", 1)), ("", "", "人员经费"), *LEFT, title="支出表", at=40.0
    )
    right = wide(
        2,
        (("基本支出", 1), ("项目支出", 2)),
        ("公用经费", "小计", "本级"),
        *((*row, "") for row in RIGHT),
        title="",
        at=30.0,
    )
    columns = {f.column for f in figures(left, right)}
    assert {("基本支出", "公用经费"), ("项目支出", "小计")} <= columns
    assert all(f.label for f in figures(left, right))
