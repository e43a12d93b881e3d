"""Several things that a clause names, asked for as one amount: 甲、乙两个科目加起来, 甲、乙、丙三个项目的总额."""

import re
from collections.abc import Sequence

from assistant.plan import Ask, Operation, Scope, Term, replace
from assistant.understand.asks.sets_by_condition import direction_of, scope_held_against
from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.numbers_said import count_of_named, counts_said

_NOUNS = ("subject", "function", "economic", "project")


_HOW_MANY = re.compile(r"[两二三四五六七八九十\d]+[样项笔块种类个]")  # behind them: 两个学校校舍维护 counts the schools


def one_by_one(clause: Clause, parts: list[list[Term]]) -> list[list[Term]]:
    """The things a clause names, each a part by itself where as many are said: 公车出国接待再加开会培训，五样一共."""
    named = [term for part in parts for term in part]
    apart = len(named) > len(parts) and len(named) == count_of_named(clause) and len({*named}) == len(named)
    behind = clause.words[max((clause.words.find(t.text) for t in named), default=0) :]
    return [[term] for term in named] if apart and _HOW_MANY.search(behind) else parts


def taken_together(clause: Clause, parts: list[list[Term]], operations: list[Operation]) -> bool:
    """Whether the things named are asked for in one sum; the noun behind them says again what they are."""
    if len(parts) < 2 or clause.each or clause.entity not in (None, *_NOUNS):
        return False
    summed = Operation.SUM in operations or ("sum" in clause.operators and Operation.SHARE in operations)
    counted = len(parts) in (clause.said_count, *counts_said(clause.words))
    named = clause.entity == "project" and all(
        any(_is_whole_name(t) for t in part) or _names_one(part) for part in parts
    )
    if not summed:
        of_one = clause.summed and operations == [Operation.LOOKUP] and not clause.filters
        return of_one and (counted or named)  # 甲、乙两个项目的总额是多少
    return counted or named or not clause.entity


def _is_whole_name(term: Term) -> bool:
    """Whether a term is a name as printed, and not a word that several names hold: 培训类项目."""
    return term.kind == "name" and any(score == 1 for _, score in term.names)


def _names_one(part: list[Term]) -> bool:
    """Whether the words for a project fit one stored name and no other: 防火防松线虫那个项目."""
    names = {name for term in part for name, _ in term.names}
    return len(names) == 1 and all(term.kind in ("name", "like") for term in part)


def sum_of(clause: Clause, scope: Scope, parts: list[list[Term]], operations: list[Operation]) -> Ask:
    """What is asked of several things together: their sum, or its change or share."""
    further = [op for op in operations if op not in (Operation.SUM, Operation.LOOKUP)]
    return Ask(
        further[0] if further else Operation.SUM,
        scope=scope,
        operands=tuple(tuple(p) for p in parts),
        base=tuple(clause.whole) if further else (),
        words=clause.words,
        basis=clause.basis,
        basis_year=clause.basis_year,
        direction=direction_of(clause),
        said_count=count_of_named(clause),
        base_scope=scope_held_against(clause, scope) if further else None,
    )


_WITH = re.compile(r"^(?:那么?|如果|要是|若)?(?:再|又)?(?:跟|和|与|同)(?!上年|去年|前年|20\d\d|年初)")


def with_those_before(clause: Clause, scope: Scope, told: Sequence[Ask]) -> Ask | None:
    """The sum of what was asked before and what a clause adds: 甲多少，跟乙加起来呢; None where it adds nothing."""
    summed = "sum" in clause.operators or clause.summed
    other = clause.filters or clause.ranked or clause.entity or clause.each or clause.mentions or clause.unknown
    if not (summed and clause.terms and _WITH.search(clause.words)) or other or set(clause.operators) - {"sum"}:
        return None
    if not told:
        clause.unknown.append(clause.words[:1])  # nobody said what it is added to
    if not told or any(a.operation not in (Operation.LOOKUP, Operation.SUM) or a.filters or a.entity for a in told):
        return None
    before = [part for ask in told for part in (ask.operands or (ask.terms,)) if part]
    before = list(dict.fromkeys(before))
    if not before or len({ask.scope for ask in told}) > 1:
        return None
    return Ask(Operation.SUM, scope=scope, operands=(*before, *map(tuple, clause.parts)), words=clause.words)


# 各是多少 behind 合计 asks for each total; in front of it, or beside 加起来, for the sum of all as well.
_EACH_TOTAL = re.compile(r"(?:合计|总计|总额|总数|总和|一共|总共|共计).*(?:各|分别)(?!.*(?:合计|总计|总和|共|加))")


def total_by_total(ask: Ask) -> Ask:
    """The ask, of each printed total where one a year or a body is asked for: 三公合计2025年、2026年各是多少."""
    several = len(ask.scope.years) > 1 or len(ask.scope.departments) > 1
    plain = ask.entity is None and not (ask.filters or ask.operands or ask.dropped or ask.secret or ask.number)
    if ask.operation is not Operation.SUM or not (ask.each and several and plain and ask.terms):
        return ask
    return replace(ask, operation=Operation.LOOKUP) if _EACH_TOTAL.search(ask.words) else ask
