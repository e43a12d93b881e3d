"""The whole web page in order: look, masthead, the page that was asked for."""

import logging

import streamlit as st

from ingest.messages import say
from ingest.stores.engine import StoreError
from ui.web import chat, checks_page, documents_page, session, tables_page
from ui.web.look import masthead, plain_words, set_page
from ui.web.session import words

log = logging.getLogger(__name__)


def run() -> None:
    """Draw the app once; streamlit calls this at every step of a visitor."""
    set_page()
    tables = st.Page(lambda: tables_page.page(documents), title=words("tables"), url_path="tables")
    documents = st.Page(lambda: documents_page.page(tables), title=words("documents"), url_path="documents")
    ask = st.Page(lambda: chat.page(documents), title=words("ask"), url_path="ask", default=True)
    checks = st.Page(checks_page.page, title=words("checks"), url_path="checks")
    pages = [ask, documents, checks]
    chosen = st.navigation([*pages, tables], position="hidden")
    masthead(pages)
    try:
        chosen.run()
    except StoreError as fault:
        log.exception("The stores cannot be used")
        plain_words(say(fault.key, session.language(), **fault.values), words("store_next"))
    except Exception:  # the visitor gets a sentence, the log the whole story
        log.exception("A page failed")
        plain_words(words("page_failed"))
