"""From clauses to the plan: which operation over which things, in which scope, carried from clause to clause."""

import itertools
import re
from dataclasses import replace

from assistant.lexicon import concepts
from assistant.plan import EVERY, SET_OPERATIONS, Ask, Operation, Plan, Scope, Term, Token
from assistant.understand.asks.after_moves import adds_the_moves, asks_the_moves_again, with_funds_of
from assistant.understand.asks.asking import asks_of
from assistant.understand.asks.operations_asked import operations_of
from assistant.understand.asks.set_shares import leaned_on, only_chosen
from assistant.understand.asks.sets_by_condition import listed_by_body, of_the_same_thing
from assistant.understand.asks.whole_meant import other_money
from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.from_tokens import clauses_of
from assistant.understand.clauses.joining import asks as puts_a_question
from assistant.understand.clauses.named_things import (
    drop_common_words,
    own_and_units,
    projects_term,
    units_of_a_kind,
)
from assistant.understand.clauses.scoping import scope_of
from assistant.understand.clauses.topics import is_topic, lead_on
from assistant.understand.tokens import Vocabulary, tokens_of
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words
from ingest.records.document import Stage


def plan_of(words: Words, vocab: Vocabulary, language: str, before: Plan | None = None) -> Plan:
    """The plan of a question; ``before`` is the plan of the turn before it, whose scope it may lean on."""
    tokens = tokens_of(words, vocab)
    clauses = clauses_of(words, tokens)
    for clause in clauses:
        units_of_a_kind(clause)
        own_and_units(clause)
    scope = before.asks[-1].scope if before and before.asks else Scope()
    asks: list[Ask] = []
    unit = None
    alone = before is None
    inner: list[Term] = []
    left_out: list[Term] = []
    dropped: list[tuple[str, int | None]] = []
    hints: list[str] = []
    for number, clause in enumerate(clauses):
        unit = clause.unit or unit
        if number + 1 < len(clauses) and _only_states(clause, clauses[number + 1]):
            scope = replace(scope_of(clause, scope, fresh=alone and number == 0), relative_years=())
            continue
        if number + 1 < len(clauses) and _only_adds(clause, clauses[number + 1]):
            clauses[number + 1].parts = clause.parts  # 把甲和乙加起来，某局要多少
            clauses[number + 1].operators.insert(0, "sum")
            continue
        if number + 1 < len(clauses) and is_topic(clause, clauses[number + 1], before is not None and not asks):
            scope = scope_of(clause, scope, fresh=alone and number == 0)
            following = clauses[number + 1]
            lead_on(clause, following)
            if following.each and following.terms and len(clause.parts) > 1:
                following.parts = [[*part, *following.terms] for part in clause.parts]  # 甲和乙两个项目，…分别多少
                continue
            dropped = [*dropped, *clause.dropped]
            inner, left_out, hints = clause.terms, list(clause.excluded), [*hints, *clause.hints]
            continue
        clause.hints, hints = [*hints, *clause.hints], []
        clause.dropped, dropped = [*dropped, *clause.dropped], []
        if inner or left_out:
            clause.inner, inner = [*inner, *clause.inner], []
            clause.excluded, left_out = [*left_out, *clause.excluded], []
        drop_common_words(clause)
        scope = scope_of(clause, scope, fresh=alone and number == 0)
        if asks and _only_places(clause, asks[-1]):  # 哪个更高，深圳还是苏州; 培训费多少，某局的
            open_scope, which = asks[-1].scope, clause.which
            asks = [replace(a, scope=scope, which=a.which or which) if a.scope == open_scope else a for a in asks]
            continue
        if asks and _specifies(clause):
            asks[-1] = replace(asks[-1], scope=scope)  # …多少，我说的是年初预算
            continue
        if asks and _leaves_out(clause):
            asks[-1] = replace(asks[-1], excluded=(*asks[-1].excluded, *clause.excluded))
            continue
        if asks and (wider := with_funds_of(clause, asks[-1])) is not None:
            asks[-1] = wider
            continue
        if asks and asks_the_moves_again(clause, asks[-1]):
            continue
        if asks and adds_the_moves(clause, asks[-1]):
            asks.append(replace(asks[-1], operation=Operation.SUM, words=clause.words))
            continue
        previous = leaned_on(asks) if asks else (before.asks[-1] if before and before.asks else None)
        told = asks or (list(before.asks) if before else [])
        if clause.each and not clause.terms and len(told) > 1 and operations_of(clause):
            asks = [*asks, *(a for one in told if one.terms for a in asks_of(clause, scope, one, True))]  # 各占多少比例
            continue
        made = asks_of(clause, scope, previous, continued=bool(asks) or before is not None)
        asks = [*(asks[:-1] if only_chosen(asks, made) else asks), *made]
    asks = [listed_by_body(ask) for ask in _settled(_planned_first(asks))]
    asks = of_the_same_thing(asks, before.asks[-1] if before and before.asks else None)
    placed = {hint for ask in asks if ask.operation in _HINTED for hint in ask.hints}
    asks = [ask if ask.operation in _HINTED else replace(ask, hints=()) for ask in asks]
    unknown = tuple(w for c in clauses for w in (*c.unknown, *(h for h in c.hints if h not in placed)))
    unknown += tuple(w for a in asks if (w := other_money(a)) is not None and w not in unknown)
    follow_set = before is not None and any(_on_earlier_set(clause) for clause in clauses)
    if before is not None and unit and not any(clause.terms or clause.operators for clause in clauses):
        asks = list(before.asks) if not asks or all(a == b for a, b in zip(asks, before.asks, strict=False)) else asks
    return Plan(
        words.text,
        language,
        tuple(asks),
        unit,
        _account(words, tokens),
        unknown,
        follow_set,
        tuple(t.text for t in tokens if t.family in _NAMING),
        tuple(
            t.text for t in tokens if t.length > 1 and (t.family in ("soft", "filler") or t.role.startswith("entity_"))
        ),
        tuple(t.text for t in tokens if t.role == "gathered"),
        scope,
    )


