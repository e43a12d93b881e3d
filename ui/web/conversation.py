"""What a visitor takes away: an answer as text, its rows as CSV or a workbook, the conversation as Markdown."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

from assistant.answer import Answer, AnswerFigure, AnswerItem
from ingest.messages import say
from ui.web.printed import measured
from ui.web.session import Turn
from ui.web.table_grid import TableGrid
from ui.workbook import harmless, write_workbook

Row = tuple[str, ...]
COLUMNS = (
    "row_label",
    "row_value",
    "row_unit",
    "row_document",
    "row_page",
    "row_table",
    "row_row",
    "row_column",
    "row_printed",
)


def answer_text(turn: Turn, language: str) -> str:
    """The question, the sentence and its places, for the clipboard."""
    lines = [turn.question, turn.answer.text, *_places(turn.answer, language)]
    return "\n".join(line for line in lines if line)


def rows_of(answer: Answer) -> list[Row]:
    """The rows behind an answer: its figures and items with their first place, then the places none of them names."""
    parts: list[AnswerFigure | AnswerItem] = [*answer.figures, *answer.items]
    rows = [
        (part.label, "" if part.value is None else f"{part.value:f}", part.unit or "", *_place(answer, part.sources))
        for part in parts
    ]
    named = {part.sources[0] for part in parts if part.sources}
    for index, source in enumerate(answer.sources):
        if index not in named:
            rows.append((source.row or "", "", "", *_place(answer, (index,))))
    return rows


def csv_bytes(answer: Answer, language: str) -> bytes:
    """The rows as CSV with a byte order mark, so that a spreadsheet reads Chinese right."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([say(f"ui.{name}", language) for name in COLUMNS])
    writer.writerows([tuple(harmless(cell) for cell in row) for row in rows_of(answer)])
    return written.getvalue().encode("utf-8-sig")


def xlsx_bytes(answer: Answer, language: str) -> bytes:
    """The rows as a workbook, values as numbers."""
    header = [say(f"ui.{name}", language) for name in COLUMNS]
    rows = ([row[0], Decimal(row[1]) if row[1] else None, *row[2:]] for row in rows_of(answer))
    written = io.BytesIO()
    write_workbook(written, header[0], header, rows, widths=(36, 16, 8, 40, 7, 32, 32, 32, 24))
    return written.getvalue()


def table_bytes(grid: TableGrid, language: str) -> bytes:
    """A stored table as a workbook, amounts as exact numbers, blank cells empty."""
    header = [say("ui.row_label", language), say("ui.code", language)]
    header += [" / ".join(column) for column in grid.columns] + [say("ui.row_page", language)]
    rows = (
        [row.printed_label or row.label, row.code or "", *_values(grid, index), str(row.page)]
        for index, row in enumerate(grid.rows)
    )
    written = io.BytesIO()
    write_workbook(written, say("ui.table", language), header, rows, widths=(40, 12, *(18 for _ in grid.columns), 7))
    return written.getvalue()


def _values(grid: TableGrid, row: int) -> list[Decimal | str | None]:
    figures = (grid.figures.get((row, column)) for column in range(len(grid.columns)))
    return [None if figure is None else figure.text if figure.amount is None else figure.value for figure in figures]


def conversation_xlsx(turns: Sequence[Turn], language: str) -> bytes:
    """The rows behind all answers as a workbook, each with its question; an answer without rows keeps its words."""
    header = [say(f"ui.{name}", language) for name in ("row_number", "row_question", "row_answer", *COLUMNS)]
    rows: list[list[str | int | Decimal | None]] = []
    for turn in turns:
        for row in rows_of(turn.answer) or [("",) * len(COLUMNS)]:
            value = Decimal(row[1]) if row[1] else None
            rows.append([turn.number, turn.question, turn.answer.text, row[0], value, *row[2:]])
    written = io.BytesIO()
    widths = (5, 36, 48, 36, 16, 8, 40, 7, 32, 32, 32, 24)
    write_workbook(written, say("ui.conversation_title", language), header, rows, widths=widths)
    return written.getvalue()


def markdown(turns: Sequence[Turn], language: str, stamp: str = "") -> str:
    """The conversation as Markdown, with numbered places under each answer."""
    parts = [f"# {say('ui.conversation_title', language)}", *([stamp] if stamp else [])]
    for turn in turns:
        parts.append(f"## {turn.question}")
        if turn.answer.figures:
            figure = turn.answer.figures[0]
            mark = say(f"ui.mark_{'computed' if figure.computed else 'printed'}", language)
            parts.append(f"**{measured(figure.value, figure.unit)}** · {figure.label} ({mark})")
        parts.append(turn.answer.text)
        if turn.answer.items:
            parts.append(
                "\n".join(f"{n}. {i.label}: {measured(i.value, i.unit)}" for n, i in enumerate(turn.answer.items, 1))
            )
        if turn.answer.choices:
            parts.append("\n".join(f"- {choice}" for choice in turn.answer.choices))
        if turn.answer.method:
            parts.append(f"{say('ui.worked_out', language)}: {turn.answer.method}")
        if places := _places(turn.answer, language):
            parts.append("\n".join(places))
    return "\n\n".join(parts) + "\n"


def _places(answer: Answer, language: str) -> list[str]:
    told = []
    for number, source in enumerate(answer.sources, 1):
        place = [
            source.document,
            say("ui.page_number", language, page=source.page),
            source.table,
            source.row,
            source.column,
        ]
        told.append(f"[{number}] " + " › ".join(part for part in place if part))
    return told


def _place(answer: Answer, sources: tuple[int, ...]) -> Row:
    if not sources or not 0 <= sources[0] < len(answer.sources):
        return ("",) * 6
    source = answer.sources[sources[0]]
    return (source.document, str(source.page), source.table or "", source.row or "", source.column or "", source.text)
