"""What a page is drawn with, whatever library read it: characters and straight rulings."""

from typing import NamedTuple

from ingest.records.layout import Box


class Char(NamedTuple):
    """One printed character; its box is in points, from the top left of the page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool


class Ruling(NamedTuple):
    """A straight line: ``at`` is its fixed coordinate, ``low`` to ``high`` its extent."""

    horizontal: bool
    at: float
    low: float
    high: float


class Marks(NamedTuple):
    """Everything of one page that reading uses."""

    width: float
    height: float
    chars: list[Char]
    rulings: list[Ruling]
    pictures: float  # share of the page covered by pictures, 0 to 1
    tints: tuple[Box, ...] = ()  # filled backgrounds


def turned(marks: Marks, quarter_turns: int) -> Marks:
    """The same page turned clockwise by quarter turns (text printed sideways becomes upright)."""
    for _ in range(quarter_turns % 4):
        height = marks.height
        chars = [Char(c.text, height - c.bottom, c.x0, height - c.top, c.x1, c.size, c.bold) for c in marks.chars]
        rulings = [
            Ruling(False, height - r.at, r.low, r.high)
            if r.horizontal
            else Ruling(True, r.at, height - r.high, height - r.low)
            for r in marks.rulings
        ]
        tints = tuple((height - low, x0, height - top, x1) for x0, top, x1, low in marks.tints)
        marks = Marks(height, marks.width, chars, rulings, marks.pictures, tints)
    return marks


def turned_back(
    box: tuple[float, float, float, float], width: float, height: float, quarter_turns: int
) -> tuple[float, float, float, float]:
    """A box of the turned page in points of the displayed page, whose width and height these are."""
    x0, top, x1, bottom = box
    match quarter_turns % 4:
        case 1:
            return (top, height - x1, bottom, height - x0)
        case 2:
            return (width - x1, height - bottom, width - x0, height - top)
        case 3:
            return (width - bottom, x0, width - top, x1)
    return box
