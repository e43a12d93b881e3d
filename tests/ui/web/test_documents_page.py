"""The page of documents without a browser: what it lists, what it offers, what it keeps from visitors."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.settings import Settings
from tests.ui import fakes
from ui.web import opened
from ui.web.intake import Going
from ui.web.opened import NotRead

OTHER = replace(
    fakes.DOCUMENT,
    id="fedcba9876543210",
    file_name="scan.pdf",
    title="绩效目标表",
    department="临江市水务局",
    year=None,
    warnings=("page_fault:ValueError page=3",),
    coverage=None,
)


def script() -> None:
    import streamlit as st

    from ui.web import documents_page

    tables = st.Page(lambda: None, title="表格", url_path="tables")
    documents = st.Page(lambda: documents_page.page(tables), title="文件", url_path="documents", default=True)
    st.navigation([documents, tables], position="hidden").run()


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two documents and one file that could not be read."""
    held = opened.Holdings((fakes.DOCUMENT, OTHER), {fakes.DOCUMENT_ID: 1234})
    monkeypatch.setattr(opened, "holdings", lambda: held)
    monkeypatch.setattr(opened, "settings", lambda: Settings(data=tmp_path))
    monkeypatch.setattr(opened, "being_read", lambda: None)
    monkeypatch.setattr(opened, "not_read", lambda: (NotRead("/tmp/broken.pdf", "文件已损坏，打不开。"),))


@pytest.fixture
def page(library: None) -> AppTest:
    return AppTest.from_function(script, default_timeout=60)


def read(page: AppTest) -> str:
    assert not page.exception, page.exception
    return "\n".join(str(element.proto.body) for element in page.get("html"))


def test_documents_are_listed_with_what_is_known_of_them(page: AppTest) -> None:
    shown = read(page.run())
    assert "2026 年 · 部门预算 · 1 页 · 1,234 个数字 · 读到 99.8% 的印刷数字" in shown
    assert "文件未明写、由内容推断：预算阶段" in shown
    assert "临江市水务局 · 绩效目标表" in shown
    assert "未印年度" in shown
    assert "第 3 页没有读成" in shown


def test_documents_are_found_by_their_words(page: AppTest) -> None:
    page.run()
    shown = read(page.text_input(key="find_document").set_value("水务 scan").run())
    assert "绩效目标表" in shown and "部门预算</h3>" not in shown
    assert "没有与“无此”相符的文件" in read(page.text_input(key="find_document").set_value("无此").run())


def test_what_could_not_be_read_is_said_until_it_is_dismissed(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    forgotten: list[str] = []
    monkeypatch.setattr(opened, "forget", forgotten.append)
    assert "broken.pdf — 文件已损坏，打不开。" in read(page.run())
    page.button(key="dismiss_0").click().run()
    assert forgotten == ["/tmp/broken.pdf"]


def test_document_is_removed(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    removed: list[str] = []
    monkeypatch.setattr(opened, "remove", removed.append)
    page.run().button(key=f"remove_{OTHER.id}").click().run()
    assert removed == [OTHER.id]


def test_reading_is_told_while_it_goes_on(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "being_read", lambda: Going(0, 2, failed=True))
    assert "读入时程序出了错" in read(page.run())


def test_visitors_may_be_kept_from_changing_anything(
    page: AppTest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(opened, "settings", lambda: Settings(data=tmp_path, web_uploads=False))
    page.run()
    assert "临江市水务局 · 绩效目标表" in read(page)
    assert not page.button and not page.get("file_uploader")
