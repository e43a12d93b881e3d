"""Workbooks as budget offices make them: title rows, merged headers, percentages, hidden sheets."""

import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.reading.errors import ReadError
from ingest.reading.spreadsheet import printed_value, read_spreadsheet


def workbook(*sheets: tuple[str, list[list[object]]], merge: str | None = None, hide: str | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if merge:
            sheet.merge_cells(merge)
        if name == hide:
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


ROWS: list[list[object]] = [
    ["支出总表", None, None],
    ["部门：青禾市水务局", None, "单位：万元"],
    ["科目", "预算数", None],
    [None, "合计", "项目支出"],
    ["行政运行", 1234.5, None],
    ["合计", 3505.9, 0],
]


def test_title_and_unit_stand_above_the_grid() -> None:
    page = read_spreadsheet(workbook(("表3", ROWS), merge="B3:C3"), "a.xlsx").pages[0]
    assert [line.text for line in page.lines] == ["支出总表", "部门：青禾市水务局", "单位：万元"]
    (grid,) = page.grids
    assert (grid.rows, grid.columns) == (4, 3)


def test_merged_header_is_one_cell_with_its_span() -> None:
    (grid,) = read_spreadsheet(workbook(("表3", ROWS), merge="B3:C3"), "a.xlsx").pages[0].grids
    header = next(cell for cell in grid.cells if cell.text == "预算数")
    assert (header.row_span, header.column_span) == (1, 2)
    assert not any((cell.row, cell.column) == (0, 2) for cell in grid.cells)


def test_blank_stays_blank_and_zero_zero() -> None:
    (grid,) = read_spreadsheet(workbook(("表3", ROWS)), "a.xlsx").pages[0].grids
    by_place = {(cell.row, cell.column): cell.text for cell in grid.cells}
    assert by_place[(2, 2)] == ""
    assert by_place[(3, 2)] == "0"


def test_percentage_cells_read_as_shown() -> None:
    book = openpyxl.Workbook()
    for row in [["项目", "完成率"], ["甲", 0.9512], ["乙", 1], ["丙", 0.417283945]]:
        book.active.append(row)
    for cell in ("B2", "B3", "B4"):
        book.active[cell].number_format = "0.00%"
    out = io.BytesIO()
    book.save(out)
    (grid,) = read_spreadsheet(out.getvalue(), "a.xlsx").pages[0].grids
    assert [cell.text for cell in grid.cells if cell.column == 1] == ["完成率", "95.12%", "100%", "41.73%"]


def test_hidden_sheet_is_left_out_and_said() -> None:
    reading = read_spreadsheet(workbook(("表3", ROWS), ("底稿", ROWS), hide="底稿"), "a.xlsx")
    assert len(reading.pages) == 1
    assert reading.warnings == ("hidden_sheet:底稿",)


def test_two_blank_rows_part_two_tables() -> None:
    rows = [["甲表", None], ["名称", "金额"], ["一", 1], [], [], ["乙表", None], ["名称", "金额"], ["二", 2]]
    page = read_spreadsheet(workbook(("s", rows)), "a.xlsx").pages[0]
    assert [line.text for line in page.lines] == ["甲表", "乙表"]
    assert len(page.grids) == 2


def test_a_damaged_sheet_is_told_and_the_other_read() -> None:
    whole = workbook(("甲表", [["项目", "金额"], ["公用经费", 12.5]]), ("乙表", [["项目", "金额"], ["人员经费", 30]]))
    content = bytearray(whole)
    with zipfile.ZipFile(io.BytesIO(whole)) as parts:
        sheet = parts.getinfo("xl/worksheets/sheet1.xml")
    start = sheet.header_offset + 30 + len(sheet.filename)
    content[start : start + 40] = b"\xff" * 40  # no deflate stream begins so
    pages = read_spreadsheet(bytes(content), "a.xlsx").pages
    assert any((page.fault or "").startswith("broken_sheet") for page in pages)
    assert any(cell.text == "人员经费" for page in pages for grid in page.grids for cell in grid.cells)


def test_a_damaged_workbook_says_so() -> None:
    with pytest.raises(ReadError, match="broken"):
        read_spreadsheet(workbook(("s", ROWS))[:200], "a.xlsx")


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_money_of_two_decimals_passes_through_the_binary_form_exactly(amount: Decimal) -> None:
    assert Decimal(printed_value(float(amount))) == amount


def test_notes_under_a_table_are_no_rows_of_it() -> None:
    noted = [*ROWS, ["注：本表反映支出情况。", None, None], [None, None, None], ["说明：数据四舍五入。", None, None]]
    page = read_spreadsheet(workbook(("表3", noted), merge="B3:C3"), "a.xlsx").pages[0]
    assert page.grids[0].rows == 4
    assert [line.text for line in page.lines][-2:] == ["注：本表反映支出情况。", "说明：数据四舍五入。"]


def test_hidden_rows_and_columns_are_left_out_and_said() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [
        ["支出表"],
        ["科目", "核对", "预算", None],
        [None, None, "合计", "项目"],
        ["甲", 7, 12.5, 2],
        ["旧数", 1, 9, 9],
    ]:
        sheet.append(row)
    for merged in ("A2:A3", "B2:B3", "C2:D2"):
        sheet.merge_cells(merged)
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[5].hidden = True
    out = io.BytesIO()
    book.save(out)
    reading = read_spreadsheet(out.getvalue(), "a.xlsx")
    (grid,) = reading.pages[0].grids
    assert [(c.row, c.column, c.text, c.column_span) for c in grid.cells] == [
        (0, 0, "科目", 1),
        (0, 1, "预算", 2),
        (1, 1, "合计", 1),
        (1, 2, "项目", 1),
        (2, 0, "甲", 1),
        (2, 1, "12.5", 1),
        (2, 2, "2", 1),
    ]
    assert reading.warnings == ("hidden_cells:Sheet",)


def test_a_header_without_merged_cells_is_told_by_its_blanks() -> None:
    rows = [
        ["项目", "合计", "基本支出", None],
        [None, None, "小计", "人员经费"],
        ["行政运行", 9, 5, 4],
        ["养老", 3, 3, 3],
    ]
    (grid,) = read_spreadsheet(workbook(("表3", rows)), "a.xlsx").pages[0].grids
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in grid.cells if cell.row == 0}
    assert spans == {"项目": (2, 1), "合计": (2, 1), "基本支出": (1, 2)}
