"""How sure the recognition of scanned text was of the line an amount stands in."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.records.figure import Figure
from ingest.records.layout import Box, Line, Reading


def with_confidence(figures: Iterable[Figure], reading: Reading) -> tuple[Figure, ...]:
    """The figures of sentences with the lowest confidence of the lines they stand in, where these were recognised."""
    lines: dict[int, list[Line]] = {}
    for page in reading.pages:
        known = [line for line in page.lines if line.confidence is not None and line.box is not None]
        if known:
            lines[page.number] = known
    if not lines:
        return tuple(figures)
    return tuple(_sure(figure, lines.get(figure.page, [])) for figure in figures)


def _sure(figure: Figure, lines: list[Line]) -> Figure:
    if figure.confidence is not None or figure.box is None:
        return figure
    own = [line.confidence for line in lines if line.confidence is not None and _meet(line.box, figure.box)]
    return replace(figure, confidence=min(own)) if own else figure


def _meet(one: Box | None, other: Box) -> bool:
    if one is None:
        return False
    middle = (one[1] + one[3]) / 2
    return other[1] - 1 <= middle <= other[3] + 1 and one[0] < other[2] and other[0] < one[2]
