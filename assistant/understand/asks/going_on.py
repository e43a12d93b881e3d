"""What a clause asks that names nothing of its own: the same as before it, elsewhere, of another time or kind."""

import re
from collections.abc import Callable

from assistant.plan import MOVES, TEXT_OPERATIONS, Ask, Operation, Scope, replace
from assistant.understand.asks.clause_asked import ClauseAsked
from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.named_things import come_to, in_projects, projects_term
from assistant.understand.words.concept_terms import concept_term, name_term
from ingest.records.document import Stage

_PLACE_SAID = re.compile(r"(?:表里|文字说明里)(?!有)")  # …在文字说明里写多少，表里是多少
# Cars that are there, which are none of those that are to be bought; and cars that are counted.
_THERE = re.compile(r"现有|已有|共有|保有|现在有|目前有|手[上头里]|名下")
_COUNTED_CARS = re.compile(r"(?:几|多少)\s*[辆台]")
_SUM_SAID = re.compile(r"总(?:金|数)?额|总钱数|总花费|合计金额")  # 几个，还有总额
_BASIC = ("basic_expenditure",)
_HOW_MUCH = re.compile(r"多少|几[万亿元]|呢$")
_PROJECTS_COUNTED = re.compile(r"(?:多少|几)[个项]|项目(?:有|是)?(?:多少|几)个?$")
_HELD_AGAINST = (*MOVES, Operation.COMPLETION)
_ONLY_NAMED = re.compile(r"(?:那么?|还有|另外)?[^多少几哪什么]{2,16}呢")
_AMOUNT_ASKED = re.compile(r"(?:多少|几)(?:[万亿]?元|钱|$)")
_SHORT = 8  # signs in which a clause says no more than whose budget is meant: 单位的


def topic_of(clause: Clause, before: Ask | None) -> str:
    """What a clause is about besides its own words: what it says it is part of (买几辆车，其中警车几辆)."""
    if before is None or _THERE.search(clause.words):
        return clause.topic
    again = _COUNTED_CARS.search(clause.words) and (before.topic or _COUNTED_CARS.search(before.words))
    within = "part" in clause.follow or again
    return before.topic + before.words + clause.topic if within else clause.topic


def of_another_amount(asked: ClauseAsked) -> list[Ask] | None:
    """The same of what bears one name and another amount: 31万元的那个呢, 31万元的同名项目呢."""
    clause, before = asked.clause, asked.before
    if before is None or asked.operations or not (clause.stated and before.stated and "same" in clause.follow):
        return None
    if clause.filters or clause.unknown or not all(term in before.terms for term in clause.terms):
        return None
    return [replace(before, scope=asked.scope, stated=tuple(clause.stated))]


def same_of_another_line(asked: ClauseAsked) -> list[Ask] | None:
    """The same of another line: 公务接待费比去年差多少？出国费呢."""
    clause, before = asked.clause, asked.before
    if before is None or asked.operations or before.operation not in _HELD_AGAINST or before.base:
        return None
    bare_name = clause.terms and _ONLY_NAMED.fullmatch(clause.words.strip("，,。？? ")) and not clause.filters
    if not bare_name or clause.unknown or not all(t.concept for t in clause.terms):
        return None
    scope = asked.scope if asked.scope.departments else before.scope
    terms, words = tuple(clause.terms), clause.words
    return [replace(before, terms=terms, direction=None, scope=scope, words=words, stated=(), context=())]


def spent_on_projects(asked: ClauseAsked) -> list[Ask] | None:
    """How much of the line asked for before is spent on projects: 劳务费多少，其中项目里列支多少."""
    clause, before = asked.clause, asked.before
    if before is None or asked.operations or not in_projects(clause, before):
        return None
    within = (*(t for t in before.terms if t.concept not in _BASIC), projects_term())
    return [replace(before, operation=Operation.LOOKUP, terms=within, words=clause.words, scope=asked.scope)]


