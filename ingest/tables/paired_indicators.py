"""Indicators of a list of projects that stand beside each other, each behind its kind: 产出指标, 指标值, 效益指标, 指标值."""

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
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Paired:
    """An indicator by name and target, and where its name stands."""

    level1: str | None
    level2: str | None
    name: str
    target: str
    cell: Cell


def paired_in(sheet: Sheet) -> Iterator[tuple[int, Paired]]:
    """The indicators of a sheet whose header names a kind and a value two times or more, each with its line."""
    header, pairs = _header(sheet)
    for place in range(header + 1, sheet.rows) if pairs else ():
        for name_at, value_at, level1, level2 in pairs:
            cell, value = sheet.at(place, name_at), sheet.at(place, value_at)
            if cell is None or value is None or cell.row != place or cell.column != name_at or value is cell:
                continue
            name, target = printed(cell_text(cell.text)), cell_text(value.text)
            if name and target and not _KIND.match(bare(name)):
                yield place, Paired(level1, level2, name, target, cell)


def _header(sheet: Sheet) -> tuple[int, list[tuple[int, int, str | None, str | None]]]:
    """The row of the header and the columns of its pairs with their levels; no pairs where it has none."""
    for row in range(min(sheet.rows, 6)):
        cells = sorted(sheet.in_row(row), key=lambda cell: cell.column)
        listed = next((c.column for c in cells if _PROJECT.match(bare(c.text))), None)
        pairs = [
            (name.column, value.column, *_levels(name.text))
            for name, value in zip(cells, cells[1:], strict=False)
            if _KIND.match(bare(name.text)) and _VALUE.match(bare(value.text))
        ]
        if listed is not None and len(pairs) >= _LEAST and listed < pairs[0][0]:
            return row, pairs
    return -1, []


def _levels(words: str) -> tuple[str | None, str | None]:
    """The levels that a header tells its indicators to be of; 质量/效益指标 says of none which of both it is."""
    said = _KIND.match(bare(words))
    if said is None or said["one"] is None or said["more"]:
        return None, None
    second = level_two(said["one"])
    above = level_of(second)
    return (above, second) if above is not None else (level_one(said["one"]), None)
