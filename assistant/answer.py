"""The answer: words, figures or items, the sources that prove them, and how it was worked out."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ingest.records.layout import Box


class AnswerKind(StrEnum):
    """What a person gets back."""

    NUMBER = "number"
    LIST = "list"
    TEXT = "text"
    REFUSAL = "refusal"
    CLARIFICATION = "clarification"


@dataclass(frozen=True, slots=True)
class SourceRef:
    """The printed place that proves a part of the answer: a table cell or a quoted line."""

    document_id: str
    document: str  # file name
    title: str
    page: int
    table: str | None
    row: str | None
    column: str | None
    text: str  # as printed
    box: Box | None
    confidence: float | None = None  # of character recognition, 0 to 1; None where the text is exact


@dataclass(frozen=True, slots=True)
class AnswerFigure:
    """A figure of the answer; ``sources`` index the answer's sources, ``computed`` marks our arithmetic."""

    value: Decimal
    unit: str
    label: str
    computed: bool
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """One line of a list answer; ``value`` is None where the line has words or nothing."""

    label: str
    value: Decimal | None
    unit: str | None
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the assistant says, with its proof; the JSON contract is written by ``assistant/saying/contract.py``."""

    kind: AnswerKind
    text: str
    figures: tuple[AnswerFigure, ...] = ()
    items: tuple[AnswerItem, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    choices: tuple[str, ...] = ()
    method: str = ""
    plan: dict[str, object] | None = None
    only_near: bool = False  # of a refusal: its sources come nearest to an answer and are none
