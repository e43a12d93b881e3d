"""Where a table starts below its title, unit and department lines, for formats that draw no rulings."""

import re
from collections.abc import Sequence

# 表3, 附表一, 公开05表, 公开表2, 附表3-1 — the number over a table, alone in its line.
TABLE_NUMBER = (
    r"^(?:(?:部门|单位)?(?:附|公开|预算|决算)?表|公开|预算|决算)"
    r"\s*[\d一二三四五六七八九十]+(?:[-－—.]\d{1,2})?\s*表?$"
)
# 单位：万元 / 部门名称：… / 表3 — words about a table, never its header.
_ABOUT = re.compile(r"^\s*(?:[^：:]{1,16}[：:].*|(?:公开|预算)?\s*表?\s*\d{1,2}\s*表?|附[件表].{0,6})\s*$", re.S)


def first_table_row(rows: Sequence[Sequence[str]]) -> int:
    """The index of the first row that belongs to the table; ``len(rows)`` where there is no table at all.

    A title stands alone in its row, a unit or a department line looks like "label: value". A run of rows with one
    filled cell each is text, not a table.
    """
    widest = max((sum(1 for text in row if text.strip()) for row in rows), default=0)
    if widest < 2:
        return len(rows)
    for index, row in enumerate(rows):
        filled = [text for text in row if text.strip()]
        if len(filled) >= 2 and not all(_ABOUT.match(text) for text in filled):
            return index
    return len(rows)
