"""What a plan comes to: its asks in order, what one leaves to another, and the words nobody explains."""

import re

from assistant.branches import one_ask
from assistant.computing.against import between_told, between_turns
from assistant.computing.asked_targets import (
    asks_each,
    described_target,
    projects_by_target,
    several_targets,
    target_after,
)
from assistant.computing.by_amount import described_by_amount, is_by_amount
from assistant.computing.clausewise import by_words, with_counts
from assistant.computing.conditions import conditions_kept, dates_kept, measure_kept, promises_kept
from assistant.computing.empty_tables import empty_tables
from assistant.computing.evaluated import self_evaluated
from assistant.computing.indicators import asked_in_own_unit, indicator_answer
from assistant.computing.looking import Desk
from assistant.computing.quarters import of_quarters
from assistant.computing.reported import SCORE_WORDS, reported
from assistant.computing.row_words import in_row
from assistant.computing.sets import over_earlier
from assistant.computing.taken_together import busiest_unit, summed_told
from assistant.computing.whether import whether_spent
from assistant.computing.worked_back import derived
from assistant.descriptive.described import described
from assistant.descriptive.doorway import door_for, told_in_words
from assistant.descriptive.halves import told_count
from assistant.descriptive.measured import measured_in_text
from assistant.descriptive.texts import (
    blank_explained,
    in_words_instead,
    reason_of_a_figure,
    told_of_the_found,
    withheld,
    words_beside,
)
from assistant.descriptive.wanted_kind import kind_kept
from assistant.finding.evidence import Outcome
from assistant.finding.holdings import department_key
from assistant.finding.stated import says_place
from assistant.lexicon import part_words
from assistant.plan import RANKS, TEXT_OPERATIONS, Ask, Operation, Plan, replace
from assistant.saying.refusals import departments_held
from assistant.understand.door import Door, asks_figures
from assistant.understand.evaluating import asks_what_was_done
from ingest.messages import say
from ingest.wording.glyphs import bare


def answered(
    desk: Desk, plan: Plan, earlier: list[Outcome] | None = None, before: list[Outcome] | None = None
) -> list[Outcome]:
    """The outcomes of a plan's asks, in order; a target described in other words where they refuse or ask back."""
    plan = _of_the_only_department(desk, plan)
    told = self_evaluated(desk, plan, earlier)
    if told is not None:
        return [told]
    outcomes = kind_kept(desk, plan, _answered(desk, plan, earlier, before))
    if outcomes and all(o.kind == "refusal" for o in outcomes) and (worded := in_words_instead(desk, plan)) is not None:
        return [worded]
    if asks_what_was_done(plan.question) and any(_tells_targets(o) for o in outcomes):
        return [Outcome("refusal", message=say("answer.no_actual", desk.language))]
    if outcomes and all(o.kind == "refusal" for o in outcomes):
        told = self_evaluated(desk, plan, earlier, otherwise_refused=True)
    return outcomes if told is None else [told]


