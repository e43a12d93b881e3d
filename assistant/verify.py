"""The last gate: every number of an answer is found in its evidence, or the answer is not given."""

import re
from decimal import Decimal

from assistant.answer import Answer, AnswerKind
from assistant.plan import Plan
from ingest.messages import say

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def verified(answer: Answer, plan: Plan) -> Answer:
    """The answer where every figure has its sources and every source its place; else a refusal that says so."""
    if answer.kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION):
        return answer
    for figure in answer.figures:
        if not figure.sources or any(not 0 <= s < len(answer.sources) for s in figure.sources):
            return _withheld(answer, plan)
        if not figure.computed and not _printed(figure.value, figure.unit, answer, figure.sources):
            return _withheld(answer, plan)
    for item in answer.items:
        if any(not 0 <= s < len(answer.sources) for s in item.sources):
            return _withheld(answer, plan)
    return answer


def _printed(value: Decimal, unit: str, answer: Answer, places: tuple[int, ...]) -> bool:
    """Whether a printed value stands in one of its sources, in its own unit or a converted one."""
    wanted = value.normalize().as_tuple().digits
    for place in places:
        text = answer.sources[place].text
        if value == 0:
            return True
        for match in _NUMBER.finditer(text.replace("，", ",").replace(" ", "")):
            printed = Decimal(match.group().replace(",", ""))
            if printed.normalize().as_tuple().digits == wanted:
                return True
    return False


def _withheld(answer: Answer, plan: Plan) -> Answer:
    return Answer(AnswerKind.REFUSAL, say("answer.withheld", plan.language), plan=answer.plan)
