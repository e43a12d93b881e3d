"""What each operation of a plan comes to: one branch an operation, nothing else decided here."""

from assistant.changes import against, change, completion, derived, share
from assistant.descriptive.described import described
from assistant.evidence import Outcome
from assistant.lookup import Desk, outcome_of, sights_of
from assistant.plan import SET_OPERATIONS, Ask, Operation, Plan, replace
from assistant.sets import over_earlier, over_set
from assistant.texts import define, holdings_of, indicator_list, nearest_passages, purpose, reason, target
from assistant.understand.door import Door, door_of
from ingest.messages import say


def answered(desk: Desk, plan: Plan, earlier: list[Outcome] | None = None) -> list[Outcome]:
    """The outcomes of a plan's asks, in order; words nobody explains end in a refusal."""
    language = desk.language
    desk.derive = derived
    if not desk.library.documents:
        return [Outcome("refusal", message=say("answer.no_documents", language))]
    for ask in plan.asks:
        empty = next((said for said, keys in zip(ask.scope.said, ask.scope.departments, strict=False) if not keys), None)
        if empty is not None:
            return [_no_department(desk, empty)]
    door = door_of(plan.question)
    if door is not None:
        return [described(desk, plan, door)]
    if plan.unexplained:
        return [_unexplained(desk, plan)]
    if not plan.asks:
        return [Outcome("refusal", message=say("answer.nothing_asked", language))]
    if earlier and plan.follow_set:
        done = [over_earlier(desk, ask, earlier) for ask in plan.asks]
        if done and all(d is not None for d in done):
            return [d for d in done if d is not None]
    return [_one(desk, ask, plan) for ask in plan.asks]


def _no_department(desk: Desk, said: str) -> Outcome:
    from assistant.lookup import departments_held

    return Outcome("refusal", message=say("answer.no_department", desk.language, said=said, departments=departments_held(desk)))


def _unexplained(desk: Desk, plan: Plan) -> Outcome:
    """Words outside the grammar: a descriptive question is answered from the text, any other is refused."""
    if plan.asks and all(_is_descriptive(ask) for ask in plan.asks):
        out = described(desk, plan, Door.TEXT)
        if out.kind != "refusal":
            return out
    return Outcome("refusal", message=say("answer.not_understood", desk.language, words="、".join(plan.unexplained)))


def _is_descriptive(ask: Ask) -> bool:
    return ask.operation in (Operation.LIST, Operation.TEXT, Operation.REASON, Operation.PURPOSE, Operation.DEFINE) or (
        ask.operation is Operation.LOOKUP and "多少" not in ask.words and "几" not in ask.words
    )


def _one(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    operation = ask.operation
    if operation is Operation.LOOKUP:
        return _lookup(desk, ask)
    if operation in (Operation.CHANGE, Operation.GROWTH):
        return change(desk, ask)
    if operation is Operation.SHARE:
        return share(desk, ask)
    if operation is Operation.COMPLETION:
        return completion(desk, ask)
    if operation in (Operation.DIFFERENCE, Operation.RATIO, Operation.COMPARE):
        return against(desk, ask)
    if operation is Operation.TARGET:
        return target(desk, ask)
    if operation is Operation.PURPOSE:
        return purpose(desk, ask)
    if operation is Operation.REASON:
        return reason(desk, ask)
    if operation is Operation.DEFINE:
        return define(desk, ask)
    if operation in SET_OPERATIONS:
        if ask.entity == "indicator":
            return _indicators(desk, ask)
        return over_set(desk, ask)
    return nearest_passages(desk, ask)


def _lookup(desk: Desk, ask: Ask) -> Outcome:
    if ask.entity == "project" and (ask.filters or ask.secret):
        return over_set(desk, replace(ask, operation=Operation.LIST))
    if ask.secret and not ask.terms:
        return over_set(desk, replace(ask, operation=Operation.LIST, entity="project"))
    return outcome_of(desk, ask, sights_of(desk, ask))


def _indicators(desk: Desk, ask: Ask) -> Outcome:
    from assistant.texts import _indicator_cost

    pairs = []
    for holding in holdings_of(desk, ask):
        for indicator in holding.indicators:
            cost = _indicator_cost(ask.terms, indicator, ())
            if cost is not None:
                pairs.append((holding, indicator))
    if not pairs:
        return target(desk, ask)
    return indicator_list(desk, ask, pairs)
