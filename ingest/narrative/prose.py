"""Printed lines that are running text: page numbers, running heads and table captions left out.

The trap that shows why: a page number between two halves of an amount (增加 / 3 / 7,331.92) would make another amount.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.narrative.contents import Contents, unmarked_contents
from ingest.narrative.menus import menus
from ingest.narrative.sightings import printed_segments
from ingest.records.layout import Box, Line, Page, Reading
from ingest.wording.glyphs import CJK, columns, normal, printed
from ingest.wording.names import strip_enumerator
from ingest.wording.page_numbers import is_page_number
from ingest.wording.table_kinds import is_table_title
from ingest.wording.units import declared_unit

_TABLE_NUMBER = re.compile(
    r"^(?:附?件?表|(?:部门)?(?:预算|公开|决算)表?)?\s*[（(]?\d{1,2}(?:-\d+)?[)）]?\s*表?\s*[：:]?$"
)
_FORM_YEAR = re.compile(r"^[（(]\s*20\d\d\s*年?度?\s*[)）]$")
_NAME_LINE = re.compile(r"^[（(]?(?:预算)?(?:主管|编制|填报|公开)?(?:部门|单位)(?:[(（].{1,4}[)）])?(?:名称)?\s*[：:]")
NOTE_LINE = re.compile(r"^[（(]?\s*(?:备\s*)?注\s*[0-9一二三]?\s*[：:∶]|^[（(]?(?:说明|填表说明)[：:]|^\*?\s*注[：:]")
_PARAGRAPHS = ("word", "html")  # formats that give paragraphs, not printed lines
_SHORT_CELL = 40  # signs of a cell that is a title and no sentence broken off
_CLOSED = re.compile(r"[。！？；：:;!?][”’）)]?$")
MARGIN = 0.1  # of the page's height: where running heads and page numbers stand


@dataclass(frozen=True, slots=True)
class ProseLine:
    """A line of running text in printed form; ``left`` and ``right`` are the page's text margins in points."""

    page: int
    text: str
    box: Box | None
    size: float | None
    left: float | None = None
    right: float | None = None
    after_grid: bool = False  # a table stands between this line and the line before it
    is_note: bool = False  # begins a note under a table
    is_contents: bool = False
    is_whole: bool = False  # a paragraph in itself, as word processors and web pages keep them
    wrap: int | None = None  # in columns: where a plain text breaks its lines

    @property
    def is_indented(self) -> bool:
        """Whether the line begins further in than the text's left margin."""
        if self.box is None or self.left is None:
            return False
        return self.box[0] > self.left + 0.8 * (self.size or 10.0)

    @property
    def is_full(self) -> bool:
        """Whether the line runs to the right margin, so that the next may go on with it."""
        if self.wrap is not None:
            return columns(self.text) >= self.wrap - 6
        if self.box is None or self.right is None:
            return len(self.text) >= 30
        return self.box[2] >= self.right - 2.2 * (self.size or 10.0)


def prose_lines(reading: Reading) -> tuple[ProseLine, ...]:
    """Every line of running text of a document, in reading order."""
    heads = _running_heads(reading)
    found: list[ProseLine] = []
    whole = reading.format in _PARAGRAPHS
    had_grids, contents = False, Contents()
    for page in reading.pages:
        lines = [line for line in page.lines if _is_visible(line, page) and not _is_furniture(line, page, heads)]
        texts = [printed(line.text) for line in lines]
        dropped = menus(texts) if reading.format == "html" else set()
        lines = [line for i, line in enumerate(lines) if i not in dropped]
        contents.new_page(texts, bool(page.grids))
        kept = _page_lines(page, lines, contents, bool(page.grids) or had_grids)
        wrap = _wrap_of(lines) if reading.format == "text" else None
        is_whole = whole or (reading.format == "text" and wrap is None)
        in_cells = reading.format == "spreadsheet"
        found += (replace(line, is_whole=is_whole or (in_cells and _fills_a_cell(line)), wrap=wrap) for line in kept)
        had_grids = bool(page.grids)
    listed = unmarked_contents(["。" if line.is_contents else line.text for line in found])
    return tuple(replace(line, is_contents=True) if i in listed else line for i, line in enumerate(found))


def _fills_a_cell(line: ProseLine) -> bool:
    """Whether the text of a cell is a paragraph in itself: a title, or closed; a sentence may go on in the next row."""
    return len(line.text) <= _SHORT_CELL or _CLOSED.search(line.text) is not None


def _wrap_of(lines: list[Line]) -> int | None:
    """The column at which a plain text breaks its lines; None where each line is a paragraph.

    Where lines are broken, many of the longest end within a few columns of each other and in the midst of a sentence.
    """
    widths = [(columns(line.text), bool(re.search(r"[。；！？：;:]$", line.text.strip()))) for line in lines]
    widest = max((width for width, _ in widths), default=0)
    full = [ended for width, ended in widths if width >= widest - 6]
    is_broken = 24 <= widest <= 160 and len(full) >= 3 and full.count(False) * 2 > len(full)
    return widest if is_broken else None


