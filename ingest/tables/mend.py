"""Rows broken by a page's edge made whole again, and merged cells that go on over the edge."""

import re
from collections import Counter
from dataclasses import replace

from ingest.records.layout import Cell
from ingest.tables.celltext import is_amount
from ingest.tables.columns import Column, ColumnKind
from ingest.tables.forms import is_line
from ingest.tables.heading import Heading
from ingest.tables.sheet import Sheet
from ingest.wording.codes import PROJECT, split_code
from ingest.wording.glyphs import bare
from ingest.wording.targets import comparator_of, read_target

_LEVEL = re.compile(
    r"(?:年度)?绩效指标|(?:成本|产出|效益|满意度|数量|质量|时效|(?:经济|社会|生态)(?:环境)?(?:成本|效益)|服务对象满意度|可持续影响)指标"
)
_AMOUNT = re.compile(r"[-－−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.(?P<places>\d+))?")
_COLUMN = re.compile(r"[一二三]级指标|(?:年度)?(?:指标值|目标值)")
_PROMISE = re.compile(
    r"(?:(?:得到)?(?:有效|逐步|明显|持续|显著|不断|稳步|进一步|长期|大幅|充分|切实|基本|全面)"
    r"(?:得到)?(?:提升|提高|改善|增强|健全|完善|优化|保障|加强|推进|促进|落实|覆盖|改进|达标|完成|实现|有效|稳定|可持续|满足|下降|降低|减少)"
    r"|良好|优良|优秀|合格|达标|较好|显著|明显|有效|健全|完善|长期|按时|及时|按期)"
)
USUAL = 0.8  # share of rows that fill a column for it to be expected in every row


def mended(sheet: Sheet, heading: Heading, columns: list[Column]) -> Sheet:
    """The sheet with every row whole; the pieces' texts are joined in the first piece's cell."""
    gone = 0
    for start in sheet.page_starts:
        row = start - gone
        if heading.body < row < sheet.rows:
            sheet = _tall_cells_joined(sheet, row)
            if _is_rest(sheet, heading, columns, row):
                sheet, gone = _rows_joined(sheet, row), gone + 1
    return sheet


def _tall_cells_joined(sheet: Sheet, row: int) -> Sheet:
    """A merged cell that stands blank at the top of the new page belongs to the merged cell above it.

    So do the words beside a blank one that goes on with an amount: the end of a project's name and of its goal.
    """
    changes: dict[int, Cell | None] = {}
    rests: list[Cell] = []
    goes_on = _rows_of_cut_amounts(sheet, row)
    for cell in sheet.starting(row):
        above = sheet.at(row - 1, cell.column)
        if (
            not cell.text.strip()
            and above is not None
            and above.text.strip()
            and max(cell.row_span, above.row_span) >= 2
            and (above.column, above.column_span) == (cell.column, cell.column_span)
        ):
            changes[id(above)] = replace(above, row_span=above.row_span + cell.row_span)
            changes[id(cell)] = None
        elif above is not None and (above.row, cell.row_span) in goes_on and _goes_on(above, cell):
            text = f"{above.text}\n{cell.text}"
            changes[id(above)] = replace(above, text=text, row_span=above.row_span + cell.row_span)
            changes[id(cell)] = None
            rests.append(replace(cell, row=above.row))
        elif (
            above is not None
            and (above.column, above.column_span) == (cell.column, cell.column_span)
            and _is_cut_level(above.text, cell.text)
        ):
            text = f"{above.text}\n{cell.text}"
            changes[id(above)] = replace(above, text=text, row_span=above.row_span + cell.row_span)
            changes[id(cell)] = None
    return replace(_changed(sheet, changes), rests=(*sheet.rests, *rests)) if changes else sheet