def _answered(desk: Desk, plan: Plan, earlier: list[Outcome] | None, before: list[Outcome] | None) -> list[Outcome]:
    if (cells := in_row(desk, plan)) is not None:
        return cells
    outcomes = _of_asks(desk, plan, earlier, before)
    if len(outcomes) > 1:
        plan, outcomes = _said_once(plan, outcomes)
    if len(outcomes) == len(plan.asks):
        outcomes = [promises_kept(desk, ask, out) for ask, out in zip(plan.asks, outcomes, strict=True)]
        outcomes = [dates_kept(desk.language, plan.question, out) for out in outcomes]
    weak = all(o.kind in ("refusal", "clarification", "quotes") for o in outcomes)
    if outcomes and weak and not _ranks(plan) and not told_in_words(plan):
        told = target_after(desk, plan, earlier) if earlier else None
        if told is None and not earlier:
            told = described_target(desk, plan, firm=any(o.kind == "quotes" for o in outcomes))
            if told and asks_each(plan.question) and len({f.label for f in told.found}) < 2:
                told = None  # 接待几批、多少人: one of the two
        if told is None or any(conditions_kept(desk.language, a, told).kind == "refusal" for a in plan.asks):
            return outcomes
        return [told]
    targets = [_is_target(o) for o in outcomes]
    if len(outcomes) > 1 and any(targets) and not all(targets):
        beside = several_targets(desk, plan, earlier)  # 甲项目和乙项目的合格率分别多少 asks for no amount of 甲项目
        if beside is not None:
            return [beside]
    for ask, outcome in zip(plan.asks, outcomes, strict=False):
        whole = ask.operation in (*_OF_TWO, *RANKS, Operation.LIST, Operation.COUNT, Operation.SUM)
        whole = whole or says_place(ask.words)
        if len(outcomes) == len(plan.asks) > 1 and outcome.kind == "refusal" and whole:
            return [outcome]  # one side of a comparison is no answer to it, nor is what leads up to a set
    if targets == [True]:
        several = several_targets(desk, plan, earlier)
        if several is None and asks_each(plan.question):
            asked = "、".join(t.text for t in plan.asks[0].terms) or plan.question if plan.asks else plan.question
            return [Outcome("refusal", message=say("answer.one_side", desk.language, asked=asked))]
        return [several or outcomes[0]]
    return outcomes


def _of_asks(desk: Desk, plan: Plan, earlier: list[Outcome] | None, before: list[Outcome] | None) -> list[Outcome]:
    """The outcomes of a plan's asks, in order; words nobody explains end in a refusal."""
    language = desk.language
    desk.derive = derived
    if not desk.library.documents:
        return [Outcome("refusal", message=say("answer.no_documents", language))]
    for ask in plan.asks:
        empty = next(
            (said for said, keys in zip(ask.scope.said, ask.scope.departments, strict=False) if not keys), None
        )
        if empty is not None:
            return [_no_department(desk, empty)]
    if (told := empty_tables(desk, plan) or busiest_unit(desk, plan) or of_quarters(desk, plan)) is not None:
        return [told]
    door = None if any(map(is_by_amount, plan.asks)) else door_for(plan)
    beside_text = door not in (Door.WHY, Door.DEFINE, Door.OUTSIDE) and not set(_left(plan)) - SCORE_WORDS
    if beside_text and (told := reported(desk, plan)) is not None:
        return [told]
    if door in (None, Door.TEXT) and (told := whether_spent(desk, plan)) is not None:
        return [told]
    if door is not Door.OUTSIDE and (told := described_by_amount(desk, plan)) is not None:
        return [told]
    if door is not None:
        told = (withheld(desk, plan) if door is Door.GOAL else None) or described(desk, plan, door)
        return [told if told.kind != "refusal" or door is not Door.WHY else reason_of_a_figure(desk, plan) or told]
    if (held := projects_by_target(desk, plan)) is not None:
        return [held]
    hints = tuple(dict.fromkeys(hint for ask in plan.asks for hint in ask.hints))
    if _left(plan) or hints or plan.gathered:
        described_indicator = _indicator_in_words(desk, plan)
        if described_indicator is not None:
            return _by_words(desk, plan, counts_only=True) or [described_indicator]  # what there is, not a target
    if _left(plan):
        return _by_words(desk, plan) or [_unexplained(desk, plan)]
    if not plan.asks:
        return [Outcome("refusal", message=say("answer.nothing_asked", language))]
    if earlier and before and not plan.pieces and len(plan.asks) == 1:
        compared = between_turns(desk, plan.asks[0], before, earlier)
        if compared is not None:
            return [compared]
    if earlier and plan.follow_set:
        done = [over_earlier(desk, ask, earlier) for ask in plan.asks]
        if done and all(d is not None for d in done):
            return [d for d in done if d is not None]
    # 条数最多的是哪个，有几条 is one question.
    ranked = [a for a in plan.asks if a.on_indicators and a.operation in (Operation.MAX, Operation.MIN)]
    outcomes = [
        blank_explained(desk, ask, measure_kept(desk.language, ask, one_ask(desk, ask, plan)))
        for ask in ranked or plan.asks
    ]
    if len(outcomes) == len(plan.asks) and outcomes[-1].kind == "refusal":
        held = between_told(desk, plan.asks[-1], outcomes[-1], [*(earlier or []), *outcomes[:-1]])
        outcomes = [*outcomes[:-1], held or outcomes[-1]]
    if len(outcomes) > 1 and len(outcomes) == len(plan.asks) and any(o.kind == "figures" for o in outcomes):
        outcomes = [words_beside(desk, *pair) for pair in zip(plan.asks, outcomes, strict=True)]
    if len(outcomes) > 1 and len(outcomes) == len(plan.asks):
        outcomes = told_of_the_found(desk, plan.asks, summed_told(desk, plan.asks, outcomes))
    if hints and any(outcome.kind == "refusal" for outcome in outcomes):
        return _by_words(desk, plan) or [_unexplained(desk, replace(plan, unexplained=hints))]
    if len(outcomes) == 1 and outcomes[0].kind in ("refusal", "clarification"):
        asked_back = outcomes[0].kind == "clarification"
        counted = told_count(desk, plan) if not asked_back and plan.asks[0].operation is Operation.COUNT else None
        return _by_words(desk, plan, asked_back) or ([counted] if counted is not None else outcomes)
    if any(outcome.kind == "refusal" for outcome in outcomes):
        return _by_words(desk, plan) or outcomes
    if any(outcome.kind == "clarification" for outcome in outcomes):
        return _by_words(desk, plan, counts_only=True) or outcomes  # the units tell 会议次数 from 会议人数
    return with_counts(desk, plan, outcomes)


