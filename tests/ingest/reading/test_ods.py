"""OpenDocument spreadsheets: merged headers, percentages as shown, hidden rows."""

import io
import zipfile

from ingest.reading.spreadsheet import read_spreadsheet

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def text(words: str, spans: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {spans}><text:p>{words}</text:p></table:table-cell>'


def number(value: str, kind: str = "float", shown: str = "") -> str:
    cell = f'<table:table-cell office:value-type="{kind}" office:value="{value}">'
    return f"{cell}<text:p>{shown or value}</text:p></table:table-cell>"


def sheet(*rows: str) -> bytes:
    body = "".join(
        row if row.startswith("<table:table-row") else f"<table:table-row>{row}</table:table-row>" for row in rows
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {SPACES}><office:body><office:spreadsheet>'
        f'<table:table table:name="表2">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", content)
        parts.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return out.getvalue()


def test_merged_names_percentages_and_hidden_rows_read_as_shown() -> None:
    covered = "<table:covered-table-cell/>"
    content = sheet(
        text("项目", 'table:number-rows-spanned="2"')
        + text("本年支出", 'table:number-columns-spanned="2"')
        + covered
        + text("完成率", 'table:number-rows-spanned="2"'),
        covered + text("基本支出") + text("项目支出") + covered,
        text("行政运行") + number("12.5") + number("3") + number("0.4172839", "percentage", "41.73%"),
        f'<table:table-row table:visibility="collapse">{text("底稿")}{number("1")}</table:table-row>',
        text("事业运行") + number("7.25") + number("1") + number("1", "percentage", "100%"),
    )
    (grid,) = read_spreadsheet(content, "a.ods").pages[0].grids
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in grid.cells}
    assert (spans["项目"], spans["本年支出"], spans["完成率"]) == ((2, 1), (1, 2), (2, 1))
    assert [cell.text for cell in grid.cells if cell.column == 3] == ["完成率", "41.73%", "100%"]
    assert "底稿" not in spans
