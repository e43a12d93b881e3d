"""The proof: a piece of the page with the cell framed, cards for the other places, and the whole page on a click."""

from base64 import b64encode
from html import escape
from pathlib import Path

import streamlit as st

from assistant.answer import Answer, SourceRef
from assistant.saying.doubt import share_of
from ingest.reading.picture import NoPicture, Picture, page_picture
from ingest.reading.surroundings import Piece, Surroundings, surroundings
from ingest.records.document import Document
from ingest.records.figure import Figure
from ingest.records.layout import Box
from ui.web import opened, session
from ui.web.look import plain, plain_words, show
from ui.web.session import Turn, words

CARDS_SHOWN = 4
ABOVE_AND_BELOW = 46.0  # points of page shown around a cell, about three table rows each way
TALLEST_CELL = 200.0  # a taller cell (a goal in words) is shown from its top
# Ours, with no words of a document: brings the frame into view on a long page; a phone shows the closer piece first.
INTO_VIEW = "if (innerWidth > 640) document.querySelector('.whole .frame')?.scrollIntoView({block: 'center'})"
LEGIBLE = 1.05  # pixels a point: 9 pt table text stays readable
LARGEST = 1.35  # pixels a point: more would shout
STRIP_SCALE = 2.4
PAGE_LARGEST = 1.5
WIDEST_PAGE = 1150.0  # pixels
ONE_ROW = 45.0  # points; the row of a cell no taller is tinted, so that its name is found
MARGIN = 2.0  # points between the printed cell and its frame


def cards(turn: Turn) -> None:
    """The sources as cards; a card opens its page."""
    sources = turn.answer.sources
    heading = "nearest_places" if turn.answer.only_near else "proof"
    show(f'<div class="kicker">{escape(words(heading, count=len(sources)))}</div>')
    for index, source in enumerate(sources[:CARDS_SHOWN]):
        _card(turn, index, source)
    if len(sources) > CARDS_SHOWN:
        with st.expander(words("more_sources", count=len(sources) - CARDS_SHOWN)):
            for index, source in enumerate(sources[CARDS_SHOWN:], CARDS_SHOWN):
                _card(turn, index, source)


def opened_page() -> None:
    """The page of the source that the visitor has opened, if any, in a dialog."""
    place = session.opened_source()
    if place is None:
        return
    turn = next((found for found in session.turns() if found.number == place[0]), None)
    if turn is None or place[1] >= len(turn.answer.sources):
        session.close_source()
        return
    title = turn.answer.sources[place[1]].title or turn.answer.sources[place[1]].document
    st.dialog(plain(title), width="large", on_dismiss=session.close_source)(_page)(turn, place[1])


def where(source: SourceRef) -> str:
    """The place in words: table, row and column."""
    return " › ".join(part for part in (source.table, source.row, source.column) if part)


def _card(turn: Turn, index: int, source: SourceRef) -> None:
    title = source.title or source.document
    page = plain(words("page_number", page=source.page)).replace(" ", "\N{NO-BREAK SPACE}")
    said = f"{words('card_number', number=index + 1)} **{plain(title)}** · {page}"
    place = " › ".join(part for part in (source.table, source.row, source.column) if part and part != title)
    for line in (source.document if source.document != title else "", place):
        said += f"  \n*{plain(line)}*" if line else ""
    if source.text:
        said += f"  \n{plain(words('card_text', text=_short(source.text)))}"
    if source.confidence is not None:
        said += f"  \n{plain(words('card_scanned', share=share_of(source.confidence)))}"
    with st.container(key=f"source_{turn.number}_{index}"):
        args = (turn.number, index)
        st.button(
            said, key=f"open_{turn.number}_{index}", width="stretch", wrap=True, on_click=session.open_source, args=args
        )


def _short(text: str, longest: int = 90) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= longest else one_line[:longest] + "…"


def place_of(figure: Figure, document: Document) -> SourceRef:
    """The printed place of a stored figure."""
    column = "/".join(figure.column) or None
    return SourceRef(
        document.id,
        document.file_name,
        document.title,
        figure.page,
        None,
        figure.label,
        column,
        figure.text,
        figure.box,
        figure.confidence,
    )


def place(source: SourceRef) -> None:
    """One printed place by itself: in words, and framed where its page can be drawn."""
    told = " · ".join(part for part in (words("page_number", page=source.page), where(source), source.text) if part)
    show(f'<p class="caption">{escape(told)}</p>')
    file = opened.original(source.document_id)
    if file is not None and (piece := _strip(str(file), source)):
        show(piece)


def strip(answer: Answer) -> None:
    """The proof at a glance: the piece of the page around the first source, its cell framed."""
    found = next(((at, source) for at, source in enumerate(answer.sources, 1) if source.box is not None), None)
    if found is None or (file := opened.original(found[1].document_id)) is None:
        return
    number, source = found
    if piece := _strip(str(file), source):
        # With one source the card below says where this is; with several it has to be said which.
        told = f"{words('card_number', number=number)} {words('page_number', page=source.page)} {source.row or ''}"
        show((f'<p class="caption">{escape(told)}</p>' if len(answer.sources) > 1 else "") + piece)


