"""From clauses to the plan: which operation over which things, in which scope, carried from clause to clause."""

import re
from dataclasses import replace

from assistant.lexicon import concepts
from assistant.plan import RANKS, Ask, Operation, Plan, Scope, Term, Token
from assistant.understand.asks.after_moves import (
    adds_the_moves,
    asks_the_moves_again,
    by_completion,
    by_the_other_measure,
    list_of_the_counted,
    with_funds_of,
)
from assistant.understand.asks.asking import asks_of
from assistant.understand.asks.joint_sums import with_those_before
from assistant.understand.asks.line_of_each import line_of_each
from assistant.understand.asks.named_by_years import named_by_years
from assistant.understand.asks.operations_asked import operations_of
from assistant.understand.asks.set_shares import leaned_on, only_chosen
from assistant.understand.asks.sets_by_condition import of_the_same_thing, set_by_set
from assistant.understand.asks.settling import settled
from assistant.understand.asks.whole_meant import other_money
from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.from_tokens import clauses_of
from assistant.understand.clauses.joining import asks as puts_a_question
from assistant.understand.clauses.joining import subject_first
from assistant.understand.clauses.named_things import drop_common_words
from assistant.understand.clauses.parting import axis_of
from assistant.understand.clauses.scoping import scope_of
from assistant.understand.clauses.topics import (
    DETAIL_TABLE,
    bodies_behind,
    is_topic,
    lead_on,
    names_the_part,
    shared_by,
)
from assistant.understand.clauses.units_named import own_and_units, units_of_a_kind
from assistant.understand.tokens import tokens_of
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words.sets_said import told_to_list
from assistant.understand.words.spans import Span, tells_of_stock
from assistant.understand.words.text import Words, words_of


def plan_of(words: Words, vocab: Vocabulary, language: str, before: Plan | None = None) -> Plan:
    """The plan of a question; ``before`` is the plan of the turn before it, whose scope it may lean on."""
    tokens = tokens_of(words, vocab)
    if (ordered := subject_first(words, tokens, before is not None)) is not None:
        words = words_of(ordered)
        tokens = tokens_of(words, vocab)
    clauses = clauses_of(words, tokens)
    if before is None and clauses:
        clauses = bodies_behind(clauses)
    for clause in clauses:
        units_of_a_kind(clause)
        own_and_units(clause)
    reading = _Reading(before)
    for number, clause in enumerate(clauses):
        following = clauses[number + 1] if number + 1 < len(clauses) else None
        reading.take(clause, following, fresh=before is None and number == 0)
    unit = next((clause.unit for clause in reversed(clauses) if clause.unit), None)
    asks = set_by_set(settled(reading.asks))
    asks = of_the_same_thing(asks, _last_of(before))
    asks = [named_by_years(ask, vocab.names, vocab.holders) for ask in asks]
    placed = {hint for ask in asks if ask.operation in _HINTED for hint in ask.hints}
    asks = [ask if ask.operation in _HINTED else replace(ask, hints=()) for ask in asks]
    unknown = tuple(w for c in clauses for w in (*c.unknown, *(h for h in c.hints if h not in placed)))
    unknown += tuple(w for a in asks if (w := other_money(a)) is not None and w not in unknown)
    if before is not None and unit and not any(clause.terms or clause.operators for clause in clauses):
        asks = list(before.asks) if not asks or all(a == b for a, b in zip(asks, before.asks, strict=False)) else asks
    return Plan(
        words.text,
        language,
        tuple(asks),
        unit,
        _account(words, tokens),
        unknown,
        before is not None and any(_on_earlier_set(clause) for clause in clauses),
        tuple(t.text for t in tokens if t.family in _NAMING),
        tuple(
            t.text for t in tokens if t.length > 1 and (t.family in ("soft", "filler") or t.role.startswith("entity_"))
        ),
        tuple(t.text for t in tokens if t.role == "gathered"),
        reading.scope,
    )


def _last_of(plan: Plan | None) -> Ask | None:
    return plan.asks[-1] if plan is not None and plan.asks else None


