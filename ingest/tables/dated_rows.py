"""Rows that date themselves, as forms of government debt do (财预〔2018〕209号): 2024年末债务余额限额, 2025年还本额."""

import re
from collections.abc import Sequence

from ingest.tables.rows import DraftRow
from ingest.wording.periods import calendar_years

# What such a row tells of its year; a project named after a year (2024年老旧小区改造) ends otherwise.
_SEVERAL = 2
_TOLD = re.compile(r"(?:限额|余额|还本|付息|发行|收入|支出|本金|利息|[数额])(?:[（(][^（）()]*[)）])?$")


# A row without amounts that dates those below it: 2024年预算数 over the bodies of that year (Hunan's 三公 table).
_BAND = re.compile(
    r"(?:20\d\d年度?|上年|本年|去年|今年|当年)(?:年初|年末|调整)?(?:部门)?(?:预算|决算|执行)(?:安排|执行)?[数额]?"
)


def without_dated_bands(drafts: list[DraftRow]) -> list[DraftRow]:
    """The rows without those that only date the rows below them, which take their year; two of them at least."""
    bands = [d for d in drafts if _BAND.fullmatch(d.label) and not any(c.text.strip() for c in d.cells.values())]
    if len({band.label for band in bands}) < _SEVERAL or drafts[0] is not bands[0] or drafts[-1] is bands[-1]:
        return drafts
    last: str | None = None
    for draft in drafts:
        last = draft.label if draft in bands else last
        draft.period = draft.period or last
    return [draft for draft in drafts if draft not in bands]


def date_rows(drafts: Sequence[DraftRow], headers: Sequence[tuple[str, ...]]) -> None:
    """Give the rows of a table of several years the year their own names begin with; parts take their whole's.

    Only where no header says a year and the rows that do are the most of the table.
    """
    if any(calendar_years(level) for path in headers for level in path):
        return
    years = [_year_of(draft.label) for draft in drafts]
    wholes = [year for draft, year in zip(drafts, years, strict=True) if not draft.of_which]
    if len(set(filter(None, years))) < 2 or sum(year is not None for year in wholes) * 2 <= len(wholes):
        return
    last: str | None = None
    for draft, year in zip(drafts, years, strict=True):
        last = year or last
        draft.period = draft.period or last


def _year_of(label: str) -> str | None:
    """The year at the head of a row's name, as it is printed."""
    said = calendar_years(label)
    dated = len(said) == 1 and not said[0].start and _TOLD.search(label)
    return label[: said[0].end] if dated else None
