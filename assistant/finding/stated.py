"""What a question takes for granted of a figure: an amount its row prints, or that it is money."""

import re
from collections.abc import Sequence

from assistant.finding.holdings import RowView
from assistant.finding.select import MARGIN, Candidate
from assistant.plan import Filter
from ingest.records.units import UnitKind
from ingest.wording.numbers import find_numbers
from ingest.wording.units import money_unit, unit_at

_MONEY_ASKED = re.compile(
    r"(?:多少|几)(?:钱|[万亿](?![人份次户用件条名辆路笔册台套])|元|资金|预算|经费)|金额(?:是|为|有)?多"
)


# 三市几家审计局 says whose figures are asked for and counts nothing; 有几家审计局 does.
_COUNT_ASKED = re.compile(
    r"(?:几|多少)\s*(?:人次|人|名|次|场|期|辆|台|套|户|座|栋|处|亩|平|公里|册|份|篇|件|条)"
    r"|多少\s*家|[有共设管辖]几家|几\s*家(?![\u4e00-\u9fff]{0,6}[局委厅办院署])"
)


def of_stated(found: list[Candidate], stated: Sequence[Filter]) -> list[Candidate]:
    """The figures nearest the best whose rows print the amounts said (那个539万的审计业务经费); all where none does."""
    if not stated or not found:
        return found
    near = [c for c in found if c.cost <= found[0].cost + MARGIN]
    return [c for c in near if c.row is not None and row_prints(c.row, stated)] or found


def row_prints(row: RowView, stated: Sequence[Filter]) -> bool:
    """Whether a row prints every amount of money said."""
    told = [(money_unit(s.unit), s.value) for s in stated]
    bases = {figure.amount.base for _, figure in row.cells if figure.amount is not None}
    return all(unit is None or value * unit.scale in bases for unit, value in told)


def names_threshold(text: str, condition: Filter) -> bool:
    """Whether a line is named by the very threshold of a condition: 单价100万元以上设备（台） for 上百万的设备."""
    unit = money_unit(condition.unit)
    wanted = condition.value * (unit.scale if unit is not None else 1)
    for number in find_numbers(text):
        printed = unit_at(text, number.end)
        if number.value * (printed[0].scale if printed is not None else 1) == wanted:
            return True
    return False


def of_the_kind_asked(found: list[Candidate], words: str) -> list[Candidate]:
    """Without counts where the words ask for money, without money where they ask how many."""
    if not _MONEY_ASKED.search(words):
        if _COUNT_ASKED.search(words):
            return [c for c in found if c.figure.unit.kind is not UnitKind.MONEY]
        return found
    return [c for c in found if c.figure.unit.kind is not UnitKind.COUNT]
