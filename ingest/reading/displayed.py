"""Boxes of records as their pages are displayed: what was read from a page turned upright is turned back."""

from dataclasses import replace
from typing import TypeVar

from ingest.reading.marks import turned_back
from ingest.records.document import Row, RowText
from ingest.records.figure import Figure, Indicator
from ingest.records.layout import Box, Page, Reading
from ingest.records.passage import Passage

Placed = TypeVar("Placed", Row, RowText, Figure, Indicator)


class Displayed:
    """Turns boxes back page by page; a document without sideways pages passes unchanged."""

    def __init__(self, reading: Reading) -> None:
        self._turned: dict[int, Page] = {page.number: page for page in reading.pages if page.quarter_turns}

    def records(self, found: tuple[Placed, ...]) -> tuple[Placed, ...]:
        """Records of one sort with their boxes on the displayed page."""
        if not self._turned:
            return found
        return tuple(
            replace(item, box=self._box(item.page, item.box)) if item.page in self._turned else item for item in found
        )

    def passages(self, found: tuple[Passage, ...]) -> tuple[Passage, ...]:
        """Passages with the boxes of their lines on the displayed page."""
        if not self._turned:
            return found
        return tuple(
            replace(p, spots=tuple(replace(spot, box=self._box(spot.page, spot.box)) for spot in p.spots))
            for p in found
        )

    def _box(self, number: int, box: Box | None) -> Box | None:
        page = self._turned.get(number)
        if page is None or box is None:
            return box
        x0, top, x1, bottom = turned_back(box, *page.displayed_size, page.quarter_turns)
        return (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))
