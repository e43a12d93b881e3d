"""Sheets wider than their paper: the further columns on pages of their own, beside the rows that stand on another page.

A printer cuts such a sheet over, then down (1 left, 1 right, 2 left, 2 right) or down, then over (1 left, 2 left,
1 right, 2 right). A page of further columns names no rows: its rows are those at the same heights of the page it was
cut from. Where that is not certain, nothing is joined.
"""

import re
from dataclasses import replace
from itertools import pairwise

from ingest.records.layout import Cell, Grid, Line, Page
from ingest.tables.captions import caption_of
from ingest.tables.celltext import is_amount
from ingest.tables.columns import Column, ColumnKind, columns_of
from ingest.tables.heading import Heading, heading_of
from ingest.tables.sheet import Sheet
from ingest.wording.glyphs import bare

NEAR = 4.0  # heights nearer than this are one, points; less where rows are low
_NAMES_ROWS = re.compile(r"名称|科目|编码|代码|^(?:项目|单位|部门|序号|[类款项])$")
_MEASURES = (ColumnKind.AMOUNT, ColumnKind.COUNT)


def with_pages_abreast(pages: tuple[Page, ...]) -> list[Page]:
    """The pages with those of further columns put beside the pages that name their rows."""
    made: list[Page] = []
    at = 0
    while at < len(pages):
        end = at
        while end < len(pages) and _is_nameless(pages[end]):
            end += 1
        if end > at and (wide := _put_beside(made, pages[at:end])) is not None:
            made = wide
        else:
            made += pages[at : max(end, at + 1)]
        at = max(end, at + 1)
    return made


def _put_beside(before: list[Page], run: tuple[Page, ...]) -> list[Page] | None:
    """The pages so far with a run of pages of further columns beside the last of them; None where no way is certain."""
    ways = []
    for count in range(1, min(len(run), len(before)) + 1):
        if len(run) % count:
            continue
        lefts = before[-count:]
        earlier = before[-count - 1] if len(before) > count else None
        if not _are_blocks(run, count):
            continue
        for number, right in enumerate(run):
            wide = _page_beside(lefts[number % count], right, earlier if number % count == 0 else None)
            if wide is None:
                break
            lefts[number % count] = wide
        else:
            ways.append([*before[:-count], *lefts])
    return ways[0] if len(ways) == 1 else None


