"""What a plan comes to: what the first way that answers it finds, kept to what was asked, or told in other words."""

import re

from assistant.asked import Asked
from assistant.computing.arithmetic.none_taken import none_kept
from assistant.computing.arithmetic.taken_kept import taken_kept
from assistant.computing.evaluations.evaluated import self_evaluated
from assistant.computing.evaluations.score_beside import with_score
from assistant.computing.figures.bounds_kept import bounds_kept
from assistant.computing.figures.conditions import conditions_kept, dates_kept, promises_kept
from assistant.computing.figures.incomes_kept import incomes_kept
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.of_body_kind import of_kind_kept
from assistant.computing.figures.phases_kept import means_kept, phases_kept
from assistant.computing.rows.event_dates import dates_of_events
from assistant.computing.rows.words import in_row
from assistant.computing.sets.bodies_told import sum_of_bodies_kept
from assistant.computing.targets.asked_targets import (
    asks_each,
    described_target,
    one_of_two,
    several_targets,
    target_after,
)
from assistant.computing.targets.rates_kept import rates_kept
from assistant.computing.targets.satisfied import satisfied_kept
from assistant.descriptive.bounds_told import bound_told
from assistant.descriptive.counted import number_among_words
from assistant.descriptive.counts_kept import counts_kept
from assistant.descriptive.counts_told import counts_told
from assistant.descriptive.described import described
from assistant.descriptive.doorway import told_in_words
from assistant.descriptive.each_by_target import each_by_target
from assistant.descriptive.measured import size_itself
from assistant.descriptive.near import with_nearest
from assistant.descriptive.none_said import none_said
from assistant.descriptive.secret_said import secret_said
from assistant.descriptive.spread_over import spread_over
from assistant.descriptive.stated_balance import balance_kept
from assistant.descriptive.texts import in_words_instead
from assistant.descriptive.use_of_line import of_line_kept
from assistant.descriptive.wanted_kind import kind_kept
from assistant.descriptive.why_chosen import why_chosen
from assistant.finding.evidence import Outcome
from assistant.finding.stated import says_place
from assistant.offers import with_reading_offered
from assistant.plan import RANKS, Operation, Plan, replace
from assistant.understand.asks.evaluating import asked_parts, asks_what_was_done
from assistant.understand.door import Door, door_of
from assistant.understand.words.text import without
from assistant.ways import of_asks, ranks
from ingest.messages import say
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_SPENDING = re.compile(r"预算|资金|支出|支付|执行|进度|经费")
_HOW_MANY = re.compile(r"(?:几|多少)[个家所]")
_NAME = 4  # signs from which on a name is no word of a question: 执行率 may be asked for
_OF_TWO = (Operation.COMPARE, Operation.DIFFERENCE, Operation.RATIO)


def answered(
    desk: Desk, plan: Plan, earlier: list[Outcome] | None = None, before: list[Outcome] | None = None
) -> list[Outcome]:
    """The outcomes of a plan's asks, in order; a target described in other words where they refuse or ask back."""
    plan = _of_the_only_department(desk, plan)
    told = phases_kept(desk.language, plan.question, _told(desk, plan, earlier, before))
    told = rates_kept(desk.language, plan.question, told)
    told = means_kept(desk.language, plan.question, bounds_kept(desk.language, plan.question, told))
    told = incomes_kept(plan, of_line_kept(plan, taken_kept(desk, plan, satisfied_kept(desk, plan, told))))
    told = with_reading_offered(desk, plan, none_kept(desk, plan, told), answered)
    return with_nearest(desk, plan, told)


def _told(desk: Desk, plan: Plan, earlier: list[Outcome] | None, before: list[Outcome] | None) -> list[Outcome]:
    told = self_evaluated(desk, plan, earlier)
    if told is not None:
        return [*with_score(desk, plan, told)[:-1], *why_chosen(desk, plan, told)]
    outcomes = [size_itself(desk, plan, o) for o in _answered(desk, plan, earlier, before)]
    outcomes = kind_kept(desk, plan, outcomes if earlier else number_among_words(desk, plan, outcomes))
    outcomes = balance_kept(desk.language, plan, each_by_target(desk, plan, outcomes))
    outcomes = spread_over(desk, plan, counts_told(desk, plan, counts_kept(desk, plan, outcomes)))
    outcomes = secret_said(desk, plan, none_said(desk, plan, outcomes))
    refused = bool(outcomes) and all(o.kind == "refusal" for o in outcomes)
    if refused and (instead := bound_told(desk, plan) or in_words_instead(desk, plan)) is not None:
        return [instead]
    asked = without(bare(plan.question), _names_told(outcomes), "，")  # 不达标虚拟机的整改率 asks for nothing missed
    unlike = "rate" in asked_parts(asked) and not all(_tells_spending(o) for o in outcomes)
    if (asks_what_was_done(asked) or unlike) and any(_tells_targets(o) for o in outcomes):
        return [Outcome("refusal", message=say("answer.no_actual", desk.language))]
    if refused and (told := self_evaluated(desk, plan, earlier, otherwise_refused=True)) is not None:
        return [told]
    return outcomes


