"""What is said of the words of a question that nobody explains."""

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.finding.written import writes
from assistant.plan import Plan
from ingest.messages import say


def left_unsaid(desk: Desk, plan: Plan) -> str:
    """That the documents of the body asked about never write the words, or else that they were not understood."""
    words = "、".join(plan.unexplained)
    body = plan.bodies[0] if len(plan.bodies) == 1 else ""
    held = [holding for ask in plan.asks[:1] for holding, _ in holdings_of(desk, ask)] if body else []
    if held and all(len(word) > 1 and not any(writes(h, word) for h in held) for word in plan.unexplained):
        return say("answer.not_written", desk.language, body=body, words=words)
    return say("answer.not_understood", desk.language, words=words)
