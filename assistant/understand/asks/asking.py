"""From one clause to what it asks: which operations, over which things, held against what."""

import re
from dataclasses import replace

from assistant.lexicon import concepts, is_fund
from assistant.plan import RANKS, TEXT_OPERATIONS, Ask, Operation, Scope, Term
from assistant.understand.asks.joint_sums import sum_of, taken_together, total_by_total
from assistant.understand.asks.operations_asked import on_indicators, operations_of, value_of_targets
from assistant.understand.asks.set_shares import rate_of_move, share_of_set
from assistant.understand.asks.sets_by_condition import (
    RANK_ROLES,
    SIDE_WORDS,
    bodies_beyond,
    compared_bodies,
    direction_of,
    held_against,
    lists_without,
    named_by_amount,
    scope_held_against,
    set_of_moves,
    without_any,
)
from assistant.understand.clauses.clause import SET_ROLES, Clause
from assistant.understand.clauses.named_things import (
    asks_for_parts,
    come_to,
    in_projects,
    name_classes,
    of_each_house,
    per_person,
    projects_term,
    side_spoken_of,
    whole_of,
    whole_stated,
    within_a_table,
)
from ingest.records.document import Stage

_MOVES = (Operation.CHANGE, Operation.GROWTH)
_PLACE_SAID = re.compile(r"(?:表里|文字说明里)(?!有)")  # …在文字说明里写多少，表里是多少
# Cars that are there, which are none of those that are to be bought; and cars that are counted.
_THERE = re.compile(r"现有|已有|共有|保有|现在有|目前有|手[上头里]|名下")
_COUNTED_CARS = re.compile(r"(?:几|多少)\s*[辆台]")
_NAMED = re.compile(
    r"(?:一|那)[个项场笔次期家条][一-龥]{2,6}?(?:是|叫)(?:做)?(?:什么|啥)(?!意思)|名称(?!含|里|中|带|有)"
)
_SUM_SAID = re.compile(r"总(?:金|数)?额|总钱数|总花费|合计金额")  # 几个，还有总额