def _names_told(outcomes: list[Outcome]) -> list[str]:
    """The names of the indicators that are told, as they are printed."""
    printed = [s for o in outcomes for found in o.found for s in found.sources]
    printed += [s for o in outcomes for quote in o.quotes for s in quote.sources]
    return [name for s in printed if len(name := bare(s.column or "")) > _NAME]


def _answered(desk: Desk, plan: Plan, earlier: list[Outcome] | None, before: list[Outcome] | None) -> list[Outcome]:
    if (cells := in_row(desk, plan) or dates_of_events(desk, plan)) is not None:
        return cells
    outcomes = of_asks(Asked(desk, plan, earlier, before))
    if len(outcomes) > 1:
        plan, outcomes = _said_once(plan, outcomes)
    if len(outcomes) == len(plan.asks):
        outcomes = [promises_kept(desk, ask, out) for ask, out in zip(plan.asks, outcomes, strict=True)]
        outcomes = [sum_of_bodies_kept(desk, ask, out) for ask, out in zip(plan.asks, outcomes, strict=True)]
        outcomes = [of_kind_kept(desk.language, ask.words, out) for ask, out in zip(plan.asks, outcomes, strict=True)]
        outcomes = [dates_kept(desk.language, plan.question, out) for out in outcomes]
    if (row := _row_left(desk, plan, outcomes)) is not None:
        outcomes = [Outcome("refusal", message=say("answer.condition_left", desk.language, condition=row))]
    weak = all(o.kind in ("refusal", "clarification", "quotes") for o in outcomes)
    if outcomes and weak and not ranks(plan) and not told_in_words(plan):
        told = target_after(desk, plan, earlier) if earlier else None
        if told is None and not earlier:
            told = described_target(desk, plan, firm=any(o.kind == "quotes" for o in outcomes))
            if told and asks_each(plan.question) and len({f.label for f in told.found}) + len(told.quotes) < 2:
                told = None  # 接待几批、多少人: one of the two
        if told is None or any(conditions_kept(desk.language, a, told).kind == "refusal" for a in plan.asks):
            return outcomes
        if dates_kept(desk.language, plan.question, told) is not told:
            return outcomes
        return [told]
    targets = [_is_target(o) for o in outcomes]
    summed = any(a.summed for a in plan.asks)  # 几场培训，一共多少人: of all of them, and of no one project
    if len(outcomes) > 1 and any(targets) and not all(targets) and not summed:
        beside = several_targets(desk, plan, earlier)  # 甲项目和乙项目的合格率分别多少 asks for no amount of 甲项目
        if beside is not None:
            return [beside]
    for ask, outcome in zip(plan.asks, outcomes, strict=False):
        whole = ask.operation in (*_OF_TWO, *RANKS, Operation.LIST, Operation.COUNT, Operation.SUM)
        whole = whole or says_place(ask.words)
        if len(outcomes) == len(plan.asks) > 1 and outcome.kind == "refusal" and whole:
            return [outcome]  # one side of a comparison is no answer to it, nor is what leads up to a set
    if targets and all(targets) and len({o.found[0].label for o in outcomes}) == 1:
        several = several_targets(desk, plan, earlier)
        if several is None and [a.operation for a in plan.asks] == [Operation.COUNT, Operation.LIST]:
            if (listed := _listed_in_words(desk, plan)) is not None:
                return [outcomes[0], listed]
            named = Outcome("refusal", message=say("describe.half", desk.language, asked=plan.asks[1].words))
            return [outcomes[0], named]  # 有几个单位，哪几个: how many alone is printed
        if several is None and (asks_each(plan.question) or one_of_two(plan, outcomes[0].found[0])):
            asked = "、".join(t.text for t in plan.asks[0].terms) or plan.question if plan.asks else plan.question
            return [Outcome("refusal", message=say("answer.one_side", desk.language, asked=asked))]
        return [several or outcomes[0]]
    return outcomes


