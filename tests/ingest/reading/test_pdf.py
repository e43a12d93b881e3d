"""PDF pages to grids and lines: rulings of every sort, exact text, pages that lie sideways, broken files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ingest.reading.errors import ReadError
from ingest.reading.pdf import read_pdf
from ingest.records.layout import Grid

Draw = Callable[..., Any]

ROWS = [
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["201", "一般公共服务支出", "1,857.70", "1,203.55", "654.15"],
    ["20108", "审计事务", "1,857.70", "1,203.55", "654.15"],
    ["2010801", "行政运行", "1,203.55", "1,203.55", ""],
    ["2010804", "审计业务", "654.15", "", "654.15"],
    ["", "合计", "1,857.70", "1,203.55", "654.15"],
]
WIDTHS = [80, 200, 100, 100, 100]


def texts(grid: Grid) -> list[list[str]]:
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


@pytest.mark.parametrize("rules", ["all", "columns", "horizontal", "frame", "none"])
def test_a_table_is_read_whatever_rules_it_is_drawn_with(drawing: Draw, rules: str) -> None:
    page = drawing()
    page.text(300, 40, "部门支出总表", 14)
    page.text(40, 70, "部门名称：云溪市审计局")
    page.text(560, 70, "单位：万元")
    page.table(40, 90, WIDTHS, ROWS, rules)
    (read,) = read_pdf(page.done()).pages
    (grid,) = read.grids
    assert texts(grid) == ROWS
    assert read.lines[0].text == "部门支出总表"


def test_merged_cells_come_once_with_their_spans(drawing: Draw) -> None:
    page = drawing()
    page.table(40, 90, [100, 80, 80], [["项目", "预算数", None], ["", "本年", "上年"], ["办公费", "12.00", "11.00"]])
    (grid,) = read_pdf(page.done()).pages[0].grids
    spans = {cell.text: cell.column_span for cell in grid.cells}
    assert (spans["预算数"], spans["项目"], grid.columns) == (2, 1, 3)


def test_the_box_of_a_cell_is_its_place_on_the_page(drawing: Draw) -> None:
    page = drawing()
    page.table(40, 90, [100, 80], [["项目", "预算数"], ["办公费", "12.00"]])
    (grid,) = read_pdf(page.done()).pages[0].grids
    cell = next(cell for cell in grid.cells if cell.text == "12.00")
    assert cell.box == pytest.approx((140, 108, 220, 126), abs=1.5)


def test_a_missing_rule_below_the_last_row_costs_nothing(drawing: Draw) -> None:
    page = drawing()
    for y in (90, 108):
        page.line(40, y, 240, y)
    for x in (40, 140, 240):
        page.line(x, 90, x, 126)
    page.text(43, 94, "项目")
    page.text(143, 94, "预算数")
    page.text(43, 112, "办公费")
    page.text(143, 112, "12.00")
    (grid,) = read_pdf(page.done()).pages[0].grids
    assert texts(grid) == [["项目", "预算数"], ["办公费", "12.00"]]


def test_characters_drawn_twice_count_once(drawing: Draw) -> None:
    page = drawing()
    for shift in (0, 0.3):
        page.text(100 + shift, 100, "收支预算总表11", 12)
    assert read_pdf(page.done()).pages[0].lines[0].text == "收支预算总表11"


def test_words_aslant_over_a_table_are_no_words_of_it(drawing: Draw) -> None:
    page = drawing()
    page.table(40, 90, [60, 50, 60], [["项目", "合计", "其他"], ["办公费", "5.00", ""], ["差旅费", "7.00", ""]])
    page.aslant(60, 140, "云汀市水利局", 24)
    (grid,) = read_pdf(page.done()).pages[0].grids
    assert texts(grid)[1:] == [["办公费", "5.00", ""], ["差旅费", "7.00", ""]]


def test_the_star_of_a_seal_over_an_amount_is_no_part_of_it(drawing: Draw) -> None:
    page = drawing()
    page.table(40, 90, [60, 50, 60], [["项目", "合计", "其他"], ["办公费", "5.00", ""], ["差旅费", "7.00", ""]])
    page.text(120, 105, "★", 26)
    (grid,) = read_pdf(page.done()).pages[0].grids
    assert texts(grid)[1:] == [["办公费", "5.00", ""], ["差旅费", "7.00", ""]]


def test_a_number_wider_than_its_column_stays_whole(drawing: Draw) -> None:
    page = drawing()
    page.table(40, 90, [60, 50, 60], [["项目", "合计", "其他"], ["办公费", "", ""]])
    page.text(146, 112, "1,234,567.89", align="right")
    page.text(207, 112, "5.00", align="right")
    (grid,) = read_pdf(page.done()).pages[0].grids
    assert texts(grid)[1] == ["办公费", "1,234,567.89", "5.00"]


def test_words_that_run_over_into_the_next_cell_leave_its_number_alone(drawing: Draw) -> None:
    page = drawing()
    page.table(40, 90, [90, 60], [["项目", "合计"], ["", ""]])
    page.text(43, 112, "机关事业单位基本养老保险")
    page.text(187, 112, "5.00", align="right")
    (grid,) = read_pdf(page.done()).pages[0].grids
    assert texts(grid)[1] == ["机关事业单位基本养老保险", "5.00"]


def test_a_framed_table_without_inner_columns_is_cut_by_alignment(drawing: Draw) -> None:
    page = drawing()
    rows = [
        ["项目", "合计", "其他"],
        ["办公费", "1.00", "2.00"],
        ["差旅费", "3.00", "4.00"],
        ["会议费", "5.00", "6.00"],
    ]
    end = page.table(40, 90, [120, 80, 80], rows, "horizontal")
    for x in (40, 320):
        page.line(x, 90, x, end)
    (grid,) = read_pdf(page.done()).pages[0].grids
    assert texts(grid) == rows


def test_a_page_turned_by_its_rotation_or_printed_sideways_reads_the_same(drawing: Draw) -> None:
    page = drawing((595, 842))
    page.canvas.translate(595, 0)
    page.canvas.rotate(90)
    page.size = (842, 595)
    page.table(40, 90, WIDTHS, ROWS)
    (read,) = read_pdf(page.done()).pages
    (grid,) = read.grids
    assert texts(grid) == ROWS
    assert read.displayed_size == (595, 842)
    boxes = [cell.box for cell in grid.cells if cell.box]
    assert all(0 <= x0 < x1 <= 842 and 0 <= top < bottom <= 595 for x0, top, x1, bottom in boxes)


def test_a_rotated_page_keeps_boxes_inside_the_page_as_shown(drawing: Draw) -> None:
    page = drawing()
    page.canvas.setPageRotation(90)
    page.table(10, 90, [80, 150, 100, 100, 100], ROWS)
    (read,) = read_pdf(page.done()).pages
    (grid,) = read.grids
    assert texts(grid) == ROWS
    assert all(c.box and 0 <= c.box[0] < c.box[2] <= read.width and c.box[3] <= read.height for c in grid.cells)


def test_a_frame_around_text_is_no_table(drawing: Draw) -> None:
    page = drawing()
    page.canvas.rect(30, 30, 700, 500)
    page.text(60, 60, "第一部分 部门概况")
    page.text(60, 80, "负责全市审计工作。")
    (read,) = read_pdf(page.done()).pages
    assert not read.grids
    assert len(read.lines) == 2


def test_a_page_of_contents_is_no_table(drawing: Draw) -> None:
    page = drawing((595, 842))
    for i, name in enumerate(["部门概况", "部门预算表", "情况说明", "名词解释"]):
        page.text(80, 100 + 24 * i, f"第{i + 1}部分 {name} ............................ {3 + 4 * i}")
    assert not read_pdf(page.done()).pages[0].grids


@pytest.mark.parametrize(("content", "key"), [(b"", "empty"), (b"%PDF-1.4 nonsense", "broken"), (b"plain", "broken")])
def test_a_file_that_cannot_be_read_says_so(content: bytes, key: str) -> None:
    with pytest.raises(ReadError) as error:
        read_pdf(content, "x.pdf")
    assert error.value.key == key


def test_a_cut_file_is_read_or_refused_but_never_crashes(drawing: Draw) -> None:
    page = drawing()
    page.table(40, 90, WIDTHS, ROWS)
    content = Path(page.done()).read_bytes()
    for share in (0.2, 0.5, 0.8, 0.95):
        try:
            read_pdf(content[: int(len(content) * share)], "cut.pdf")
        except ReadError as error:
            assert error.key in ("broken", "empty")


def test_a_locked_file_says_so(corpus: Path) -> None:
    with pytest.raises(ReadError) as error:
        read_pdf(corpus / "hard" / "pdfplumber_password-example.pdf")
    assert error.value.key == "encrypted"


def test_numbers_wrapped_in_narrow_cells_are_not_two_rows(drawing: Draw) -> None:
    page = drawing()
    rows = [["项目", "合计", "其他"], ["合计", "1,027.0\n3", "6,604.3\n2"], ["水务事务", "5.00", "4.00"]]
    page.table(40, 90, [100, 38, 38], rows)
    (grid,) = read_pdf(page.done()).pages[0].grids
    assert texts(grid) == rows


def test_rows_without_rules_keep_their_own_names_where_amounts_are_blank(drawing: Draw) -> None:
    page = drawing()
    rows = [
        ["科目", "合计", "基本支出"],
        ["201-一般公共服务支出", "12.00", "12.00"],
        ["20103-政府办公厅事务", "12.00", "12.00"],
        ["20132-组织事务", "", ""],
        ["208-社会保障和就业支出", "5.00", "5.00"],
    ]
    page.table(40, 90, [200, 100, 100], rows, "columns")
    (grid,) = read_pdf(page.done()).pages[0].grids
    assert texts(grid) == rows


def test_codes_wrapped_in_narrow_cells_are_not_two_rows(drawing: Draw) -> None:
    page = drawing()
    rows = [["科目编码", "科目名称", "决算数"], ["3010\n1", "基本工资", "384.62"], ["3011\n0", "医疗保险缴费", "47.66"]]
    page.table(40, 90, [26, 120, 100], rows)
    (grid,) = read_pdf(page.done()).pages[0].grids
    assert grid.rows == len(rows)