def asks_of(clause: Clause, scope: Scope, previous: Ask | None, continued: bool) -> list[Ask]:
    """What a clause asks; ``previous`` is what was asked before it, whose things it may lean on."""
    name_classes(clause)
    whole_stated(clause)
    operations = value_of_targets(clause, operations_of(clause))
    per = per_person(clause) if {*RANK_ROLES.values(), Operation.MAX, Operation.MIN} & set(operations) else None
    if per:
        operations = [op for op in operations if op is not Operation.MEAN]  # 平均每人花得最多
    within_a_table(clause)
    parts = _with_names(clause.parts or [[]])
    if (named := named_by_amount(clause, operations, scope)) is not None:
        return [named]
    share = Operation.SHARE in operations
    if clause.drawn and share:
        clause.whole = clause.whole or [*clause.inner, *clause.terms]
        parts = [[*clause.whole, *clause.drawn]]
    elif clause.inner and not share:
        weak = {"income_total", "expenditure_total", "budget_total"}
        owners = {concepts()[t.concept].part_of for t in clause.terms if t.concept} - {None}
        telling = [t for t in clause.inner if t.concept not in weak and t.concept not in owners]
        if clause.excluded and not clause.terms:
            telling = list(clause.inner)  # 支出预算中有多少不属于住房保障类
        if not clause.terms and previous is not None and continued:
            parts = [list(previous.terms)]  # 项目支出里又是多少
            telling = list(clause.inner)
        if clause.against is not None and telling and all(t.concept in weak for part in parts for t in part):
            parts = [[]]  # 行政运行，支出决算数比年初预算数少多少: 支出 says which stage, not which line
        parts = [[*telling, *(t for t in part if t not in telling)] for part in parts]
    elif clause.inner and not clause.whole and clause.terms:
        clause.whole = list(clause.inner)
    elif clause.inner:
        clause.whole = clause.whole or list(clause.inner)
    if previous is not None and continued and _of_another_amount(clause, previous) and not operations:
        return [replace(previous, scope=scope, stated=tuple(clause.stated))]
    before = previous if continued else None
    if previous is not None and continued and not operations and in_projects(clause, previous):
        within = (*previous.terms, projects_term())
        return [replace(previous, operation=Operation.LOOKUP, terms=within, words=clause.words, scope=scope)]
    if (rate := rate_of_move(clause, before)) is not None:
        return [rate]
    said_share = any(t.text.startswith("占") for t in clause.tokens)  # 占全部的多少 names nothing
    if said_share and (of_set := share_of_set(clause, operations, scope, before)):
        return of_set
    if (
        not clause.terms
        and not clause.inner
        and not operations
        and not {"group"} & set(clause.operators)
        and not clause.filters
        and not clause.secret
        and not (clause.excluded or clause.without)
    ):
        if previous is not None and continued and clause.entity in ("department", "unit") and len(clause.words) <= 8:
            return [replace(previous, scope=replace(scope, kinds=(clause.entity,)), words=clause.words)]  # 单位的
        was = previous is not None and continued and previous.operation in _MOVES
        if was and previous is not None and clause.relative == [-1] and clause.amount_said:
            held = replace(previous, operation=Operation.LOOKUP, basis=None, basis_year=None, direction=None)
            return [replace(held, scope=scope, words=clause.words)]  # 比上年压了多少，上年是多少
        looked_into = _PLACE_SAID.match(clause.words)
        changed = (
            looked_into
            or clause.years
            or clause.relative
            or clause.mentions
            or clause.places
            or clause.stages
            or clause.kinds
        )
        if previous is not None and continued and (changed or clause.own_level or clause.tiers or clause.every_year):
            return [replace(previous, scope=scope, words=clause.words, topic=_topic_of(clause, previous))]
        final = previous is not None and previous.scope.stages == (Stage.FINAL_ACCOUNT.value,)
        if (
            previous is not None
            and continued
            and final
            and clause.budget_said
            and (clause.amount_said or "same" in clause.follow)
        ):
            budget = replace(scope, stages=(Stage.BUDGET.value,))
            return [replace(previous, scope=budget, words=clause.words)]  # 决算花了多少，预算多少
        of_words = previous is not None and previous.operation in TEXT_OPERATIONS and bool(previous.terms)
        if previous is not None and continued and of_words and clause.amount_said and "same" in clause.follow:
            return [replace(previous, operation=Operation.LOOKUP, scope=scope, words=clause.words)]  # 那它要花多少钱
        come = clause.amount_said or _SUM_SAID.search(clause.words) is not None
        if previous is not None and previous.operation is Operation.COUNT and (clause.each or come):
            if clause.each:
                return [replace(previous, operation=Operation.LIST, words=clause.words)]
            return [come_to(previous, clause.words)]
        if previous is None and (changed or clause.amount_said):
            return [Ask(Operation.LOOKUP, (), entity=clause.entity, scope=scope, words=clause.words)]
        if (clause.denied and clause.amount_said) or (clause.each and clause.entity):
            clause.unknown.append(clause.words)  # …，剩下多少没花; …，其中日常的和项目的各多少
        return []
    if (moves := set_of_moves(clause, operations, scope)) is not None:
        return [moves]
    if of_set := share_of_set(clause, operations, scope, before):
        return of_set
    if (beyond := bodies_beyond(clause, scope, before)) is not None:
        return [beyond]
    if (compared := compared_bodies(clause, operations, scope, before)) is not None:
        return compared
    if "unplanned" in clause.operators and {*SET_ROLES.values(), *RANK_ROLES.values()} & set(operations):
        clause.unknown.append("年初没安排")  # of other rows nobody knows what the opening budget had for them
    if lists_without(clause, operations):
        return [without_any(clause, scope)]
    asks = []
    if "group" in clause.operators and not operations:
        operations = [Operation.LIST]
    if not operations:
        telling = [t for t in clause.terms if t.concept not in SIDE_WORDS]
        of_level = clause.each and clause.level is not None and not telling
        paid = (
            clause.which
            and clause.entity in ("project", "unit")
            and bool(telling)
            and all(is_fund(t.concept) for t in telling)
        )
        clause.said_count = None if paid else clause.said_count  # 六个项目里，哪个…: how many to choose from
        listed = of_level or paid or asks_for_parts(clause, scope, telling)  # 哪个项目是财政拨款的
        operations = [Operation.LIST if listed else Operation.LOOKUP]  # 四大类支出各多少
    if (pair := _between_picks(clause, operations)) or (most := _most_changed(clause, operations, parts)):
        entity = clause.entity or (previous.entity if previous is not None and continued and pair else None)
        return [
            Ask(
                Operation(pair[0]) if pair else most,  # type: ignore[arg-type]
                tuple(parts[0]) if pair else (),
                entity=entity if pair else None,
                scope=scope,
                words=clause.words,
                level=clause.level,
                filters=tuple(clause.filters),
                excluded=tuple(clause.excluded),
                basis=clause.basis,
                basis_year=clause.basis_year,
                direction=direction_of(clause),
                operands=() if pair else tuple(tuple(p) for p in parts),
                moved=None if pair else "rate" if "growth" in clause.operators else "amount",
                picks=tuple(pair[1]) if pair else (),
            )
        ]
    if taken_together(clause, parts, operations):
        return [sum_of(clause, scope, parts, operations)]
    for operation, number in _ranks_apart(clause, operations):
        for terms, base in _joined(parts, operation, clause):
            inherited = previous.terms if previous is not None and continued and not terms else ()
            context = previous.terms if previous is not None and continued and terms else ()
            entity = (
                _counted(clause)
                or clause.entity
                or (previous.entity if previous is not None and continued and not terms else None)
            )
            kept = previous if operation in _MOVES and "same" in clause.follow and not clause.basis else None
            of_projects = operation is Operation.SHARE and entity == "project" and clause.entity == "project"
            if of_projects and not (
                terms or clause.follow or clause.filters or clause.ranked or "max" in clause.operators
            ):
                terms, inherited, entity = [projects_term()], (), None  # 开支里干项目的钱占几成
            if entity is None and clause.level is not None and _runs_over_subjects(clause, operation):
                entity = "subject"
            if entity is None and "targets" in clause.kinds and operation in SET_ROLES.values():
                entity = "project"  # what that table lists
            of_indicators = continued and previous is not None and _counts_on(clause, operation, previous)
            entity = "indicator" if of_indicators else entity
            own = tuple(terms) or inherited
            if operation is Operation.LOOKUP and of_each_house(clause, context):
                operation, entity, own = Operation.LIST, "unit", (*own, *context)
            elif context and operation is Operation.LOOKUP:
                whole = whole_of(clause, terms, context)
                own = (*whole, *(side_spoken_of(previous) if whole and previous is not None else ()), *own)
            leaning = previous if previous is not None and continued and not terms and not clause.entity else None
            ranks = operation in RANK_ROLES.values() or operation in SET_ROLES.values()
            of_line = clause.entity == "unit" and operation in (Operation.MAX, Operation.MIN)  # 甲费多少，哪个单位最多
            if not (clause.terms or clause.inner or of_line) and clause.entity and operation in SET_ROLES.values():
                own, context = (), inherited
            asks.append(
                Ask(
                    operation,
                    own,
                    tuple(base),
                    context,
                    entity,
                    tuple(clause.filters) or (leaning.filters if leaning else ()),
                    number,
                    clause.basis_year or (kept.basis_year if kept else None),
                    clause.basis or (kept.basis if kept else None),
                    direction_of(clause),
                    not clause.open_only if clause.secret else leaning.secret if leaning else None,
                    clause.level or (leaning.level if leaning else None),
                    scope,
                    tuple(clause.excluded) or (leaning.excluded if leaning else ()),
                    clause.words,
                    "body" if "group" in clause.operators else leaning.group if leaning and ranks else None,
                    on_indicators(clause) or of_indicators,
                    clause.as_of,
                    len(clause.filters) > 1 and any(t.text in ("或", "或者") for t in clause.tokens),
                    clause.summed,
                    _extreme(clause) if share else None,
                    clause.said_count,
                    None,
                    clause.which
                    or _names_one(clause, operation)
                    or _picks_again(operation, terms, previous if continued else None),
                    (),
                    scope_held_against(clause, scope)
                    or (operation in _MOVES and held_against(clause, leaning))
                    or None,
                    tuple(clause.stated),
                    clause.each,
                    tuple(clause.hints),
                    without=tuple(clause.without),
                    alone=tuple(clause.alone),
                    per=per,
                    dropped=tuple((_picked(role), number) for role, number in clause.dropped),
                    topic=_topic_of(clause, previous if continued else None),
                )
            )
    return list(map(total_by_total, asks))