def _are_blocks(run: tuple[Page, ...], count: int) -> bool:
    """Whether every so many pages other columns begin: within a block the header is the same or not printed again."""
    heads = [_head(page.grids[0], _heading(page.grids[0]).body) for page in run]
    firsts = heads[::count]
    same = all(not head or head == firsts[i // count] for i, head in enumerate(heads))
    return same and len(set(firsts)) == len(firsts)


def _sheet(grid: Grid, above: tuple[Line, ...] = ()) -> Sheet:
    return Sheet(grid.rows, grid.columns, grid.cells, above, (), grid.page, grid.page, ruled=grid.ruled)


def _heading(grid: Grid) -> Heading:
    """The heading of further columns: of rows that bear no names, those of words alone are all part of it.

    The paper cuts an upper name in two, so a lower one may stand under what looks like a finished column.
    """
    sheet = _sheet(grid)
    found = heading_of(sheet)
    body = found.body
    while found.first < body < grid.rows and sheet.words(body):
        if any(is_amount(cell.text) for cell in sheet.filled(body)):
            break
        body += 1
    return found if body == found.body else replace(found, end=body, body=body)


def _head(grid: Grid, body: int) -> tuple[str, ...]:
    sheet = _sheet(grid)
    return tuple(bare(word) for row in range(body) for word in sheet.words(row))


def _is_nameless(page: Page) -> bool:
    return bool(page.grids) and all(grid.ruled and _holds_amounts_alone(grid) for grid in page.grids)


def _holds_amounts_alone(grid: Grid) -> bool:
    """Whether a grid prints amounts, with remarks at most, and no column that could name their rows."""
    sheet, heading = _sheet(grid), _heading(grid)
    columns = {column.place: column for column in columns_of(sheet, heading)}
    if any(column.kind is ColumnKind.INDICATOR or _NAMES_ROWS.search(column.leaf) for column in columns.values()):
        return False
    filled = [cell for cell in grid.cells if cell.row >= heading.body and cell.text.strip()]
    return any(_is_measured(cell, columns) for cell in filled) and all(
        _is_measured(cell, columns) or columns[cell.column].kind is ColumnKind.TEXT for cell in filled
    )


def _is_measured(cell: Cell, columns: dict[int, Column]) -> bool:
    column = columns[cell.column]
    first = column.place == 0 and not column.path  # taken for the labels where no header is printed
    return (column.kind in _MEASURES or first) and is_amount(cell.text)


def _page_beside(left: Page, right: Page, earlier: Page | None) -> Page | None:
    """A page with the grids of another beside its own; None unless every one of them finds its rows."""
    if (round(left.width), round(left.height)) != (round(right.width), round(right.height)):
        return None
    grids, dropped = list(left.grids), list[Line]()
    for grid in right.grids:
        fits = [(i, wide) for i, own in enumerate(grids) if (wide := _grid_beside(own, grid)) is not None]
        if len(fits) != 1:
            return None
        at, wide = fits[0]
        if _is_titled_apart(left, grids[at], right, grid, earlier):
            return None
        dropped += _spilled(left, grids[at])
        grids[at] = wide
    own = [line for line in left.lines if line not in dropped]
    printed = [bare(line.text) for line in own]
    further = [line for line in right.lines if not any(bare(line.text) in text for text in printed)]
    for at, line in enumerate(own):
        rest = next((other for other in further if _is_cut(line, other, left, right)), None)
        if rest is not None:
            own[at] = replace(line, text=line.text + rest.text)
            further.remove(rest)
    return replace(left, grids=tuple(grids), lines=(*own, *(_moved(line, left.width) for line in further)))


def _is_cut(line: Line, rest: Line, left: Page, right: Page) -> bool:
    """Whether a title set over the middle of the sheet goes on at the left of the second page, cut by the paper."""
    first, second = left.grids[0].box, right.grids[0].box
    if not (line.box and rest.box and first and second and line.size and rest.size):
        return False
    level = abs(line.box[1] - rest.box[1]) < NEAR and abs(line.size - rest.size) < 1
    larger = line.size > max((other.size or 0.0 for other in left.lines if other is not line), default=0.0) + 1
    ends = line.box[2] > first[2] - line.size * 2 and line.box[0] > (first[0] + first[2]) / 2
    return level and larger and ends and rest.box[0] < second[0] + line.size


def _is_titled_apart(left: Page, own: Grid, right: Page, grid: Grid, earlier: Page | None) -> bool:
    """Whether a grid bears another title or number than the one beside it; a title may stand on either page alone."""
    first, second = (_sheet(g, _above(page, g)) for page, g in ((left, own), (right, grid)))
    mine, other = (caption_of(sheet, heading_of(sheet)) for sheet in (first, second))
    if mine.number and other.number and mine.number != other.number:
        return True
    if not other.is_own_title or any(bare(other.title) in bare(line.text) for line in first.above):
        return False
    grids = (own, *(earlier.grids[-1:] if earlier is not None else ()))
    heads = [_head(g, heading_of(_sheet(g)).body) for g in grids]
    goes_on = heads[0] in heads[1:]
    return mine.is_own_title or goes_on


def _above(page: Page, grid: Grid) -> tuple[Line, ...]:
    """The lines between a grid and the one above it."""
    top = grid.box[1] if grid.box is not None else 0.0
    from_ = max((g.box[3] for g in page.grids if g.box is not None and g.box[3] <= top), default=0.0)
    return tuple(line for line in page.lines if line.box is not None and from_ <= line.box[1] < top)


def _spilled(page: Page, grid: Grid) -> list[Line]:
    """Words of a merged header that the paper's edge cuts off: they hang out of the grid at its right."""
    box = grid.box
    return [
        line
        for line in page.lines
        if box is not None and line.box is not None and line.box[0] > box[2] and box[1] <= line.box[1] < box[3]
    ]


def _moved(line: Line, by: float) -> Line:
    box = line.box
    return line if box is None else replace(line, box=(box[0] + by, box[1], box[2] + by, box[3]))


def _heights(grid: Grid) -> list[float] | None:
    """The upper edges of the rows and the last lower one."""
    edges: list[float | None] = [None] * (grid.rows + 1)
    for cell in grid.cells:
        if cell.box is not None:
            edges[cell.row], edges[min(cell.row + cell.row_span, grid.rows)] = cell.box[1], cell.box[3]
    known = [edge for edge in edges if edge is not None]
    return known if len(known) == len(edges) else None


def _grid_beside(left: Grid, right: Grid) -> Grid | None:
    """A grid with the columns of another at its right: as many rows of data, every one at the same height."""
    own, other = _heights(left), _heights(right)
    body = heading_of(_sheet(left)).body
    if not left.ruled or own is None or other is None or body >= left.rows:
        return None
    near = min(NEAR, min(low - high for high, low in pairwise(own)) / 3)
    head = sum(edge < own[body] - near for edge in other)
    if len(other) - head != len(own) - body or (head > 0) != (body > 0) or head > _heading(right).body:
        return None
    if any(abs(a - b) > near for a, b in zip(own[body:], other[head:], strict=True)):
        return None
    edges = list(own)
    edges += [edge for edge in other if not any(abs(edge - known) <= near for known in own)]
    edges.sort()
    cells = [_at_heights(cell, own, edges, 0, left.page) for cell in left.cells]
    further = [_at_heights(cell, other, edges, left.columns, right.page) for cell in right.cells]
    top = edges.index(own[body])
    return replace(
        left,
        rows=len(edges) - 1,
        columns=left.columns + right.columns,
        cells=tuple(_with_cut_headers(cells, further, left.columns, top)),
    )


def _at_heights(cell: Cell, own: list[float], edges: list[float], shift: int, page: int) -> Cell:
    def row(at: int) -> int:
        return min(range(len(edges)), key=lambda i: abs(edges[i] - own[at]))

    first, last = row(cell.row), row(min(cell.row + cell.row_span, len(own) - 1))
    return replace(cell, row=first, row_span=last - first, column=cell.column + shift, page=cell.page or page)


def _with_cut_headers(cells: list[Cell], further: list[Cell], columns: int, body: int) -> list[Cell]:
    """The cells of both pages; an upper header that the cut divides bears its words on both sides.

    They are printed in the middle of the whole, so on one page only.
    """
    ends = {(c.row, c.row_span): i for i, c in enumerate(cells) if c.column + c.column_span == columns}
    for at, cell in enumerate(further):
        end = ends.get((cell.row, cell.row_span))
        if cell.column != columns or end is None or cell.row + cell.row_span >= body:
            continue
        words = cells[end].text if cells[end].text.strip() else cell.text
        cells[end] = replace(cells[end], text=words)
        if not cell.text.strip():
            further[at] = replace(cell, text=words)
    return [*cells, *further]
