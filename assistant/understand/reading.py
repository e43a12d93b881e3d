"""From clauses to the plan: which operation over which things, in which scope, carried from clause to clause."""

import re
from dataclasses import replace

from assistant.lexicon import concepts
from assistant.plan import Ask, Operation, Plan, Scope, Term, Token
from assistant.understand.clause import Clause
from assistant.understand.clauses import SET_ROLES, clauses_of
from assistant.understand.scoping import scope_of, scope_of_whole
from assistant.understand.spans import Span
from assistant.understand.text import Words
from assistant.understand.tokens import Vocabulary, tokens_of

_RANKS = {"top": Operation.TOP, "bottom": Operation.BOTTOM, "nth": Operation.NTH, "nth_last": Operation.NTH_LAST}
_ORDER = (
    "reason",
    "define",
    "purpose",
    "target",
    "completion",
    "cumulative",
    "share",
    "ratio",
    "difference",
    "compare",
)


def plan_of(words: Words, vocab: Vocabulary, language: str, before: Plan | None = None) -> Plan:
    """The plan of a question; ``before`` is the plan of the turn before it, whose scope it may lean on."""
    tokens = tokens_of(words, vocab)
    clauses = clauses_of(words, tokens)
    scope = before.asks[-1].scope if before and before.asks else Scope()
    asks: list[Ask] = []
    unit = None
    alone = before is None
    inner: list[Term] = []
    left_out: list[Term] = []
    hints: list[str] = []
    for number, clause in enumerate(clauses):
        unit = clause.unit or unit
        if number + 1 < len(clauses) and _is_container(clause):
            scope = scope_of(clause, scope, fresh=alone and number == 0)
            inner, left_out, hints = clause.terms, list(clause.excluded), [*hints, *clause.hints]
            continue
        clause.hints, hints = [*hints, *clause.hints], []
        if inner or left_out:
            clause.inner, inner = [*inner, *clause.inner], []
            clause.excluded, left_out = [*left_out, *clause.excluded], []
        scope = scope_of(clause, scope, fresh=alone and number == 0)
        if asks and asks[-1].operation in _COMPARING and _only_places(clause):
            asks[-1] = replace(asks[-1], scope=scope)  # 哪个更高，深圳还是苏州
            continue
        previous = asks[-1] if asks else (before.asks[-1] if before and before.asks else None)
        told = asks or (list(before.asks) if before else [])
        if clause.each and not clause.terms and len(told) > 1 and _operations(clause):
            asks = [*asks, *(a for one in told if one.terms for a in _asks(clause, scope, one, True))]  # 各占多少比例
            continue
        asks.extend(_asks(clause, scope, previous, continued=bool(asks) or before is not None))
    asks = _settled(asks, clauses)
    placed = {hint for ask in asks if ask.operation in _HINTED for hint in ask.hints}
    asks = [ask if ask.operation in _HINTED else replace(ask, hints=()) for ask in asks]
    unknown = tuple(w for c in clauses for w in (*c.unknown, *(h for h in c.hints if h not in placed)))
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
    )


def _on_earlier_set(clause: Clause) -> bool:
    """Whether a clause computes over what the turn before found: 它们加起来, 其中最大的."""
    if "set" in clause.follow:
        return True
    computed = (
        clause.ranked or clause.filters or {"sum", "max", "min", "mean", "median", "count"} & set(clause.operators)
    )
    return "part" in clause.follow and bool(computed) and not clause.terms


# Operations over one figure: a word that names no line may stand beside it.
_NAMING = ("name", "like", "concept", "hint", "quoted", "unknown", "code")
_HINTED = (Operation.LOOKUP, Operation.CHANGE, Operation.GROWTH, Operation.SHARE)
_VEHICLES = ("vehicle", "vehicle_count", "vehicle_purchase", "vehicle_running")
_COMPARING = (Operation.COMPARE, Operation.DIFFERENCE, Operation.RATIO, Operation.MAX, Operation.MIN, Operation.TOP)


def _only_places(clause: Clause) -> bool:
    named = clause.mentions or clause.places
    return bool(named) and not (clause.terms or clause.operators or clause.filters or clause.ranked or clause.unknown)


def _is_container(clause: Clause) -> bool:
    """Whether a clause only says what the next one is about: 支出里，…; 三公经费这块，…; 深圳市审计局，…"""
    last = clause.tokens[-1].text
    asked = clause.operators or clause.filters or clause.amount_said or clause.each or clause.which or clause.ranked
    return (
        not asked
        and not clause.unknown
        and (last.endswith(("里", "中", "内", "里面", "块", "方面")) or not clause.terms)
    )