def _on_earlier_set(clause: Clause) -> bool:
    """Whether a clause computes over what the turn before found: 它们加起来, 其中最大的."""
    if "set" in clause.follow or (clause.dropped and not clause.terms):
        return True
    worked = {"sum", "max", "min", "mean", "median", "count"} & set(clause.operators)
    computed = clause.ranked or clause.filters or worked
    return "part" in clause.follow and bool(computed) and not clause.terms


# Operations over one figure: a word that names no line may stand beside it.
_NAMING = ("name", "like", "concept", "hint", "quoted", "unknown", "code")
_HINTED = (
    Operation.LOOKUP,
    Operation.CHANGE,
    Operation.GROWTH,
    Operation.SHARE,
    Operation.DIFFERENCE,
    Operation.RATIO,
    Operation.COMPARE,
)
# 今年部门预算总共多少: the whole of the only budget there is, or of which one is asked back.
_BUDGET_SUMMED = re.compile(r"预算|收支|决算|(?:花|支出|开支|用)(?:了|掉)")
_BUYING = re.compile(r"[买购](?:了|进)?(?:些|点|的)?(?:什么|啥|哪)")  # 买些什么东西 asks for no total of the budget
# 多少人, 几个: what is counted has to be named.
_MEASURED = re.compile(r"(?:多少|几)\s*(?:人|名|个(?![亿万])|位|辆|台|家|平|次|场|所|户|件|套|亩|公里)")
_VEHICLES = ("vehicle", "vehicle_count", "vehicle_purchase", "vehicle_running")
_HELD = (Operation.DIFFERENCE, Operation.RATIO, Operation.COMPARE, Operation.SHARE)
_COMPARING = (Operation.COMPARE, Operation.DIFFERENCE, Operation.RATIO, Operation.MAX, Operation.MIN, Operation.TOP)


def _only_places(clause: Clause, asked: Ask) -> bool:
    """Whether a clause only says of whom the one before it asks, which left that open."""
    left_open = (
        not asked.scope.departments
        and asked.entity not in ("unit", "department")
        and re.search("[吗没否]", clause.words) is None
    )
    named = (clause.mentions or clause.places) and (asked.operation in _COMPARING or left_open)
    return bool(named) and not (clause.terms or clause.operators or clause.filters or clause.ranked or clause.unknown)


