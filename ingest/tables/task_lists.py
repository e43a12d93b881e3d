"""A list with its money inside a form: tasks of a department (任务名称, 主要内容, 预算金额), costs of a project.

Seen in the 部门整体支出绩效目标表 of central, Shaanxi and Shandong forms and, for costs (支出内容, 数量, 单价, 金额),
in applications for projects of Fujian: a small table with a header of its own stands among the label and value
lines, beside one label.
"""

import re
from dataclasses import replace

from ingest.records.layout import Cell
from ingest.tables.celltext import cell_text, read_amount
from ingest.tables.forms import heads_indicators
from ingest.tables.sheet import Sheet
from ingest.wording.glyphs import bare, printed
from ingest.wording.numbers import CellKind

_TASK = re.compile(r"^(?:年度)?(?:主要|重点|工作)?(?:任务|工作|事项|职能|活动)(?:名称|内容)?$")
_PROJECT = re.compile(r"^(?:子|明细)?项目名称$")  # beside a label of its own: 项目支出情况 (Hubei's form)
_COST = re.compile(
    r"^(?:(?:支出|费用|经费|成本|测算|预算|采购|明细|具体|分项|子项)+(?:内容|明细|项目|名称|事项|构成|用途|类别)*|内容|(?:项目)?活动)$"
)
_COSTED = re.compile(
    r"^(?:数量|单价|标准|次数|人数|计量单位|金额|预算金额|合计|支出经济分类(?:编码)?)(?:[（(].*[)）])?$"
)
_TWO = 2  # columns of numbers (or of codes), rows
_INDEX = re.compile(r"^(?:序号?|编号|行次)$")
_MONEY = re.compile(r"金额|预算|资金|总额|拨款|支出|合计")


def task_list_parted(sheet: Sheet, start: int) -> tuple[Sheet, Sheet | None]:
    """A form without its list of tasks, and the list as a table of its own; None where the form has none."""
    for row in range(start, sheet.rows - 1):
        for cell in sheet.starting(row):
            if _names_list(sheet, cell) and _heads_list(sheet, cell):
                return _parted(sheet, cell, _end(sheet, cell))
    return sheet, None


def cost_list_parted(sheet: Sheet, start: int) -> tuple[Sheet, Sheet | None, str]:
    """A project's form without the list of its costs, the list as a table, and what its label calls it."""
    for row in range(start, sheet.rows - 1):
        for cell in sheet.starting(row):
            label = _label_of_costs(sheet, cell)
            if label is not None and _has_amounts(sheet, row + cell.row_span):
                first = next((c for c in sheet.starting(row) if c.column > label.column), cell)
                form, listed = _parted(sheet, first, min(label.row + label.row_span, sheet.rows))
                return form, listed, cell_text(label.text).replace(" ", "")
    return sheet, None, ""


def _label_of_costs(sheet: Sheet, cell: Cell) -> Cell | None:
    """The label that reaches down a list of costs, where a cell heads their names beside two columns of numbers."""
    if not _COST.match(bare(cell.text)):
        return None
    beside = [c for c in sheet.starting(cell.row) if c.column > cell.column]
    if (
        sum(_COSTED.match(bare(c.text)) is not None or _COSTED.match(printed(c.text)) is not None for c in beside)
        < _TWO
    ):
        return None
    before = sheet.at(cell.row, cell.column - 1) if cell.column else None
    if before is not None and _INDEX.match(bare(before.text)):
        before = sheet.at(cell.row, before.column - 1) if before.column else None
    return before if before is not None and before.text.strip() and before.row_span > _TWO else None


def _names_list(sheet: Sheet, cell: Cell) -> bool:
    """Whether a cell heads the names of a list: of tasks, or of projects right of a label that reaches down them."""
    words = bare(cell.text)
    beside = sheet.at(cell.row, cell.column - 1) if cell.column and _PROJECT.match(words) else None
    return _TASK.match(words) is not None or (beside is not None and bool(beside.text.strip()) and beside.row_span > 2)


def _heads_list(sheet: Sheet, name: Cell) -> bool:
    """Whether money columns stand at the right of a header cell, with amounts right below their headings."""
    beside = [c for c in sheet.starting(name.row) if c.column > name.column and c.text.strip()]
    headed = [c for c in beside if _MONEY.search(bare(c.text)) and _is_words(c)]
    below = name.row + name.row_span
    return bool(headed) and _end(sheet, name) > below + 1 and any(_is_amount(c) for c in sheet.in_row(below))


def _end(sheet: Sheet, name: Cell) -> int:
    """The row after the list: where the label beside it ends, tall or with blanks below it, and its total.

    Without a label at its side the list goes on as long as its rows have amounts.
    """
    label = sheet.at(name.row, name.column - 1) if name.column else None
    end = min((label or name).row + (label or name).row_span, sheet.rows)
    while end < sheet.rows and (_has_amounts(sheet, end) if label is None else _is_below_label(sheet, end, label)):
        end += 1
    if label is not None and end < sheet.rows and _is_total(sheet, end, name):
        end += 1
    return end


def _has_amounts(sheet: Sheet, row: int) -> bool:
    return not heads_indicators(sheet, row) and any(_is_amount(c) for c in sheet.starting(row))


def _is_below_label(sheet: Sheet, row: int, label: Cell) -> bool:
    """Whether a blank cell stands below a label that was not merged with it, beside a further row of the list."""
    cell = sheet.at(row, label.column)
    blank = cell is not None and cell.row == row and not cell.text.strip() and cell.column_span == label.column_span
    return blank and _has_amounts(sheet, row)


def _is_total(sheet: Sheet, row: int, name: Cell) -> bool:
    """Whether a row under the label adds the list up: 年度部门整体支出预算 | 金额合计 | 7,830.59."""
    cell = sheet.at(row, name.column)
    said = cell is not None and cell.row == row and re.search(r"[合总共]计$", bare(cell.text)) is not None
    return said and _has_amounts(sheet, row)


def _is_words(cell: Cell) -> bool:
    return read_amount(cell.text)[0].kind is CellKind.WORDS


def _is_amount(cell: Cell) -> bool:
    return read_amount(cell.text)[0].kind is CellKind.NUMBER


def _parted(sheet: Sheet, name: Cell, end: int) -> tuple[Sheet, Sheet]:
    first, left = name.row, name.column
    inside = [c for c in sheet.cells if first <= c.row < end and c.column >= left]
    amounts = [c.column for c in inside if _is_amount(c)]
    right = max(
        c.column + c.column_span for c in inside if c.column in amounts
    )  # 执行率分值 may stand at the right edge
    rest = tuple(c for c in sheet.cells if c not in inside)
    tasks = tuple(
        replace(c, row=c.row - first, column=c.column - left, column_span=min(c.column_span, right - c.column))
        for c in inside
        if c.column < right
    )
    pages = [c.page for c in inside if c.page]
    starts = tuple(s - first for s in sheet.page_starts if first < s < end)
    listed = Sheet(
        end - first,
        right - left,
        tasks,
        sheet.above,
        (),
        min(pages, default=sheet.page),
        max(pages, default=sheet.page_end),
        starts,
        ruled=sheet.ruled,
    )
    return replace(sheet, cells=rest, place={}), listed
