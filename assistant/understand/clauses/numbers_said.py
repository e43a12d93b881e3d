"""What a number of a question is: a condition, an amount taken for granted, a rank, an order, a unit, how many."""

import re

from assistant.plan import Filter
from assistant.understand.clauses.clause import SET_ROLES, Clause
from assistant.understand.words.limits_said import Comparison
from assistant.understand.words.operations import BY_MEAN
from assistant.understand.words.spans import Span
from ingest.wording.units import money_unit

_THESE = re.compile(r"[这那]([二两三四五六七八九])(?=[个项笔家样种块])")
_COUNTS = re.compile(r"[两二三四五六七八九](?=[个项笔样种块类])")
_OPPOSITE = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}


def counts_said(words: str) -> frozenset[int]:
    """How many things words say there are: 甲、乙两项的总额."""
    return frozenset("一二三四五六七八九".index(sign.replace("两", "二")) + 1 for sign in _COUNTS.findall(words))


def count_of_named(clause: Clause) -> int | None:
    """How many things a clause says it names: 甲、乙、丙这三个项目合计."""
    these = _THESE.search(clause.words)
    return clause.said_count or ("一二三四五六七八九".index(these[1].replace("两", "二")) + 1 if these else None)


def _says_again(told: Filter, limit: Filter) -> bool:
    """Whether an amount is the limit said before it in another unit: more than 1 million yuan (100万元)."""
    units = [money_unit(told.unit), money_unit(limit.unit)]
    if told.sign != "=" or limit.sign == "between" or units[0] is None or units[1] is None:
        return False
    return told.value * units[0].scale == limit.value * units[1].scale


def number_said(clause: Clause, token: Span, left_out: bool = False) -> None:
    """Note a number in its role; those that meet a condition may be ``left_out``: 除一百万以上的项目外."""
    if token.family == "compare" and isinstance(token.value, Comparison):
        said = token.value
        sign = _OPPOSITE.get(said.sign) if left_out else said.sign
        if sign is None:
            clause.unknown.append(token.text)
        else:
            on = "mean" if token.role == BY_MEAN else "amount"
            clause.filters.append(Filter(sign, said.value, said.unit, said.upper, on))
    elif token.family == "stated" and isinstance(token.value, Comparison):
        said = token.value
        told = Filter(said.sign, said.value, said.unit, said.upper)
        if not any(_says_again(told, limit) for limit in clause.filters):
            clause.stated.append(told)
    elif token.family == "said_count" and token.value is not None and clause.said_count is None:
        count = int(str(token.value))
        of_bodies = token.text.endswith("家") and len(clause.mentions) == count
        if of_bodies or (count == 1 and any(t.role in SET_ROLES for t in clause.tokens)):
            return  # 甲局和乙局两家的项目; 平均一家多少, 请问一个总数
        clause.said_count = count
        if token.text.endswith("大类") or (
            token.value != 1 and token.text.endswith("类") and f"{token.text}支出" in clause.words
        ):
            clause.level = 3  # 四大类支出, 四类支出
    elif token.family == "rank":
        clause.ranked, clause.number = token.role, token.value if isinstance(token.value, int) else None
        clause.picks.append((clause.ranked, clause.number))
    elif token.family == "order":
        clause.sorted = token.role
    elif token.family == "unit":
        clause.unit = token.text if not token.value else str(token.value)


def bounds(clause: Clause, token: Span) -> bool:
    """Whether a word for an amount only says of what a condition is: 金额达到一百万以上的项目."""
    later = (t for t in clause.tokens if t.start >= token.end and t.family not in ("filler", "soft"))
    following = next(later, None)
    return token.text in ("金额", "数额") and following is not None and following.family == "compare"