def _extreme(clause: Clause) -> Operation | None:
    """The rank by which a part is chosen: 最大的项目占多少."""
    return next((Operation(role) for role in ("max", "min") if role in clause.operators), None)


def _topic_of(clause: Clause, previous: Ask | None) -> str:
    """What a clause is about besides its own words: what it says it is part of (买几辆车，其中警车几辆)."""
    if previous is None or _THERE.search(clause.words):
        return clause.topic
    again = _COUNTED_CARS.search(clause.words) and (previous.topic or _COUNTED_CARS.search(previous.words))
    within = "part" in clause.follow or again
    return previous.topic + previous.words + clause.topic if within else clause.topic


def _of_another_amount(clause: Clause, previous: Ask) -> bool:
    """Whether a clause asks the same of what bears one name and another amount: 31万元的那个呢, 31万元的同名项目呢."""
    again = all(term in previous.terms for term in clause.terms) and not (clause.filters or clause.unknown)
    return bool(clause.stated) and "same" in clause.follow and again and bool(previous.stated)


def _names_one(clause: Clause, operation: Operation) -> bool:
    """Whether the one of a set that is first or last is asked for by its name: 金额最大的一项培训是什么."""
    return operation in (Operation.MAX, Operation.MIN) and _NAMED.search(clause.words) is not None


def _picks_again(operation: Operation, terms: list[Term], previous: Ask | None) -> bool:
    """Whether another member of the set is picked that one was picked from before: 哪个监狱最多；最少的那个呢."""
    if previous is None or not previous.which or previous.operation not in RANKS:
        return False
    return operation in RANKS and (not terms or tuple(terms) == previous.terms)


