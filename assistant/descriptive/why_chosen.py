"""Why a self-evaluated project has the rank that it was chosen by: 哪个项目执行率最低，为什么.

The reason stands in the narrative under the project's name; one that is not printed is said to be missing.
"""

import re

from assistant.computing.figures.looking import Desk
from assistant.descriptive.described import described
from assistant.finding.evidence import Outcome
from assistant.plan import Operation, Plan, replace
from assistant.understand.door import Door
from ingest.messages import say

_WHY = re.compile(r"[，,；;。？?]\s*(?P<asked>[^，,；;。？?]*(?:为什么|为何|为啥|原因|理由|怎么回事)[^，,；;。？?]*)[？?。]?\s*$")
_CHOSEN_BY = re.compile(r"(?:预算)?(?:执行率|完成率|自评|得分|总分|分数)[^，,；;。？?]*?(?:最[低高少多差慢]|倒数|垫底)")


def why_chosen(desk: Desk, plan: Plan, told: Outcome) -> list[Outcome]:
    """What was told with the reason for it, where a clause behind the rank asks for that."""
    why, chosen_by = _WHY.search(plan.question), _CHOSEN_BY.search(plan.question)
    reasons = [a for a in plan.asks if a.operation is Operation.REASON]
    if told.kind != "list" or told.quotes or why is None or chosen_by is None or len(reasons) != 1:
        return [told]
    if len(told.found) == 1:
        name = told.found[0].label
        question = f"{''.join(reasons[0].scope.said[:1])}{name}{chosen_by[0]}，{why['asked']}"
        one = replace(plan, question=question, asks=(replace(reasons[0], words=question),), unexplained=())
        quoted = described(desk, one, Door.WHY)
        if quoted.kind == "quotes" and any(name in q.text for q in quoted.quotes):
            return [told, quoted]
    return [told, Outcome("refusal", message=say("describe.half", desk.language, asked=why["asked"]))]
