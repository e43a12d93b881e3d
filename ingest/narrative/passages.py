"""Passages to quote and to search: paragraphs of one section packed to a readable size, every line traced.

A passage keeps to one section and one page; only a sentence that runs over a page edge takes its passage with it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.narrative.paragraphs import Paragraph, cut, sentence_bounds
from ingest.narrative.sections import Placed
from ingest.records.document import Row, RowText, Table
from ingest.records.passage import Passage, PassageKind, PassageSpot
from ingest.wording.glyphs import printed

LONGEST = 400  # characters of a passage, as long as a reader takes in at a glance and an embedder takes whole
_GLOSSARY = re.compile(r"名词解释|名词说明|术语解释|专业名词")
_EMPTY_NOTE = re.compile(r"^[（(]?(?:备?注|说明)[：:]\s*(?:无|/|-)?[。.]?[)）]?$")
_GOAL_COLUMN = re.compile(r"目标|指标|绩效|立项依据|项目概述|主要内容|用途|说明|概况|内容")
_CLAUSE_END = re.compile(r"[；;，,、]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage in the making: part of a paragraph, its section and kind."""

    paragraph: Paragraph
    section: tuple[str, ...]
    kind: PassageKind
    source: int  # which paragraph it comes from, and from which of its characters
    offset: int


@dataclass(frozen=True, slots=True)
class Packed:
    """Passages, and for every paragraph (by its number) which passage holds which of its characters."""

    passages: tuple[Passage, ...]
    places: Mapping[int, tuple[tuple[int, int, str], ...]]

    def passage_at(self, paragraph: int, offset: int) -> str | None:
        """The id of the passage that holds a character of a paragraph."""
        return next((name for a, b, name in self.places.get(paragraph, ()) if a <= offset < b), None)


def passages_of(document_id: str, placed: Sequence[Placed], tables: Sequence[Table] = ()) -> Packed:
    """The passages of the running text, in printed order."""
    groups: list[list[Piece]] = []
    for piece in _pieces(placed):
        if groups and _joins(groups[-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    found = tuple(_passage(document_id, i, group, tables) for i, group in enumerate(groups))
    places: dict[int, tuple[tuple[int, int, str], ...]] = {}
    for passage, group in zip(found, groups, strict=True):
        for piece in group:
            span = (piece.offset, piece.offset + len(piece.paragraph.text), passage.id)
            places[piece.source] = (*places.get(piece.source, ()), span)
    return Packed(found, places)


def _pieces(placed: Sequence[Placed]) -> list[Piece]:
    pieces = []
    for number, item in enumerate(placed):
        paragraph = item.paragraph
        if item.depth is not None or len(paragraph.text) < 4 or _EMPTY_NOTE.match(paragraph.text):
            continue
        kind = _kind(item)
        for start, end in _parts(paragraph):
            pieces.append(Piece(cut(paragraph, start, end), item.section, kind, number, start))
    return pieces


def _kind(item: Placed) -> PassageKind:
    if item.paragraph.is_contents:
        return PassageKind.CONTENTS
    if item.paragraph.is_note:
        return PassageKind.TABLE_NOTE
    if any(_GLOSSARY.search(title) for title in item.section[-2:]):
        return PassageKind.GLOSSARY
    return PassageKind.NARRATIVE


def _parts(paragraph: Paragraph) -> list[tuple[int, int]]:
    """A paragraph cut at sentence ends where it is too long or a new page begins between two sentences."""
    bounds = [(0, len(paragraph.text))] if paragraph.is_contents else list(sentence_bounds(paragraph.text))
    edges = [s.start for before, s in zip(paragraph.spots, paragraph.spots[1:], strict=False) if s.page != before.page]
    parts: list[tuple[int, int]] = []
    for bound in bounds:
        for start, end in _cut_long(paragraph.text, *bound):
            on_new_page = any(start == edge for edge in edges)
            if parts and end - parts[-1][0] <= LONGEST and not on_new_page:
                parts[-1] = (parts[-1][0], end)
            else:
                parts.append((start, end))
    return parts


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence longer than a passage, cut at its last clause ends that fit."""
    parts = []
    while end - start > LONGEST:
        ends = [m.end() for m in _CLAUSE_END.finditer(text, start + LONGEST // 2, start + LONGEST)]
        strong = [e for e in ends if text[e - 1] in "；;"]
        at = (strong or ends or [start + LONGEST])[-1]
        parts.append((start, at))
        start = at
    return [*parts, (start, end)]


def _joins(group: Sequence[Piece], piece: Piece) -> bool:
    """Whether a piece goes into the passage before it: same section, kind and page, and room for it."""
    last = group[-1]
    if piece.kind is not last.kind or piece.section != last.section or piece.kind is PassageKind.GLOSSARY:
        return piece.kind is PassageKind.GLOSSARY and piece.source == last.source and _room(group, piece)
    if piece.kind is PassageKind.TABLE_NOTE and piece.source != last.source:
        return False
    same_page = last.paragraph.page_end == piece.paragraph.page == piece.paragraph.page_end
    return same_page and _room(group, piece)


def _room(group: Sequence[Piece], piece: Piece) -> bool:
    length = sum(len(p.paragraph.text) + 1 for p in group)
    return length + len(piece.paragraph.text) <= LONGEST


def _passage(document_id: str, ordinal: int, group: Sequence[Piece], tables: Sequence[Table]) -> Passage:
    text, spots, last = "", [], None
    for piece in group:
        if text and last is not None and last.source != piece.source:
            text += "\n"
        shift = len(text)
        text += piece.paragraph.text
        spots += [PassageSpot(s.page, s.box, s.start + shift, s.end + shift) for s in piece.paragraph.spots]
        last = piece
    first = group[0]
    page, page_end = spots[0].page, spots[-1].page
    table_id = None
    if first.kind is PassageKind.TABLE_NOTE:
        above = [t for t in tables if t.page <= page <= t.page_end + 1]
        table_id = above[-1].id if above else None
    return Passage(
        f"{document_id}-p{ordinal:04d}",
        document_id,
        ordinal,
        first.kind,
        first.section,
        text,
        page,
        page_end,
        tuple(spots),
        table_id,
    )


def goal_passages(
    document_id: str, first: int, tables: Sequence[Table], rows: Sequence[Row], row_texts: Sequence[RowText]
) -> tuple[Passage, ...]:
    """The goals and other words of table rows; long ones stay whole, for they answer one question about one row."""
    by_id = {row.id: row for row in rows}
    titles = {table.id: table.title for table in tables}
    found: list[Passage] = []
    for cell in row_texts:
        row, text = by_id.get(cell.row_id), printed(cell.text)
        if row is None or len(text) < 6 or not (_GOAL_COLUMN.search(cell.column) or len(text) > 40):
            continue
        ordinal = first + len(found)
        section = tuple(part for part in (titles.get(row.table_id, ""), row.label, cell.column) if part)
        spot = PassageSpot(cell.page, cell.box, 0, len(text))
        found.append(
            Passage(
                f"{document_id}-p{ordinal:04d}",
                document_id,
                ordinal,
                PassageKind.GOAL,
                section,
                text,
                cell.page,
                cell.page,
                (spot,),
                row.table_id,
                row.id,
            )
        )
    return tuple(found)
