"""Periods in questions, titles and cells: a year, or a month of a year."""

import re
from collections.abc import Iterable

Period = tuple[int, int | None]  # year, month

_ONE = r"((?:19|20)\d\d)\s*(?:年度?|[-./])\s*(?:(\d{1,2})\s*月(?:份)?|(0[1-9]|1[0-2])(?![\d]))?"
_PERIOD = re.compile(rf"{_ONE}|(?<!\d)((?:19|20)\d\d)(?!\d)")
_RANGE_END = re.compile(r"(?:到|至|—|－|–|-|~|～)+\s*(?:((?:19|20)\d\d)\s*年?)?\s*(?:(\d{1,2})\s*月)?")


def periods_in(text: str) -> tuple[Period, ...]:
    """Every period a text names, in order; from one to another is all between them.

    >>> periods_in("2020年4月到6月"), periods_in("2019年与2021年")
    (((2020, 4), (2020, 5), (2020, 6)), ((2019, None), (2021, None)))
    """
    return tuple(dict.fromkeys(period for period, _, _ in found_in(text)))


def is_series(text: str) -> bool:
    """Whether a text asks for every period between two."""
    return any(start < end for _, start, end in _ranges(text))


def found_in(text: str) -> list[tuple[Period, int, int]]:
    """The periods of a text with the places where they stand."""
    found: list[tuple[Period, int, int]] = []
    ranges = {start: (periods, end) for periods, start, end in _ranges(text)}
    at = 0
    for match in _PERIOD.finditer(text):
        if match.start() < at:
            continue
        if match.start() in ranges:
            periods, at = ranges[match.start()]
            found.extend((period, match.start(), at) for period in periods)
            continue
        found.append((_of(match), match.start(), match.end()))
        more = re.compile(r"\s*(?:和|与|及|以及|、)\s*(\d{1,2})\s*月").match(text, match.end())
        if more and found[-1][0][1] is not None and int(more[1]) <= 12:
            found.append(((found[-1][0][0], int(more[1])), more.start(), more.end()))
    return found


def without_periods(text: str) -> str:
    """A text without the periods in it."""
    return _PERIOD.sub(" ", text)


def holds(periods: Iterable[Period], one: Period) -> bool:
    """Whether one period is, or lies in, or spans one of the periods."""
    return any(year == one[0] and (month is None or one[1] is None or month == one[1]) for year, month in periods)


def _of(match: re.Match[str]) -> Period:
    month = match[2] or match[3]
    number = int(month) if month and 1 <= int(month) <= 12 else None
    return int(match[1] or match[4]), number


def _ranges(text: str) -> list[tuple[list[Period], int, int]]:
    made = []
    for match in _PERIOD.finditer(text):
        first = _of(match)
        end = _RANGE_END.match(text, match.end())
        if end is None or not (end[1] or end[2]):
            continue
        last: Period = (int(end[1]) if end[1] else first[0], int(end[2]) if end[2] else None)
        if (last[1] is None) != (first[1] is None) or last <= first:
            continue
        months: list[Period] = []
        if first[1] is None:
            months = [(year, None) for year in range(first[0], min(last[0], first[0] + 60) + 1)]
        else:
            at = first
            while at <= last and len(months) < 120:
                months.append(at)
                assert at[1] is not None
                at = (at[0], at[1] + 1) if at[1] < 12 else (at[0] + 1, 1)
        made.append((months, match.start(), end.end()))
    return made
