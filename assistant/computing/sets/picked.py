"""Members of a set picked by their rank: the gap between two of them, the rest without them, the most changed thing.

"最大的和最小的差多少", "第二名是第四名的几倍", "除了最大的，其余加起来", "甲、乙、丙哪个涨得最多".
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from assistant.computing.arithmetic.against import held
from assistant.computing.arithmetic.aggregate import ranked, sliced
from assistant.computing.arithmetic.changes import change
from assistant.computing.arithmetic.exact import base_of
from assistant.computing.figures.looking import Desk
from assistant.computing.rows.members import compare
from assistant.finding.evidence import Found, Outcome
from assistant.lexicon import concepts
from assistant.plan import Ask, Operation, Term
from assistant.saying.wordings import condition_words
from assistant.understand.words.concept_terms import concept_term
from ingest.messages import say

_T = TypeVar("_T")


def without_dropped(ask: Ask, ordered: list[_T]) -> list[_T]:
    """An ordered set (largest first) without the members that the question leaves out by rank."""
    gone = [id(m) for operation, number in ask.dropped for m in sliced(ordered, operation, number)]
    return [m for m in ordered if id(m) not in gone]


def between_picks(desk: Desk, ask: Ask, choose: Callable[[Desk, Ask], Outcome]) -> Outcome:
    """The difference or ratio of two members that are said by their rank; ``choose`` runs one rank."""
    chosen: list[Found] = []
    method: list[str] = []
    for operation, number in ask.picks[:2]:
        one = choose(desk, replace(ask, operation=operation, number=number, picks=(), which=False))
        if one.kind not in ("figures", "list") or not one.found or one.found[0].figure is None:
            return one if one.kind in ("refusal", "clarification") else _no_pair(desk)
        chosen.append(one.found[0])
        method.extend(one.method)
    return held(desk, ask, chosen[0], chosen[1], method[:1])


def between_earlier(desk: Desk, ask: Ask, found: list[Found]) -> Outcome:
    """The same over what the turn before listed."""
    return between_picks(desk, ask, lambda desk, one: ranked(desk, one, found))


def most_changed(desk: Desk, ask: Ask) -> Outcome:
    """Of several named things the one that changed most or least, by its rate or its amount."""
    by_rate = ask.moved == "rate"
    told: list[tuple[Decimal, list[Found]]] = []
    still: list[Found] = []  # what did not go the way that is asked for
    method: list[str] = []
    plain = replace(
        ask,
        operation=Operation.GROWTH if by_rate else Operation.CHANGE,
        operands=(),
        moved=None,
        direction=None,
        which=False,
        filters=(),
    )
    if any((f.unit == "%") != by_rate or f.on != "change" for f in ask.filters):
        return _left(desk, ask)
    for one in _changes(desk, plain, ask.operands):
        if one.kind != "figures":
            return one
        moved = next((f for f in one.found if (f.unit == "%") == by_rate and f.value is not None), None)
        if moved is None or moved.value is None:
            return _no_pair(desk)
        if not all(compare(abs(moved.value if by_rate else base_of(moved)), f) for f in ask.filters):
            still.append(moved)
            continue
        value = moved.value if ask.direction else abs(moved.value)
        if value == 0 or (ask.direction and (value < 0) != (ask.direction == "decrease")):
            still.append(moved)
            continue
        told.append(
            (-value if ask.direction == "decrease" else value, [moved, *(f for f in one.found if f is not moved)])
        )
        method.extend(one.method)
    if not told:
        if ask.filters:
            return _left(desk, ask)
        words = say(f"answer.none_{ask.direction or 'any'}", desk.language)
        return Outcome("figures", found=still, method=method, lead=words)
    if ask.operation is Operation.LIST:
        return Outcome("figures", found=[found[0] for _, found in told], method=method, narrowed=bool(ask.filters))
    told.sort(key=lambda item: -item[0])
    best = told[0] if ask.operation is Operation.MAX else told[-1]
    if sum(value == best[0] for value, _ in told) > 1:
        return _no_pair(desk)
    return Outcome("figures", found=best[1], method=method)


def _changes(desk: Desk, plain: Ask, operands: Sequence[tuple[Term, ...]]) -> Iterator[Outcome]:
    """The change of each thing, of a line that only its own parts are told of by them: 公车购置及运维 as two."""
    for terms in operands:
        one = change(desk, replace(plain, terms=terms))
        finer = concepts()[terms[0].concept].split if len(terms) == 1 and terms[0].concept else ()
        if one.kind == "figures" or not finer:
            yield one
        else:
            parts = [change(desk, replace(plain, terms=(concept_term(c),))) for c in finer]
            yield from parts if all(p.kind == "figures" for p in parts) else [one]


def _left(desk: Desk, ask: Ask) -> Outcome:
    condition = condition_words(ask, desk.language).strip()
    return Outcome("refusal", message=say("answer.condition_left", desk.language, condition=condition))


def _no_pair(desk: Desk) -> Outcome:
    return Outcome("refusal", message=say("answer.not_comparable", desk.language))


def amounts_first(found: Sequence[Found]) -> list[Found]:
    """Found figures, the largest first."""
    return sorted(found, key=lambda f: (-base_of(f), f.label))
