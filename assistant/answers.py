"""What each operation of a plan comes to: one branch an operation, nothing else decided here."""

from assistant.evidence import Outcome
from assistant.lookup import Desk, looked_up
from assistant.plan import Ask, Operation, Plan
from ingest.messages import say


def answered(desk: Desk, plan: Plan) -> list[Outcome]:
    """The outcomes of a plan's asks, in order; words nobody explains end in a refusal."""
    language = desk.language
    if not desk.library.documents:
        return [Outcome("refusal", message=say("answer.no_documents", language))]
    if plan.unexplained:
        return [Outcome("refusal", message=say("answer.not_understood", language, words="、".join(plan.unexplained)))]
    if not plan.asks:
        return [Outcome("refusal", message=say("answer.nothing_asked", language))]
    return [_one(desk, ask) for ask in plan.asks]


def _one(desk: Desk, ask: Ask) -> Outcome:
    if ask.operation is Operation.LOOKUP:
        return looked_up(desk, ask)
    return looked_up(desk, ask)
