"""The page of checks: which printed amounts agree with each other and which do not."""

from html import escape

import streamlit as st

from ingest.records.document import Document
from ingest.records.figure import Figure
from ingest.records.finding import Finding, Verdict
from ui.web import opened, reports
from ui.web.look import heading, plain, show
from ui.web.printed import document_title, measured_text
from ui.web.session import words
from ui.web.source_view import place, place_of

SHOWN = 100
FAILING_SHOWN = 20
PLACES_SHOWN = 6
TONE = {Verdict.HOLDS: "good", Verdict.ROUNDING: "soft", Verdict.FAILS: "bad"}


def page() -> None:
    """Draw the page."""
    heading(words("checks"), words("checks_below"))
    _reported()
    holdings = opened.holdings()
    findings = opened.findings()
    if not findings:
        show(f'<p class="caption">{escape(words("no_checks"))}</p>')
        return
    counted = {verdict: sum(1 for finding in findings if finding.verdict is verdict) for verdict in Verdict}
    told = "".join(f"<li><b>{counted[v]:,}</b>{escape(words(f'verdict_{v.value}'))}</li>" for v in Verdict)
    show(f'<ul class="tally">{told}</ul>')
    only_failing = st.toggle(words("only_failing"), value=counted[Verdict.FAILS] > 0, key="only_failing")
    shown = False
    for document in holdings.documents:
        mine = [finding for finding in findings if finding.document_id == document.id]
        if only_failing:
            mine = [finding for finding in mine if finding.verdict is Verdict.FAILS]
        if mine:
            shown = True
            _document(document, mine)
    if not shown:
        show(f'<p class="caption">{escape(words("nothing_fails"))}</p>')


def _reported() -> None:
    """What visitors reported, for those who look after the documents."""
    if not opened.settings().web_uploads:
        return
    kept = reports.kept(opened.settings().data)
    if not kept:
        return
    with st.expander(words("reports", count=len(kept)), key="reports"):
        head = "".join(
            f"<th>{escape(words(name))}</th>" for name in ("report_at", "row_question", "row_answer", "remark")
        )
        body = "".join(
            f'<tr><td class="soft">{escape(one.at[:16].replace("T", " "))}</td><td>{escape(one.question)}</td>'
            f"<td>{escape(str(one.answer.get('text', '')))}</td><td>{escape(one.remark)}</td></tr>"
            for one in kept[:SHOWN]
        )
        show(f'<div class="rows" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>')


def _document(document: Document, findings: list[Finding]) -> None:
    show(f'<div class="entry ruled"><h3>{escape(document_title(document))}</h3></div>')
    failing = [finding for finding in findings if finding.verdict is Verdict.FAILS]
    firsts = opened.figures([key for finding in failing[:FAILING_SHOWN] for key in finding.figure_ids[:1]])
    for finding in failing[:FAILING_SHOWN]:
        _failing(document, finding, next((firsts[key] for key in finding.figure_ids[:1] if key in firsts), None))
    agreeing = [finding for finding in findings if finding.verdict is not Verdict.FAILS]
    listed = failing[FAILING_SHOWN:] + sorted(agreeing, key=lambda finding: finding.verdict is Verdict.HOLDS)
    if listed:
        _table(listed[:SHOWN])
    if len(listed) > SHOWN:
        show(f'<p class="caption">{escape(words("rows_more", shown=SHOWN, count=len(listed)))}</p>')


def _failing(document: Document, finding: Finding, first: Figure | None) -> None:
    """A check that fails: what was compared, and on a click the printed places."""
    expected, found = measured_text(finding.expected, finding.unit), measured_text(finding.found, finding.unit)
    told = words("check_told", rule=opened.sentence(finding.rule), expected=expected, found=found)
    if first is not None:
        told = f"{words('page_number', page=first.page)} {first.label} · {told}"
    with st.expander(plain(told), key=f"finding_{finding.id}", on_change="rerun") as folded:
        if folded.open:
            figures = opened.figures(finding.figure_ids[:PLACES_SHOWN])
            for key in finding.figure_ids[:PLACES_SHOWN]:
                if key in figures:
                    place(place_of(figures[key], document))


def _table(findings: list[Finding]) -> None:
    places = opened.figures([key for finding in findings for key in finding.figure_ids[:2]])
    head = "".join(
        f"<th{' class=n' if name in {'check_expected', 'check_found'} else ''}>{escape(words(name))}</th>"
        for name in ("check_verdict", "check_rule", "check_places", "check_expected", "check_found")
    )
    body = "".join(_line(finding, places) for finding in findings)
    show(f'<div class="rows" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>')


def _line(finding: Finding, places: dict[str, Figure]) -> str:
    both = [_in_words(places[key]) for key in finding.figure_ids[:2] if key in places]
    if len(finding.figure_ids) > 2:
        both.append(words("and_more_places", count=len(finding.figure_ids) - 2))
    return (
        f'<tr><td class="{TONE[finding.verdict]} verdict">{escape(words(f"verdict_{finding.verdict.value}"))}</td>'
        f"<td>{escape(opened.sentence(finding.rule))}</td><td>{'<br>'.join(escape(place) for place in both)}</td>"
        f'<td class="n">{escape(measured_text(finding.expected, finding.unit))}</td>'
        f'<td class="n">{escape(measured_text(finding.found, finding.unit))}</td></tr>'
    )


def _in_words(figure: Figure) -> str:
    told = " › ".join(part for part in (figure.label, *figure.column) if part)
    return f"{words('page_number', page=figure.page)} {told}".strip()
