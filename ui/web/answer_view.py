"""One answer on the page: the figure, the sentence, the proof, and how it came about."""

import re
from html import escape
from itertools import takewhile

import streamlit as st

from assistant.answer import Answer, AnswerFigure, AnswerItem, AnswerKind
from assistant.saying.account import account_of, plan_in_words
from ui.web import chart_view, checked_view, session, source_view, take_away
from ui.web.look import plain, show
from ui.web.printed import amount, gap, measured, one_unit
from ui.web.session import Turn, words
from ui.web.terms import terms_in

ROWS_SHOWN = 50  # a longer list is downloaded
OTHERS_SHOWN = 6
QUOTED_SHOWN = 700  # characters of a quotation before the rest is folded
NUMBERED = re.compile(r"\d+[.、．]\s*\S")


def turn_view(turn: Turn, *, first: bool, latest: bool) -> None:
    """A question and its answer; the proof is drawn under the latest, older ones keep their cards."""
    head = "asked" + (" first" if first else "") + (" latest" if latest else "")
    show(
        f'<div class="{head}"><div class="count">{escape(words("question_number", number=turn.number))}</div>'
        f"<h2>{escape(turn.question)}</h2></div>"
    )
    answer = turn.answer
    _said(answer)
    if latest:
        _choices(turn)
    if answer.kind is not AnswerKind.CLARIFICATION and not answer.only_near:
        _rows_behind(turn)
    if latest and answer.kind is not AnswerKind.CLARIFICATION:
        if not answer.only_near:
            source_view.strip(answer)
        _proof_and_account(turn)
    else:
        with st.expander(words("why_asked" if latest else "proof_and_account")):
            _proof_and_account(turn)
    take_away.actions(turn, latest=latest)
    if latest and not answer.only_near:
        checked_view.checked(turn)


def _proof_and_account(turn: Turn) -> None:
    if not turn.answer.sources:
        _how(turn)
        return
    left, right = st.columns(2, gap="large")
    with left:
        source_view.cards(turn)
    with right:
        _how(turn)


def _said(answer: Answer) -> None:
    match answer.kind:
        case AnswerKind.NUMBER if answer.figures:
            told = _figure(answer.figures[0]) + _sentence(answer) + _others(answer.figures[1:])
            show(f'<div class="answer">{told}</div>')
        case AnswerKind.REFUSAL | AnswerKind.CLARIFICATION:
            show(f'<div class="answer held">{_sentence(answer)}</div>')
        case AnswerKind.TEXT:
            show(f'<div class="answer quoted">{_quoted(answer.text)}</div>')
        case AnswerKind.LIST:  # …是哪些，合计多少: what they come to stands above their table
            show(f'<div class="answer">{_sentence(answer)}{_others(answer.figures)}</div>')
        case _:
            show(f'<div class="answer">{_sentence(answer)}</div>')


def _figure(figure: AnswerFigure) -> str:
    return (
        f'<p class="label">{escape(figure.label)}</p><p class="figure" data-value="{figure.value:f}">'
        f'<span class="amount">{amount(figure.value)}{_tight(figure.unit)}</span>{_unit(figure.unit)}'
        f"{_mark(figure)}</p>"
    )


def _mark(figure: AnswerFigure) -> str:
    """Whether a figure is printed in a document or worked out of what is."""
    mark = "mark_computed" if figure.computed else "mark_printed"
    return f'<span class="mark {mark}" title="{escape(words(f"{mark}_why"))}">{escape(words(mark))}</span>'


def _tight(unit: str) -> str:
    return "" if gap(unit) else escape(unit)


def _unit(unit: str) -> str:
    return f'<span class="unit">{escape(unit)}</span>' if gap(unit) else ""


def _sentence(answer: Answer) -> str:
    said = _said_once(answer)
    return f'<p class="sentence">{escape(said)}</p>' if said else ""


def _quoted(text: str) -> str:
    """The lead, then what is quoted; the end of a very long quotation waits folded."""
    lines = text.split("\n")
    lead = f'<p class="lead">{escape(lines.pop(0))}</p>' if len(lines) > 1 and lines[0].endswith(("：", ":")) else ""
    shown, length = 0, 0
    while shown < len(lines) and length < QUOTED_SHOWN:
        length += len(lines[shown])
        shown += 1
    rest = lines[shown:]
    told = lead + f'<p class="sentence">{escape(chr(10).join(lines[:shown]))}</p>'
    if rest:
        more = escape(words("quoted_more", count=len(rest)))
        told += f'<details><summary>{more}</summary><p class="sentence">{escape(chr(10).join(rest))}</p></details>'
    return told


def _said_once(answer: Answer) -> str:
    """The answer's words without the lines that follow as buttons, as a table or as further figures."""
    lines = answer.text.split("\n")
    if answer.choices or answer.items:
        lead = list(takewhile(lambda line: not NUMBERED.match(line), lines))
        counted = [words("list_count", count=len(answer.items))] if answer.items else []
        lines = lead or counted
    else:
        # Further figures stand below by themselves, with the label that begins their line.
        below = answer.figures[1 : OTHERS_SHOWN + 1]
        lines = lines[:1] + [line for line in lines[1:] if not any(_tells(line, figure) for figure in below)]
    return "\n".join(lines)


