"""Rows that date themselves, as forms of government debt do (财预〔2018〕209号): 2024年末债务余额限额, 2025年还本额."""

import re
from collections.abc import Sequence

from ingest.tables.rows import DraftRow
from ingest.wording.periods import calendar_years

# What such a row tells of its year; a project named after a year (2024年老旧小区改造) ends otherwise.
_TOLD = re.compile(r"(?:限额|余额|还本|付息|发行|收入|支出|本金|利息|[数额])(?:[（(][^（）()]*[)）])?$")


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
