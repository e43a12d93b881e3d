"""Files whose repeats and spans claim more cells than any table has."""

import io

import openpyxl
import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.styles import Font
from openpyxl.worksheet.cell_range import CellRange

from ingest.reading.errors import ReadError
from ingest.reading.html import read_html
from ingest.reading.spreadsheet import read_spreadsheet
from ingest.reading.text import read_text
from ingest.reading.word import read_word
from tests.ingest.reading.test_ods import sheet, text


def _workbook(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _book() -> tuple[openpyxl.Workbook, openpyxl.worksheet.worksheet.Worksheet]:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["项目", "金额"])
    page.append(["教育支出", 12])
    return book, page


def _word(span: str) -> bytes:
    document = Document()
    for row in document.add_table(2, 2).rows:
        for cell in row.cells:
            cell.text = "1"
            told = OxmlElement("w:gridSpan")
            told.set(qn("w:val"), span)
            cell._tc.get_or_add_tcPr().append(told)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_an_open_sheet_whose_spans_are_no_numbers_or_go_beyond_it_is_read() -> None:
    wide = 'table:number-columns-spanned="1000000000" table:number-rows-spanned="1000000000"'
    for told in ('table:number-columns-spanned="x"', wide):
        reading = read_spreadsheet(sheet(text("名") + text("值"), text("甲", told) + text("乙")), "a.ods")
        assert [cell.text for cell in reading.pages[0].grids[0].cells][:2] == ["名", "值"]


@pytest.mark.parametrize("kind", ["percentage", "float"])
def test_repeated_cells_beyond_the_limit_are_refused(kind: str) -> None:
    value = f'office:value-type="{kind}" office:value="0.5"'
    many = f'<table:table-row table:number-rows-repeated="9000">{text("5", value)}</table:table-row>'
    many = many.replace("<table:table-cell ", '<table:table-cell table:number-columns-repeated="9000" ')
    with pytest.raises(ReadError) as told:
        read_spreadsheet(sheet(text("名") + text("值"), many), "a.ods")
    assert told.value.key.endswith("too_many_cells")


def test_a_filled_cell_at_the_far_end_of_a_sheet_is_refused_and_a_styled_blank_one_is_not() -> None:
    book, page = _book()
    page["XFD1048576"].font = Font(bold=True)
    page.merged_cells.ranges.add(CellRange("A3:XFD1048576"))
    assert read_spreadsheet(_workbook(book), "a.xlsx").pages[0].fault is None
    page["XFD1048576"] = 1
    with pytest.raises(ReadError):
        read_spreadsheet(_workbook(book), "a.xlsx")


def test_spans_of_pages_word_files_and_separated_values_are_held_to_the_limit() -> None:
    row = "<tr>" + "<td colspan=200 rowspan=20000>甲</td>" * 40 + "</tr>"
    wide = "名,值," + "," * 90_000 + "\n" + "甲,1,2\n" * 5_000
    for read in (
        lambda: read_html(f"<table>{row * 1500}</table>".encode(), "a.html"),
        lambda: read_word(_word("1000000000"), "a.docx"),
        lambda: read_text(wide.encode(), "a.csv"),
    ):
        with pytest.raises(ReadError):
            read()
    assert read_word(_word("x"), "a.docx").pages[0].grids[0].columns == 2


def test_a_cell_of_separated_values_may_be_long() -> None:
    reading = read_text(f'项目,金额,目标\n甲,1,"{"长" * 200_000}"\n乙,2,短\n'.encode(), "a.csv")
    assert len(reading.pages[0].grids[0].cells) == 9
