"""Tables that go on over pages: the grids of one table joined, the repeated header once, broken rows whole again."""

import re
from collections import Counter
from dataclasses import replace

from ingest.records.layout import Cell, Grid, Line, Page, Reading
from ingest.tables.abreast import with_pages_abreast
from ingest.tables.column_edges import are_same_columns, edges_by_content, edges_of, merged_edges, with_columns_of
from ingest.tables.forms import begins_form
from ingest.tables.heading import heading_of, is_about
from ingest.tables.resumed import resumes
from ingest.tables.sheet import Sheet
from ingest.wording.glyphs import bare, printed
from ingest.wording.indicator_text import level_of, level_one, level_two
from ingest.wording.page_numbers import is_page_number, without_page_number

MOST_SPILLED = 1  # cells of a repeated header that words from below ran into
_TARGET = re.compile(r"[≥≤≧≦＝=＞＜<>]\s*\d")
_NAMES_TABLE = r"表\s*(?:[(（].{0,24}[)）])?$"
_TITLE = re.compile(rf"(?<!附){_NAMES_TABLE}")  # 见附表 is none
_UNIT_ALONE = re.compile(r"[（(](?:单位[:：])?(?:[百千万亿]*元|%)[)）]")
_CONTINUED = re.compile(r"[(（]?(?:续表?|[接转续]下页|接上页|下页续)[)）]?\s*\d{0,2}")


def _is_number_of(page: Page, line: Line) -> bool:
    """Whether a line is nothing but the page's number, at its top or bottom."""
    if not is_page_number(line.text):
        return False
    if line.box is None or page.height <= 0:
        return True
    return line.box[1] > 0.86 * page.height or line.box[3] < 0.1 * page.height


def running_lines(reading: Reading) -> frozenset[str]:
    """Lines that stand at the head or foot of most pages: running titles, not content."""
    if len(reading.pages) < 6:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in reading.pages:
        edge = {
            _repeated_words(line)
            for line in page.lines
            if line.box is not None and (line.box[3] < 0.08 * page.height or line.box[1] > 0.92 * page.height)
        }
        seen.update(edge)
    return frozenset(text for text, count in seen.items() if text and count * 2 > len(reading.pages))


def content_lines(page: Page, running: frozenset[str]) -> list[Line]:
    """The lines of a page without page numbers and running titles."""
    return [line for line in page.lines if not _is_number_of(page, line) and _repeated_words(line) not in running]


def _repeated_words(line: Line) -> str:
    return bare(without_page_number(line.text))


def _top(item: Grid | Line) -> tuple[float, float]:
    return (item.box[1], item.box[0]) if item.box is not None else (0.0, 0.0)


def sheets_of(reading: Reading) -> list[Sheet]:
    """Every table of a document in order, joined over its pages, with the lines next to it."""
    running = running_lines(reading)
    sheets: list[Sheet] = []
    between: list[Line] = []
    at_page_end = False
    top: list[Line] = []
    for page in with_pages_abreast(reading.pages):
        flow: list[Grid | Line] = sorted([*page.grids, *content_lines(page, running)], key=_top)
        first_on_page = True
        here: list[Line] = []
        for item in flow:
            if isinstance(item, Line):
                between.append(item)
                here.append(item)
                continue
            grown = None
            if sheets and first_on_page and at_page_end:
                grown = _continued(sheets[-1], item, between, here, top)
            if grown is not None:
                sheets[-1] = grown
            else:
                if sheets:
                    sheets[-1] = replace(sheets[-1], below=tuple(between[:12]))
                above = here if here or not sheets else between[-8:]
                if first_on_page and sheets and here:
                    above = [*_title_left_behind(between[: len(between) - len(here)], here), *here]
                sheets.append(_start(item, above))
            if first_on_page:
                top = here
            between, here, first_on_page, at_page_end = [], [], False, True
    if sheets:
        sheets[-1] = replace(sheets[-1], below=tuple(between[:12]))
    return sheets


def _title_left_behind(tail: list[Line], here: list[Line]) -> list[Line]:
    """The title of a table alone at the foot of the page before, where only 单位：元 stands above the table."""
    if any(_TITLE.search(printed(line.text)) or not is_about(printed(line.text)) for line in here):
        return []
    last = len(tail)
    while last > 0 and (_TITLE.search(words := printed(tail[last - 1].text)) or is_about(words)):
        last -= 1
    left = tail[last:]
    return left if any(_TITLE.search(printed(line.text)) for line in left) else []


