"""Names that go on under the words of the next column, as a spreadsheet clips them on the page."""

from collections.abc import Callable
from typing import Any

from ingest.reading.pdf import read_pdf
from ingest.records.layout import Grid

Draw = Callable[..., Any]

UNITS = ("乌兰旗农牧业综合行政执法大队", "乌兰旗动物疫病控制中心", "乌兰旗草原站")
PROJECTS = ("动物强制免疫疫苗", "病死畜禽处理", "草原防火")


def grid_of(page: Any) -> Grid:
    (grid,) = read_pdf(page.done()).pages[0].grids
    return grid


def drawn(page: Any) -> Grid:
    """Units in a column of 12 characters, projects beside them, no rules."""
    for x, name in ((40, "单位名称"), (150, "项目名称"), (280, "合计"), (340, "其他")):
        page.text(x, 70, name)
    for i, (unit, project) in enumerate(zip(UNITS * 2, PROJECTS * 2, strict=True)):
        page.text(40, 90 + 24 * i, unit)
        page.text(150, 90 + 24 * i, project)
        page.text(300, 90 + 24 * i, f"{i + 1},000.00", align="right")
        page.text(360, 90 + 24 * i, "9.95E+07", align="right")
    return grid_of(page)


def test_two_names_over_each_other_are_told_apart_by_the_order_of_drawing(drawing: Draw) -> None:
    grid = drawn(drawing())
    cells = {(c.row, c.column): c.text for c in grid.cells}
    assert grid.columns == 4
    assert [(cells[row, 0], cells[row, 1]) for row in (1, 2, 3)] == list(zip(UNITS, PROJECTS, strict=True))


def test_a_name_that_spills_over_a_blank_stays_in_its_column(drawing: Draw) -> None:
    page = drawing()
    page.text(40, 234, UNITS[0])
    page.text(300, 234, "21,000.00", align="right")
    grid = drawn(page)
    cells = {(c.row, c.column): (c.text, c.column_span) for c in grid.cells}
    assert (cells[7, 0], cells[7, 1]) == ((UNITS[0], 1), ("", 1))


def test_an_amount_as_a_power_of_ten_is_one_of_its_column(drawing: Draw) -> None:
    assert [c.text for c in drawn(drawing()).cells if c.column == 3][1:] == ["9.95E+07"] * 6


def test_a_line_that_no_name_runs_into_is_left_as_it_is(drawing: Draw) -> None:
    page = drawing()
    page.text(40, 60, "部门：乌兰旗农牧局")
    page.text(300, 60, "单位：元")
    assert read_pdf(page.done()).pages[0].lines[0].text == "部门：乌兰旗农牧局    单位：元"
