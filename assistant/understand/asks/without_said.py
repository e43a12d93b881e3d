"""Sets by what their members have not: 没有基本支出的科目, 有甲费没有乙费的单位, …，又没有乙费."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.lexicon import concepts
from assistant.plan import OVER_ALL, SET_OPERATIONS, Ask, Filter, Operation, Scope, Term, replace
from assistant.understand.clauses.clause import Clause

_RANKS = (Operation.TOP, Operation.BOTTOM, Operation.NTH, Operation.NTH_LAST)


def without_any(clause: Clause, scope: Scope) -> Ask:
    """Members that have nothing of what is named: 没有基本支出的科目, 哪些局一辆车都没有."""
    counted = "count" in clause.operators
    operation = Operation.COUNT if counted else Operation.LIST
    entity = clause.entity or ("subject" if clause.level is not None else None)
    several = len(scope.departments) > 1 or any(len(keys) > 1 for keys in scope.departments)  # 哪些审计局没有…
    bodies = entity in ("unit", "department") or (entity is None and several)
    filters = tuple(clause.filters)
    terms = tuple(clause.without) if bodies else tuple(clause.terms)
    if not (clause.without or clause.alone or clause.filled or bodies):
        clause.unknown.append("没有")  # of what, is not understood
    have = [t for t in (*clause.inner, *clause.terms) if t not in clause.without and _had(t, clause.words)]
    if entity == "unit" and not several and clause.without and have and len(have) == len(clause.inner + clause.terms):
        return Ask(
            operation, tuple(have), entity=entity, filters=filters, scope=scope, words=clause.words,
            without=tuple(clause.without), alone=tuple(clause.alone),
        )  # fmt: skip
    if bodies:
        own = {t.concept for t in clause.without if t.concept}
        owners = own | {concepts()[concept].part_of for concept in own}
        beside = [t for t in (*clause.inner, *clause.terms) if t not in clause.without and t.concept not in owners]
        clause.unknown.extend(t.text for t in beside)  # 三公表里没有购车费的 says where; 培训费里没有… would bound it
        filters = (*filters, Filter("=", Decimal(0), "", on="absent"))
    others = terms[1:] if entity == "unit" and not several else ()  # 既没有甲费也没有乙费的单位
    terms = terms[: len(terms) - len(others)]
    return Ask(
        operation,
        terms,
        entity=entity,
        filters=filters,
        level=clause.level,
        scope=scope,
        words=clause.words,
        without=others if bodies else tuple(clause.without),
        alone=tuple(clause.alone),
        filled=tuple(clause.filled),
    )


def _had(term: Term, words: str) -> bool:
    """Whether a thing is said to be there beside what is not: 有甲费、没有乙费的单位; 甲费超过一万、没有乙费的."""
    name = re.escape(term.text)
    return (
        re.search(rf"(?<![没未])(?:有|安排|列|编)(?:了|着|出)?{name}|{name}(?:不?[超高低少多大小]|达|在)", words)
        is not None
    )


def lists_without(clause: Clause, operations: list[Operation]) -> bool:
    """Whether the members that have nothing of a thing are asked for; 没有财政拨款的项目里最大的 asks more of them."""
    if not clause.denied or "reason" in clause.operators:  # 为什么没到预算 asks why
        return False
    worked = (*_RANKS, Operation.MAX, Operation.MIN, *OVER_ALL)
    more = any(op in worked for op in operations)
    return not (clause.without and clause.entity == "project" and more)


def also_without(asks: Sequence[Ask]) -> list[Ask]:
    """The asks with what a set has not, said in a clause of its own, held against that set: …，又没有甲费."""
    made: list[Ask] = []
    for ask in asks:
        bare = not (ask.terms or ask.entity or ask.filters or ask.excluded or ask.hints or ask.base)
        more = bare and bool(ask.without or ask.alone) and ask.operation in (Operation.LIST, Operation.COUNT)
        if more and made and made[-1].entity and made[-1].operation in SET_OPERATIONS and made[-1].scope == ask.scope:
            last = made[-1]
            made[-1] = replace(last, without=(*last.without, *ask.without), alone=(*last.alone, *ask.alone))
        else:
            made.append(ask)
    return made