def _specifies(clause: Clause) -> bool:
    """Whether a clause only says more closely where the one before it looks: 我说的是年初预算, 按部门口径."""
    said = clause.stages or clause.kinds or clause.own_level or clause.tiers or clause.years or clause.mentions
    asked = clause.terms or clause.operators or clause.amount_said or clause.follow & {"same"} or clause.unknown
    return bool(said) and not asked and _CLOSER.search(clause.words) is not None


def _leaves_out(clause: Clause) -> bool:
    """Whether a clause only says what is left out of the one before it: …有哪些，日常公用经费不算."""
    asked = clause.terms or clause.operators or clause.filters or clause.ranked or clause.unknown or clause.amount_said
    return bool(clause.excluded) and not asked


_CLOSER = re.compile(r"(?:说|指|问|要|看|查)的?是|口径|为准|^按|^以|^就?看|^只看")


def _only_states(clause: Clause, following: Clause) -> bool:
    """Whether a clause states what is not there before another asks: 今年公车的钱一分没有，那去年买车花了多少."""
    asks_nothing = not puts_a_question(clause.tokens) and not clause.unknown
    return clause.denied and asks_nothing and puts_a_question(following.tokens) and bool(following.terms)


def _only_adds(clause: Clause, following: Clause) -> bool:
    """Whether a clause only says what is added up before another asks how much, and of whom, it is."""
    named = clause.operators == ["sum"] and len(clause.parts) > 1 and not (clause.unknown or clause.hints)
    asked = puts_a_question(following.tokens) and bool(following.mentions) and not following.terms
    return named and not clause.mentions and asked and not re.search("[几哪何]|多少|什么|啥", clause.words)