class _Reading:
    """Takes the clauses of a question one by one: what they ask, and what they only say for the next one."""

    def __init__(self, before: Plan | None) -> None:
        last = _last_of(before)
        self.scope = last.scope if last is not None else Scope()
        self.asks: list[Ask] = []
        self._before = before
        self._inner: list[Term] = []  # what the next clause asks within
        self._left_out: list[Term] = []
        self._dropped: list[tuple[str, int | None]] = []
        self._hints: list[str] = []

    def take(self, clause: Clause, following: Clause | None, fresh: bool) -> None:
        """Note what a clause asks; ``fresh`` is the first of a question that leans on none."""
        if following is not None and self._leads(clause, following, fresh):
            return
        clause.hints = [*self._hints, *clause.hints]
        clause.dropped = [*self._dropped, *clause.dropped]
        clause.inner = [*self._inner, *clause.inner]
        clause.excluded = [*self._left_out, *clause.excluded]
        self._hints, self._dropped, self._inner, self._left_out = [], [], [], []
        drop_common_words(clause)
        self.scope = scope_of(clause, self.scope, fresh=fresh)
        if not (self.asks and self._is_of_the_last(clause, self.asks[-1])):
            self._ask(clause)

    def _leads(self, clause: Clause, following: Clause, fresh: bool) -> bool:
        """Whether a clause asks nothing but says something for the next one."""
        if _only_states(clause, following):
            self.scope = replace(scope_of(clause, self.scope, fresh=fresh), relative_years=())
            return True
        if _only_adds(clause, following):
            following.parts = [[*part, *following.terms] for part in clause.parts]  # 把甲和乙加起来，某局要多少
            following.operators.insert(0, "sum")
            return True
        if not is_topic(clause, following, self._before is not None and not self.asks):
            return False
        self.scope = scope_of(clause, self.scope, fresh=fresh)
        lead_on(clause, following)
        if shared := shared_by(clause, following):
            following.parts = shared  # 甲和乙两个项目，…分别多少
            return True
        if names_the_part(clause, following):
            following.parts = clause.parts
            return True
        self._dropped = [*self._dropped, *clause.dropped]
        self._inner, self._left_out = clause.terms, list(clause.excluded)
        self._hints = [*self._hints, *clause.hints]
        return True

    def _is_of_the_last(self, clause: Clause, last: Ask) -> bool:
        """Whether a clause only says more of what was asked last, which is asked so then."""
        if _only_places(clause, last):  # 哪个更高，深圳还是苏州; 培训费多少，某局的
            self.asks = [
                replace(a, scope=self.scope, which=a.which or clause.which) if a.scope == last.scope else a
                for a in self.asks
            ]
        elif _specifies(clause):
            self.asks[-1] = replace(last, scope=self.scope)  # …多少，我说的是年初预算
        elif _only_dates(clause):
            self.asks = [replace(a, as_of=a.as_of or clause.as_of) for a in self.asks]
        elif _only_writes_down(clause, last):
            pass
        elif _leaves_out(clause):
            self.asks[-1] = replace(last, excluded=(*last.excluded, *clause.excluded))
        elif _only_names_table(clause):
            self.asks = [_within_table(a, clause, self.scope) for a in self.asks]
        elif (anew := with_funds_of(clause, last) or by_completion(clause, last)) is not None:
            self.asks[-1] = anew
        elif (listed := list_of_the_counted(clause, last)) is not None:
            self.asks.append(listed)
        elif (measured := by_the_other_measure(clause, last)) is not None:
            self.asks.append(measured)
        elif asks_the_moves_again(clause, last):
            pass
        elif adds_the_moves(clause, last):
            self.asks.append(replace(last, operation=Operation.SUM, words=clause.words))
        else:
            return False
        return True

    def _ask(self, clause: Clause) -> None:
        """Add what a clause asks, of all that was asked before it where it says 各."""
        told = self.asks or (list(self._before.asks) if self._before is not None else [])
        if clause.each and not clause.terms and len(told) > 1 and operations_of(clause):
            again = [a for one in told if one.terms for a in asks_of(clause, self.scope, one)]
            self.asks = [*self.asks, *again]  # 各占多少比例
            return
        if (same := _asked_again(clause, self.asks)) is not None:
            self.asks.append(replace(same, scope=self.scope))
            return
        if (joined := with_those_before(clause, self.scope, told)) is not None:
            self.asks.append(joined)
            return
        last = leaned_on(self.asks) if self.asks else _last_of(self._before)
        made = [line_of_each(a, last) for a in asks_of(clause, self.scope, last)]
        since = self.asks[-1].as_of if self.asks else None
        if since and not (clause.years or clause.relative) and tells_of_stock(clause.words):
            made = [replace(a, as_of=a.as_of or since) for a in made]  # 截至2023年底有几辆车，设备几台
        self.asks = [*(self.asks[:-1] if only_chosen(self.asks, made) else self.asks), *made]


