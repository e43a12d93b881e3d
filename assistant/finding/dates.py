"""Whether a row or clause prints the month or day that a question says: 九月份 of 2026-09-14, 9月14日 of 9月14日."""

import re
from functools import lru_cache

from ingest.wording.chinese_numerals import parse_chinese

#: A month or a day of a year, as people say it: 九月份, 9月14日.
DAY = re.compile(r"(?:20\d\d年)?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|(?P<day>\d{1,2})[日号])?")


def is_date(word: str) -> bool:
    """Whether a word is a month or a day."""
    return DAY.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def prints_date(word: str, text: str) -> bool:
    """Whether a text prints a month or a day: 2026-09-14, 2026年9月, 9月14日."""
    said = DAY.fullmatch(word)
    month = _number(said["month"]) if said else None
    if said is None or month is None:
        return False
    day = rf"0?{int(said['day'])}(?!\d)" if said["day"] else r"\d{1,2}(?!\d)"
    whole = rf"(?<!\d)0?{month}(?:[-./]{day}|月{day if said['day'] else ''})"
    return re.search(whole, text) is not None


def _number(numeral: str) -> int | None:
    value = int(numeral) if numeral.isdigit() else parse_chinese(numeral)
    return int(value) if value is not None and 1 <= value <= 12 else None