def _said_once(plan: Plan, outcomes: list[Outcome]) -> tuple[Plan, list[Outcome]]:
    """The asks and outcomes without a list that says the one before it again: 有哪几个？分别多少钱."""
    kept = [0]
    for at in range(1, len(outcomes)):
        one, other = outcomes[kept[-1]], outcomes[at]
        again = one.kind == other.kind == "list" and bool(other.found)
        if not (again and [(f.label, f.value) for f in one.found] == [(f.label, f.value) for f in other.found]):
            kept.append(at)
    if len(plan.asks) == len(outcomes):
        plan = replace(plan, asks=tuple(plan.asks[i] for i in kept))
    return plan, [outcomes[i] for i in kept]


def _of_the_only_department(desk: Desk, plan: Plan) -> Plan:
    """The plan with the only department whose documents are held, where the question names none."""
    held = {department_key(d): d.department for d in desk.library.documents if d.department}
    if len(held) != 1:
        return plan
    ((key, name),) = held.items()
    asks = tuple(
        ask
        if ask.scope.departments or ask.entity == "department"
        else replace(ask, scope=replace(ask.scope, departments=((key,),), said=(name or key,)))
        for ask in plan.asks
    )
    return replace(plan, asks=asks)


def _ranks(plan: Plan) -> bool:
    """Whether one of several is sought by its rank: 哪场培训花费最高 asks for no target; 最多给多少钱 may."""
    return any(
        a.operation in RANKS
        and (a.which or a.number or a.per or re.search(r"[哪谁]", a.words))
        and not (a.on_indicators or a.entity == "indicator")
        for a in plan.asks
    )


def _by_words(desk: Desk, plan: Plan, counts_only: bool = False) -> list[Outcome]:
    return by_words(desk, plan, lambda ask: one_ask(desk, ask, plan), counts_only)


def _is_target(outcome: Outcome) -> bool:
    """Whether what was found is one printed target, with no figure of a table."""
    one = outcome.found[0] if outcome.kind == "figures" and len(outcome.found) == 1 else None
    return one is not None and one.figure is None and not one.computed and len(one.sources) == 1