def _listed_in_words(desk: Desk, plan: Plan) -> Outcome | None:
    """What a sentence lists of the things counted in a clause: 下属单位有几个，都是什么."""
    asked = _HOW_MANY.sub("哪些", plan.asks[0].words)
    door = door_of(asked)
    if asked == plan.asks[0].words or door is not Door.SECTION:
        return None
    told = described(desk, replace(plan, question=asked, asks=plan.asks[1:]), door)
    return told if told.kind == "list" else None


def _row_left(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> str | None:
    """The row asked about, where a number is told of one that only holds its name: 全市经责审计培训 of 审计培训."""
    one = outcomes[0].found[0] if len(plan.asks) == len(outcomes) == 1 and len(outcomes[0].found) == 1 else None
    if one is None or one.figure is None or one.figure.unit.kind is not UnitKind.COUNT:
        return None
    label, terms = bare(one.figure.label), plan.asks[0].terms
    longer = max((t.text for t in terms if t.kind == "name" and t.text in label), key=len, default=label)
    rows = desk.library.holding(one.figure.document_id).rows.values()
    return longer if longer != label and any(row.key == longer for row in rows) else None


def _said_once(plan: Plan, outcomes: list[Outcome]) -> tuple[Plan, list[Outcome]]:
    """The asks and outcomes without a list that says the one before it again: 有哪几个？分别多少钱."""
    plan, outcomes = _read_once(plan, outcomes)
    kept = [0]
    for at in range(1, len(outcomes)):
        one, other = outcomes[kept[-1]], outcomes[at]
        again = one.kind == other.kind == "list" and bool(other.found)
        if not (again and [(f.label, f.value) for f in one.found] == [(f.label, f.value) for f in other.found]):
            kept.append(at)
    if len(plan.asks) == len(outcomes):
        plan = replace(plan, asks=tuple(plan.asks[i] for i in kept))
    return plan, [outcomes[i] for i in kept]


def _read_once(plan: Plan, outcomes: list[Outcome]) -> tuple[Plan, list[Outcome]]:
    """The asks and outcomes without the target of words whose reason is told: 办案数为什么没达到指标."""
    if len(plan.asks) != len(outcomes):
        return plan, outcomes
    pairs = list(zip(plan.asks, outcomes, strict=True))
    told = {a.words for a, o in pairs if a.operation is Operation.REASON and o.kind == "quotes"}
    kept = [(a, o) for a, o in pairs if not (a.operation is Operation.TARGET and a.words in told)]
    return replace(plan, asks=tuple(a for a, _ in kept)), [o for _, o in kept]


def _of_the_only_department(desk: Desk, plan: Plan) -> Plan:
    """The plan with the only department whose documents are held, where the question names none."""
    held = desk.library.departments()
    if len(held) != 1:
        return plan
    ((key, name),) = held.items()
    asks = tuple(
        ask
        if ask.scope.departments or ask.entity == "department"
        else replace(ask, scope=replace(ask.scope, departments=((key,),), said=(name,)))
        for ask in plan.asks
    )
    return replace(plan, asks=asks)


def _is_target(outcome: Outcome) -> bool:
    """Whether what was found is one printed target, with no figure of a table; no number of things a sentence lists."""
    listed = any("、" in quote.text for quote in outcome.quotes)
    one = outcome.found[0] if outcome.kind == "figures" and len(outcome.found) == 1 and not listed else None
    return one is not None and one.figure is None and not one.computed and len(one.sources) == 1


def _tells_targets(outcome: Outcome) -> bool:
    """Whether everything that was found is printed targets, as values or in their words."""
    printed = [f for f in outcome.found if f.figure is None and not f.computed]
    sources = [s for found in printed for s in found.sources] + [s for q in outcome.quotes for s in q.sources]
    return len(printed) == len(outcome.found) and bool(sources) and all(s.row and s.table is None for s in sources)


def _tells_spending(outcome: Outcome) -> bool:
    """Whether all indicators found measure how money is spent: an execution rate is not that of what was tested."""
    sources = [s for found in outcome.found for s in found.sources] + [s for q in outcome.quotes for s in q.sources]
    return all(_SPENDING.search(s.column or "") for s in sources)