def _start(grid: Grid, above: list[Line]) -> Sheet:
    cells = tuple(replace(cell, page=cell.page or grid.page) for cell in grid.cells)
    end = max((cell.page for cell in cells if cell.page), default=grid.page)
    return Sheet(grid.rows, grid.columns, cells, tuple(above), (), grid.page, end, ruled=grid.ruled)


def _continued(sheet: Sheet, grid: Grid, between: list[Line], here: list[Line], top: list[Line]) -> Sheet | None:
    """The sheet with a grid of the next page added, or None where that grid is another table.

    A spreadsheet prints its title rows atop every page (``here``, and ``top`` of the page before), also above what
    goes on from the second table of the page before.
    """
    tail = between[: len(between) - len(here)]
    grid = with_columns_of(sheet, grid)
    page_sheet, rest = _with_words_above(_start(grid, here), here, _at_foot(sheet))
    if resumes(sheet, page_sheet, [*tail, *here]):
        own, new = edges_of(sheet.cells, sheet.columns), edges_of(grid.cells, grid.columns)
        return _append(sheet, page_sheet, own, own, own if len(own) == len(new) else new, 0)
    if any(_ends_table(line.text) for line in tail) and not _said_again(tail, page_sheet, sheet):
        return None
    old, new = edges_of(sheet.cells, sheet.columns), edges_of(grid.cells, grid.columns)
    same = sheet.ruled == grid.ruled and are_same_columns(old, new)
    merged = merged_edges(old, new)
    if same and (sheet.ruled or merged is not None):  # without rules a column is as wide as its words on the page
        merged, new = old, old
    headed = [bare(line.text) for line in rest] == [bare(line.text) for line in top[: len(rest)]]
    if not grid.ruled and headed and (merged is None or len(new) < len(old)):
        named = _is_headed(page_sheet)
        by_content = [] if named and (sheet.ruled or merged is not None) else edges_by_content(page_sheet, old)
        if by_content or merged is None:
            merged, new = old, by_content  # a column that is blank on this page leaves no trace on it
    if merged is None or not new:
        return None
    if begins_form(page_sheet, sheet) or _has_own_title(page_sheet, sheet):
        return None
    repeated = _repeated_rows(sheet, page_sheet)
    page_sheet = _spilled_down(sheet, page_sheet, repeated)
    titled = bool(rest) and not _same_caption(sheet, rest, repeated)
    if titled and not headed:
        return None
    if (titled or not rest) and not repeated and _has_own_header(page_sheet):
        return None
    if len(merged) > len(old) and _same_header(sheet, page_sheet, repeated):
        merged, new = old, old  # drawn a little wider on this page
    return _append(sheet, page_sheet, merged, old, new, repeated)


def _at_foot(sheet: Sheet) -> frozenset[str]:
    """The words of the tall cells that a sheet ends with."""
    tall = (c for c in sheet.cells if c.row_span > 1 and c.row + c.row_span == sheet.rows)
    return frozenset(words for cell in tall if (words := bare(cell.text)))


def _with_words_above(part: Sheet, here: list[Line], foot: frozenset[str]) -> tuple[Sheet, list[Line]]:
    """A part with the words that stand right above it in its blank first cell: a level of indicators, or those of a
    tall cell at the foot of the page before.

    A spreadsheet sets the words of a merged cell once, in its middle: at a page break they hang over the next page.
    """
    cells, left = list(part.cells), list(here)
    for line in here:
        words = bare(line.text)
        if line.box is None or not (_is_level(words) or words in foot):
            continue
        middle = (line.box[0] + line.box[2]) / 2
        for at, cell in enumerate(cells):
            box = cell.box
            if cell.row or cell.text.strip() or box is None or not box[0] <= middle <= box[2]:
                continue
            cells[at] = replace(cell, text=line.text)
            left.remove(line)
            break
    return replace(part, cells=tuple(cells)), left


def _same_header(sheet: Sheet, part: Sheet, repeated: int) -> bool:
    """Whether the header printed again on a page says that its columns are those of the page before, one by one."""
    if not repeated or sheet.columns != part.columns:
        return False
    first = heading_of(sheet).body - repeated
    own, again = (
        [(c.column, c.column_span, bare(c.text)) for row in range(start, start + repeated) for c in each.starting(row)]
        for each, start in ((sheet, first), (part, 0))
    )
    return own == again and len({column for column, _, text in own if text}) * 2 > sheet.columns


def _ends_table(text: str) -> bool:
    return len(printed(text)) > 0 and not _CONTINUED.fullmatch(printed(text))


