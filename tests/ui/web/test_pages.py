"""The pages without a browser: what a visitor reads and can press, over a made-up library."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.answer import Answer
from assistant.question import Question
from ingest.settings import Settings
from ingest.stores.engine import StoreError
from tests.ui import fakes
from ui.web import opened, reports

APP = Path(__file__).resolve().parents[3] / "ui" / "app.py"
WAIT = 60


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The page over one drawn document and prepared answers."""
    drawn = fakes.draw(tmp_path / "drawn.pdf")
    held = opened.Holdings((fakes.DOCUMENT,), {fakes.DOCUMENT_ID: 1234})
    monkeypatch.setattr(opened, "holdings", lambda: held)
    monkeypatch.setattr(opened, "stream", fakes.FakeAssistant().stream)
    monkeypatch.setattr(opened, "examples", lambda tongue: ("金额最大的5个项目是哪些？",))
    monkeypatch.setattr(opened, "follow_ups", lambda *asked: ("绩效目标是什么？",))
    monkeypatch.setattr(opened, "original", lambda document_id: drawn)
    monkeypatch.setattr(opened, "findings", lambda: ())
    monkeypatch.setattr(opened, "version_stamp", lambda: "v1")
    monkeypatch.setattr(opened, "not_read", lambda: ())
    return drawn


@pytest.fixture
def page(library: Path) -> Iterator[AppTest]:
    yield AppTest.from_file(str(APP), default_timeout=WAIT)


def read(page: AppTest) -> str:
    """All HTML that the page shows."""
    assert not page.exception, page.exception
    return "\n".join(str(element.proto.body) for element in page.get("html"))


def press(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def ask(page: AppTest, question: str) -> AppTest:
    page.query_params["q"] = question
    return page.run()


def test_opening_page_tells_what_is_held_and_offers_examples(page: AppTest) -> None:
    shown = read(page.run())
    assert "<strong>1,234</strong>" in shown
    assert page.button(key="example_0").label == "金额最大的5个项目是哪些？"


def test_example_is_asked_and_its_items_stand_in_a_table(page: AppTest) -> None:
    shown = read(press(page.run(), "example_0"))
    assert '<td class="n">1,266.19</td>' in shown
    assert "数值（万元）" in shown


def test_figure_is_large_grouped_and_marked_as_printed(page: AppTest) -> None:
    shown = read(ask(page, "智慧政务平台"))
    assert '<span class="amount">1,266.19</span>' in shown
    assert "原文数字" in shown
    assert 'class="frame"' in shown


def test_computed_figure_is_marked_and_lists_its_rows(page: AppTest) -> None:
    shown = read(ask(page, "合计"))
    assert "计算得出" in shown
    assert shown.count('<td class="n">842.00</td>') == 1


def test_card_opens_the_page_with_the_cell_framed(page: AppTest) -> None:
    shown = read(press(ask(page, "合计"), "open_1_1"))
    assert 'class="whole"' in shown
    assert "第 1 页 · 项目支出预算表 › 基层法律服务站点建设 › 预算数" in shown


def test_choice_of_a_question_back_is_asked(page: AppTest) -> None:
    ask(page, "哪个")
    shown = read(press(page, "choice_1_0"))
    assert "第 2 问" in shown
    assert "基层法律服务站点建设的预算是多少" in shown


def test_check_reads_the_cells_again_and_adds_them(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "recheck", fakes.rechecked)
    shown = read(press(ask(page, "合计"), "check_1"))
    assert "重新读了原件：5 处都与答案所用的一致" in shown
    assert "把各数重新相加：2,635.14\u202f万元，与答案一致" in shown


def test_report_is_kept_once(page: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "settings", lambda: Settings(data=tmp_path))
    ask(page, "合计")
    page.text_area(key="remark_1").set_value("应为 2,635.15")
    shown = read(next(button for button in page.button if button.label == "提交").click().run())
    assert "已提交" in shown
    (kept,) = reports.kept(tmp_path)
    assert (kept.question, kept.remark, kept.version) == ("合计", "应为 2,635.15", "v1")
    assert kept.answer["sources"][0]["page"] == 1


def test_link_of_older_documents_is_told(page: AppTest) -> None:
    page.query_params["v"] = "v0"
    assert "文件有过增减" in read(ask(page, "合计"))


def test_link_of_the_present_documents_is_not_remarked(page: AppTest) -> None:
    page.query_params["v"] = "v1"
    assert "文件有过增减" not in read(ask(page, "合计"))


def test_refusal_says_what_is_there(page: AppTest) -> None:
    assert "有 2026 年的部门预算" in read(ask(page, "2019年的预算"))


def test_fault_of_the_program_is_a_sentence(page: AppTest) -> None:
    shown = read(ask(page, "坏"))
    assert "已记入日志" in shown
    assert "broken on purpose" not in shown


def test_conversation_goes_on_and_begins_anew(page: AppTest) -> None:
    seen: list[Question] = []

    def remember(question: Question) -> Iterator[str | Answer]:
        seen.append(question)
        return fakes.FakeAssistant().stream(question)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened, "stream", remember)
        press(ask(page, "智慧政务平台"), "followup_1_0")
    assert seen[-1].after == ("智慧政务平台",)
    assert page.query_params["q"] == ["智慧政务平台", "绩效目标是什么？"]
    assert "opening" in read(press(page, "begin_anew"))


def test_page_speaks_english(page: AppTest) -> None:
    press(page.run(), "switch_language")
    assert "Every figure opens its page" in read(page)


def test_documents_words_are_escaped(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = read(ask(page, "<script>alert(1)</script>平台"))
    assert "<script>alert(1)</script>" not in shown
    assert "&lt;script&gt;" in shown


def test_empty_library_says_what_to_do(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "holdings", lambda: opened.Holdings((), {}))
    assert "还没有读入文件" in read(page.run())
    assert not page.chat_input


def test_unusable_store_is_a_sentence(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Any:
        raise StoreError("error.not_found", path="/nowhere")

    monkeypatch.setattr(opened, "holdings", broken)
    shown = read(page.run())
    assert "/nowhere" in shown
    assert "Traceback" not in shown