def _page_lines(page: Page, lines: list[Line], contents: Contents, near_table: bool) -> Iterator[ProseLine]:
    left, right = _margins(lines)
    tops = sorted(g.box[1] for g in page.grids if g.box is not None)
    last_top: float | None = None
    for line in _with_overlays(lines):
        text = printed(line.text)
        top = line.box[1] if line.box else None
        after = top is not None and any((last_top is None or last_top < t) and t <= top for t in tops)
        if top is not None:
            last_top = top
        if page.grids and _is_caption(line):
            continue
        note = near_table and bool(NOTE_LINE.match(text))
        yield ProseLine(page.number, text, line.box, line.size, left, right, after, note, contents.takes(text))


_GAP = re.compile(rf"(?<=[{CJK}，。：])[ \u3000]+(?=[{CJK}，。：])")


def _with_overlays(lines: list[Line]) -> Iterator[Line]:
    """Numbers printed a little lower than their sentence are set back into its gaps.

    Seen in final accounts: ``年初预算为 万元，支出决算为 万元`` with both amounts just below.
    """
    kept: list[Line] = []
    for line in lines:
        above = kept[-1] if kept else None
        if above is not None and above.box and line.box and _within(above.box, line.box):
            pieces = line.text.split()
            gaps = list(_GAP.finditer(above.text))
            if pieces and len(pieces) == len(gaps) and all(re.fullmatch(r"[\d,，.．%％]+", p) for p in pieces):
                text, end = "", 0
                for piece, gap in zip(pieces, gaps, strict=True):
                    text += above.text[end : gap.start()] + piece
                    end = gap.end()
                kept[-1] = replace(above, text=text + above.text[end:])
                continue
        kept.append(line)
    yield from kept


def _within(above: Box, below: Box) -> bool:
    overlap = min(above[3], below[3]) - max(above[1], below[1])
    return overlap > 0.4 * (below[3] - below[1]) and above[0] <= below[0] and below[2] <= above[2]


def _is_visible(line: Line, page: Page) -> bool:
    """Whether a line has words and stands on the page: some writers leave text above its upper edge."""
    edge = min(1.0, page.height / 1000)  # Word pages are as high as their lines are many
    inside = line.box is None or not page.height or (line.box[3] > edge and line.box[1] < page.height - edge)
    return bool(line.text.strip()) and inside


def _is_furniture(line: Line, page: Page, heads: frozenset[str]) -> bool:
    text = printed(line.text)
    if line.box is None or not page.height:
        return is_page_number(text) and bool(re.search(r"[-—–－页]", text))
    in_margin = line.box[3] > page.height * (1 - MARGIN) or line.box[1] < page.height * MARGIN
    if is_page_number(text) and (in_margin or re.match(r"^[-—–－]", text)):
        return True
    return in_margin and _masked(text) in heads


def _running_heads(reading: Reading) -> frozenset[str]:
    """Lines in the margins that stand on at least three pages, numbers apart."""
    counts: Counter[str] = Counter()
    for page in reading.pages:
        if not page.height:
            continue
        edge = [
            line
            for line in page.lines
            if line.box and (line.box[3] > page.height * (1 - MARGIN) or line.box[1] < page.height * MARGIN)
        ]
        counts.update({_masked(printed(line.text)) for line in edge})
    return frozenset(text for text, count in counts.items() if count >= 3 and text)


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", normal(text)).strip("-# ")


def _is_caption(line: Line) -> bool:
    """Whether a line on a page with a table is the table's title, number, body or unit line."""
    parts = printed_segments(line.text)
    return bool(parts) and all(
        _TABLE_NUMBER.match(part)
        or _FORM_YEAR.match(part)
        or _NAME_LINE.match(part)
        or (len(part) <= 40 and is_table_title(strip_enumerator(part)[1]))
        or (len(part) <= 24 and declared_unit(part) is not None and not re.search(r"\d", part))
        for part in parts
    )


def _margins(lines: list[Line]) -> tuple[float | None, float | None]:
    """The left and right edges most lines of a page keep; short titles do not count."""
    boxes = [line.box for line in lines if line.box is not None and len(line.text) >= 6]
    if not boxes:
        return None, None
    lefts: Counter[int] = Counter(round(b[0] / 3) for b in boxes)
    widest = max(b[2] - b[0] for b in boxes)
    # The outermost edge that several lines share is the margin; first lines of paragraphs stand further in.
    shared: list[float] = [x * 3.0 for x, n in lefts.items() if n >= 2] or [min(b[0] for b in boxes)]
    long = [b for b in boxes if b[2] - b[0] >= widest * 0.8]
    left = min(min(shared), min(b[0] for b in long))
    rights = sorted(b[2] for b in long)
    return float(left), rights[len(rights) // 2]
