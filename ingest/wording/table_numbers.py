"""Numbers of tables in one form: 表3-2 is 3-2, 公开05表 is 5, 附表三 is 3."""

import re

from ingest.wording.glyphs import normal
from ingest.wording.numbers import narrow

NUMERALS = "一二三四五六七八九十"
_PART = re.compile(rf"\d+|[{NUMERALS}]+")


def table_key(number: str) -> str:
    """A table's number in comparison form.

    >>> table_key("公开05表")
    '5'
    """
    return "-".join(str(_value(part)) for part in _PART.findall(narrow(normal(number))))


def _value(part: str) -> int:
    if part.isdigit():
        return int(part)
    tens, ten, ones = part.rpartition("十")
    upper = NUMERALS.index(tens) + 1 if tens else 1
    return (upper * 10 if ten else 0) + (NUMERALS.index(ones) + 1 if ones else 0)