def _said_again(tail: list[Line], part: Sheet, sheet: Sheet) -> bool:
    """Whether the lines below a table are words of a merged cell that ran over its foot and stand on the next page.

    A spreadsheet cuts them off on the page; they are in the file all the same.
    """
    row = _repeated_rows(sheet, part)
    words = bare("".join(cell.text for cell in part.starting(row)))
    pieces = (piece for line in tail for piece in re.split(r"\s{2,}", line.text.strip()))
    return bool(words) and all(bare(piece) in words or is_page_number(piece) for piece in pieces)


def _repeated_rows(sheet: Sheet, part: Sheet) -> int:
    """How many rows at the top of a part repeat title rows and header of the table."""
    heading = heading_of(sheet)
    if heading.body == 0:
        return 0
    known = [_row_key(sheet, row) for row in range(heading.body)]
    first = _row_key(part, 0)
    starts = [i for i, key in enumerate(known) if any(key) and _repeats(first, key)]
    best = 0
    for start in starts:
        length = 0
        while (
            start + length < len(known)
            and length < part.rows
            and _repeats(_row_key(part, length), known[start + length])
        ):
            length += 1
        best = max(best, length)
    return best


def _repeats(row: tuple[str, ...], header: tuple[str, ...]) -> bool:
    """Whether a row is a header row printed again, words of a merged cell below it spilled into one of its cells."""
    if row == header:
        return True
    spilled = [own != other for own, other in zip(row, header, strict=False)]
    fits = len(row) == len(header) and all(own.startswith(other) for own, other in zip(row, header, strict=True))
    return fits and len(header) >= MOST_SPILLED * 3 and sum(spilled) <= MOST_SPILLED


def _spilled_down(sheet: Sheet, part: Sheet, repeated: int) -> Sheet:
    """A part whose merged cell begins on the page before, with its words taken out of the header they ran into.

    A spreadsheet sets the words of a merged cell once, in its middle: where the page breaks there, under the header.
    """
    first = heading_of(sheet).body - repeated
    cells = list(part.cells)
    for at, cell in enumerate(part.cells):
        above = sheet.at(first + cell.row, cell.column) if cell.row < repeated else None
        if above is None or above.column != cell.column or bare(above.text) == bare(cell.text):
            continue
        lines = cell.text.split("\n")
        name = next((i for i in range(1, len(lines)) if bare("".join(lines[:i])) == bare(above.text)), None)
        below = next((i for i, c in enumerate(part.cells) if (c.row, c.column) == (repeated, cell.column)), None)
        if name is None or below is None or cells[below].text.strip():
            continue
        cells[at] = replace(cell, text="\n".join(lines[:name]))
        cells[below] = replace(cells[below], text="\n".join(lines[name:]))
    return replace(part, cells=tuple(cells))


def _row_key(sheet: Sheet, row: int) -> tuple[str, ...]:
    return tuple(bare(cell.text) for cell in sheet.filled(row))


def _same_caption(sheet: Sheet, here: list[Line], repeated: int) -> bool:
    """Whether the lines above a part only repeat the table's own title, unit and department."""
    known = {bare(line.text) for line in sheet.above}
    lines = [line for line in here if line.text.strip()]
    own = [line for line in lines if bare(line.text) not in known and not _CONTINUED.search(line.text)]
    if not own:
        return True
    return bool(repeated) and all(is_about(printed(line.text)) for line in own) and len(own) < len(lines)


def _has_own_title(part: Sheet, sheet: Sheet) -> bool:
    """Whether title rows inside the rulings of a part name another table."""
    known = {bare(cell.text) for row in range(heading_of(sheet).body) for cell in sheet.starting(row)}
    for row in range(heading_of(part).first):
        for cell in part.starting(row):
            text = printed(cell.text)
            if re.search(_NAMES_TABLE, text) and bare(text) not in known and not is_about(text):
                return True
    return False


def _is_headed(part: Sheet) -> bool:
    heading = heading_of(part)
    return heading.end > heading.first


def _has_own_header(part: Sheet) -> bool:
    """Whether an untitled grid at the top of a page starts a table of its own."""
    heading = heading_of(part)
    if heading.end == heading.first or _begins_with_indicator(part):
        return False
    if heading.end - heading.first >= 2 or heading.first > 0:
        return len(part.words(heading.first)) >= 3
    return False