def _asks(clause: Clause, scope: Scope, previous: Ask | None, continued: bool) -> list[Ask]:
    parts = clause.parts or [[]]
    operations = _operations(clause)
    parts = _with_names(parts)
    share = Operation.SHARE in operations
    if clause.inner and not share:
        weak = {"income_total", "expenditure_total", "budget_total"}
        owners = {concepts()[t.concept].part_of for t in clause.terms if t.concept} - {None}
        telling = [t for t in clause.inner if t.concept not in weak and t.concept not in owners]
        if not clause.terms and previous is not None and continued:
            parts = [list(previous.terms)]  # 项目支出里又是多少
            telling = list(clause.inner)
        parts = [[*telling, *(t for t in part if t not in telling)] for part in parts]
    elif clause.inner and not clause.whole and clause.terms:
        clause.whole = list(clause.inner)
    elif clause.inner:
        clause.whole = clause.whole or list(clause.inner)
    if (
        not clause.terms
        and not clause.inner
        and not operations
        and not clause.filters
        and not clause.secret
        and not clause.excluded
    ):
        if previous is not None and continued and clause.entity in ("department", "unit") and len(clause.words) <= 8:
            return [replace(previous, scope=replace(scope, kinds=(clause.entity,)), words=clause.words)]  # 单位的
        changed = clause.years or clause.relative or clause.mentions or clause.places or clause.stages or clause.kinds
        if previous is not None and continued and (changed or clause.own_level or clause.every_year):
            return [replace(previous, scope=scope, words=clause.words)]
        if clause.each and previous is not None and previous.operation is Operation.COUNT:
            return [replace(previous, operation=Operation.LIST, words=clause.words)]
        if previous is None and (changed or clause.amount_said):
            return [Ask(Operation.LOOKUP, (), entity=clause.entity, scope=scope, words=clause.words)]
        return []
    asks = []
    if "group" in clause.operators and not operations:
        operations = [Operation.LIST]
    if not operations:
        operations = [Operation.LOOKUP]
    if Operation.SUM in operations and len(parts) > 1 and not clause.each and not clause.entity:
        return [
            Ask(
                Operation.SUM,
                scope=scope,
                operands=tuple(tuple(p) for p in parts),
                words=clause.words,
                basis=clause.basis,
            )
        ]
    for operation in operations:
        for terms, base in _joined(parts, operation, clause):
            inherited = previous.terms if previous is not None and continued and not terms else ()
            context = previous.terms if previous is not None and continued and terms else ()
            entity = (
                _counted(clause)
                or clause.entity
                or (previous.entity if previous is not None and continued and not terms else None)
            )
            if entity is None and "targets" in clause.kinds and operation in SET_ROLES.values():
                entity = "project"  # what that table lists
            own = tuple(terms) or inherited
            leaning = previous if previous is not None and continued and not terms and not clause.entity else None
            if not clause.terms and clause.entity and operation in SET_ROLES.values():
                own, context = (), inherited
            asks.append(
                Ask(
                    operation,
                    own,
                    tuple(base),
                    context,
                    entity,
                    tuple(clause.filters) or (leaning.filters if leaning else ()),
                    clause.number,
                    clause.basis_year,
                    clause.basis,
                    _direction(clause),
                    not clause.open_only if clause.secret else leaning.secret if leaning else None,
                    clause.level,
                    scope,
                    tuple(clause.excluded) or (leaning.excluded if leaning else ()),
                    clause.words,
                    "body" if "group" in clause.operators else None,
                    _on_indicators(clause),
                    clause.as_of,
                    len(clause.filters) > 1 and any(t.text in ("或", "或者") for t in clause.tokens),
                    clause.summed,
                    Operation.MAX if share and "max" in clause.operators else None,
                    clause.said_count,
                    None,
                    clause.which,
                    (),
                    scope_of_whole(clause, scope),
                    tuple(clause.stated),
                    clause.each,
                    tuple(clause.hints),
                )
            )
    return asks


def _with_names(parts: list[list[Term]]) -> list[list[Term]]:
    """A named row asked for by several columns: X项目总计、财政拨款、其他资金分别是多少."""
    names = [t for t in parts[0] if t.kind in ("name", "like")]
    table = concepts()
    funds = [all(t.concept and table[t.concept].group == "fund" for t in part) for part in parts[1:]]
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


