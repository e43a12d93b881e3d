"""Passages of text and the reasons and notes in them."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.records.layout import Box


class PassageKind(StrEnum):
    """What part of a document a passage is."""

    NARRATIVE = "narrative"
    GOAL = "goal"  # 绩效目标 of one row
    TABLE_NOTE = "table_note"
    GLOSSARY = "glossary"  # 名词解释
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class PassageSpot:
    """One printed line of a passage: its page and box, and where its words start and end in the text."""

    page: int
    box: Box | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that may be quoted; ``spots`` lead every character back to its line on the page."""

    id: str
    document_id: str
    ordinal: int
    kind: PassageKind
    section: tuple[str, ...]  # headings above it, from the top
    text: str
    page: int
    page_end: int
    spots: tuple[PassageSpot, ...]
    table_id: str | None = None
    row_id: str | None = None
