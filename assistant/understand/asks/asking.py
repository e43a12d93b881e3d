"""From one clause to what it asks: which operations, over which things, held against what."""

from collections.abc import Callable

from assistant.lexicon import concepts, is_fund
from assistant.plan import Ask, Operation, Scope, Term
from assistant.understand.asks.clause_asked import ClauseAsked
from assistant.understand.asks.crossed import with_kind_of_units, with_what_crosses
from assistant.understand.asks.each_thing import over_each_thing
from assistant.understand.asks.going_on import (
    going_on,
    of_another_amount,
    same_of_another_line,
    spent_on_projects,
)
from assistant.understand.asks.joint_sums import one_by_one, sum_of, taken_together, total_by_total
from assistant.understand.asks.one_of_named import one_of_named
from assistant.understand.asks.operations_asked import operations_of, value_of_targets
from assistant.understand.asks.picked_by_rank import between_picks, most_changed, part_of_another
from assistant.understand.asks.set_shares import rate_of_move, share_of_set
from assistant.understand.asks.sets_by_condition import (
    RANK_ROLES,
    SIDE_WORDS,
    bodies_beyond,
    compared_bodies,
    named_by_amount,
    set_of_moves,
)
from assistant.understand.asks.without_said import lists_without, without_any
from assistant.understand.clauses.clause import SET_ROLES, Clause
from assistant.understand.clauses.named_things import (
    asks_for_parts,
    name_classes,
    per_person,
    whole_stated,
    within_a_table,
)

_WEAK = frozenset(("income_total", "expenditure_total", "budget_total"))  # a whole that says little of its part


def asks_of(clause: Clause, scope: Scope, before: Ask | None) -> list[Ask]:
    """What a clause asks; ``before`` is what was asked before it, whose things it may lean on."""
    asked = _read(clause, scope, before)
    if (named := named_by_amount(clause, asked.operations, scope)) is not None:
        return [named]
    if (ranked := one_of_named(asked)) is not None:
        return ranked
    asked.parts = _within_the_whole(asked)
    for recognised in _RECOGNISERS:
        if (asks := recognised(asked)) is not None:
            return asks
    _settle_operations(asked)
    for recognised in _OF_SEVERAL:
        if (asks := recognised(asked)) is not None:
            return asks
    return list(map(total_by_total, over_each_thing(asked)))


def _read(clause: Clause, scope: Scope, before: Ask | None) -> ClauseAsked:
    """A clause with its operations and the things it names."""
    name_classes(clause)
    whole_stated(clause)
    operations = value_of_targets(clause, operations_of(clause))
    ranks = {*RANK_ROLES.values(), Operation.MAX, Operation.MIN}
    per = per_person(clause) if ranks & set(operations) else None
    if per:
        operations = [op for op in operations if op is not Operation.MEAN]  # 平均每人花得最多
    within_a_table(clause)
    parts = with_kind_of_units(clause.parts or [[]], clause.words)
    parts = with_what_crosses(_with_names(parts), clause.words)
    return ClauseAsked(clause, scope, before, operations, parts, per)


def _with_names(parts: list[list[Term]]) -> list[list[Term]]:
    """A named row asked for by several columns: X项目总计、财政拨款、其他资金分别是多少."""
    names = [t for t in parts[0] if t.kind in ("name", "like")]
    funds = [all(is_fund(t.concept) for t in part) for part in parts[1:]]
    if not names or not parts[1:] or not all(funds):
        return parts
    return [parts[0], *([*names, *part] for part in parts[1:])]


def _within_the_whole(asked: ClauseAsked) -> list[list[Term]]:
    """The things named, with what is said before 里: the whole of a share, else a part of what each is called."""
    clause = asked.clause
    share = Operation.SHARE in asked.operations
    if share and clause.drawn:
        clause.whole = clause.whole or [*clause.inner, *clause.terms]
        return [[*clause.whole, *clause.drawn]]
    if share and clause.inner:
        clause.whole = clause.whole or list(clause.inner)
    if share or not clause.inner:
        return asked.parts
    parts, telling = asked.parts, _telling(asked)
    if not clause.terms and asked.before is not None:
        parts = [list(asked.before.terms)]  # 项目支出里又是多少
    if clause.against is not None and telling and all(t.concept in _WEAK for part in parts for t in part):
        parts = [[]]  # 行政运行，支出决算数比年初预算数少多少: 支出 says which stage, not which line
    return [[*telling, *(t for t in part if t not in telling)] for part in parts]


