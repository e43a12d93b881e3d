"""The marks of a page to its grids and lines, whatever library or picture the marks came from."""

from collections import Counter

from ingest.reading.grids import grid_of
from ingest.reading.margins import foot_at_side, foot_below, foot_of, on_page, without_head
from ingest.reading.marks import Char, Marks, Ruling
from ingest.reading.open_body import next_table
from ingest.reading.open_ends import with_open_ends
from ingest.reading.pieces import lines_of_pieces
from ingest.reading.rulings import lattices
from ingest.reading.spilled import drawn_back
from ingest.reading.stripes import stripe_rules
from ingest.reading.unruled import unruled_grids
from ingest.reading.words import in_lines, once, text_of
from ingest.records.layout import Box, Cell, Grid, Line, Page

STAMPED = 15  # fewer characters than this over a picture are a page number or a stamp
UNREADABLE = 0.4  # share of characters without a known code above which the page is read from its picture


def page_of(number: int, marks: Marks, quarter_turns: int = 0) -> Page:
    """A page of grids and lines from its marks, which stand upright after so many quarter turns of the page."""
    width, height = marks.width, marks.height
    chars = drawn_back(once(marks.chars))
    if _is_picture(chars, marks.pictures):
        return Page(number, width, height, scanned=True, quarter_turns=quarter_turns)
    grids: list[Grid] = []
    rulings = on_page(marks.rulings, width, height)
    side = foot_at_side(chars, width) if quarter_turns else set()
    beside = [c for c in chars if id(c) in side]
    chars = [c for c in chars if id(c) not in side]
    found = lattices(rulings)
    for at, whole in enumerate(found):
        lattice = without_head(whole, chars)
        foot = foot_of(chars, lattice, width, height)
        footer = [c for c in chars if id(c) in foot] if foot else []
        before = [c for c in chars if id(c) not in foot] if foot else chars
        grid, chars = grid_of(lattice, before, number, next_table(found[at:]))
        if grid is not None:
            grid, chars = with_open_ends(grid, chars, before, rulings)
            grids.append(grid)
        chars = [*chars, *footer]
    striped = stripe_rules(marks.tints, lines_of_pieces(chars), height) if marks.tints else []
    loose = [r for r in (*rulings, *striped) if not any(_inside(r, g.box) for g in grids)]
    foot = foot_below(chars, height)
    footer = [c for c in chars if id(c) in foot]
    more, chars = unruled_grids([c for c in chars if id(c) not in foot], loose, number)
    grids += more
    chars = [*chars, *footer]
    lines = [_line(line) for line in (*in_lines(chars), *([beside] if beside else []))]

    def cell_of(cell: Cell) -> Cell:
        indent = None if cell.indent is None else round(cell.indent, 1)
        return Cell(
            cell.row, cell.column, cell.text, _rounded(cell.box), cell.row_span, cell.column_span, indent=indent
        )

    return Page(
        number,
        width,
        height,
        tuple(Grid(g.page, _rounded(g.box), g.rows, g.columns, tuple(map(cell_of, g.cells)), g.ruled) for g in grids),
        tuple(Line(line.text, _rounded(line.box), line.size, line.bold) for line in lines if line.text),
        quarter_turns=quarter_turns,
    )


def _rounded(box: Box | None) -> Box | None:
    return None if box is None else (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


def _is_picture(chars: list[Char], pictures: float) -> bool:
    """Whether a page's words stand in a picture: no text at all, a stamped page number only, or unreadable codes."""
    ink = [char.text for char in chars if not char.text.isspace()]
    if len(ink) < STAMPED:
        return pictures > (0.3 if not ink else 0.5)
    unknown = sum(1 for text in ink if text == "\ufffd" or "\ue000" <= text[0] <= "\uf8ff")
    return unknown > UNREADABLE * len(ink)


def _inside(rule: Ruling, box: Box | None) -> bool:
    """Whether a ruling belongs to a grid that is already read."""
    if box is None:
        return False
    along, across = (0, 1) if rule.horizontal else (1, 0)
    level = box[across] - 3 <= rule.at <= box[across + 2] + 3
    return level and box[along] - 3 <= rule.low and rule.high <= box[along + 2] + 3


def _line(chars: list[Char]) -> Line:
    ink = [c for c in chars if not c.text.isspace()]
    if not ink:
        return Line("", None)
    box = (min(c.x0 for c in ink), min(c.top for c in ink), max(c.x1 for c in ink), max(c.bottom for c in ink))
    size = Counter(round(c.size, 1) for c in ink).most_common(1)[0][0]
    return Line(text_of(chars), box, size, sum(c.bold for c in ink) * 2 > len(ink))
