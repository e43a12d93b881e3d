"""An ask for each operation of a clause over each thing it names, with what it leans on of what was asked before."""

import re
from collections.abc import Sequence

from assistant.lexicon import is_fund
from assistant.plan import MOVES, Ask, Operation, Scope, Term
from assistant.understand.asks.clause_asked import ClauseAsked
from assistant.understand.asks.going_on import topic_of
from assistant.understand.asks.operations_asked import on_indicators
from assistant.understand.asks.picked_by_rank import extreme, names_one, picked, picks_again, ranks_apart
from assistant.understand.asks.sets_by_condition import (
    RANK_ROLES,
    SIDE_WORDS,
    direction_of,
    held_against,
    scope_held_against,
)
from assistant.understand.asks.share_of_two import share_of_two, two_named
from assistant.understand.clauses.clause import SET_ROLES, Clause
from assistant.understand.clauses.named_things import names_a_fund, projects_term, side_spoken_of, whole_of
from assistant.understand.clauses.units_named import of_each_house

_OF_SETS = frozenset(SET_ROLES.values())
_OF_RANKS = frozenset(RANK_ROLES.values())
_SUBJECTS = ("subject", "function", "economic")
_SETS_OF_LINES = (*_SUBJECTS, "project")


def over_each_thing(asked: ClauseAsked) -> list[Ask]:
    """What a clause asks, operation by operation and thing by thing."""
    return [
        _asked_of(asked, operation, number, terms, base)
        for operation, number in ranks_apart(asked.clause, asked.operations)
        for terms, base in _joined(asked.parts, operation, asked.clause)
    ]


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
    divided = any(sign in clause.words for sign in "/÷")  # 职业年金/养老保险 百分比
    if operation is Operation.SHARE and not (clause.whole or apart or divided) and (two := two_named(parts)):
        return share_of_two(*two)
    if held and len(parts) == 2 and not clause.whole and not apart:
        return [(parts[0], parts[1])]
    return [(part, clause.whole) for part in parts]


_AMONG_PROJECTS = re.compile(
    r"项目(?:支出|经费|资金|的钱)?(?:[里中内]|当中|之中|[，,])[^，,。；;？?]*最[^，,。；;？?]*占"
)
_WITHIN_PROJECTS = re.compile(r"项目(?:里[头面边]?|[当之]?中)的?(?![心央学小介标])[^，,。；;？?]*占")
_OF_PROJECT_MONEY = (Operation.SHARE, Operation.COMPLETION)