def _counted_vehicles(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple(Term(t.text, "concept", "vehicle_count") if t.concept in _VEHICLES else t for t in terms)


def _settled(asks: list[Ask]) -> list[Ask]:
    """Leave out asks that another says better: a bare list beside a filter, a total that is only a lookup."""
    made: list[Ask] = []
    for ask in asks:
        vehicles = any(t.concept == "vehicle_count" for t in ask.terms)
        counted = vehicles or re.search(r"(?:(?<!哪)几|多少)\s*[辆台部个]", ask.words)
        if counted and ask.measure is None and any(t.concept in _VEHICLES for t in ask.terms):
            moved = (Operation.CHANGE, Operation.GROWTH)
            kept = (*_HELD, *moved, Operation.TARGET, Operation.PURPOSE, *SET_OPERATIONS)
            held = ask.operation in kept and ask.operation is not Operation.COUNT
            ask = replace(
                ask,
                operation=ask.operation if held else Operation.LOOKUP,
                measure="辆",
                base=_counted_vehicles(ask.base),
                terms=_counted_vehicles(ask.terms),
            )
        scope = ask.scope
        dated = scope.every_year or len(scope.years) > 1 or scope.recent > 1
        several = len(scope.departments) > 1 or dated or ask.operands
        plain = ask.entity is None and not (ask.filters or several or ask.dropped) and ask.secret is None
        whole = _BUDGET_SUMMED.search(ask.words) is not None
        if ask.operation is Operation.SUM and plain and not ask.terms and len(asks) > 1 and not whole:
            continue  # 把两块合到一起，奖金总额是多少: the sum is of what is named after it
        if ask.operation is Operation.SUM and plain and (ask.terms or scope.departments or whole):
            ask = replace(ask, operation=Operation.LOOKUP, summed=True)  # 三公经费合计 is a printed line
        if ask.operation is Operation.COMPARE and not ask.terms and len(ask.scope.departments) > 1 and not ask.base:
            total = concepts()["budget_total"]
            ask = replace(ask, terms=(Term(total.words[0], "concept", total.id),))  # 谁的预算大
        if _is_of_whole(ask):
            final = Stage.FINAL_ACCOUNT.value in ask.scope.stages or "支出" in ask.words
            total = concepts()["expenditure_total" if final else "budget_total"]
            ask = replace(ask, terms=(Term(total.words[0], "concept", total.id),))  # 今年预算比去年多了多少
        if made and _goes_on_of_whole(ask, made[-1]):
            if made[-1].operation is ask.operation:
                continue  # 预算比上年为什么增加，增加了多少: told before its reason
            total = concepts()["budget_total"]
            ask = replace(ask, terms=(Term(total.words[0], "concept", total.id),))
        elif made and _goes_on_of(ask, made[-1]):
            ask = replace(ask, terms=made[-1].terms)  # 去年批了多少钱？今年多了百分之几
        if _is_of_projects(ask):
            ask = replace(ask, terms=(projects_term(),), entity=None)  # 项目上实际花了多少
        if ask.operation in _HELD and not (ask.terms or ask.base or ask.picks) and len(scope.stages) == 2:
            ask = replace(ask, terms=(Term("支出", "concept", "expenditure_total"),))  # 年初预算数和实际支出差了多少
        if (
            ask.operation is Operation.LOOKUP
            and not ask.terms
            and not _MEASURED.search(ask.words)
            and (ask.scope.departments or (ask.summed and _BUDGET_SUMMED.search(ask.words)))
            and not ask.entity
            and not ask.filters
            and ask.secret is None
            and not ask.excluded
        ):
            concept = "procurement" if _BUYING.search(ask.words) else "budget_total"
            if any(word in ask.words for word in ("花", "支出", "开支", "用了", "用掉")):
                concept = "expenditure_total"
            ask = replace(
                ask,
                terms=(
                    Term(
                        "支出" if concept == "expenditure_total" else concepts()[concept].words[0], "concept", concept
                    ),
                ),
            )
        if (
            ask.operation in (Operation.LIST, Operation.LOOKUP)
            and made
            and made[-1] == replace(ask, operation=made[-1].operation)
        ):
            if made[-1].operation in (Operation.MAX, Operation.MIN, Operation.TOP, Operation.BOTTOM):
                continue
            if ask.operation is made[-1].operation:
                continue
        if made and _says_the_order(ask, made[-1]):
            made[-1] = replace(made[-1], scope=ask.scope)
            continue
        if ask.which and made and _of_the_list(ask, made[-1]):
            ask = replace(ask, which=False)  # …分别多少，谁最少: said beside the list, no further line of it
        if made and made[-1].operation is Operation.LOOKUP and _bounds_the_set(made[-1], ask):
            made.pop()  # 金额不足二十万元的，有多少个: the bound goes with what is asked of the set
        if made and (made[-1].operation, ask.operation) in _LEADS and _set_of(made[-1]) == _set_of(ask):
            made.pop()  # 谁最大？排前三名: the first line of the list
        if made and ask.operation is made[-1].operation is Operation.SHARE and _says_again(ask, made[-1]):
            continue
        if made and ask.operation is Operation.GROWTH and _told_with(ask, made[-1]):
            continue
        if ask.picks and made and made[-1].number == EVERY:
            made.pop()  # 从多到少，第二名和第四名差多少
        made.append(ask)
    return made


def _says_the_order(ask: Ask, before: Ask) -> bool:
    """Whether a list is the order that was asked for before it: 按三公多少排列，2026年依次是哪几所、各多少."""
    ordered = before.operation in (Operation.TOP, Operation.BOTTOM) and before.number == EVERY
    again = ask.operation in (Operation.LIST, Operation.LOOKUP) and re.search("依次|分别|顺序", ask.words) is not None
    return ordered and again and ask.terms == before.terms and ask.filters == before.filters


_PLANNED = re.compile(r"预算|批|安排|打算|计划|定|编|排|给|列|拨")
_SPENT = re.compile(r"[花用]了|[花用]掉|支出了|实际|决算")


def _planned_first(asks: list[Ask]) -> list[Ask]:
    """The asks with the budget meant by one that plans before one for what was spent: 批了多少，最后花了多少."""
    made = list(asks)
    for at, (one, other) in enumerate(itertools.pairwise(asks)):
        final = (Stage.FINAL_ACCOUNT.value,)
        twice = one.operation is other.operation is Operation.LOOKUP and one.terms == other.terms
        spent = not one.scope.stages and other.scope == replace(one.scope, stages=final)
        if twice and spent and _PLANNED.search(one.words) and not _SPENT.search(one.words):
            made[at] = replace(one, scope=replace(one.scope, stages=(Stage.BUDGET.value,)))
    return made


def _is_of_whole(ask: Ask) -> bool:
    """Whether a change is asked of a body's budget itself: nothing else is named that could have changed."""
    moved = ask.operation in (Operation.CHANGE, Operation.GROWTH) and bool(ask.basis or ask.basis_year)
    named = ask.terms or ask.base or ask.context or ask.operands or ask.entity or ask.filters or ask.picks or ask.hints
    return (
        moved
        and bool(ask.scope.departments)
        and not named
        and re.search(r"预算|盘子|收支|决算|口径", ask.words) is not None
    )


def _goes_on_of(ask: Ask, before: Ask) -> bool:
    """Whether a change with nothing named is of what the clause before asked for, itself a whole that no word names."""
    moved = ask.operation in (Operation.CHANGE, Operation.GROWTH) and before.operation is Operation.LOOKUP
    named = ask.terms or ask.base or ask.context or ask.operands or ask.entity or ask.filters or ask.picks or ask.hints
    return moved and not named and ask.scope.departments == before.scope.departments


def _goes_on_of_whole(ask: Ask, before: Ask) -> bool:
    """Whether a change is asked of the whole budget, whose change was spoken of before: 预算为什么减少，减少了多少."""
    moved = ask.operation in (Operation.CHANGE, Operation.GROWTH) and not (ask.terms or ask.context or ask.hints)
    whole = not before.terms or {t.concept for t in before.terms} == {"budget_total"}
    spoken = before.operation in (Operation.REASON, Operation.CHANGE) and re.search("预算|收支", before.words)
    return moved and whole and bool(spoken) and ask.scope == before.scope and bool(ask.scope.departments)


def _is_of_projects(ask: Ask) -> bool:
    """Whether what was spent on all projects together is asked for, and not which or how many they are."""
    plain = not (ask.terms or ask.context or ask.filters or ask.which or ask.each or ask.excluded or ask.hints)
    spent = re.search(r"[花用]了|[花用]掉|支出|开支|决算|实际", ask.words) is not None
    alone = ask.operation is Operation.LOOKUP and ask.entity == "project" and ask.secret is None
    return alone and plain and spent and bool(ask.scope.departments) and _MEASURED.search(ask.words) is None


def _of_the_list(one: Ask, other: Ask) -> bool:
    """Whether a member is picked by rank from the very set that is listed before it."""
    picks = one.operation in (Operation.MAX, Operation.MIN, Operation.NTH, Operation.NTH_LAST)
    return picks and other.operation is Operation.LIST and _set_of(one) == _set_of(other)


_LEADS = ((Operation.MAX, Operation.TOP), (Operation.MIN, Operation.BOTTOM))


def _set_of(ask: Ask) -> tuple[object, ...]:
    return (ask.terms, ask.entity, ask.group, ask.level, ask.scope, ask.filters)


def _says_again(ask: Ask, before: Ask) -> bool:
    """Whether a share only repeats the one before it: …，它占多少; …，用百分比."""
    return not (ask.base or ask.inner) and ask.scope == before.scope and ask.terms in ((), before.terms)


def _bounds_the_set(one: Ask, other: Ask) -> bool:
    """Whether a clause only bounds the set that the next one counts, lists or adds up."""
    asked = other.operation in (Operation.COUNT, Operation.LIST, Operation.SUM)
    return asked and bool(one.filters) and _set_of(one) == _set_of(other) and not re.search("多少|几", one.words)


def _told_with(ask: Ask, before: Ask) -> bool:
    """Whether a rate is told with the change before it: of things together, or against another year's account."""
    held = bool(before.operands) or before.base_scope is not None
    return held and before.operation is Operation.CHANGE and ask.terms in ((), before.terms) and not ask.operands


def _account(words: Words, tokens: list[Span]) -> tuple[Token, ...]:
    lines = []
    for token in tokens:
        if token.family == "filler":
            continue
        spoken = words.spoken(token.start, token.end)
        lines.append(Token(spoken, _taken_for(token)))
    return tuple(lines)


def _taken_for(token: Span) -> str:
    if token.family == "concept":
        return f"concept:{concepts()[token.role].words[0]}"
    if token.family in ("department", "place"):
        keys = token.value if isinstance(token.value, tuple) else ()
        return f"{token.family}:{'|'.join(map(str, keys[:4]))}"
    if token.family == "like":
        value = token.value if isinstance(token.value, tuple) else ()
        return f"name:{value[0][0] if value else ''}"
    if token.family in ("operator", "context", "rank", "compare"):
        return f"{token.family}:{token.role}"
    return token.family
