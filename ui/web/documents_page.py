"""The page of documents: what is held, adding to it, what could not be read, removing."""

from html import escape

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ingest.records.document import Document
from ui.web import opened, session, tables_page
from ui.web.look import heading, plain, plain_words, show
from ui.web.printed import document_title, percent
from ui.web.session import words

SHOWN = 80  # more are found by searching


def page(tables: StreamlitPage) -> None:
    """Draw the page; ``tables`` is the page of a document's tables."""
    holdings = opened.holdings()
    heading(words("documents"), words("documents_below"))
    may_change = opened.settings().web_uploads
    if may_change:
        _upload()
        _not_read()
    if not holdings.documents:
        if may_change and opened.being_read() is not None:
            return
        show(f'<p class="caption">{escape(words("no_documents" if may_change else "no_documents_fixed"))}</p>')
        return
    show(
        '<ul class="tally">'
        + _tally(len(holdings.documents), "tally_documents")
        + _tally(sum(document.pages for document in holdings.documents), "tally_pages")
        + _tally(holdings.figures, "tally_figures")
        + "</ul>"
    )
    wanted = st.text_input(words("find_document"), key="find_document", placeholder=words("find_document_hint"))
    found = [document for document in holdings.documents if _matches(document, wanted)]
    for document in found[:SHOWN]:
        _entry(document, holdings.figures_of.get(document.id, 0), tables, may_change=may_change)
    if len(found) > SHOWN:
        show(f'<p class="caption">{escape(words("documents_more", shown=SHOWN, count=len(found)))}</p>')
    if not found:
        show(f'<p class="caption">{escape(words("none_found", wanted=wanted))}</p>')


def _tally(count: int, key: str) -> str:
    return f"<li><b>{count:,}</b>{escape(words(key))}</li>"


def _matches(document: Document, wanted: str) -> bool:
    told = f"{document.title} {document.file_name} {document.department} {document.year} {document.kind}".lower()
    return all(part in told for part in wanted.lower().split())


def _entry(document: Document, figures: int, tables: StreamlitPage, *, may_change: bool) -> None:
    title = escape(document_title(document))
    with st.container(key=f"document_{document.id}", horizontal=True, gap="medium"):
        show(f'<div class="entry"><h3>{title}</h3>{_facts(document, figures)}</div>')
        tables_page.link(tables, document)
        if not may_change:
            return
        with st.popover(words("remove"), type="tertiary", width="content"):
            show(f'<p class="caption">{escape(words("remove_sure", document=document.file_name))}</p>')
            if st.button(words("remove_yes"), key=f"remove_{document.id}", type="primary"):
                opened.remove(document.id)
                st.rerun()


def _facts(document: Document, figures: int) -> str:
    facts = [
        "" if document.department else words("department_not_printed"),
        words("one_year", year=document.year) if document.year else words("year_not_printed"),
        words(f"kind_{document.kind.name.lower()}"),
        words("count_pages", count=document.pages),
        words("count_figures", count=f"{figures:,}"),
    ]
    if document.coverage:
        facts.append(words("coverage", share=percent(document.coverage)))
    told = f"<p>{escape(' · '.join(fact for fact in facts if fact))}</p>"
    if document.title and document.title != document.file_name:
        told += f"<p>{escape(document.file_name)}</p>"
    if document.inferred:
        fields = words("comma").join(_field(name) for name in document.inferred)
        told += f"<p>{escape(words('inferred', fields=fields))}</p>"
    return told + "".join(f'<p class="warn">{escape(opened.warning(text))}</p>' for text in document.warnings)


def _field(name: str) -> str:
    return words(f"field_{name}") if name in {"department", "year", "unit", "stage", "kind", "title"} else name


def _upload() -> None:
    # Streamlit writes the words of its upload field in English; the style sheet shows these instead.
    limit = opened.settings().max_file_mb
    look = f":root {{ --choose: '{words('choose_files')}'; --drop: '{words('drop_files', limit=limit)}'; }}"
    show(f"<style>{look}</style>")
    with st.container(key="upload"):
        uploaded = st.file_uploader(
            words("upload"),
            accept_multiple_files=True,
            key=f"upload_{session.upload_round()}",
            help=words("upload_help"),
        )
        if uploaded and st.button(words("read_these", count=len(uploaded)), key="read_uploads", type="primary"):
            opened.take_in([(file.name, file.getvalue()) for file in uploaded])
            session.finish_upload()
            st.rerun()
        if opened.being_read() is not None:
            _being_read()


@st.fragment(run_every=0.5)
def _being_read() -> None:
    """How far the reading is, by itself; the page comes back when it is done."""
    going = opened.being_read()
    if going is None:
        st.rerun()
    elif going.failed:
        plain_words(words("reading_failed"))
    else:
        told = words("reading_now", done=going.done, count=going.count, name=plain(going.name)) if going.done else ""
        st.progress(going.done / max(going.count, 1), text=told or words("reading_begins", count=going.count))


def _not_read() -> None:
    failed = opened.not_read()
    if not failed:
        return
    with st.container(key="not_read"):
        show(f'<div class="kicker">{escape(words("not_read", count=len(failed)))}</div>')
        for index, file in enumerate(failed):
            with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
                plain_words(file.reason if file.name in file.reason else f"{file.name} — {file.reason}")
                args = (file.path,)
                st.button(words("dismiss"), key=f"dismiss_{index}", type="tertiary", on_click=opened.forget, args=args)
