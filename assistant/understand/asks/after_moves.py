"""What a clause asks of a set chosen by its changes just before: what is told with it, its sum, a wider set."""

import re

from assistant.lexicon import is_fund
from assistant.plan import Ask, Operation, replace
from assistant.understand.asks.operations_asked import operations_of
from assistant.understand.clauses.clause import Clause
from ingest.records.document import Stage


def asks_the_moves_again(clause: Clause, before: Ask) -> bool:
    """Whether a clause asks for what a set of those that moved tells anyway: 哪些科目减少了，各减了多少."""
    subjects = before.entity in _SUBJECTS and before.moved is not None
    if not subjects or before.direction is None or clause.terms or clause.mentions or clause.years or clause.unknown:
        return False
    asked = operations_of(clause)
    if asked == [Operation.LIST] and before.operation is Operation.LIST and not clause.entity and not clause.filters:
        return True  # 有没有跟年初预算一分不差的科目？哪几个
    if before.base_scope is not None and before.moved == "amount" and clause.each:
        return set(asked) <= {Operation.CHANGE, Operation.DIFFERENCE, Operation.LIST}  # 分别多花多少
    told = {"amount": [Operation.CHANGE], "rate": [Operation.GROWTH]}.get(before.moved or "")
    return asked == told


def list_of_the_counted(clause: Clause, before: Ask) -> Ask | None:
    """Those that were counted by their change, where a clause asks which or how much: 有几个，是哪些."""
    if before.operation is not Operation.COUNT or before.moved is None or before.direction is None:
        return None
    asked = set(operations_of(clause))
    moves = {Operation.CHANGE, Operation.GROWTH} if before.moved == "rate" else {Operation.CHANGE}
    told = (asked == {Operation.LIST} or (clause.each and bool(asked) and asked <= moves)) and not clause.ranked
    return replace(before, operation=Operation.LIST, words=clause.words) if told and not _names_anew(clause) else None


def by_the_other_measure(clause: Clause, before: Ask) -> Ask | None:
    """Those listed by their change once more by its rate, or the other way: 哪些科目增加了？涨了多少、百分之几."""
    listed = before.operation is Operation.LIST and before.direction is not None and before.base_scope is None
    other = {"amount": (Operation.GROWTH, "rate"), "rate": (Operation.CHANGE, "amount")}.get(before.moved or "")
    if not listed or _names_anew(clause) or other is None or clause.ranked or before.entity not in _SUBJECTS:
        return None
    asked = set(operations_of(clause))
    told = other[0] in asked and asked <= {Operation.GROWTH, Operation.CHANGE}
    return replace(before, moved=other[1], words=clause.words) if told else None


def by_completion(clause: Clause, before: Ask) -> Ask | None:
    """Those listed by how they stand to their budget, each told by its part of it: 没花满年初预算，完成率各多少."""
    listed = before.operation is Operation.LIST and before.moved == "amount" and before.entity in _SUBJECTS
    beside = before.direction in ("increase", "decrease") and before.base_scope is not None and not before.filters
    held = before.base_scope is not None and before.base_scope.stages == (Stage.BUDGET.value,)
    if not (listed and beside and held) or _names_anew(clause) or clause.ranked:
        return None
    return replace(before, moved="completion") if operations_of(clause) == [Operation.COMPLETION] else None


def _names_anew(clause: Clause) -> bool:
    """Whether a clause names anything of its own: it asks of that then, not of what was told."""
    named = (clause.terms, clause.mentions, clause.years, clause.unknown, clause.filters, clause.entity)
    return any(map(bool, named))


_SUBJECTS = ("subject", "function", "economic")
_COUNTED_IN = re.compile(r"(?:也|都|一起|一并|连同|同样)(?:要|得)?(?:算|包括|计|加|纳入|统计)(?:上|进去|进来|在内|入)?")


def with_funds_of(clause: Clause, before: Ask) -> Ask | None:
    """The ask before, with the lines of another fund where a clause only says to count them in: 基金的也算上."""
    funds = bool(clause.terms) and all(is_fund(t.concept) for t in clause.terms)
    asked = clause.operators or clause.amount_said or clause.filters or clause.unknown or clause.hints
    if before.moved is None or not funds or asked or not _COUNTED_IN.search(clause.words):
        return None
    narrowed = any(is_fund(t.concept) for t in before.terms)  # of no fund that is named: of every one anyway
    return replace(before, terms=(*before.terms, *clause.terms)) if narrowed else before


def adds_the_moves(clause: Clause, before: Ask) -> bool:
    """Whether a clause asks by how much those chosen by their change moved together: 哪些科目超了，一共超了多少."""
    named = clause.terms or clause.mentions or clause.years or clause.unknown or clause.entity or clause.filters
    chosen = before.moved == "amount" and before.entity is not None and before.direction is not None
    worked = {Operation.SUM, Operation.CHANGE, Operation.DIFFERENCE}
    asked = set(operations_of(clause))
    return chosen and not named and Operation.SUM in asked and len(asked) > 1 and asked <= worked