def going_on(asked: ClauseAsked) -> list[Ask] | None:
    """What a clause asks that names nothing: what was asked before it, or an amount as such; None of other clauses."""
    clause, scope, before = asked.clause, asked.scope, asked.before
    if asked.operations or not _names_nothing(clause):
        return None
    if before is None and (_says_where(clause) or clause.amount_said):
        each = bool(clause.each and clause.entity and clause.said_count)  # 五个项目各多少钱
        of_level = clause.each and clause.level is not None  # 项级科目各多少
        listed = Operation.LIST if each or of_level else Operation.LOOKUP
        said = clause.said_count if each else None
        entity = clause.entity or ("subject" if of_level else None)
        level = clause.level if of_level else None
        made = Ask(listed, (), entity=entity, scope=scope, words=clause.words, said_count=said, each=each)
        return [replace(made, level=level)]
    if before is not None:
        for step in _STEPS:
            if (ask := step(clause, scope, before)) is not None:
                return [ask]
    asked_on = clause.entity and "same" in clause.follow and _HOW_MUCH.search(clause.words)
    if (clause.denied and clause.amount_said) or (clause.each and clause.entity) or asked_on:
        clause.unknown.append(clause.words)  # …，剩下多少没花; …，其中日常的和项目的各多少
    return []


def _names_nothing(clause: Clause) -> bool:
    """Whether a clause names no thing and no condition."""
    columns = clause.without or clause.alone or clause.filled
    chosen = clause.filters or clause.secret or clause.excluded or columns or "group" in clause.operators
    return not (clause.terms or clause.inner or chosen)


def _says_where(clause: Clause) -> bool:
    """Whether a clause says where to look: of whom, of which year or stage, in which book."""
    placed = clause.mentions or clause.places or clause.stages or clause.kinds
    dated = clause.years or clause.relative
    return bool(placed or dated) or _PLACE_SAID.match(clause.words) is not None


def _in_the_other_book(clause: Clause, scope: Scope, before: Ask) -> Ask | None:
    """单位的."""
    if clause.entity not in ("unit", "department") or len(clause.words) > _SHORT:
        return None
    return replace(before, scope=replace(scope, kinds=(clause.entity,)), words=clause.words)


def _of_the_year_before(clause: Clause, scope: Scope, before: Ask) -> Ask | None:
    """比上年压了多少，上年是多少; 比2024年压了多少，那2024年是多少元."""
    asked = clause.amount_said or _AMOUNT_ASKED.search(clause.words)
    base = before.basis_year or (before.scope.years[0] - 1 if len(before.scope.years) == 1 else None)
    before_it = clause.relative == [-1] or (base is not None and clause.years == [base] and not clause.relative)
    if before.operation not in MOVES or not (before_it and asked):
        return None
    if base is not None:
        scope = replace(scope, years=(base,), relative_years=())  # 2024年涨了多少，去年多少: counted from the year said
    held = replace(before, operation=Operation.LOOKUP, basis=None, basis_year=None, direction=None)
    return replace(held, scope=scope, words=clause.words)


def _elsewhere(clause: Clause, scope: Scope, before: Ask) -> Ask | None:
    """那甲局呢, 去年呢, 全市呢."""
    if not (_says_where(clause) or clause.own_level or clause.tiers or clause.every_year or clause.as_of):
        return None
    of = replace(before, words=clause.words, topic=topic_of(clause, before))
    if before.operation is Operation.COMPLETION and clause.stages and clause.amount_said:
        of = replace(of, operation=Operation.LOOKUP)  # 完成预算百分之几？那年初预算多少 asks for no share
    if before.as_of is None:
        return replace(of, scope=_of_the_years_end(clause, scope))
    if not (clause.years or clause.relative or clause.as_of):
        return replace(of, scope=scope)
    scope = replace(scope, years=(), relative_years=())
    return replace(of, scope=scope, as_of=_state_of(clause, before.as_of))


def _state_of(clause: Clause, held: tuple[int, int]) -> tuple[int, int]:
    """The date of what there was, moved to the year a turn says: 2024年末多少，那上一年末呢."""
    if clause.years:
        return clause.years[0], held[1]
    said = clause.as_of[0] if clause.as_of is not None else clause.relative[0]
    year = said if said > 0 else held[0] + said  # counted from the year before, or as that from the newest
    return year, clause.as_of[1] if clause.as_of is not None else held[1]


def _of_the_years_end(clause: Clause, scope: Scope) -> Scope:
    """The scope of a turn that says the end of a year, of what is no state: 收入多少，上年末呢."""
    if clause.as_of is None:
        return scope
    year = clause.as_of[0]
    return replace(scope, years=(year,) if year > 0 else (), relative_years=() if year > 0 else (year,))


_SPENT_SAID = re.compile(r"(?:花|用|支)(?:了|掉|出去|出了)(?!的)")


