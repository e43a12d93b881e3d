"""What checking an answer again found, as a list of ticks and crosses."""

import logging
from html import escape

import streamlit as st

from assistant.answer import Answer
from ui.web import opened, session
from ui.web.look import show
from ui.web.printed import measured
from ui.web.recheck import Recheck
from ui.web.session import Turn, words

log = logging.getLogger(__name__)
NAMED = 5  # places that differ are named one by one, up to so many
TICK, CROSS, OPEN = ("good", "✓"), ("bad", "✗"), ("soft", "—")


def checked(turn: Turn) -> None:
    """Check the answer if the visitor has asked for it, and tell what came out."""
    if not session.wants_check(turn):
        return
    found = session.check_of(turn)
    if found is None:
        with st.spinner(words("checking")):
            try:
                found = opened.recheck(turn.answer)
            except Exception:  # the visitor gets a sentence, the log the whole story
                log.exception("An answer could not be checked: %s", turn.question)
                show(f'<p class="caption">{escape(words("check_failed"))}</p>')
                return
        session.keep_check(turn, found)
    lines = "".join(
        f'<li><span class="{tone}" aria-hidden="true">{sign}</span>{escape(told)}</li>'
        for (tone, sign), told in lines_of(turn.answer, found)
    )
    show(f'<div class="kicker">{escape(words("check_result"))}</div><ul class="checked" role="status">{lines}</ul>')


def lines_of(answer: Answer, found: Recheck) -> list[tuple[tuple[str, str], str]]:
    """The sentences of a check, each with its tone and sign."""
    lines = []
    if found.same:
        lines.append((TICK, words("recheck_same", count=len(found.same))))
    for index in found.differs[:NAMED]:
        source = answer.sources[index]
        place = words("card_number", number=index + 1) + " " + words("page_number", page=source.page)
        lines.append((CROSS, words("recheck_differs", place=f"{place} {source.row or ''}".strip(), text=source.text)))
    if len(found.differs) > NAMED:
        lines.append((CROSS, words("recheck_more", count=len(found.differs) - NAMED)))
    if found.unreadable:
        lines.append((OPEN, words("recheck_unreadable", count=len(found.unreadable))))
    if answer.figures and answer.figures[0].computed:
        figure = answer.figures[0]
        if found.formula is None or found.again is None:
            lines.append((OPEN, words("recheck_no_formula")))
        else:
            formula = words(found.formula, count=len(figure.sources))
            verdict = "recheck_agrees" if found.agrees else "recheck_disagrees"
            again = measured(found.again, figure.unit)
            told = words(verdict, formula=formula, again=again, value=measured(figure.value, figure.unit))
            lines.append((TICK if found.agrees else CROSS, told))
    return lines
