"""What stands at a page's edges: rules that run off the page, and the page number under a row that goes on overleaf.

Browsers draw the sides of a broken row to its full height and only cut them for the eye; the page's number then stands
between them and must not enter an amount.
"""

from ingest.reading.marks import Char, Ruling
from ingest.reading.rulings import Lattice, Line
from ingest.reading.words import in_lines, text_of
from ingest.wording.page_numbers import is_page_number

EDGE = 3.0  # rules that end nearer to the page's edge run off it, points
VERY_FOOT = 0.95
SIDE = 0.06  # share of the page's width beyond which its number stands, where it was turned
MIDDLE = 15.0  # a number nearer to the middle of the page stands in it, points
FOOT = 0.9  # share of the page's height below which its number stands


def on_page(rulings: list[Ruling], width: float, height: float) -> list[Ruling]:
    """The rulings that lie on the page, cut at its edges."""
    if not rulings or width <= 0 or height <= 0:
        return rulings
    kept = []
    for ruling in rulings:
        across, along = (height, width) if ruling.horizontal else (width, height)
        if not -EDGE <= ruling.at <= across + EDGE or ruling.high < 0 or ruling.low > along:
            continue
        if ruling.low < 0 or ruling.high > along:
            ruling = ruling._replace(low=max(0.0, ruling.low), high=min(along, ruling.high))
        kept.append(ruling)
    return kept


def foot_of(chars: list[Char], lattice: Lattice, width: float, height: float) -> set[int]:
    """The characters (by ``id``) of a page number between rules that run on over the foot of the page.

    Where the rules end before the page's edge, the number has to stand alone in the middle of the very foot.
    """
    low = max((end for line in lattice.vertical for _, end in line.spans), default=0.0)
    if low < FOOT * height:
        return foot_below(chars, height)
    foot = _foot(chars, height)
    if not foot:
        return set()
    middle = abs((foot[0].x0 + foot[-1].x1) / 2 - width / 2) < MIDDLE
    if low < height - EDGE and not (middle and foot[0].top > VERY_FOOT * height):
        return set()
    return {id(char) for char in foot}


def foot_below(chars: list[Char], height: float) -> set[int]:
    """The characters (by ``id``) of a page number that stands alone below all else: no row of a table without rules."""
    return {id(char) for char in _foot(chars, height)}


def _foot(chars: list[Char], height: float) -> list[Char]:
    """The page number that is the lowest line of a page; empty where something else is."""
    lines = in_lines([c for c in chars if (c.top + c.bottom) / 2 > FOOT * height and not c.text.isspace()])
    return lines[-1] if lines and is_page_number(text_of(lines[-1])) else []


def foot_at_side(chars: list[Char], width: float) -> set[int]:
    """The characters (by ``id``) of a page number that stands alone at the side of a page which was turned upright."""
    ink = [c for c in chars if not c.text.isspace()]
    for beside in (
        [c for c in ink if c.x1 < SIDE * width],
        [c for c in ink if c.x0 > (1 - SIDE) * width],
    ):
        upright = "".join(c.text for c in sorted(beside, key=lambda c: c.top))
        if beside and is_page_number(upright):
            return {id(char) for char in beside}
    return set()


def without_head(lattice: Lattice, chars: list[Char]) -> Lattice:
    """The lattice without the empty stretch above its first rule, where its sides run on over the head of the page."""
    first = lattice.horizontal[0].at
    if min((low for line in lattice.vertical for low, _ in line.spans), default=first) > EDGE or first <= EDGE:
        return lattice
    left, right = lattice.vertical[0].at, lattice.vertical[-1].at
    if any((c.top + c.bottom) / 2 < first and left < c.x0 < right and not c.text.isspace() for c in chars):
        return lattice
    cut = [Line(at, [(max(low, first), high) for low, high in spans if high > first]) for at, spans in lattice.vertical]
    return Lattice(lattice.horizontal, [line for line in cut if line.spans])
