"""Which members of a set a clause picks by their rank, and what it asks of two of them: 最大的和最小的差多少."""

import re
from collections.abc import Iterable

from assistant.plan import FIRST_OF, RANKS, Ask, Operation, Term, replace
from assistant.understand.asks.clause_asked import ClauseAsked
from assistant.understand.asks.sets_by_condition import RANK_ROLES, direction_of
from assistant.understand.clauses.clause import SET_ROLES, Clause

_LOW = ("bottom", "min", "nth_last")
_PLACED = ({Operation.NTH}, {Operation.NTH_LAST})
_NAMED = re.compile(
    r"(?:一|那)[个项场笔次期家条][一-龥]{2,6}?(?:是|叫)(?:做)?(?:什么|啥)(?!意思)|名称(?!含|里|中|带|有)"
)


def extreme(clause: Clause) -> Operation | None:
    """The rank by which a part is chosen: 最大的项目占多少."""
    return next((Operation(role) for role in ("max", "min") if role in clause.operators), None)


def names_one(clause: Clause, operation: Operation) -> bool:
    """Whether the one of a set that is first or last is asked for by its name: 金额最大的一项培训是什么."""
    return operation in (Operation.MAX, Operation.MIN) and _NAMED.search(clause.words) is not None


def picks_again(operation: Operation, terms: list[Term], before: Ask | None) -> bool:
    """Whether another member of the set is picked that one was picked from before: 哪个监狱最多；最少的那个呢."""
    if before is None or not before.which or before.operation not in RANKS:
        return False
    return operation in RANKS and (not terms or tuple(terms) == before.terms)


def picked(ranks: Iterable[tuple[str, int | None]]) -> tuple[tuple[Operation, int | None], ...]:
    """Ranks as operations, each with its number."""
    return tuple((RANK_ROLES[role] if role in RANK_ROLES else SET_ROLES[role], number) for role, number in ranks)


def ranks_apart(clause: Clause, operations: list[Operation]) -> tuple[tuple[Operation, int | None], ...]:
    """The operations with their numbers; each place of one order where several are said: 最高的两家和最低的两家.

    第二和第三各多少 asks for two places as well.
    """
    ends = {role in _LOW for role, _ in clause.picks}
    joined = any(t.text in ("和", "与", "及", "跟", "以及") for t in clause.tokens)
    if len(clause.picks) == 2 and len(ends) == 2 and joined and clause.ranked and set(operations) <= set(RANKS):
        return picked(clause.picks)
    if 1 < len(set(clause.picks)) == len(clause.picks) and set(operations) in _PLACED and clause.ranked:
        clause.unknown += [t.text for t in clause.tokens if t.role == "sum"]  # what two places come to is not told
        return picked(clause.picks)
    return tuple(_of_several(clause, operation) for operation in operations)


def _of_several(clause: Clause, operation: Operation) -> tuple[Operation, int | None]:
    """An operation with its number: 哪三个…最高 asks for the first three, however much stands between."""
    several = next((t for t in clause.tokens if t.family == "said_count" and f"哪{t.text}" in clause.words), None)
    if several is None or operation not in FIRST_OF or (clause.said_count or 0) < 2 or clause.number is not None:
        return operation, clause.number
    return FIRST_OF[operation], int(clause.said_count or 0)


def between_picks(asked: ClauseAsked) -> list[Ask] | None:
    """Two members of one set held against each other: 最大的和最小的差多少, 第二名是第四名的几倍."""
    held = next((op for op in (Operation.RATIO, Operation.DIFFERENCE) if op in asked.operations), None)
    return _held_together(asked, held) if held is not None else None


def part_of_another(asked: ClauseAsked) -> list[Ask] | None:
    """How much of another member of its set one comes to, of no whole: 第二名占第一名的百分之几."""
    return _held_together(asked, Operation.RATIO) if _OF_THE_OTHER.search(asked.clause.words) else None


def _held_together(asked: ClauseAsked, held: Operation) -> list[Ask] | None:
    """Two places of one set held together, or the place asked for before with another."""
    clause = asked.clause
    if (ask := _with_the_one_before(asked, held)) is not None:
        return [ask]
    if len(clause.picks) != 2 or len(clause.parts) > 1 or clause.against is not None:
        return None
    if any(role in ("top", "bottom") for role, _ in clause.picks) or len(set(clause.picks)) < 2:
        return None
    entity = clause.entity or (asked.before.entity if asked.before is not None else None)
    entity = entity or ("subject" if clause.level is not None else None)  # 最多和最少的类级科目差多少
    ask = Ask(held, tuple(asked.parts[0]), entity=entity, picks=picked(clause.picks))
    return [_bounded(ask, asked)]


# 占第一名的百分之几, 相当于最大的那个的几成: how much of another member of the set one comes to.
_OF_THE_OTHER = re.compile(
    r"(?:占|相当于|是|合)了?(?:排名?|名列|居)?(?:第[一二三四五六七八九十\d]+|最[大高多小低少]|头名|首位|老大)"
    r"[^，,占]{0,8}?的?(?:百分之[几多]|比例|比重|几成|多少|多大(?:比例|比重))"
)
_PLACES = {
    Operation.MAX: "top", Operation.MIN: "bottom", Operation.NTH: "top", Operation.NTH_LAST: "bottom",
}  # fmt: skip


def _with_the_one_before(asked: ClauseAsked, held: Operation) -> Ask | None:
    """The one of a set that was just asked for, held against another of its places: 第二名是哪个？跟头名差多少."""
    clause, before = asked.clause, asked.before
    if before is None or before.operation not in _PLACES or before.picks or before.moved or before.per or before.of:
        return None
    own = picked(clause.picks)
    beside = clause.terms or clause.inner or clause.filters or clause.excluded or clause.mentions or clause.years
    if len(own) != 1 or own[0][0] not in _PLACES or beside or clause.against is not None or clause.unknown:
        return None
    place, other = (
        (_PLACES[op], 1 if op in (Operation.MAX, Operation.MIN) else n) for op, n in (_rank_of(before), *own)
    )
    if place == other or clause.entity not in (None, before.entity):
        return None
    return replace(before, operation=held, number=None, picks=(_rank_of(before), *own), which=False, words=clause.words)


def _rank_of(ask: Ask) -> tuple[Operation, int | None]:
    return ask.operation, ask.number


def most_changed(asked: ClauseAsked) -> list[Ask] | None:
    """Of several named things the one that changed most: 甲、乙、丙哪个涨得最多."""
    chosen = next((op for op in asked.operations if op in (Operation.MAX, Operation.MIN)), None)
    named = len(asked.parts) > 1 and all(asked.parts)
    if chosen is None or not named or asked.clause.against is not None:
        return None
    if not asked.over_one_of(Operation.CHANGE, Operation.GROWTH):
        return None
    moved = "rate" if "growth" in asked.clause.operators else "amount"
    return [_bounded(Ask(chosen, operands=tuple(map(tuple, asked.parts)), moved=moved), asked)]


def _bounded(ask: Ask, asked: ClauseAsked) -> Ask:
    """An ask with the conditions of its clause, its scope, and what a change is held against."""
    clause = asked.clause
    return replace(
        ask,
        scope=asked.scope,
        words=clause.words,
        level=clause.level,
        filters=tuple(clause.filters),
        excluded=tuple(clause.excluded),
        basis=clause.basis,
        basis_year=clause.basis_year,
        direction=direction_of(clause),
    )