def _asked_of(asked: ClauseAsked, operation: Operation, number: int | None, terms: list[Term], base: list[Term]) -> Ask:
    """One operation over one thing, or over what was asked of before where none is named."""
    clause, before = asked.clause, asked.before
    inherited = before.terms if before is not None and not terms else ()
    context = before.terms if before is not None and terms else ()
    entity = _entity_said(asked, terms)
    if operation in _OF_PROJECT_MONEY and _is_of_all_projects(clause, terms):
        terms, inherited, entity = [projects_term()], (), None  # 开支里干项目的钱占几成; 项目支出完成预算的几成
    if operation is Operation.COUNT and inherited and inherited[-1].concept and inherited[-1].text.endswith("项目"):
        entity = entity or "project"  # 特定目标类的项目一共多少钱，几个
    entity = entity or _set_made_of(clause, operation)
    of_indicators = before is not None and _counts_on(clause, operation, before)
    entity = "indicator" if of_indicators else entity
    own = tuple(terms) or inherited
    if operation is Operation.SHARE and entity == "project" and not base and _AMONG_PROJECTS.search(clause.words):
        base = [*filter(names_a_fund, terms), projects_term()]  # 项目里，最大的占几成: of the projects, not of all
    if operation is Operation.SHARE and entity == "project" and not (base or terms) and _is_of_projects(before):
        base = [projects_term()]  # 项目支出多少，最大的项目占几成
    of_projects = operation is Operation.SHARE and entity == "project" and terms and not base
    if of_projects and _WITHIN_PROJECTS.search(clause.words):
        base, entity = [projects_term()], None  # 项目里单位资金占几成
    if operation is Operation.SHARE and terms and not base and before is not None:
        base = _whole_told(clause, before)
    if operation is Operation.LOOKUP and of_each_house(clause, context):
        operation, entity, own = Operation.LIST, "unit", (*own, *context)
    elif operation is Operation.LOOKUP and before is not None and context:
        own = (*_whole_before(clause, terms, before), *own)
    elif operation is Operation.LOOKUP and clause.each and clause.said_count and entity in _SETS_OF_LINES:
        operation = Operation.LIST  # 城乡社区的两个科目分别多少
    if _is_of_bodies_only(clause, operation):
        own, context = (), inherited
    leaning = before if before is not None and not terms and _goes_on_with(clause, before) else None
    basis, basis_year = _basis(clause, operation, before)
    grouped = leaning is not None and operation in _OF_SETS | _OF_RANKS
    without, alone, filled = _columns_said(clause, leaning)
    return Ask(
        operation,
        own,
        base=tuple(base),
        context=context,
        entity=entity,
        filters=tuple(clause.filters) or (leaning.filters if leaning else ()),
        number=number,
        basis_year=basis_year,
        basis=basis,
        direction=direction_of(clause),
        secret=not clause.open_only if clause.secret else leaning.secret if leaning else None,
        level=clause.level or (leaning.level if leaning else None),
        scope=asked.scope,
        excluded=tuple(clause.excluded) or (leaning.excluded if leaning else ()),
        words=clause.words,
        group="body" if "group" in clause.operators else leaning.group if leaning and grouped else None,
        on_indicators=on_indicators(clause) or of_indicators,
        as_of=clause.as_of,
        either=len(clause.filters) > 1 and any(t.text in ("或", "或者") for t in clause.tokens),
        summed=clause.summed,
        inner=extreme(clause) if Operation.SHARE in asked.operations else None,
        said_count=clause.said_count if number == clause.number else None,  # 哪三个…最高
        which=clause.which or names_one(clause, operation) or picks_again(operation, terms, before),
        base_scope=_scope_of_base(asked, operation, leaning),
        stated=tuple(clause.stated),
        each=clause.each,
        hints=tuple(clause.hints) or _whose_before(asked),
        without=without,
        alone=alone,
        filled=filled,
        per=asked.per,
        dropped=picked(clause.dropped),
        topic=topic_of(clause, before),
    )


def _is_of_projects(before: Ask | None) -> bool:
    """Whether what was asked before is what is spent on projects."""
    return before is not None and [t.concept for t in before.terms] == ["project_expenditure"]


def _whole_told(clause: Clause, before: Ask) -> list[Term]:
    """What a part is said to be of by pointing at it: 住房保障支出多少，其中购房补贴占几成，公积金占几成."""
    chosen = before.filters or before.excluded or before.secret is not None
    if chosen or clause.mentions or clause.entity:
        return []
    if before.operation is Operation.SHARE:
        return list(before.base)
    if before.operation not in (Operation.LOOKUP, Operation.SUM):
        return []
    if "part" not in clause.follow:  # …项目支出多少，其中财政拨款多少，单位资金占几成
        return list(before.context) if before.words.startswith("其中") else []
    return list(before.terms) or ([projects_term()] if before.entity == "project" else [])


def _goes_on_with(clause: Clause, before: Ask) -> bool:
    """Whether a clause that names nothing goes on with the set before it: 最大的呢; 其中最大的项目."""
    again = "part" in clause.follow and clause.entity == before.entity
    return not clause.entity or again


def _columns_said(clause: Clause, leaning: Ask | None) -> tuple[tuple[Term, ...], ...]:
    """The columns that are to be empty, to carry all, to carry some; those of the set that a clause goes on with."""
    own = (tuple(clause.without), tuple(clause.alone), tuple(clause.filled))
    return own if leaning is None or any(own) else (leaning.without, leaning.alone, leaning.filled)


