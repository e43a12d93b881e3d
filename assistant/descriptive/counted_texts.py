"""The texts in which a number may stand among words: the indicators that are words, and the goals, of documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer import SourceRef
from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.rows.members import compare
from assistant.finding.evidence import source_of_indicator, source_of_words
from assistant.finding.holdings import RowView
from assistant.plan import Ask, Filter
from ingest.records.passage import PassageKind
from ingest.wording.glyphs import bare


@dataclass(frozen=True, slots=True)
class CountedText:
    """A text that may print the number: an indicator's words, a goal."""

    text: str
    around: str  # what names its row, in comparison form
    label: str
    body: str
    year: int | None
    sources: tuple[SourceRef, ...]


def texts_counted(desk: Desk, ask: Ask) -> Iterator[CountedText]:
    """The indicators that are words and the goals of the documents an ask leads to."""
    for holding, of in holdings_of(desk, ask):
        document = holding.document
        department = bare(document.department or "")
        for indicator in holding.indicators:
            row = holding.rows.get(indicator.row_id or "")
            if indicator.value is not None or not _is_of(row, of.unit, ask.filters):
                continue
            around = f"{indicator.row_label}\n{indicator.name}\n{row.body or '' if row else ''}"
            yield CountedText(
                indicator.text,
                bare(around) + department,
                f"{indicator.row_label}：{indicator.name}",
                document.department or "",
                document.year,
                (source_of_indicator(indicator, document),),
            )
        for passage in holding.passages:
            row = holding.rows.get(passage.row_id or "")
            if passage.kind is not PassageKind.GOAL or not _is_of(row, of.unit, ask.filters):
                continue
            label = row.row.label if row is not None else ""
            whole = source_of_words(passage, document, 0, len(passage.text))
            sources = tuple(replace(source, row=label) if label else source for source in whole)
            yield CountedText(
                passage.text,
                bare(f"{label}\n{row.body or '' if row else ''}") + department,
                label,
                document.department or "",
                document.year,
                sources,
            )


def _is_of(row: RowView | None, unit: str | None, conditions: Sequence[Filter]) -> bool:
    """Whether a text's row is of the unit that is asked about and its money meets every condition: 三百多万的项目."""
    if unit and not (row is not None and row.body and bare(row.body) == unit):
        return False
    cells = [figure.amount.base for _, figure in row.cells if figure.amount is not None] if row and conditions else []
    return all(c.unit == "元" and c.on == "amount" and any(compare(cell, c) for cell in cells) for c in conditions)
