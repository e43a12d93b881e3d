"""Word files: paragraphs and tables in order, merged cells once."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap

from ingest.reading.errors import ReadError
from ingest.reading.word import read_word


def saved(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_lines_and_tables_keep_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("一、收支情况")
    table = document.add_table(2, 3)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ["科目", "合计", "项目", "运行", "1.50", "0.50"], strict=True
    ):
        cell.text = text
    document.add_paragraph("二、说明")
    page = read_word(saved(document), "a.docx").pages[0]
    assert [line.text for line in page.lines] == ["一、收支情况", "二、说明"]
    (grid,) = page.grids
    assert [cell.text for cell in grid.cells] == ["科目", "合计", "项目", "运行", "1.50", "0.50"]
    before, after = (line.box for line in page.lines)
    assert before and after and grid.box and before[3] <= grid.box[1] and grid.box[3] <= after[1]


def test_merged_cells_come_once_with_their_spans() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "财政拨款"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "项目"
    (grid,) = read_word(saved(document), "a.docx").pages[0].grids
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in grid.cells if cell.text}
    assert spans == {"项目": (2, 1), "财政拨款": (1, 2)}
    assert (grid.rows, grid.columns) == (3, 3)


def test_page_breaks_count_pages() -> None:
    document = docx.Document()
    document.add_paragraph("第一页")
    document.add_page_break()
    document.add_paragraph("第二页")
    assert [[line.text for line in page.lines] for page in read_word(saved(document), "a.docx").pages] == [
        ["第一页"],
        ["第二页"],
    ]


def test_a_damaged_file_says_so() -> None:
    with pytest.raises(ReadError, match="broken"):
        read_word(b"PK\x03\x04 not a zip", "a.docx")


def test_tables_inside_a_table_that_lays_out_the_page_stand_each_for_themselves() -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    for cell, (title, name) in zip(outer.rows[0].cells, (("康复类", "甲"), ("就业类", "乙")), strict=True):
        cell.paragraphs[0].text = title
        inner = cell.add_table(2, 2)
        for place, text in zip(
            (c for row in inner.rows for c in row.cells), ("项目", "金额", name, "1.50"), strict=True
        ):
            place.text = text
    page = read_word(saved(document), "a.docx").pages[0]
    assert [line.text for line in page.lines] == ["康复类", "就业类"]
    assert [[cell.text for cell in grid.cells][2:] for grid in page.grids] == [["甲", "1.50"], ["乙", "1.50"]]


def test_a_table_inside_a_cell_of_data_follows_its_table() -> None:
    document = docx.Document()
    outer = document.add_table(2, 2)
    for cell, text in zip((c for row in outer.rows for c in row.cells), ("项目", "金额", "甲", "3.00"), strict=True):
        cell.text = text
    inner = outer.cell(1, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "乙", "2.00"
    first, second = read_word(saved(document), "a.docx").pages[0].grids
    assert [cell.text for cell in first.cells] == ["项目", "金额", "甲", "3.00"]
    assert [cell.text for cell in second.cells] == ["乙", "2.00"]


def test_a_table_in_a_content_control_is_a_table() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "甲", "1"
    control = parse_xml(f'<w:sdt xmlns:w="{nsmap["w"]}"><w:sdtContent/></w:sdt>')
    table._tbl.addprevious(control)
    control[0].append(table._tbl)
    page = read_word(saved(document), "a.docx").pages[0]
    assert [cell.text for grid in page.grids for cell in grid.cells] == ["甲", "1"]
    assert not page.lines