def _on_earlier_set(clause: Clause) -> bool:
    """Whether a clause computes over what the turn before found: 它们加起来, 其中最大的."""
    if "set" in clause.follow or (clause.dropped and not clause.terms):
        return True
    worked = {"sum", "max", "min", "mean", "median", "count"} & set(clause.operators)
    computed = clause.ranked or clause.filters or worked
    return "part" in clause.follow and bool(computed) and not clause.terms


def _asked_again(clause: Clause, asks: list[Ask]) -> Ask | None:
    """What was asked last, of the other line that a clause only names: 甲占支出的百分之几，乙呢."""
    last = asks[-1] if asks else None
    said = clause.operators or clause.filters or clause.ranked or clause.amount_said or clause.entity or clause.unknown
    if last is None or said or not clause.terms or re.search(r"呢[？?]*$", clause.words) is None:
        return None
    if last.operation not in _PARTS or len(last.terms) != 1 or last.terms[0].text not in last.words:
        return None
    words = last.words.replace(last.terms[0].text, "".join(t.text for t in clause.terms))
    return replace(last, terms=tuple(clause.terms), words=words)


_PARTS = (Operation.SHARE, Operation.COMPLETION)
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


def _only_dates(clause: Clause) -> bool:
    """Whether a clause only says at which date that stands which was asked before it: 有几辆车？（2025年底）"""
    asked = clause.terms or clause.operators or clause.filters or clause.ranked or clause.unknown or clause.hints
    return clause.as_of is not None and not asked and not clause.mentions


def _leaves_out(clause: Clause) -> bool:
    """Whether a clause only says what is left out of the one before it: …有哪些，日常公用经费不算."""
    asked = clause.terms or clause.operators or clause.filters or clause.ranked or clause.unknown or clause.amount_said
    return bool(clause.excluded) and not asked


def _only_writes_down(clause: Clause, asked: Ask) -> bool:
    """Whether a clause only orders to write down the few that were just picked: 金额前三名，列出名称和数额."""
    own = clause.terms or clause.inner or clause.filters or clause.ranked or clause.unknown or clause.excluded
    placed = clause.mentions or clause.years or clause.relative or clause.stages
    same = clause.entity in (None, asked.entity) and set(clause.operators) <= {"list"}
    whole = re.search("所有|全部|整个|其[他余它]", clause.words)
    return asked.operation in RANKS and same and not (own or placed or whole) and told_to_list(clause.words)


def _only_names_table(clause: Clause) -> bool:
    """Whether a clause only says in which table the things asked for before are told: …, 某局培训费明细表里的."""
    asked = clause.operators or clause.filters or clause.ranked or clause.unknown or clause.amount_said
    named = DETAIL_TABLE.search(clause.words.rstrip("。？?.，,")) is not None and clause.terms
    return bool(named) and not asked and not puts_a_question(clause.tokens)


def _within_table(ask: Ask, clause: Clause, scope: Scope) -> Ask:
    """An ask within the table that a clause behind it names."""
    terms = (*clause.terms, *(t for t in ask.terms if t not in clause.terms))
    own = ask.scope.departments and not clause.mentions
    return replace(ask, terms=terms, topic=clause.words + ask.topic, scope=ask.scope if own else scope)


_CLOSER = re.compile(r"(?:说|指|问|要|看|查)的?是|口径|为准|^按|^以|^就?看|^只看")


def _only_states(clause: Clause, following: Clause) -> bool:
    """Whether a clause states what is not there before another asks: 今年公车的钱一分没有，那去年买车花了多少."""
    if clause.without and clause.entity:
        return False  # 没有财政拨款的项目，…有几个: which members are meant
    asks_nothing = not puts_a_question(clause.tokens) and not clause.unknown
    return clause.denied and asks_nothing and puts_a_question(following.tokens) and bool(following.terms)


def _only_adds(clause: Clause, following: Clause) -> bool:
    """Whether a clause only says what is added up before another asks how much, and of whom, it is."""
    named = clause.operators == ["sum"] and len(clause.parts) > 1 and not (clause.unknown or clause.hints)
    divided = all(map(axis_of, following.terms)) and not any(map(axis_of, clause.terms))  # 某局基本支出要多少
    asked = puts_a_question(following.tokens) and bool(following.mentions) and divided
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
