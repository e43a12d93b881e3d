"""Several things that a clause names, asked for as one amount: 甲、乙两个科目加起来, 甲、乙、丙三个项目的总额."""

from assistant.plan import Ask, Operation, Scope, Term
from assistant.understand.asks.sets_by_condition import direction_of, scope_held_against
from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.numbers_said import count_of_named, counts_said

_NOUNS = ("subject", "function", "economic", "project")


def taken_together(clause: Clause, parts: list[list[Term]], operations: list[Operation]) -> bool:
    """Whether the things named are asked for in one sum; the noun behind them says again what they are."""
    if len(parts) < 2 or clause.each or clause.entity not in (None, *_NOUNS):
        return False
    summed = Operation.SUM in operations or ("sum" in clause.operators and Operation.SHARE in operations)
    counted = len(parts) in (clause.said_count, *counts_said(clause.words))
    if not summed:
        of_one = clause.summed and operations == [Operation.LOOKUP] and not clause.filters
        return of_one and counted  # 甲、乙两个项目的总额是多少
    named = clause.entity == "project" and all(any(_is_whole_name(t) for t in part) for part in parts)
    return counted or named or not clause.entity


def _is_whole_name(term: Term) -> bool:
    """Whether a term is a name as printed, and not a word that several names hold: 培训类项目."""
    return term.kind == "name" and any(score == 1 for _, score in term.names)


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