def _tells_targets(outcome: Outcome) -> bool:
    """Whether everything that was found is printed targets, as values or in their words."""
    printed = [f for f in outcome.found if f.figure is None and not f.computed]
    sources = [s for found in printed for s in found.sources] + [s for q in outcome.quotes for s in q.sources]
    return len(printed) == len(outcome.found) and bool(sources) and all(s.row and s.table is None for s in sources)


def _indicator_in_words(desk: Desk, plan: Plan) -> Outcome | None:
    """The indicator that words outside the grammar describe, for questions that ask one thing in its own unit."""
    if _ranks(plan) or any(a.operation in _COMPUTED for a in plan.asks):
        return None
    ask = plan.asks[0] if plan.asks else Ask(Operation.TARGET, words=plan.question)
    if len(plan.asks) > 1 and any(a.terms != ask.terms for a in plan.asks):
        return None
    named = plan.language == "en" and re.search(r"\b[A-Z][a-z]{2,}", plan.question)  # by a name nobody knows
    if named or (ask.filters and not ask.terms and _left(plan)):
        return None  # a condition on what nobody understood
    if plan.gathered:  # the pieces may tell the row, the indicator or both
        ask = replace(ask, terms=tuple(t for t in ask.terms if t.text not in plan.gathered))
    if not (asked_in_own_unit(plan.question) or any(a.operation is Operation.TARGET for a in plan.asks)):
        return None
    return indicator_answer(desk, replace(ask, operation=Operation.TARGET, words=plan.question), plan)


def _no_department(desk: Desk, said: str) -> Outcome:
    return Outcome(
        "refusal",
        message=say(
            "answer.no_department", desk.language, said=said, departments=departments_held(desk.library, desk.language)
        ),
    )


def _left(plan: Plan) -> tuple[str, ...]:
    """The words nobody explains, but for those that the part of a question which asks for words takes up itself."""
    worded = [ask.words for ask in plan.asks if ask.operation in TEXT_OPERATIONS]
    figures = [re.sub("多少", "", ask.words) for ask in plan.asks if ask.operation not in TEXT_OPERATIONS]
    return tuple(
        word
        for word in plan.unexplained
        if not figures or any(word in words for words in figures) or not any(word in words for words in worded)
    )


def _unexplained(desk: Desk, plan: Plan) -> Outcome:
    """Words outside the grammar: a descriptive question is answered from the text, any other is refused."""
    if _ASKS.search(plan.question) and all(_is_descriptive(ask) for ask in plan.asks):
        out = described(desk, plan, Door.TEXT)
        if out.kind != "refusal":
            return out
    if (told := told_count(desk, plan)) is not None:
        return told
    key = bare(plan.question)
    for said in (said for ask in plan.asks for said in ask.scope.said):  # the legal aid centre is no line
        key = key.replace(bare(said), "")
    parts = sorted((word for word in part_words() if word in key), key=len)
    if parts:
        line = part_words()[parts[-1]]
        return Outcome("refusal", message=say("answer.part_of_line", desk.language, asked=parts[-1], line=line))
    if (told := measured_in_text(desk, plan)) is not None:
        return told
    return Outcome("refusal", message=say("answer.not_understood", desk.language, words="、".join(plan.unexplained)))


def _is_descriptive(ask: Ask) -> bool:
    return ask.operation in TEXT_OPERATIONS or (
        not asks_figures(bare(ask.words)) and len(ask.scope.departments) < 2  # 甲局比乙局少 asks for no text
    )


# Worked out of several figures, and no printed target: 占全部项目的几成, 平均多少.
_COMPUTED = (Operation.SHARE, Operation.RATIO, Operation.DIFFERENCE, Operation.MEAN, Operation.MEDIAN)
_OF_TWO = (Operation.COMPARE, Operation.DIFFERENCE, Operation.RATIO)
_ASKS = re.compile(
    r"什么|啥|哪|谁|怎|咋|何|吗|呢|为|原因|原故|理由|介绍|说|讲|目标|用途|用来|职责|几|列|多[大久长高远]"
)
