"""Of several lines that a clause names the first or last by amount, or their mean: 甲、乙、丙费哪个最高."""

import re

from assistant.lexicon import concepts, is_classified
from assistant.plan import EVERY, RANKS, Ask, Operation, Term
from assistant.understand.asks.clause_asked import ClauseAsked
from assistant.understand.clauses.clause import Clause

_BESIDE = frozenset((Operation.LIST, Operation.LOOKUP, Operation.COMPARE))
_LESS = re.compile("[更较最]?[少低小]|垫底")
_NOUNS = ("subject", "function", "economic", "project")
_OVER = (*RANKS, Operation.MEAN, Operation.MEDIAN)
_SEVERAL = 3
_TOTALS = frozenset(("income_total", "expenditure_total", "budget_total"))


def one_of_named(asked: ClauseAsked) -> list[Ask] | None:
    """The rank among the lines named; None where a set of another kind, or anything beside the amounts, is ranked."""
    clause, lines = asked.clause, _lines(asked.clause)
    ranks = [op for op in asked.operations if op in _OVER] or _by_comparing(asked, lines)
    if len(ranks) != 1 or len(lines) < 2 or set(asked.operations) - {ranks[0]} - _BESIDE:
        return None
    if len(asked.scope.departments) > 1 or asked.per or not (clause.entity is None or _counts_them(clause, lines)):
        return None
    beside = clause.each or clause.filters or clause.against or clause.excluded or clause.unknown or clause.hints
    columns = clause.without or clause.alone or clause.filled or clause.level or clause.secret or clause.dropped
    number = clause.number
    if beside or columns or (number is not None and len(lines) < number < EVERY):
        return None
    which = clause.which or Operation.COMPARE in asked.operations
    return [Ask(ranks[0], operands=tuple(lines), number=number, scope=asked.scope, words=clause.words, which=which)]


def _by_comparing(asked: ClauseAsked, lines: list[tuple[Term, ...]]) -> list[Operation]:
    """The rank that a comparison of more than two lines asks for: 甲费、乙费、丙费哪个更低."""
    if len(lines) < _SEVERAL or Operation.COMPARE not in asked.operations:
        return []
    return [Operation.MIN if _LESS.search(asked.clause.words) else Operation.MAX]


def _lines(clause: Clause) -> list[tuple[Term, ...]]:
    """The lines named one by one; the last of them may stand before 里, as what they are all within does."""
    parts = [tuple(part) for part in clause.parts if part]
    if len(parts) == 1 and len(parts[0]) > 1 and all(t.concept and is_classified(t.concept) for t in parts[0]):
        parts = [(term,) for term in parts[0]]  # 水费电费印刷费 哪个最少
    if clause.inner and parts:
        at = [_place(clause, term) for term in (clause.inner[0], parts[-1][0])]
        inner = tuple(clause.inner)
        parts = [*parts, inner] if at[0] > at[1] else [(*inner, *part) for part in parts]
    named = all(_is_line(part[-1]) for part in parts) and len(set(parts)) == len(parts)
    return parts if named else []


def _place(clause: Clause, term: Term) -> int:
    return next((t.start for t in clause.tokens if t.text == term.text), -1)


def _is_line(term: Term) -> bool:
    """Whether a term is one line: a concept that is no total and no fund, or a name as printed."""
    if term.concept:
        return term.concept not in _TOTALS and concepts()[term.concept].group not in ("fund", "side", "topic")
    return term.kind in ("name", "code") and all(score == 1 for _, score in term.names)


def _counts_them(clause: Clause, lines: list[tuple[Term, ...]]) -> bool:
    """Whether a noun behind the lines only says what they are: 甲、乙、丙三个项目谁的金额最大."""
    return clause.entity in _NOUNS and clause.said_count == len(lines)
