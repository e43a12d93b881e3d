"""The printed pieces by which a document is recognised: cover lines, headings, label-value pairs, table heads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ingest.narrative.menus import menus
from ingest.records.layout import Cell, Grid, Line, Page, Reading
from ingest.wording.glyphs import CJK, normal, printed

CONTENTS_HEAD = re.compile(r"^目(?:录|次)(?:[(（].*)?$")
CONTENTS_LINE = re.compile(r"[.．…·•‥]{3,}\s*[-—]?\s*\d{0,3}\s*[-—]?$|…")
FORM_LABEL = re.compile(r"主管部门|实施单位|项目单位|项目实施|资金使用")
HEAD_ROWS = 5  # of a grid: titles, units and names set inside the ruled area stand in its first rows
_SEGMENTS = re.compile(r"[ \u00a0\u3000]{3,}")
_SENTENCE = re.compile(r"[。；;]")
_LABEL = (
    r"(?:预算)?(?:主管|编制|填报|公开|报送|申报|填制|编报)?(?:部门|单位)(?:[(（](?:单位|部门|盖章|公章|章)[)）])?"
    r"(?:全称|名称)?(?:[(（](?:盖章|公章|签章|章)[)）])?"
)
_PAIR = re.compile(rf"^[\s（(]*(?P<label>{_LABEL})\s*[：:﹕∶]\s*(?P<value>[^：:]{{2,60}}?)[)）]?$")
_CHARGED_CELL = re.compile(r"^(?:预算)?主管(?:部门|单位)(?:名称)?(?:及代码)?[：:]?$")
_LABEL_CELL = re.compile(rf"^(?:{_LABEL})[：:]?$")


def printed_segments(text: str) -> list[str]:
    """A printed line cut where a wide gap stands between its parts: name at the left, unit at the right."""
    return [piece for piece in (printed(part) for part in _SEGMENTS.split(text)) if piece]


def is_prose(text: str) -> bool:
    """Whether a line reads like part of a sentence, not like a title or a label."""
    return len(text) >= 24 and bool(re.search(r"[。，；,;]", text)) and len(re.findall(f"[{CJK}]", text)) >= 15


@dataclass(frozen=True)
class Sightings:
    """A reading seen for what names it; every list keeps the printed order."""

    reading: Reading

    @cached_property
    def cover(self) -> tuple[Line, ...]:
        """The lines before the contents, the first table or the first prose; at most two pages of them."""
        found: list[Line] = []
        for page in self.reading.pages[:3]:
            if page.number > 2 and found:
                break
            first_grid = min((g.box[1] for g in page.grids if g.box), default=None)
            for line in _without_menus(page, self.reading.format):
                text = normal(line.text)
                if CONTENTS_HEAD.match(text) or (is_prose(text) and not _PAIR.match(printed(line.text))):
                    return tuple(found)
                if first_grid is not None and line.box is not None and line.box[1] > first_grid:
                    break
                if CONTENTS_LINE.search(text) or re.match(r"^第[一二三四]部分|^[一二三四]、", printed(line.text)):
                    return tuple(found)
                found.append(line)
            if page.grids:
                break
        return tuple(found)

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Every printed piece outside the grids, with its page."""
        return tuple((p.number, s) for p in self.reading.pages for line in p.lines for s in printed_segments(line.text))

    @cached_property
    def head_cells(self) -> tuple[tuple[int, str], ...]:
        """The cells of the first rows of every grid, with their page."""
        return tuple((page, text) for page, texts in self.heads for text in texts)

    @cached_property
    def heads(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The cells of the first rows, grid by grid."""
        return tuple(
            (grid.page, tuple(printed(c.text) for c in grid.cells if c.row < HEAD_ROWS and c.text.strip()))
            for grid in self._grids()
        )

    @cached_property
    def pairs(self) -> tuple[tuple[int, str, str], ...]:
        """Label and value of one line or of two cells side by side: 编制部门：某局; with the page."""
        found = [
            (page, m["label"], m["value"])
            for page, text in (*self.lines, *self.head_cells)
            if (m := _PAIR.match(text)) is not None
        ]
        for grid in self._grids():
            found += [(grid.page, label, value) for label, value in _cell_pairs(grid)]
        return tuple(found)

    @cached_property
    def charged(self) -> tuple[str, ...]:
        """What stands beside 主管部门 in forms: the department whose projects they are."""
        rows = (sorted(cells, key=lambda c: c.column) for grid in self._grids() for cells in _rows_of(grid))
        pairs = ((printed(a.text), printed(b.text)) for cells in rows for a, b in pairwise(cells))
        return tuple(value for label, value in pairs if _CHARGED_CELL.match(label))

    @cached_property
    def headings(self) -> tuple[tuple[int, str], ...]:
        """Short lines that are no sentence: section and table titles, contents left out."""
        return tuple(
            (page, text)
            for page, text in self.lines
            if 4 <= len(text) <= 60 and not _SENTENCE.search(text) and not CONTENTS_LINE.search(text)
        )

    @cached_property
    def prose_length(self) -> int:
        """How many characters of sentences stand outside the grids."""
        return sum(len(text) for _, text in self.lines if is_prose(text))

    @property
    def grid_pages(self) -> int:
        """How many pages hold a grid."""
        return sum(bool(page.grids) for page in self.reading.pages)

    def _grids(self) -> Iterator[Grid]:
        for page in self.reading.pages:
            yield from page.grids


def _without_menus(page: Page, kind: str) -> list[Line]:
    """The lines of a page, without the menus of a web page."""
    if kind != "html":
        return list(page.lines)
    dropped = menus([printed(line.text) for line in page.lines])
    return [line for i, line in enumerate(page.lines) if i not in dropped]


def _rows_of(grid: Grid) -> list[list[Cell]]:
    """The filled cells of a grid, row by row: several forms may stand in one grid."""
    rows: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        if cell.text.strip():
            rows.setdefault(cell.row, []).append(cell)
    return list(rows.values())


def _cell_pairs(grid: Grid) -> Iterator[tuple[str, str]]:
    cells = sorted((c for c in grid.cells if c.row < HEAD_ROWS), key=lambda c: (c.row, c.column))
    for left, right in pairwise(cells):
        label, value = printed(left.text), printed(right.text)
        # 单位名称 over a column is a header; as a form's label its value stands beside it.
        if left.row == right.row and _LABEL_CELL.match(label) and 3 <= len(value) <= 60 and "称" in label:
            yield label.rstrip("：:"), value


def page_text(page: Page) -> str:
    """All words of a page, for counting."""
    cells = "".join(c.text for g in page.grids for c in g.cells)
    return "".join(line.text for line in page.lines) + cells
