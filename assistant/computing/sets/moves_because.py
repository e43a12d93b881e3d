"""Lines chosen by the cause that their sentences print (因人员调出而低于年初预算的科目); which side is asked."""

from assistant.computing.figures.looking import Desk
from assistant.computing.sets.moves import moved_set
from assistant.finding.evidence import Outcome
from assistant.plan import Ask, Operation, Plan, replace
from ingest.messages import say

_SETS = (Operation.LIST, Operation.COUNT, Operation.SUM)


def chosen_moves(desk: Desk, plan: Plan) -> list[Outcome] | None:
    """The lines of a set by change that a cause chooses, or that are told by their amounts and not by their change."""
    chosen = [a for a in plan.asks if a.moved is not None and a.operation in _SETS]
    side = plan.side if chosen and chosen[0].operation is Operation.LIST else None
    if len(chosen) != 1 or not (plan.cause or side):
        return None
    beside = [a for a in plan.asks if a is not chosen[0]]
    if any(map(_restricts, beside)) or (beside and side is None) or plan.unexplained:
        return None if not plan.cause else [_not_printed(desk, plan)]
    ask = replace(chosen[0], cause=plan.cause, side=side)
    told = moved_set(desk, ask)
    return [_not_printed(desk, plan)] if plan.cause and told.kind != "list" and not told.found else [told]


def _restricts(beside: Ask) -> bool:
    """Whether what is asked beside a set is more than an amount of each of its members."""
    plain = all(t.concept in ("expenditure_total", "budget_total", "expenditure") for t in beside.terms)
    return beside.operation is not Operation.LOOKUP or not plain or not beside.each


def _not_printed(desk: Desk, plan: Plan) -> Outcome:
    """That the documents print no line with such a cause."""
    words = "、".join(plan.unexplained) or plan.cause
    return Outcome("refusal", message=say("answer.no_such_cause", desk.language, words=words))