def _budgeted(clause: Clause, scope: Scope, before: Ask) -> Ask | None:
    """决算花了多少，预算多少; 接待花了多少，原先预算多少."""
    spent = not before.scope.stages and _SPENT_SAID.search(before.words) is not None
    final = before.scope.stages == (Stage.FINAL_ACCOUNT.value,) or spent or _is_a_line(before)
    if not (final and clause.budget_said and (clause.amount_said or "same" in clause.follow)):
        return None
    of = replace(before, operation=Operation.LOOKUP) if before.operation is Operation.COMPLETION else before
    return replace(of, scope=replace(scope, stages=(Stage.BUDGET.value,)), words=clause.words)


def _is_a_line(before: Ask) -> bool:
    """Whether the amount of a line, or how much of its budget was spent, was asked for, of no stage that is said."""
    lines = bool(before.terms) and all(t.concept for t in before.terms)
    of_amount = before.operation in (Operation.LOOKUP, Operation.COMPLETION)
    return lines and of_amount and not (before.scope.stages or before.measure)


def _spent_on_it(clause: Clause, scope: Scope, before: Ask) -> Ask | None:
    """接待费多少，花了多少钱: the line again; 接待了多少批次，花了多少钱: what the receptions cost."""
    if before.operation is not Operation.LOOKUP or not _SPENT_ON_IT.fullmatch(clause.words.strip("，,。？? ")):
        return None
    event = _EVENTS_COUNTED.search("".join(t.text for t in before.terms))
    line = _COST_OF[event["of"]] if event is not None else None
    if line is None and not _is_a_line(before):
        return None
    own = line is not None and _FOREIGN.search("".join(t.text for t in before.terms))
    terms = (concept_term(line),) if line is not None and not own else before.terms
    if own:  # what foreign guests cost is a part of receptions, told apart where it is printed
        terms = (name_term(_FOREIGN_COST),)
    return replace(before, terms=terms, scope=scope, words=clause.words, context=())


_SPENT_ON_IT = re.compile(
    r"(?:那么?|一共|总共|共|都|实际|最后|到底)*(?:花|用|支出|开支)(?:了|掉|出去)?(?:多少|几)(?:个?钱|[万亿]?元)?[呢啊]?"
)
# What the three public expenses are counted by: 国内公务接待批次, 因公出国（境）团组数.
_EVENTS_COUNTED = re.compile(r"(?P<of>接待|出国)[^，,]{0,8}(?:批次|人次|团组|批数)")
_FOREIGN, _FOREIGN_COST = re.compile("外宾|外事"), "外宾接待支出"
_COST_OF = {"接待": "reception", "出国": "abroad"}


def _amount_of_it(clause: Clause, scope: Scope, before: Ask) -> Ask | None:
    """那它要花多少钱, after what it is for."""
    of_words = before.operation in TEXT_OPERATIONS and bool(before.terms)
    if not (of_words and clause.amount_said and "same" in clause.follow):
        return None
    return replace(before, operation=Operation.LOOKUP, scope=scope, words=clause.words)


def _of_those_counted(clause: Clause, scope: Scope, before: Ask) -> Ask | None:
    """有几个项目，各多少, or what they come to: 总额多少."""
    if before.operation is not Operation.COUNT:
        return None
    if clause.each:
        return replace(before, operation=Operation.LIST, words=clause.words)
    if clause.amount_said or _SUM_SAID.search(clause.words):
        return come_to(before, clause.words)
    return None


def _other_half(clause: Clause, scope: Scope, before: Ask) -> Ask | None:
    """The projects of the line whose other half was asked for: 基本支出是多少，做项目的又是多少."""
    asked = clause.entity == "project" and _HOW_MUCH.search(clause.words) and not _PROJECTS_COUNTED.search(clause.words)
    halved = before.operation is Operation.LOOKUP and any(t.concept in _BASIC for t in before.terms)
    if not (asked and halved):
        return None
    terms = tuple(projects_term() if t.concept in _BASIC else t for t in before.terms)
    return replace(before, scope=scope, terms=terms, words=clause.words)


_STEPS: tuple[Callable[[Clause, Scope, Ask], Ask | None], ...] = (
    _in_the_other_book,
    _of_the_year_before,
    _elsewhere,
    _budgeted,
    _spent_on_it,
    _amount_of_it,
    _of_those_counted,
    _other_half,
)
