"""The small actions under an answer: check, copy, download, link, report."""

import logging
from datetime import datetime
from html import escape
from typing import Any

import streamlit as st

from assistant.answer import AnswerKind
from ingest.records.document import Document
from ui.web import opened, reports, session
from ui.web.conversation import answer_text, conversation_xlsx, csv_bytes, markdown, table_bytes, xlsx_bytes
from ui.web.look import show
from ui.web.printed import document_title
from ui.web.session import Turn, words
from ui.web.table_grid import TableGrid
from ui.web.word_file import docx_bytes

log = logging.getLogger(__name__)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
COPY_JS = """
export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = async () => {
    const text = data.link ? new URL(data.link, window.location.href).href : data.text;
    try { await navigator.clipboard.writeText(text); }
    catch (fault) {
      const area = document.createElement("textarea");
      area.value = text; area.style.position = "fixed"; area.style.opacity = "0";
      document.body.appendChild(area); area.select(); document.execCommand("copy"); area.remove();
    }
    button.textContent = data.done;
    setTimeout(() => { button.textContent = data.label; }, 1600);
  };
}
"""
COPY_CSS = """
button {
  all: unset; cursor: pointer; font: inherit; font-size: .86rem; line-height: 1.6; padding: .15rem 0;
  color: light-dark(#5d6470, #a0a6af);
}
button:hover { color: light-dark(#1f4468, #8db3da); text-decoration: underline; text-underline-offset: 3px; }
button:focus-visible { outline: 2px solid light-dark(#1f4468, #8db3da); outline-offset: 2px; }
"""


def actions(turn: Turn, *, latest: bool) -> None:
    """Check the answer again, copy it or a link to the question, download it, say that it is wrong."""
    language = session.language()
    with st.container(key=f"actions_{turn.number}", horizontal=True, gap="medium", vertical_alignment="center"):
        proven = turn.answer.sources and turn.answer.kind in {AnswerKind.NUMBER, AnswerKind.LIST}
        if latest and proven:
            args = (turn.number,)
            st.button(
                words("check_this"), key=f"check_{turn.number}", type="tertiary", on_click=session.ask_check, args=args
            )
        _copy(f"copy_{turn.number}", words("copy"), text=answer_text(turn, language))
        _copy(f"link_{turn.number}", words("copy_link"), link=session.link_to(turn, opened.version_stamp()))
        name = words("file_name", number=turn.number)
        if proven:
            _download(f"csv_{turn.number}", "CSV", lambda: csv_bytes(turn.answer, language), f"{name}.csv", "text/csv")
            _download(f"xlsx_{turn.number}", "Excel", lambda: xlsx_bytes(turn.answer, language), f"{name}.xlsx", XLSX)
        if turn.answer.sources:
            _download(
                f"docx_{turn.number}", "Word", lambda: docx_bytes([turn], language, _stamp()), f"{name}.docx", DOCX
            )
        if latest:
            _report(turn)


def _report(turn: Turn) -> None:
    """Say that a figure is wrong; what is said is kept in the data folder."""
    if session.reported(turn):
        show(f'<span class="caption" role="status">{escape(words("reported"))}</span>', width="content")
        return
    with st.popover(words("wrong_number"), type="tertiary", width="content"):
        with st.form(f"report_{turn.number}", border=False):
            remark = st.text_area(words("what_is_wrong"), max_chars=reports.LONGEST, key=f"remark_{turn.number}")
            show(f'<p class="caption">{escape(words("report_keeps"))}</p>')
            sent = st.form_submit_button(words("send_report"), type="primary")
        if sent:
            try:
                done = reports.keep(opened.settings().data, turn, remark, opened.version_stamp())
            except OSError:
                log.exception("A report could not be kept")
                done = False
            if done:
                session.keep_reported(turn)
                st.rerun()
            show(f'<p class="caption">{escape(words("report_failed"))}</p>')


def _stamp() -> str:
    """On which stored documents an answer stands."""
    held = opened.holdings()
    return words("stamp", version=opened.version_stamp(), count=len(held.documents), day=f"{datetime.now():%Y-%m-%d}")


def whole_conversation() -> None:
    """Download everything that was asked, or begin anew."""
    with st.container(key="actions_all", horizontal=True, gap="medium", vertical_alignment="center"):
        language, turns = session.language(), session.turns()
        name = words("conversation_file")
        show(f'<span class="caption">{escape(words("take_conversation"))}</span>', width="content")
        _download("all_docx", "Word", lambda: docx_bytes(turns, language, _stamp()), f"{name}.docx", DOCX)
        _download("all_xlsx", "Excel", lambda: conversation_xlsx(turns, language), f"{name}.xlsx", XLSX)
        _download("markdown", "Markdown", lambda: markdown(turns, language, _stamp()), f"{name}.md", "text/markdown")
        st.button(words("begin_anew"), key="begin_anew", type="tertiary", on_click=session.begin_anew)


def table_download(document: Document, grid: TableGrid) -> None:
    """Download a whole table as a workbook."""
    name = "-".join(part for part in (document_title(document), grid.table.number or grid.table.title) if part)
    _download(
        f"xlsx_{grid.table.id}",
        words("take_table"),
        lambda: table_bytes(grid, session.language()),
        f"{name}.xlsx",
        XLSX,
    )


def _download(key: str, label: str, make: Any, name: str, mime: str) -> None:
    """A download whose bytes are made only when it is asked for."""
    st.download_button(label, make, name, mime, key=key, type="tertiary", on_click="ignore")


def _copy(key: str, label: str, text: str = "", link: str = "") -> None:
    data = {"label": label, "done": words("copied"), "text": text, "link": link}
    _copy_button()(key=key, data=data, width="content", height="content")


@st.cache_resource(show_spinner=False)
def _copy_button() -> Any:
    from streamlit.components import v2

    return v2.component("budget_copy", html="<button type='button'></button>", css=COPY_CSS, js=COPY_JS)