def _begins_with_indicator(part: Sheet) -> bool:
    """Whether a part's first row is one of a grid of indicators: a target stands in it, or a level beside a tall cell
    whose words are on the page before."""
    first = part.starting(0)
    if any(_TARGET.match(printed(cell.text)) for cell in first):
        return True
    beside = bool(first) and first[0].row_span > 1 and not first[0].text.strip()
    return beside and any(level_of(level_two(cell.text)) or level_one(cell.text) for cell in first if cell.text.strip())


def _append(sheet: Sheet, part: Sheet, merged: list[float], old: list[float], new: list[float], repeated: int) -> Sheet:
    def index(x: float) -> int:
        return min(range(len(merged)), key=lambda i: abs(merged[i] - x))

    def moved(cell: Cell, edges: list[float], shift: int) -> Cell:
        left = index(edges[cell.column])
        right = index(edges[min(cell.column + cell.column_span, len(edges) - 1)])
        if not sheet.ruled and cell.column_span == 1:
            right = left + 1
        return replace(cell, row=cell.row + shift, column=left, column_span=max(1, right - left))

    own = [moved(cell, old, 0) for cell in sheet.cells]
    after = [moved(cell, new, sheet.rows - repeated) for cell in part.cells if cell.row >= repeated]
    own, after = _with_its_unit(own, after, sheet.rows)
    before = _with_levels_below(own, after, sheet.rows)
    return Sheet(
        sheet.rows + part.rows - repeated,
        len(merged) - 1,
        _named_after_the_break(before, after, sheet.rows, heading_of(sheet).body),
        sheet.above,
        (),
        sheet.page,
        part.page_end,
        (*sheet.page_starts, sheet.rows),
        ruled=sheet.ruled,
    )


def _with_its_unit(before: list[Cell], after: list[Cell], rows: int) -> tuple[list[Cell], list[Cell]]:
    """The cells with a label that the page breaks made whole whose unit alone stands below: 项目资金|（万元）."""
    foot = next((c for c in before if c.column == 0 and c.row + c.row_span == rows and c.text.strip()), None)
    head = next((c for c in after if c.column == 0 and c.row == rows), None)
    if foot is None or head is None or not _UNIT_ALONE.fullmatch(head.text.strip()):
        return before, after
    whole = replace(foot, text=f"{foot.text}\n{head.text}", row_span=foot.row_span + head.row_span)
    return [whole if c is foot else c for c in before], [c for c in after if c is not head]


def _is_level(text: str) -> bool:
    """Whether words are the name of a level of indicators and nothing more."""
    name = level_two(text)
    return name is not None and (level_of(name) is not None or level_one(text) == name)


def _with_levels_below(before: list[Cell], after: list[Cell], rows: int) -> list[Cell]:
    """Cells with the level of indicators that a merged cell broken by the page names below the break only."""
    first = [c for c in after if c.row == rows and c.text.strip()]
    if all(_is_level(c.text) for c in first):
        return before  # the level stands in a row of its own, over its indicators
    levels = {c.column: c.text for c in first if _is_level(c.text)}
    return [
        replace(c, text=levels[c.column])
        if c.row + c.row_span == rows and not c.text.strip() and c.column in levels
        else c
        for c in before
    ]


def _named_after_the_break(before: list[Cell], after: list[Cell], rows: int, body: int) -> tuple[Cell, ...]:
    """All cells; a merged one that the page breaks, whose words stand on the second page only, made one again.

    Its first part is blank at the foot of a page, under a rule of its own; all other names reach over their rows.
    """
    feet = {c.column: c for c in before if c.row + c.row_span == rows and c.row >= body and not c.text.strip()}
    heads = {c.column: c for c in after if c.row == rows and c.text.strip()}
    first = feet.get(0)
    told = [c for c in before if first is not None and c.row == first.row and c.text.strip()]
    blank = any(c.column == 0 and body <= c.row and c is not first and not c.text.strip() for c in (*before, *after))
    header = {bare(c.text) for c in before if c.row < body}
    if first is None or 0 not in heads or not told or blank or bare(heads[0].text) in header:
        return (*before, *after)
    reach = min(c.column for c in told)
    whole = []
    for column in range(reach):
        foot, head = feet.get(column), heads.get(column)
        if foot is None or head is None or foot.row != first.row:
            return (*before, *after)
        whole.append((foot, head, replace(head, row=foot.row, row_span=foot.row_span + head.row_span)))
    gone = {id(cell) for foot, head, _ in whole for cell in (foot, head)}
    return (*(c for c in (*before, *after) if id(c) not in gone), *(made for *_, made in whole))
