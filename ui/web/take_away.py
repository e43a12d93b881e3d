"""The small actions under an answer: copy, download, link."""

from typing import Any

import streamlit as st

from assistant.answer import AnswerKind
from ui.web import session
from ui.web.conversation import answer_text, csv_bytes, markdown, xlsx_bytes
from ui.web.session import Turn, words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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


def actions(turn: Turn) -> None:
    """Copy the answer or a link to the question; download its rows."""
    language = session.language()
    with st.container(key=f"actions_{turn.number}", horizontal=True, gap="medium", vertical_alignment="center"):
        _copy(f"copy_{turn.number}", words("copy"), text=answer_text(turn, language))
        _copy(f"link_{turn.number}", words("copy_link"), link=session.link_to(turn))
        if turn.answer.sources and turn.answer.kind in {AnswerKind.NUMBER, AnswerKind.LIST}:
            name = words("file_name", number=turn.number)
            _download(f"csv_{turn.number}", "CSV", lambda: csv_bytes(turn.answer, language), f"{name}.csv", "text/csv")
            _download(f"xlsx_{turn.number}", "Excel", lambda: xlsx_bytes(turn.answer, language), f"{name}.xlsx", XLSX)


def whole_conversation() -> None:
    """Download everything that was asked, or begin anew."""
    with st.container(key="actions_all", horizontal=True, gap="medium", vertical_alignment="center"):
        language, turns = session.language(), session.turns()
        name = words("conversation_file")
        _download(
            "markdown", words("take_conversation"), lambda: markdown(turns, language), f"{name}.md", "text/markdown"
        )
        st.button(words("begin_anew"), key="begin_anew", type="tertiary", on_click=session.begin_anew)


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