def _telling(asked: ClauseAsked) -> list[Term]:
    """What is said before 里 that tells more than the whole of what is named behind it."""
    clause = asked.clause
    if not clause.terms and (asked.before is not None or clause.excluded):
        return list(clause.inner)  # 支出预算中有多少不属于住房保障类
    owners = {concepts()[t.concept].part_of for t in clause.terms if t.concept} - {None}
    return [t for t in clause.inner if t.concept not in _WEAK and t.concept not in owners]


def _rate_of_the_move(asked: ClauseAsked) -> list[Ask] | None:
    """砍了多少，百分比是多少."""
    rate = rate_of_move(asked.clause, asked.before)
    return [rate] if rate is not None else None


def _share_said(asked: ClauseAsked) -> list[Ask] | None:
    """The share of a set, where 占 says so: 占全部的多少 names nothing."""
    return _share_of_set(asked) if any(t.text.startswith("占") for t in asked.clause.tokens) else None


def _share_of_set(asked: ClauseAsked) -> list[Ask] | None:
    """The share of a set in a whole."""
    return share_of_set(asked.clause, asked.operations, asked.scope, asked.before) or None


def _set_of_moves(asked: ClauseAsked) -> list[Ask] | None:
    """A set chosen by the change of its members."""
    moves = set_of_moves(asked.clause, asked.operations, asked.scope)
    return [moves] if moves is not None else None


def _bodies_beyond(asked: ClauseAsked) -> list[Ask] | None:
    """The bodies that exceed another."""
    beyond = bodies_beyond(asked.clause, asked.scope, asked.before)
    return [beyond] if beyond is not None else None


def _compared_bodies(asked: ClauseAsked) -> list[Ask] | None:
    """Bodies held together by what is worked out of each."""
    return compared_bodies(asked.clause, asked.operations, asked.scope, asked.before)


def _without_any(asked: ClauseAsked) -> list[Ask] | None:
    """The members that have nothing of what is named."""
    clause = asked.clause
    if "unplanned" in clause.operators and asked.over_one_of(*SET_ROLES.values(), *RANK_ROLES.values()):
        clause.unknown.append("年初没安排")  # of other rows nobody knows what the opening budget had for them
    return [without_any(clause, asked.scope)] if lists_without(clause, asked.operations) else None


def _settle_operations(asked: ClauseAsked) -> None:
    """What is asked where no word says it: a list of a set or of what a thing is made of, else an amount."""
    clause = asked.clause
    if asked.operations:
        return
    if "group" in clause.operators:
        asked.operations = [Operation.LIST]
        return
    if clause.summed and clause.filters and (clause.entity or clause.level):
        asked.operations = [Operation.SUM]  # 超过200万元的款级科目总额
        return
    telling = [t for t in clause.terms if t.concept not in SIDE_WORDS]
    of_level = clause.each and clause.level is not None and len(telling) < 2  # 甲支出的项级科目各多少
    of_fund = bool(telling) and all(is_fund(t.concept) for t in telling)
    paid = clause.which and clause.entity in ("project", "unit") and of_fund  # 哪个项目是财政拨款的
    clause.said_count = None if paid else clause.said_count  # 六个项目里，哪个…: how many to choose from
    listed = of_level or paid or asks_for_parts(clause, asked.scope, telling)
    asked.operations = [Operation.LIST if listed else Operation.LOOKUP]  # 四大类支出各多少


def _summed(asked: ClauseAsked) -> list[Ask] | None:
    """Several things asked for as one amount."""
    parts = one_by_one(asked.clause, asked.parts)
    if not taken_together(asked.clause, parts, asked.operations):
        return None
    return [sum_of(asked.clause, asked.scope, parts, asked.operations)]


# What a clause may ask besides an operation over each thing it names; the first that knows the clause says it.
_RECOGNISERS: tuple[Callable[[ClauseAsked], list[Ask] | None], ...] = (
    of_another_amount,
    same_of_another_line,
    spent_on_projects,
    _rate_of_the_move,
    part_of_another,
    _share_said,
    going_on,
    _set_of_moves,
    _share_of_set,
    _bodies_beyond,
    _compared_bodies,
    _without_any,
)
_OF_SEVERAL: tuple[Callable[[ClauseAsked], list[Ask] | None], ...] = (between_picks, most_changed, _summed)