def _rows_of_cut_amounts(sheet: Sheet, row: int) -> set[tuple[int, int]]:
    """The first row of merged amounts on the page before and how many rows of the new page they go on over.

    Only where nearly every other cell of their column is filled: else the blank may be that of a new project.
    """
    found: set[tuple[int, int]] = set()
    for cell in sheet.starting(row):
        above = sheet.at(row - 1, cell.column)
        if cell.text.strip() or cell.row_span < 2 or above is None or not is_amount(above.text):
            continue
        others = [
            c for c in sheet.cells if c.column == cell.column and c is not cell and c.row not in sheet.page_starts
        ]
        if sum(bool(c.text.strip()) for c in others) >= USUAL * len(others):
            found.add((above.row, cell.row_span))
    for cell in sheet.starting(row):
        above = sheet.at(row - 1, cell.column)
        if above is not None and above.text.rstrip().endswith("。") and cell.text.strip():
            found.discard((above.row, cell.row_span))  # a goal that is whole: a new project without amounts
    return found


def _goes_on(above: Cell, cell: Cell) -> bool:
    """Whether a cell of words at the top of a page may be the rest of the one above it, and begins no new project."""
    same = (above.column, above.column_span) == (cell.column, cell.column_span)
    coded = split_code(cell.text)
    new = coded is not None and coded.scheme == PROJECT
    return same and bool(above.text.strip()) and not new and not is_amount(cell.text)


def _is_cut_level(before: str, after: str) -> bool:
    """效益指 on one page and 标 on the next: the name of an indicator level cut by the page's edge."""
    one, rest = bare(before), bare(after)
    return bool(one and rest and _LEVEL.fullmatch(one + rest)) and not _LEVEL.fullmatch(rest)


def _changed(sheet: Sheet, changes: dict[int, Cell | None]) -> Sheet:
    cells = []
    for cell in sheet.cells:
        new = changes.get(id(cell), cell)
        if new is not None:
            cells.append(new)
    return replace(sheet, cells=tuple(cells), place={})


def _numbers(sheet: Sheet, row: int, columns: list[Column]) -> set[int]:
    found = set()
    for column in columns:
        cell = sheet.at(row, column.place)
        if column.kind is not ColumnKind.AMOUNT or cell is None or cell.row != row:
            continue
        if is_amount(cell.text):
            found.add(column.place)
    return found


