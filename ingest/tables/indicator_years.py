"""Years under one 指标值 of a grid of indicators: what was reached in years before, beside what is expected this year.

Source: Hubei's 部门整体绩效目标表 and 项目绩效目标表: 指标值 over 前年, 上年, 预计当年实现, or over the years.
"""

import re
from dataclasses import dataclass

from ingest.records.layout import Cell
from ingest.tables.sheet import Sheet
from ingest.wording.glyphs import bare

_YEAR = re.compile(r"^(?P<year>20\d\d)年?度?(?P<said>(?:实际|预计|计划|目标|当年|本年|年度|完成|实现|情况|值|数)*)$")
_SAID = re.compile(
    r"^(?P<ago>前年|上年|去年)度?(?P<said>(?:实际|完成|实现|情况|值|数)*)$|^(?:预计|计划)?(?:当年|本年度?)(?:预计|计划|实现|完成|目标|值|数)*$"
)
_EXPECTED = re.compile(r"预计|计划|目标|当年|本年")
_AGO = {"前年": 2, "上年": 1, "去年": 1}


@dataclass(frozen=True, slots=True)
class YearColumns:
    """The column of the year that targets are set for, and those of other years by how they are named: 2023年."""

    target: int
    others: tuple[tuple[int, str], ...]

    @property
    def columns(self) -> int:
        """How many columns they are together."""
        return 1 + len(self.others)


def year_columns(sheet: Sheet, heading: Cell, year: int | None) -> YearColumns | None:
    """The columns of years under a heading; None where it stands over anything else, or the target is not told."""
    below = heading.row + heading.row_span
    if heading.column_span < 2 or below >= sheet.rows:
        return None
    end = heading.column + heading.column_span
    told: list[tuple[int, int | None, bool]] = []
    for cell in (c for c in sheet.in_row(below) if heading.column <= c.column < end and c.text.strip()):
        words = bare(cell.text)
        match = _YEAR.match(words) or _SAID.match(words)
        if match is None:
            return None
        parts = match.groupdict()
        ago = _AGO.get(parts.get("ago") or "")
        named = int(parts["year"]) if parts.get("year") else year - ago if ago and year else None
        told.append((cell.column, named, bool(_EXPECTED.search(words))))
    return _settled(told, year)


def _settled(told: list[tuple[int, int | None, bool]], year: int | None) -> YearColumns | None:
    """Which of several columns is the target's: the one that says so, else that of the table's year or the last."""
    years = [named for _, named, _ in told if named is not None]
    expected = [column for column, _, said in told if said]
    if not expected and years:
        own = year if year in years else max(years)
        expected = [column for column, named, _ in told if named == own]
    if len(told) < 2 or len(expected) != 1:
        return None
    others = tuple((column, f"{named}年") for column, named, _ in told if column != expected[0] and named is not None)
    return YearColumns(expected[0], others) if len(others) == len(told) - 1 else None


def without_header(first: int, before: YearColumns) -> YearColumns:
    """The same columns, side by side from one on, on the next page, where no header is printed."""
    order = sorted([(before.target, ""), *before.others])
    placed = [(first + at, period) for at, (_, period) in enumerate(order)]
    return YearColumns(next(c for c, period in placed if not period), tuple((c, p) for c, p in placed if p))
