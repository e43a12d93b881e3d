"""Periods in questions, titles and cells: a year, or a month of a year."""

import re
from collections.abc import Iterable

Period = tuple[int, int | None]  # year, month

_ONE = r"(?<!\d)((?:19|20)\d\d)\s*(?:年度?|[-./])\s*(?:(\d{1,2})\s*月(?:份)?|(0[1-9]|1[0-2])(?![\d]))?"
_PERIOD = re.compile(rf"{_ONE}|(?<!\d)((?:19|20)\d\d)(?!\d)")
_MORE = re.compile(r"\s*(?:和|与|及|以及|[、，,])\s*(同年|当年)?的?(\d{1,2})\s*月(?:份)?")
_OF_YEAR = re.compile(r"(?:年度?的?|的)(\d{1,2})月(?:份)?")  # 2022年的1月份
# Words that only say that a period is one: 2020年2月到7月(这段时间内).
_SPAN = re.compile(r"(?:的?[这此该](?:一|个|段)?|的|之)?(?:时间段|时段|期间|时间|间)[内里中]?")
_RANGE_END = re.compile(r"(?:到|至|—|－|–|-|~|～)+\s*(?:((?:19|20)\d\d)\s*年?)?\s*(?:(\d{1,2})\s*月(?:份)?)?")


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
        else:
            periods, at = _listed(text, match)
        span = _SPAN.match(text, at)
        at = span.end() if span else at
        found.extend((period, match.start(), at) for period in periods)
    return found


def is_period(text: str) -> bool:
    """Whether a text is a period, or a day or an hour in one, and nothing else."""
    return _PERIOD.search(text) is not None and not without_periods(text).strip(" 0123456789:.-/日号时分秒")


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


def _first(text: str, match: re.Match[str]) -> tuple[Period, int]:
    """A period, with the month that follows its year by 的 (2022年的1月份), and where it ends."""
    found = _of(match)
    month = _OF_YEAR.match(text, match.end(match.lastindex or 0)) if found[1] is None else None
    if month and 1 <= int(month[1]) <= 12:
        return (found[0], int(month[1])), month.end()
    return found, match.end()


def _listed(text: str, match: re.Match[str]) -> tuple[list[Period], int]:
    """A period and further months of its year: 2019年6月、7月和8月, 2022年的1月份和同年4月; and where they end."""
    first, at = _first(text, match)
    periods = [first]
    while first[1] is not None and (more := _MORE.match(text, at)) and 1 <= int(more[2]) <= 12:
        periods.append((first[0], int(more[2])))
        at = more.end()
    return periods, at


def _ranges(text: str) -> list[tuple[list[Period], int, int]]:
    made = []
    for match in _PERIOD.finditer(text):
        first, at_end = _first(text, match)
        end = _RANGE_END.match(text, at_end)
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