def _is_rest(sheet: Sheet, heading: Heading, columns: list[Column], row: int) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before."""
    if any(cell.row < row for cell in sheet.in_row(row)) and not sheet.filled(row):
        return False
    rest, start = sheet.filled(row), sheet.filled(row - 1)
    if not rest or not start or any(cell.row_span > 1 for cell in rest) or (not columns and is_line(rest)):
        return False
    if sum(_COLUMN.fullmatch(bare(cell.text)) is not None for cell in start) > 1:
        return False  # the first indicator below the names of their columns
    if not columns and all(is_amount(cell.text) for cell in rest):
        return False  # the amounts below their names, 资金总额 and 财政拨款
    labelling = (ColumnKind.LABEL, ColumnKind.CODE, ColumnKind.BODY)
    labels = {c.place for c in columns if c.kind in labelling}
    rest_numbers, start_numbers = _numbers(sheet, row, columns), _numbers(sheet, row - 1, columns)
    if rest_numbers and all(_is_cut(sheet, heading, row, place) for place in rest_numbers):
        return True  # 4,894,838. | 68 in some columns, 0.00 whole in another
    if rest_numbers & start_numbers:
        return False
    if _are_both_whole(sheet, row):
        return False
    rest_labels = {cell.column for cell in rest} & labels
    start_labels = {cell.column for cell in sheet.in_row(row - 1) if cell.text.strip()} & labels
    if not rest_numbers and not rest_labels:
        # Only words of a goal or an indicator go on, in columns that began on the page before.
        return {cell.column for cell in rest} <= {cell.column for cell in sheet.in_row(row - 1) if cell.text.strip()}
    usual = _usual(sheet, heading, columns, {row, row - 1})
    if usual is None:
        return False
    if rest_numbers and start_numbers:
        return False
    if not rest_labels:
        return bool(start_labels) and not start_numbers
    # A label stands on both pages: one of the two has no amount though every other row has one.
    return usual not in rest_numbers if start_numbers else usual in rest_numbers and bool(start_labels)


def _is_cut(sheet: Sheet, heading: Heading, row: int, place: int) -> bool:
    """Whether an amount is broken by the page's edge: 242.0 | 2, 1,026 | .58 where all others print two places.

    Its pieces are no amounts of such a column, and together they are one. The column of the row's number tells too:
    the rest prints none.
    """
    cells = (sheet.at(r, place) for r in range(heading.body, sheet.rows) if r not in (row, row - 1))
    forms = Counter(_places(cell.text) for cell in cells if cell is not None and cell.text.strip())
    usual, count = forms.most_common(1)[0] if forms else (None, 0)
    above, rest = sheet.at(row - 1, place), sheet.at(row, place)
    if not usual or above is None or rest is None or count < USUAL * forms.total() or _is_numbered(sheet, row):
        return False
    return _places(above.text + rest.text) == usual and _places(above.text) != usual != _places(rest.text)


def _is_numbered(sheet: Sheet, row: int) -> bool:
    first = sheet.at(row, 0)
    return first is None or bool(first.text.strip())


def _places(text: str) -> int | None:
    """How many decimal places an amount prints; None where it is no whole amount: ``1,02``, ``.58``."""
    match = _AMOUNT.fullmatch(re.sub(r"\s", "", text))
    return None if match is None else len(match["places"] or "")


def _are_both_whole(sheet: Sheet, row: int) -> bool:
    """Whether two rows of indicators follow each other: a sign, a target or a level that is whole stands in both."""
    for cell in sheet.filled(row):
        above = sheet.at(row - 1, cell.column)
        if above is None or above.row != row - 1 or not above.text.strip():
            continue
        if all(any(is_whole(c.text) for is_whole in (_is_sign, _is_target, _is_level)) for c in (above, cell)):
            return True
        if any(_is_target(c.text) for c in (above, cell)) and any(_is_promise(c.text) for c in (above, cell)):
            return True
    return False


def _is_promise(text: str) -> bool:
    """Whether a target is told in words and whole: 有效提升."""
    return _PROMISE.fullmatch(bare(text)) is not None


def _is_sign(text: str) -> bool:
    return comparator_of(text) is not None or bare(text) in ("定性", "定量")


def _is_target(text: str) -> bool:
    return (
        len(text) <= 12
        and "\n" not in text
        and bool(re.match(r"[≥≤≧≦＝=＞＜<>\d]", text.strip()))
        and (read_target(text).value is not None)
    )


def _is_level(text: str) -> bool:
    return _LEVEL.fullmatch(bare(text)) is not None


def _usual(sheet: Sheet, heading: Heading, columns: list[Column], left_out: set[int]) -> int | None:
    """The first amount column that nearly every row fills."""
    rows = [r for r in range(heading.body, sheet.rows) if r not in left_out and r not in sheet.page_starts]
    rows = [r for r in rows if sheet.filled(r)]
    for column in columns:
        if column.kind is ColumnKind.AMOUNT and rows:
            count = sum(1 for r in rows if column.place in _numbers(sheet, r, [column]))
            if count >= USUAL * len(rows):
                return column.place
    return None


def _rows_joined(sheet: Sheet, row: int) -> Sheet:
    """The sheet with a row added to the one above it."""
    joined: dict[int, Cell] = {}
    rests: list[Cell] = []
    for cell in sheet.starting(row):
        above = sheet.at(row - 1, cell.column)
        if above is None or not cell.text.strip():
            continue
        if above.text.strip():
            joined[id(above)] = replace(above, text=f"{above.text}\n{cell.text}")
            rests.append(replace(cell, row=above.row))
        else:
            joined[id(above)] = replace(cell, row=above.row, row_span=above.row_span)
    cells = []
    for cell in sheet.cells:
        if cell.row == row:
            continue
        cell = joined.get(id(cell), cell)
        if cell.row > row:
            cell = replace(cell, row=cell.row - 1)
        elif cell.row + cell.row_span > row:
            cell = replace(cell, row_span=cell.row_span - 1)
        cells.append(cell)
    starts = tuple(start if start < row else start - 1 for start in sheet.page_starts if start != row)
    pages = [cell.page for cell in sheet.starting(row) if cell.page]
    broken = (*sheet.broken, (row - 1, max(pages, default=sheet.page_end)))
    return replace(
        sheet,
        rows=sheet.rows - 1,
        cells=tuple(cells),
        page_starts=starts,
        broken=broken,
        rests=(*sheet.rests, *rests),
        place={},
    )
