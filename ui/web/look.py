"""The frame of every page: its look and its masthead."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ui.web import session
from ui.web.session import words

CSS = Path(__file__).with_name("look.css")
# A ledger with one framed line; drawn here because streamlit fetches its named icons from the network.
ICON = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>"
    "<rect x='5' y='3' width='22' height='26' rx='2' fill='#1f4468'/>"
    "<path d='M9 10h14M9 22h14' stroke='#faf9f6' stroke-width='2'/>"
    "<rect x='8' y='13' width='16' height='6' fill='#faf9f6' stroke='#c4211b' stroke-width='2'/></svg>"
)


def set_page() -> None:
    """Set the title of the window and lay the style sheet; to be called first."""
    st.set_page_config(page_title=words("name"), page_icon=ICON, layout="wide")
    st.html(CSS)
    # Streamlit calls every page English; readers aloud and the choice of Chinese glyphs go by this.
    tongue = "zh-CN" if session.language() == "zh" else "en"
    st.html(f"<script>document.documentElement.lang = '{tongue}'</script>", unsafe_allow_javascript=True)


def masthead(pages: Sequence[StreamlitPage]) -> None:
    """The name of the house, the ways to its pages and the other language."""
    with st.container(key="masthead", horizontal=True, vertical_alignment="center", gap="medium"):
        show(f'<div class="name">{escape(words("name"))}</div>', width="content")
        for page in pages:
            st.page_link(page, label=page.title, query_params=_kept())
        other = "en" if session.language() == "zh" else "zh"
        st.button(words("other_language"), key="switch_language", type="tertiary", on_click=_switch, args=(other,))


def heading(title: str, below: str = "") -> None:
    """The heading of a page."""
    show(f'<div class="head"><h1>{escape(title)}</h1><p>{escape(below)}</p></div>')


def plain_words(*sentences: str) -> None:
    """Say what went wrong, in plain sentences."""
    show('<div class="plain" role="alert">' + "".join(f"<p>{escape(said)}</p>" for said in sentences) + "</div>")


def plain(text: str) -> str:
    """Text for a label, in which markdown finds nothing to do: documents and visitors write what they like."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>()#+-.!|~$:" else sign for sign in " ".join(text.split()))


def show(html: str, width: str = "stretch") -> None:
    """Write HTML of ours; every word from a document or a visitor in it must be escaped."""
    st.html(html, width=width)  # type: ignore[arg-type]


def _kept() -> dict[str, list[str]]:
    return {key: value for key, value in session.address().items() if key == "lang"}


def _switch(chosen: str) -> None:
    session.choose_language(chosen)
