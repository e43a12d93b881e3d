"""The page of questions: what can be asked, the conversation, the question box."""

import logging
import time
from html import escape

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assistant.answer import Answer
from assistant.question import Question
from ui.web import opened, session, source_view, take_away
from ui.web.answer_view import turn_view
from ui.web.look import plain, show
from ui.web.session import Turn, words

log = logging.getLogger(__name__)
# Held while the answer grows to its full height; any touch of the visitor lets go.
TO_QUESTION = """
const first = !document.querySelector(".asked:not(.first)");
let times = 0;
const hold = setInterval(() => {
  document.querySelector(first ? ".st-key-masthead" : ".asked.latest")?.scrollIntoView({block: "start"});
  if (++times > 20) clearInterval(hold);
}, 120);
for (const touch of ["wheel", "touchstart", "pointerdown", "keydown"])
  addEventListener(touch, () => clearInterval(hold), {once: true, passive: true});
"""


def page(documents: StreamlitPage) -> None:
    """Draw the page; questions left by a button or the address are asked first."""
    holdings = opened.holdings()
    if not holdings.documents:
        _empty(documents)
        return
    waiting = session.take_waiting()
    turns = session.turns()
    if not turns and not waiting:
        _opening(holdings)
        return
    # In a container of its own and held at the bottom by the style sheet: streamlit's own place for it would make
    # the page follow its end, away from the answer.
    conversation, box = st.container(), st.container(key="question_box")
    with box:
        waiting += _question_box()
    with conversation:
        if session.linked_version() not in {"", opened.version_stamp()}:
            show(f'<p class="caption changed" role="status">{escape(words("link_is_older"))}</p>')
        _conversation(turns, waiting)


def _conversation(turns: list[Turn], waiting: list[str]) -> None:
    # At a place of its own, since a script that is moved runs again and would take the visitor back to the question.
    into_view = st.container()
    for position, turn in enumerate(turns):
        turn_view(turn, first=position == 0, latest=position == len(turns) - 1 and not waiting)
    if waiting:
        _ask(waiting, first=not turns)
        st.rerun()
    with into_view:
        _bring_into_view(turns[-1].number)
    follow_ups = st.container()
    take_away.whole_conversation()
    source_view.opened_page()
    with follow_ups:
        _follow_ups(turns[-1])


def _question_box() -> list[str]:
    """The box in which questions are typed."""
    asked = st.chat_input(words("ask_here"), key="ask", max_chars=500)
    return [asked] if asked and asked.strip() else []


def _ask(waiting: list[str], *, first: bool) -> None:
    for question in waiting:
        head = "asked first latest" if first else "asked latest"
        show(f'<div class="{head}" aria-live="polite"><h2>{escape(question)}</h2></div>')
        _bring_into_view(0)
        with st.spinner(words("working")):
            _answer(question)
    session.write_address()


def _answer(question: str) -> None:
    started = time.perf_counter()
    try:
        answer = _drafted(Question(question, session.before(), session.language()))
    except Exception:  # the visitor gets a sentence, the log the whole story
        log.exception("A question could not be answered: %s", question)
        answer = opened.could_not_answer(session.language())
    session.keep(question, answer, time.perf_counter() - started)


def _bring_into_view(number: int) -> None:
    """Show a new answer from its question on; a script runs anew only where its text differs, hence the number."""
    st.html(f"<script>/* {number} */ {{ {TO_QUESTION} }}</script>", unsafe_allow_javascript=True)


def _drafted(question: Question) -> Answer:
    """The answer; while a model words it, its draft is shown grey, since only the answer has been checked."""
    draft, place = "", st.empty()
    for piece in opened.stream(question):
        if not isinstance(piece, str):
            place.empty()
            return piece
        draft += piece
        place.html(f'<div class="answer draft"><p class="sentence">{escape(draft)}</p></div>')
    return opened.could_not_answer(session.language())


def _follow_ups(turn: Turn) -> None:
    """Ways to go on, found once the answer is on the page, so that it need not wait for them."""
    found = session.follow_ups(turn)
    if found is None:
        try:
            found = opened.follow_ups(turn.question, session.before(turn), turn.answer, session.language())
        except Exception:
            log.exception("No follow-ups could be found: %s", turn.question)
            found = ()
        session.keep_follow_ups(turn, found)
    if not found:
        return
    with st.container(key=f"followups_{turn.number}", horizontal=True, gap="small"):
        for index, asked in enumerate(found):
            st.button(
                plain(asked), key=f"followup_{turn.number}_{index}", wrap=True, on_click=session.put, args=(asked,)
            )


def _opening(holdings: opened.Holdings) -> None:
    years = words("years_between", first=holdings.years[0], last=holdings.years[-1]) if holdings.years else ""
    if len(holdings.years) == 1:
        years = words("one_year", year=holdings.years[0])
    told = words(
        "holdings",
        documents=f"<strong>{len(holdings.documents)}</strong>",
        figures=f"<strong>{holdings.figures:,}</strong>",
        years=f"<strong>{escape(years)}</strong>",
    )
    show(f'<div class="opening"><h1>{escape(words("promise"))}</h1><p>{told}</p></div>')
    with st.container(key="first_question"):
        if asked := _question_box():
            session.put(asked[0])
            st.rerun()
    examples = opened.examples(session.language())
    if not examples:
        return
    with st.container(key="examples", gap="small"):
        show(f'<div class="kicker">{escape(words("examples"))}</div>')
        columns = st.columns(2, gap="small")
        for index, example in enumerate(examples):
            with columns[index % 2]:
                st.button(
                    plain(example),
                    key=f"example_{index}",
                    width="stretch",
                    wrap=True,
                    on_click=session.put,
                    args=(example,),
                )


def _empty(documents: StreamlitPage) -> None:
    show(f'<div class="opening"><h1>{escape(words("empty"))}</h1><p>{escape(words("empty_next"))}</p></div>')
    if opened.settings().web_uploads:
        st.page_link(documents, label=words("empty_go"), icon=":material/arrow_forward:")