_LOW = ("bottom", "min", "nth_last")


def _ranks_apart(clause: Clause, operations: list[Operation]) -> list[tuple[Operation, int | None]]:
    """The operations with their numbers; both ends of one order where both are said: 最高的两家和最低的两家."""
    ends = {role in _LOW for role, _ in clause.picks}
    joined = any(t.text in ("和", "与", "及", "跟", "以及") for t in clause.tokens)
    if len(clause.picks) == 2 and len(ends) == 2 and joined and clause.ranked and set(operations) <= set(RANKS):
        return [(_picked(role), number) for role, number in clause.picks]
    return [(operation, clause.number) for operation in operations]


def _picked(role: str) -> Operation:
    return RANK_ROLES[role] if role in RANK_ROLES else SET_ROLES[role]


def _between_picks(
    clause: Clause, operations: list[Operation]
) -> tuple[Operation, list[tuple[Operation, int | None]]] | None:
    """Two members of one set held against each other: 最大的和最小的差多少, 第二名是第四名的几倍."""
    held = next((op for op in (Operation.RATIO, Operation.DIFFERENCE) if op in operations), None)
    if held is None or len(clause.picks) != 2 or len(clause.parts) > 1 or clause.against is not None:
        return None
    if any(role in ("top", "bottom") for role, _ in clause.picks) or len(set(clause.picks)) < 2:
        return None
    return held, [(_picked(role), number) for role, number in clause.picks]


def _most_changed(clause: Clause, operations: list[Operation], parts: list[list[Term]]) -> Operation | None:
    """Of several named things the one that changed most: 甲、乙、丙哪个涨得最多."""
    chosen = next((op for op in operations if op in (Operation.MAX, Operation.MIN)), None)
    moved = {Operation.CHANGE, Operation.GROWTH} & set(operations)
    return chosen if moved and len(parts) > 1 and all(parts) and clause.against is None else None


def _runs_over_subjects(clause: Clause, operation: Operation) -> bool:
    """Whether a level (类, 款, 项) says what a set is made of, and not which of two lines of one name is meant."""
    if operation in (Operation.SUM, Operation.LOOKUP):
        return not clause.terms
    return operation in SET_ROLES.values() or operation in RANK_ROLES.values()


def _with_names(parts: list[list[Term]]) -> list[list[Term]]:
    """A named row asked for by several columns: X项目总计、财政拨款、其他资金分别是多少."""
    names = [t for t in parts[0] if t.kind in ("name", "like")]
    funds = [all(is_fund(t.concept) for t in part) for part in parts[1:]]
    if not names or not parts[1:] or not all(funds):
        return parts
    return [parts[0], *([*names, *part] for part in parts[1:])]


def _counted(clause: Clause) -> str | None:
    """What a count is of, where the words next to it say so: 几条绩效指标, not the projects that set them."""
    if re.search(
        r"(?:几|多少)\s*[条个项]\s*(?:[\u4e00-\u9fff]{0,6})指标(?!的)|指标.{0,4}(?:几|多少)[条个项]?$", clause.words
    ):
        return "indicator"
    return None


def _counts_on(clause: Clause, operation: Operation, previous: Ask) -> bool:
    """Whether a clause goes on counting the indicators that were counted before it: 其中质量类几项."""
    counted = previous.operation is Operation.COUNT and previous.entity == "indicator"
    return counted and operation is Operation.COUNT and not clause.entity and bool(clause.terms)


def _joined(parts: list[list[Term]], operation: Operation, clause: Clause) -> list[tuple[list[Term], list[Term]]]:
    """The things asked one by one, each with what it is held against (the whole of a share, the other side)."""
    if clause.against is not None:
        other = clause.against.terms
        line = [t for t in parts[0] if not is_fund(t.concept)]
        by_fund = bool(other) and all(is_fund(t.concept) for t in other)
        if line and by_fund and any(t.text == "口径" for t in clause.against.tokens):
            return [([t for t in parts[0] if t not in other], [*line, *other])]  # 甲支出，全口径比财政拨款口径多多少
        return [(parts[0], other or parts[0])]
    held = operation in (Operation.DIFFERENCE, Operation.RATIO, Operation.COMPARE, Operation.SHARE)
    apart = operation is Operation.SHARE and clause.each  # 基本支出和项目支出各占百分之几: each of all
    if held and len(parts) == 2 and parts[0] == parts[1] and not clause.whole:
        return [(parts[0], [])]  # 部门预算的支出总额与单位预算的支出总额差多少: one thing in two books
    if held and len(parts) == 2 and not clause.whole and not apart:
        return [(parts[0], parts[1])]
    return [(part, clause.whole) for part in parts]