def _strip(file: str, source: SourceRef) -> str:
    """The piece of the page around the source's cell; empty where it cannot be drawn."""
    if source.box is None:
        return ""
    top, bottom = source.box[1], min(source.box[3], source.box[1] + TALLEST_CELL)
    # The width is cut by the style sheet, which knows how wide the visitor's screen is.
    part = (0.0, top - ABOVE_AND_BELOW, 1e6, bottom + ABOVE_AND_BELOW)
    try:
        return strip_html(_drawn(file, source.page, STRIP_SCALE, part), source)
    except NoPicture:
        return ""


def strip_html(drawn: Picture, source: SourceRef) -> str:
    """The piece as HTML: cut at the sides so that its text stays legible and the cell stays in view."""
    width = drawn.page_size[0]
    at = 0.5 if source.box is None else (source.box[0] + source.box[2]) / 2 / width
    style = f"--least:{width * LEGIBLE:.0f}px;--at:{at:.4f};max-width:{width * LARGEST:.0f}px"
    return f'<div class="strip" style="{style}"><div class="page">{_picture(drawn, source)}</div></div>'


def _picture(drawn: Picture, source: SourceRef) -> str:
    left, top, right, bottom = drawn.part
    alt = escape(words("picture_of", document=source.title or source.document, page=source.page))
    size = f'width="{right - left:.0f}" height="{bottom - top:.0f}"'
    image = f'<img src="data:image/png;base64,{b64encode(drawn.png).decode()}" alt="{alt}" {size}>'
    return image + (_frame(drawn.part, source.box) if source.box else "")


def _frame(part: Box, box: Box) -> str:
    left, top, right, bottom = part
    wide, high = right - left, bottom - top
    place = (
        f"left:{(box[0] - MARGIN - left) / wide:.4%};top:{(box[1] - MARGIN - top) / high:.4%};"
        f"width:{(box[2] - box[0] + 2 * MARGIN) / wide:.4%};height:{(box[3] - box[1] + 2 * MARGIN) / high:.4%}"
    )
    band = ""
    if box[3] - box[1] <= ONE_ROW:
        band = f'<div class="band" style="top:{(box[1] - top) / high:.4%};height:{(box[3] - box[1]) / high:.4%}"></div>'
    return f'{band}<div class="frame" style="{place}"></div>'


def _page(turn: Turn, index: int) -> None:
    """The inside of the dialog."""
    source = turn.answer.sources[index]
    show(f'<p class="caption">{escape(_told(source))}</p>')
    file = opened.original(source.document_id)
    if file is None:
        plain_words(words("original_gone", document=source.document))
    elif not _whole(str(file), source):
        _surroundings(source)
    if len(turn.answer.sources) > 1:
        _neighbours(turn, index)


def _told(source: SourceRef) -> str:
    told = [source.document, words("page_number", page=source.page)]
    return " · ".join(part for part in [*told, where(source)] if part)


def _whole(file: str, source: SourceRef) -> bool:
    try:
        drawn = _drawn(file, source.page, 2.0, None)
    except NoPicture:
        return False
    if closer := _strip(file, source):
        show(f'<div class="closer">{closer}</div>')
    wide = min(WIDEST_PAGE, drawn.page_size[0] * PAGE_LARGEST)
    show(f'<div class="whole" style="max-width:{wide:.0f}px">{_picture(drawn, source)}</div>')
    st.html(f"<script>{INTO_VIEW}</script>", unsafe_allow_javascript=True)
    return True


def _surroundings(source: SourceRef) -> None:
    """For a spreadsheet, a web page or a text: the rows or lines around the place."""
    reading = opened.reading(source.document_id, source.document)
    near = surroundings(reading, source.page, source.box, source.text) if reading else None
    if near is None:
        plain_words(words("place_gone", text=source.text))
        return
    show(_table_html(near) if near.is_table else _lines_html(near))


def _table_html(near: Surroundings) -> str:
    body = "".join(f"<tr>{''.join(_cell_html(piece) for piece in row)}</tr>" for row in near.rows)
    return f'<div class="rows" tabindex="0"><table><tbody>{body}</tbody></table></div>'


def _cell_html(piece: Piece) -> str:
    mark = ' class="marked frame-cell"' if piece.marked else ""
    return f'<td{mark} colspan="{piece.columns}" rowspan="{piece.rows}">{escape(piece.text)}</td>'


def _lines_html(near: Surroundings) -> str:
    lines = (f"<p{' class=marked' if row[0].marked else ''}>{escape(row[0].text)}</p>" for row in near.rows)
    return f'<div class="rows lines">{"".join(lines)}</div>'


def _neighbours(turn: Turn, index: int) -> None:
    """The ways to the sources before and after."""
    last = len(turn.answer.sources) - 1
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        back = st.button(words("source_before"), key="source_before", disabled=index == 0)
        show(f'<span class="caption">{index + 1} / {last + 1}</span>', width="content")
        forth = st.button(words("source_after"), key="source_after", disabled=index == last)
    if back or forth:
        session.open_source(turn.number, index + (1 if forth else -1))
        st.rerun()


@st.cache_data(max_entries=120, show_spinner=False)
def _drawn(file: str, page: int, scale: float, part: Box | None) -> Picture:
    """A drawn page, kept for the next look."""
    return page_picture(Path(file), page, scale, part)