def _entity_said(asked: ClauseAsked, terms: list[Term]) -> str | None:
    """What a set is made of, as the clause says or, where it names nothing, as was said before it."""
    if (counted := _counted(asked.clause) or asked.clause.entity) is not None:
        return counted
    return asked.before.entity if asked.before is not None and not terms else None


def _whose_before(asked: ClauseAsked) -> tuple[str, ...]:
    """What hints at whose it is, of the clause that this one goes on with: 深审劳务费多少，其中项目支出多少."""
    before, clause = asked.before, asked.clause
    on = before is not None and bool(before.hints) and not (before.scope.departments or asked.scope.departments)
    return before.hints if before is not None and on and clause.follow and not clause.mentions else ()


def _counted(clause: Clause) -> str | None:
    """What a count is of, where the words next to it say so: 几条绩效指标, not the projects that set them."""
    if re.search(
        r"(?:几|多少)\s*[条个项]\s*(?:(?!项目的)[\u4e00-\u9fff]){0,6}指标(?!的)|指标.{0,4}(?:几|多少)[条个项]?$",
        clause.words,
    ):
        return "indicator"
    return None


def _is_of_all_projects(clause: Clause, terms: list[Term]) -> bool:
    """Whether a share is of what all projects together cost, none of them chosen."""
    of_projects = clause.entity == "project" and _counted(clause) is None
    chosen = terms or clause.follow or clause.filters or clause.ranked or "max" in clause.operators
    return of_projects and not chosen


def _set_made_of(clause: Clause, operation: Operation) -> str | None:
    """What a set is made of that no word names: subjects of a level, what a table of targets lists."""
    if clause.level is not None and _runs_over_subjects(clause, operation):
        return "subject"
    return "project" if "targets" in clause.kinds and operation in _OF_SETS else None


def _runs_over_subjects(clause: Clause, operation: Operation) -> bool:
    """Whether a level (类, 款, 项) says what a set is made of, and not which of two lines of one name is meant."""
    if operation in (Operation.SUM, Operation.LOOKUP):
        bounded = bool(clause.filters) and all(t.concept in SIDE_WORDS for t in clause.terms)
        return bounded or not clause.terms  # 支出超过200万元的款级科目合计多少
    return operation in _OF_SETS | _OF_RANKS


def _counts_on(clause: Clause, operation: Operation, before: Ask) -> bool:
    """Whether a clause goes on counting the indicators that were counted before it: 其中质量类几项."""
    counted = before.operation is Operation.COUNT and before.entity == "indicator"
    return counted and operation is Operation.COUNT and not clause.entity and bool(clause.terms)


def _whole_before(clause: Clause, terms: Sequence[Term], before: Ask) -> tuple[Term, ...]:
    """What was spoken of before that a thing is looked up within, with the side of it that was said."""
    whole = whole_of(clause, terms, before.terms)
    return (*whole, *side_spoken_of(before)) if whole else ()


def _is_of_bodies_only(clause: Clause, operation: Operation) -> bool:
    """Whether a set is of what its noun says alone; 甲费多少，哪个单位最多 ranks units by the line before."""
    of_line = clause.entity == "unit" and operation in (Operation.MAX, Operation.MIN)
    within = "part" in clause.follow and clause.entity in _SUBJECTS  # 项目支出多少，其中最大的科目: of that line
    named = clause.terms or clause.inner or of_line or within
    return bool(clause.entity) and not named and operation in _OF_SETS


def _basis(clause: Clause, operation: Operation, before: Ask | None) -> tuple[str | None, int | None]:
    """What a change is held against, and of which year; that of the change before where the same is asked again."""
    kept = before if operation in MOVES and "same" in clause.follow and not clause.basis else None
    if kept is None:
        return clause.basis, clause.basis_year
    return clause.basis or kept.basis, clause.basis_year or kept.basis_year


def _scope_of_base(asked: ClauseAsked, operation: Operation, leaning: Ask | None) -> Scope | None:
    """Where the other side of a comparison is, if not in the same place and time."""
    held = scope_held_against(asked.clause, asked.scope)
    return held or (held_against(asked.clause, leaning) if operation in MOVES else None) or None
