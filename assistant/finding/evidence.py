"""Evidence: the printed places behind an answer, and what is found before it is put in words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from assistant.answer import SourceRef
from assistant.finding.holdings import Holding, TableView
from assistant.plan import Plan
from ingest.records.document import Document, RowRole, RowText
from ingest.records.figure import Figure, Indicator, Origin, Relation
from ingest.records.passage import Passage, PassageSpot
from ingest.records.units import WAN_YUAN, Amount, Unit, UnitKind
from ingest.wording.numbers import places
from ingest.wording.units import money_unit


@dataclass(slots=True)
class Found:
    """One value of an answer: printed, or computed from the figures behind its sources."""

    label: str
    value: Decimal | None
    unit: str
    sources: list[SourceRef]
    computed: bool = False
    figure: Figure | None = None
    note: str = ""
    method: str = ""
    shown: Decimal | None = None  # the value as the sentence says it, where its sign stands in words
    narrow: str = ""  # words for what the figure narrows to though it was not asked

    @property
    def said(self) -> Decimal | None:
        """The value as an answer says it: 减少 11230.54, where the value is −11230.54."""
        return self.value if self.shown is None else self.shown


@dataclass(slots=True)
class Outcome:
    """What one ask came to."""

    kind: str  # figures, list, quotes, blank, refusal, clarification
    found: list[Found] = field(default_factory=list)
    quotes: list["Quote"] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    picks: list[object] = field(default_factory=list)  # what each choice stands for
    message: str = ""
    method: list[str] = field(default_factory=list)
    lead: str = ""
    place: str = ""  # department, year, stage in words
    narrowed: bool = False  # by every condition of its ask: over 100 万元, at least 90 %
    withheld: bool = False  # quoted only to say that what is asked for is not made public, or not so
    not_printed: bool = False  # refused because the documents of the body print no such line
    why_left: bool = False  # told without the reason asked for, which the form itself does not print
    near: list["Quote"] = field(default_factory=list)  # what comes nearest where nothing answers
    whole: Found | None = None  # told the turn before, of which a turn that says 其中 asked a part
    left: tuple[str, ...] = ()  # refused for these words, which were not understood
    instead: Plan | None = None  # what is asked back: the plan of the rest of the question

    @property
    def lists_choices(self) -> bool:
        """Whether its choices stand under its message; names that resemble what was asked stand in it."""
        return self.kind == "clarification" or self.instead is not None


@dataclass(slots=True)
class Quote:
    """Words quoted from a document."""

    text: str
    sources: list[SourceRef]
    heading: str = ""


class Told(NamedTuple):
    """A plan and what its asks came to."""

    plan: Plan
    outcomes: list[Outcome]


Answered = Callable[[str], Told]  # what answers words


def source_of(figure: Figure, holding: Holding) -> SourceRef:
    """The cell or line a figure is printed in."""
    table, row, document = holding.table_of(figure), holding.rows.get(figure.row_id or ""), holding.document
    label, column = figure.label, None
    if table is None:
        passage = holding.passage_of(figure)
        title = passage.section[-1] if passage and passage.section else None
    else:
        title = f"{table.table.number} {table.table.title}" if table.table.number else table.table.title
        label, column = row.row.printed_label if row is not None else label, "/".join(figure.column)
    return SourceRef(
        document.id, document.file_name, document.title, figure.page, title, label, column, figure.text, figure.box,
        figure.confidence,
    )  # fmt: skip


def source_of_text(text: RowText, row: str, document: Document, table: str | None = None) -> SourceRef:
    """The cell of words that a row prints."""
    place = (document.id, document.file_name, document.title)
    return SourceRef(*place, text.page, table, row, text.column, text.text, text.box)


def source_of_indicator(indicator: Indicator, document: Document, text: str | None = None) -> SourceRef:
    """The place an indicator is printed in, with its target, or another text of its line."""
    return SourceRef(
        document.id,
        document.file_name,
        document.title,
        indicator.page,
        None,
        indicator.row_label,
        indicator.name,
        indicator.text if text is None else text,
        indicator.box,
    )


def source_of_words(passage: Passage, document: Document, start: int, end: int) -> list[SourceRef]:
    """The printed lines of a stretch of a passage, one reference a page."""
    made: list[SourceRef] = []
    spots: list[PassageSpot] = [s for s in passage.spots if s.start < end and s.end > start]
    for page in sorted({s.page for s in spots} or {passage.page}):
        on_page = [s for s in spots if s.page == page]
        boxes = [s.box for s in on_page if s.box is not None]
        box = None
        if boxes:
            box = (
                min(b[0] for b in boxes),
                min(b[1] for b in boxes),
                max(b[2] for b in boxes),
                max(b[3] for b in boxes),
            )
        first = max(start, min((s.start for s in on_page), default=start))
        last = min(end, max((s.end for s in on_page), default=end))
        section = passage.section[-1] if passage.section else None
        made.append(
            SourceRef(
                document.id,
                document.file_name,
                document.title,
                page,
                section,
                None,
                None,
                passage.text[first:last].strip(),
                box,
            )
        )
    return made


def nil_figure(holding: Holding, table: TableView) -> Figure:
    """The zero that a table declared empty stands for; its text is the table's note."""
    unit = (money_unit(table.table.unit) if table.table.unit else None) or WAN_YUAN
    note = table.table.note or table.table.title
    return Figure(
        f"{table.table.id}:nil",
        holding.document.id,
        table.table.id,
        None,
        None,
        Origin.TABLE,
        Relation.AMOUNT,
        table.table.department,
        None,
        table.table.year,
        table.table.stage,
        table.table.kind,
        table.table.title,
        None,
        RowRole.GRAND_TOTAL,
        (),
        note,
        Amount(Decimal(0), unit),
        unit,
        table.table.page,
        None,
    )


def converted(value: Decimal, unit: Unit, to: str | None) -> tuple[Decimal, str]:
    """A value in the unit asked for; unchanged where none is asked or it is no money. Exact."""
    target = money_unit(to) if to else None
    if target is None or unit.kind is not UnitKind.MONEY or target.name == unit.name:
        return value, unit.name
    return plain(Amount(value, unit).to(target).value), target.name


def plain(value: Decimal) -> Decimal:
    """A decimal without exponent and without needless zeros after the point beyond two."""
    text = format(value, "f")
    if "." in text:
        whole, fraction = text.split(".")
        fraction = fraction.rstrip("0")
        text = f"{whole}.{fraction}" if fraction else whole
    return Decimal(text)


def as_printed(value: Decimal, *figures: Figure) -> Decimal:
    """A computed value with the decimals its inputs were printed with; exact digits are never cut."""
    most = max((places(f.amount.value) for f in figures if f.amount is not None), default=0)
    return plain(value) if places(plain(value)) > most else value.quantize(Decimal(1).scaleb(-most))
