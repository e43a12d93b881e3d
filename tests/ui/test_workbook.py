"""Workbooks hold exact numbers and run nothing."""

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from ui.workbook import harmless, write_workbook


def test_numbers_stay_exact_and_formulas_stay_words() -> None:
    written = io.BytesIO()
    rows = [["甲项目", Decimal("1266.190000"), None], ["=1+1", Decimal("-0.10"), 3]]
    assert write_workbook(written, "records", ["名称", "金额", "页"], rows, widths=(30,)) == 2
    sheet = load_workbook(io.BytesIO(written.getvalue())).active
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert found == [["名称", "金额", "页"], ["甲项目", 1266.19, None], ["'=1+1", -0.1, 3]]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_table_without_rows_keeps_its_header() -> None:
    written = io.BytesIO()
    assert write_workbook(written, "records", ["名称"], []) == 0
    assert load_workbook(io.BytesIO(written.getvalue())).active["A1"].value == "名称"


@pytest.mark.parametrize(("cell", "shown"), [("-5.20", "-5.20"), ("-a", "'-a"), ("@x", "'@x"), ("三公", "三公")])
def test_only_what_could_run_is_marked(cell: str, shown: str) -> None:
    assert harmless(cell) == shown