def _tells(line: str, figure: AnswerFigure) -> bool:
    return line.startswith(figure.label) and f"{figure.value:f}" in line.replace(",", "")


def _others(figures: tuple[AnswerFigure, ...]) -> str:
    if not figures:
        return ""
    told = "".join(
        f"<li><b>{escape(measured(f.value, f.unit))}{_mark(f) if f.computed else ''}</b>"
        f"{escape(f.label)}{_notes(f.sources)}</li>"
        for f in figures[:OTHERS_SHOWN]
    )
    return f'<ul class="others">{told}</ul>'


def _notes(sources: tuple[int, ...]) -> str:
    if not 0 < len(sources) <= 3:
        return ""
    return f'<sup class="note">{escape(",".join(str(index + 1) for index in sources))}</sup>'


def _how(turn: Turn) -> None:
    """How the question was understood and the answer worked out, in words."""
    answer, language = turn.answer, session.language()
    told = [(words("understood_as"), escape(line)) for line in plan_in_words(answer.plan, language)]
    if account := account_of(answer.plan, language):
        ruby = "".join(f"<ruby>{escape(text)}<rt>{escape(note)}</rt></ruby>" for text, note in account)
        told.append((words("word_by_word"), ruby))
    if answer.method:
        told.append((words("worked_out"), escape(answer.method)))
    if told:
        lines = "".join(f"<dt>{escape(term)}</dt><dd>{said}</dd>" for term, said in told)
        show(f'<div class="kicker">{escape(words("how"))}</div><div class="how"><dl>{lines}</dl></div>')
    if explained := terms_in(turn.question, answer, language):
        lines = "".join(f"<p><b>{escape(term)}</b>{escape(told)}</p>" for term, told in explained)
        title = escape(words("terms"))
        show(f'<details class="terms"><summary>{title}</summary>{lines}</details>')


def _rows_behind(turn: Turn) -> None:
    answer = turn.answer
    if answer.items:
        _item_table(answer)
        chart_view.chart(answer, f"chart_{turn.number}")
    elif len(answer.sources) > 1 and answer.kind is AnswerKind.NUMBER:
        with st.expander(words("rows_behind", count=len(answer.sources)), key=f"rows_behind_{turn.number}"):
            _source_table(answer)


def _item_table(answer: Answer) -> None:
    items = answer.items[:ROWS_SHOWN]
    unit = one_unit(items)
    valued = any(item.value is not None for item in items)
    head = f"<th>{words('row_number')}</th><th>{words('row_label')}</th>"
    if valued:
        head += f'<th class="n">{escape(words("row_value_in", unit=unit) if unit else words("row_value"))}</th>'
    body = "".join(_item_row(number, item, unit, valued) for number, item in enumerate(items, 1))
    show(
        f'<div class="rows items" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )
    if len(answer.items) > len(items):
        show(f'<p class="caption">{escape(words("rows_more", shown=len(items), count=len(answer.items)))}</p>')


def _item_row(number: int, item: AnswerItem, unit: str | None, valued: bool) -> str:
    cells = f'<td class="soft">{number}</td><td>{escape(item.label)}{_notes(item.sources)}</td>'
    if valued:
        value = "—" if item.value is None else amount(item.value) if unit else measured(item.value, item.unit)
        cells += f'<td class="n">{escape(value)}</td>'
    return f"<tr>{cells}</tr>"


def _source_table(answer: Answer) -> None:
    names = ("row_number", "row_label", "row_column", "row_printed", "row_page", "row_document")
    head = "".join(f"<th{_right(name)}>{escape(words(name))}</th>" for name in names)
    body = "".join(
        f'<tr><td class="soft">{number}</td><td>{escape(source.row or "")}</td><td>{escape(source.column or "")}</td>'
        f'<td class="n">{escape(source.text)}</td><td class="n">{source.page}</td>'
        f'<td class="soft">{escape(source.title or source.document)}</td></tr>'
        for number, source in enumerate(answer.sources[:ROWS_SHOWN], 1)
    )
    show(f'<div class="rows" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>')
    if len(answer.sources) > ROWS_SHOWN:
        show(f'<p class="caption">{escape(words("rows_more", shown=ROWS_SHOWN, count=len(answer.sources)))}</p>')


def _right(name: str) -> str:
    return ' class="n"' if name in {"row_printed", "row_page"} else ""


def _choices(turn: Turn) -> None:
    if not turn.answer.choices:
        return
    asked_back = turn.answer.kind is AnswerKind.CLARIFICATION
    with st.container(key=f"choices_{turn.number}", gap="small"):
        show(f'<div class="kicker">{escape(words("choose_one" if asked_back else "there_is_instead"))}</div>')
        for index, choice in enumerate(turn.answer.choices):
            key = f"choice_{turn.number}_{index}"
            st.button(plain(choice), key=key, width="stretch", wrap=True, on_click=session.put, args=(choice,))