def _on_indicators(clause: Clause) -> bool:
    said = "target" in clause.operators or any(t.text.endswith("指标") for t in clause.terms)
    if re.search(r"指标[？?]?$", clause.words) and not re.search(r"几|多少|哪些|列", clause.words):
        return False  # 完成审计项目数指标 is the name of one
    return said and "指标" in clause.words and bool({"count", "list"} & set(clause.operators))


def _joined(parts: list[list[Term]], operation: Operation, clause: Clause) -> list[tuple[list[Term], list[Term]]]:
    """The things asked one by one, each with what it is held against (the whole of a share, the other side)."""
    held = operation in (Operation.DIFFERENCE, Operation.RATIO, Operation.COMPARE, Operation.SHARE)
    if held and len(parts) == 2 and not clause.whole:
        return [(parts[0], parts[1])]
    return [(part, clause.whole) for part in parts]


def _operations(clause: Clause) -> list[Operation]:
    roles = clause.operators
    found: list[Operation] = []
    for role in _ORDER:
        if role in roles and not (role == "target" and _on_indicators(clause)):
            found.append(Operation(role))
    changes = [role for role in roles if role in ("change", "increase", "decrease", "growth")]
    if changes == ["growth"] and clause.occupies and clause.whole:
        changes = []  # 占…的百分之几
    if changes and not any(op in found for op in (Operation.REASON, Operation.SHARE)):
        rate_only = set(changes) == {"growth"}
        apart = any(t.text in ("和", "与", "及", "以及", "各") for t in clause.tokens) or clause.parts[1:]
        if not rate_only and ("growth" not in changes or apart):
            found.append(Operation.CHANGE)
        if "growth" in changes:
            found.append(Operation.GROWTH)
    money_asked = re.search(r"多少(?:钱|万元|元|亿元|资金)", clause.words) is not None
    if clause.occupies and clause.whole and not found and not changes and not money_asked:
        found.append(Operation.SHARE)
    if clause.basis and not found and not changes:
        found.append(Operation.CHANGE)
    if clause.sorted and not clause.ranked:
        clause.ranked, clause.number = clause.sorted, 1000
    if clause.ranked:
        found = [op for op in found if op is not Operation.COMPARE]
        found.append(_RANKS[clause.ranked])
    elif not (Operation.TARGET in found and {"count", "list"} & set(roles)):
        for role, operation in SET_ROLES.items():
            if role in roles and operation not in found:
                found.append(operation)
        if Operation.COUNT in found and Operation.SUM in found and not clause.amount_said:
            found.remove(Operation.SUM)  # 一共有几个: together goes with the number
        if Operation.SHARE in found:
            found = [op for op in found if op not in (Operation.MAX, Operation.SUM)]
        if Operation.LIST in found and len(found) > 1:
            found.remove(Operation.LIST)
    if "holds" in roles and clause.entity in ("document", "unit", "department"):
        found = [Operation.HOLDERS]
    if clause.amount_first and Operation.LOOKUP not in found:
        found.insert(0, Operation.LOOKUP)
    return found


def _direction(clause: Clause) -> str | None:
    for role in ("increase", "decrease"):
        if role in clause.operators:
            return role
    return None


def _settled(asks: list[Ask], clauses: list[Clause]) -> list[Ask]:
    """Leave out asks that another says better: a bare list beside a filter, a total that is only a lookup."""
    made: list[Ask] = []
    for ask in asks:
        if re.search(r"(?:几|多少)\s*[辆台]", ask.words) and any(t.concept in _VEHICLES for t in ask.terms):
            ask = replace(
                ask,
                operation=Operation.LOOKUP,
                measure="辆",
                terms=tuple(
                    Term(t.text, "concept", "vehicle_count") if t.concept in _VEHICLES else t for t in ask.terms
                ),
            )
        several = len(ask.scope.departments) > 1 or len(ask.scope.years) > 1 or ask.operands
        if ask.operation is Operation.SUM and ask.entity is None and not ask.filters and ask.terms and not several:
            ask = replace(ask, operation=Operation.LOOKUP, summed=True)  # 三公经费合计 is a printed line
        if (
            ask.operation is Operation.LOOKUP
            and not ask.terms
            and ask.scope.departments
            and not ask.entity
            and not ask.filters
            and ask.secret is None
            and not ask.excluded
        ):
            concept = "budget_total"
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
        made.append(ask)
    return made


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
