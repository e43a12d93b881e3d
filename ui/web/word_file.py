"""The conversation as a Word document: questions, answers, rows and numbered places."""

import io
from collections.abc import Sequence
from typing import Any

from assistant.answer import Answer
from ingest.messages import say
from ui.web.printed import measured
from ui.web.session import Turn

CHINESE, WESTERN = "宋体", "Times New Roman"
ROWS_AT_MOST = 500  # a longer list is a spreadsheet


def docx_bytes(turns: Sequence[Turn], language: str, stamp: str) -> bytes:
    """Turns as a Word document; ``stamp`` says on which stored documents they were answered."""
    from docx import Document
    from docx.oxml.ns import qn

    document = Document()
    for style in ("Normal", "Heading 1", "Heading 2"):
        font = document.styles[style].font
        font.name = WESTERN
        document.styles[style].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), CHINESE)
    document.add_heading(say("ui.conversation_title", language), 1)
    document.add_paragraph(stamp)
    for turn in turns:
        document.add_heading(_clean(turn.question), 2)
        _answer(document, turn.answer, language)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _answer(document: Any, answer: Answer, language: str) -> None:
    if answer.figures:
        figure = answer.figures[0]
        mark = say(f"ui.mark_{'computed' if figure.computed else 'printed'}", language)
        document.add_paragraph().add_run(f"{measured(figure.value, figure.unit)} ({mark})").bold = True
    for line in answer.text.split("\n"):
        if line.strip():
            document.add_paragraph(_clean(line))
    if answer.sources:
        _places(document, answer, language)
    if answer.method:
        document.add_paragraph(_clean(f"{say('ui.worked_out', language)}: {answer.method}"))


def _places(document: Any, answer: Answer, language: str) -> None:
    names = ("row_number", "row_document", "row_page", "row_table", "row_row", "row_column", "row_printed")
    table = document.add_table(rows=1, cols=len(names), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        cell.text = say(f"ui.{name}", language)
    for number, source in enumerate(answer.sources[:ROWS_AT_MOST], 1):
        told = (str(number), source.document, str(source.page), source.table, source.row, source.column, source.text)
        for cell, text in zip(table.add_row().cells, told, strict=True):
            cell.text = _clean(text or "")
    if len(answer.sources) > ROWS_AT_MOST:
        document.add_paragraph(say("ui.rows_more", language, shown=ROWS_AT_MOST, count=len(answer.sources)))


def _clean(text: str) -> str:
    """Without the control signs that XML does not allow."""
    return "".join(sign for sign in text if sign in "\t\n" or ord(sign) >= 32)
