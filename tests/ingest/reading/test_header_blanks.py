"""Merged names of a header told by the blanks that a file of separated values keeps of them."""

from ingest.reading.header_blanks import merged_names
from ingest.reading.text import read_text

ROWS = """收支预算总表
收入,,支出,
项目,预算数,项目,预算数
事业收入,3.00,教育支出,3.00

支出总表
单位名称：云溪市审计局,,,,,单位：万元
编码,名称,合计,基本支出,,项目支出
,,,小计,其中：人员经费,
201,审计事务,9.00,5.00,4.00,4.00
208,养老,3.00,3.00,3.00,
合计,,12.00,8.00,7.00,4.00
"""


def test_blanks_beside_and_below_a_name_are_its_range() -> None:
    rows = [line.split(",") for line in ROWS.splitlines()[6:]]
    assert merged_names(rows) == {(1, 0): (2, 1), (1, 1): (2, 1), (1, 2): (2, 1), (1, 3): (1, 2), (1, 5): (2, 1)}


def test_a_header_of_one_row_has_no_ranges() -> None:
    assert merged_names([["项目", "预算数", ""], ["培训", "3.00", "4.00"]]) == {}


def test_tables_of_different_widths_in_one_file_are_split() -> None:
    grids = read_text(ROWS.encode(), "a.csv").pages[0].grids
    assert [(grid.rows, grid.columns) for grid in grids] == [(3, 4), (6, 6)]
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in grids[1].cells}
    assert spans["基本支出"] == (1, 2)
    assert spans["项目支出"] == (2, 1)


def test_rows_of_words_above_the_first_amounts_are_no_header() -> None:
    rows = [["姓名", "职务", "电话", ""], ["甲", "科长", "", "二楼"], ["乙", "", "3", "4"]]
    assert merged_names(rows) == {}
