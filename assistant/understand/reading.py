"""From clauses to the plan: which operation over which things, in which scope, carried from clause to clause."""

import re
from dataclasses import replace

from assistant.lexicon import concepts
from assistant.plan import Ask, Operation, Plan, Scope, Term, Token
from assistant.understand.asks.after_moves import adds_the_moves, asks_the_moves_again, with_funds_of
from assistant.understand.asks.asking import asks_of
from assistant.understand.asks.operations_asked import operations_of
from assistant.understand.asks.set_shares import leaned_on, only_chosen
from assistant.understand.asks.sets_by_condition import listed_by_body, of_the_same_thing
from assistant.understand.asks.settling import settled
from assistant.understand.asks.whole_meant import other_money
from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.from_tokens import clauses_of
from assistant.understand.clauses.joining import asks as puts_a_question
from assistant.understand.clauses.named_things import drop_common_words
from assistant.understand.clauses.scoping import scope_of
from assistant.understand.clauses.topics import is_topic, lead_on
from assistant.understand.clauses.units_named import own_and_units, units_of_a_kind
from assistant.understand.tokens import Vocabulary, tokens_of
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words


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
        if number + 1 < len(clauses) and is_topic(clause, clauses[number + 1]):
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
            asks = [*asks, *(a for one in told if one.terms for a in asks_of(clause, scope, one))]  # 各占多少比例
            continue
        made = asks_of(clause, scope, previous)
        asks = [*(asks[:-1] if only_chosen(asks, made) else asks), *made]
    asks = [listed_by_body(ask) for ask in settled(asks)]
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
