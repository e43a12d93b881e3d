"""Indicators of listed projects that stand beside each other, behind their kinds: 产出指标, 指标值, 效益指标, 指标值.

One of the kinds may have no column of values: its cells hold name and target in one (公众满意度≥95%). There may be one
alone: 绩效指标, 指标值.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.records.layout import Cell
from ingest.tables.celltext import cell_text
from ingest.tables.sheet import Sheet
from ingest.wording.glyphs import bare, printed
from ingest.wording.indicator_text import level_of, level_one, level_two

_PROJECT = re.compile(r"^(?:单位名称|项目单位)?(?:项目|资金|专项)(?:名称)?$")
_ONE_KIND = r"产出|社会效益|经济效益|生态效益|效益|效果|服务对象满意度|满意度|成本|数量|质量|时效"
_KIND = re.compile(
    rf"^(?:主要|核心|关键)?(?:(?P<one>{_ONE_KIND})(?P<more>[及和与]?(?:{_ONE_KIND}))*|绩效)指标(?:名称|内容)?[一二三四1-4]?$"
)
_VALUE = re.compile(r"^(?:年度|预期|计划)?(?:指标值|目标值|预期值|计划值|目标)[一二三四1-4]?$")
_IN_ONE = re.compile(
    r"^(?P<name>[^\d≥≤＞＜><=]{2,40}?)(?P<target>(?:[≥≤＞＜><=]|不[低少]于|不[高超多大]于|不超过)\s*\d.*)$"
)


@dataclass(frozen=True, slots=True)
class Paired:
    """An indicator by name and target, and where its name stands."""

    level1: str | None
    level2: str | None
    name: str
    target: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class _Column:
    """Where names of one kind stand, and their targets; None where both are in one cell."""

    name: int
    value: int | None
    level1: str | None
    level2: str | None


def paired_in(sheet: Sheet) -> Iterator[tuple[int, Paired]]:
    """The indicators of a sheet whose header names kinds, one at least with values, each by its line."""
    header, columns = _header(sheet)
    for place in range(header + 1, sheet.rows) if columns else ():
        for column in columns:
            cell = sheet.at(place, column.name)
            if cell is None or cell.row != place or cell.column != column.name or _KIND.match(bare(cell.text)):
                continue
            name, target = _told(sheet, place, cell, column.value)
            if name and target:
                yield place, Paired(column.level1, column.level2, name, target, cell)


def _told(sheet: Sheet, place: int, cell: Cell, value_at: int | None) -> tuple[str, str]:
    """The name and the target of an indicator; empty where one of them is not there."""
    words = printed(cell_text(cell.text))
    if value_at is None:
        in_one = _IN_ONE.match(words)
        return (in_one["name"], in_one["target"]) if in_one is not None else ("", "")
    value = sheet.at(place, value_at)
    return (words, cell_text(value.text)) if value is not None and value is not cell else ("", "")


def _header(sheet: Sheet) -> tuple[int, list[_Column]]:
    """The row of the header and its columns of indicators with their levels; none where it has none."""
    for row in range(min(sheet.rows, 6)):
        cells = sorted(sheet.in_row(row), key=lambda cell: cell.column)
        listed = next((c.column for c in cells if _PROJECT.match(bare(c.text))), None)
        columns = []
        for cell, after in zip(cells, [*cells[1:], None], strict=True):
            if _KIND.match(bare(cell.text)):
                value = after.column if after is not None and _VALUE.match(bare(after.text)) else None
                columns.append(_Column(cell.column, value, *_levels(cell.text)))
        paired = any(column.value is not None for column in columns)
        if listed is not None and paired and listed < columns[0].name:
            return row, columns
    return -1, []


def _levels(words: str) -> tuple[str | None, str | None]:
    """The levels that a header tells its indicators to be of; 质量/效益指标 says of none which of both it is."""
    said = _KIND.match(bare(words))
    if said is None or said["one"] is None or said["more"]:
        return None, None
    second = level_two(said["one"])
    above = level_of(second)
    return (above, second) if above is not None else (level_one(said["one"]), None)
