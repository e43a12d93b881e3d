import io

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from tests.ui import fakes
from tests.ui.web.test_table_grid import FIGURES, ROWS, TABLE
from ui.web import opened
from ui.web.conversation import table_bytes
from ui.web.table_grid import grid_of


def script() -> None:
    import streamlit as st

    from ui.web import tables_page

    documents = st.Page(lambda: None, title="文件", url_path="documents")
    tables = st.Page(lambda: tables_page.page(documents), title="表格", url_path="tables", default=True)
    st.navigation([tables, documents], position="hidden").run()


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr(opened, "holdings", lambda: opened.Holdings((fakes.DOCUMENT,), {}))
    monkeypatch.setattr(opened, "tables", lambda document_id: (TABLE,))
    monkeypatch.setattr(opened, "grid", lambda document_id, table_id: grid_of(TABLE, ROWS, FIGURES))
    monkeypatch.setattr(opened, "original", lambda document_id: None)
    return AppTest.from_function(script, default_timeout=60)


def read(page: AppTest) -> str:
    assert not page.exception, page.exception
    return "\n".join(str(element.proto.body) for element in page.get("html"))


def test_table_of_a_document_is_shown_with_its_unit(page: AppTest) -> None:
    page.query_params["document"] = fakes.DOCUMENT_ID
    shown = read(page.run())
    assert fakes.DOCUMENT.title in shown and "4 行 · 单位：万元" in shown
    assert page.selectbox[0].options == ["表1 项目支出表 · 第 1—2 页"]
    assert list(page.dataframe[0].value["总计"]) == ["30.10", "10.10", "20.00", ""]


def test_document_that_is_gone_is_said(page: AppTest) -> None:
    page.query_params["document"] = "gone"
    assert "没有这份文件" in read(page.run())


def test_workbook_of_a_table_has_numbers_and_leaves_blanks_blank() -> None:
    sheet = load_workbook(io.BytesIO(table_bytes(grid_of(TABLE, ROWS, FIGURES), "zh"))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("名称", "编码", "总计", "财政拨款")
    assert rows[1][2] == 30.1 and rows[1][3] is None
