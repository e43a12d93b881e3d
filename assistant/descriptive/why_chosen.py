"""Why a self-evaluated project has its rank, or fell short, where its form prints no reason: as the narrative tells it.

哪个项目执行率最低，为什么; 办了多少件案子，为啥没完成指标. A reason that is not printed is said to be missing.
"""

import re

from assistant.computing.figures.looking import Desk
from assistant.descriptive.described import described
from assistant.finding.evidence import Outcome
from assistant.plan import Ask, Operation, Plan, replace
from assistant.understand.door import Door
from assistant.understand.words.alike import held
from ingest.messages import say
from ingest.wording.glyphs import bare

_REASON = "为什么|为何|为啥|原因|理由|怎么回事|怎么|咋"
_WHY = re.compile(rf"(?:^|[，,；;。？?])\s*(?P<asked>[^，,；;。？?]*(?:{_REASON})[^，,；;。？?]*)[？?。]?\s*$")
_CHOSEN_BY = re.compile(r"(?:预算)?(?:执行率|完成率|自评|得分|总分|分数)[^，,；;。？?]*?(?:最[低高少多差慢]|倒数|垫底)")
_HELD = 0.6  # of the indicator's name by the sentence that tells why
_FELL_SHORT = "未完成目标，原因是什么"


def why_chosen(desk: Desk, plan: Plan, told: Outcome) -> list[Outcome]:
    """What was told with the reason for it, where a clause asks for that and the form does not print it."""
    why = _WHY.search(plan.question)
    reason = next((a for a in plan.asks if a.operation is Operation.REASON), None)
    if why is None or not (told.why_left or (reason is not None and _is_ranked(plan, told))):
        return [told]
    ask = reason or Ask(Operation.REASON, scope=plan.asks[0].scope if plan.asks else plan.scope)
    lines = {(s.row, s.column if told.why_left else "") for f in told.found for s in f.sources if s.row}
    if len(lines) == 1:
        ((name, missed),) = lines
        chosen_by = _CHOSEN_BY.search(plan.question)
        state = f"{chosen_by[0]}，{why['asked']}" if chosen_by and not told.why_left else f"{missed}{_FELL_SHORT}"
        question = f"{''.join(ask.scope.said[:1])}{name}{state}"
        one = replace(plan, question=question, asks=(replace(ask, words=question),), unexplained=())
        quoted = described(desk, one, Door.WHY)
        told_of = [q for q in quoted.quotes if name in q.text and (not missed or held(missed, bare(q.text)) >= _HELD)]
        if quoted.kind == "quotes" and told_of:
            return [told, quoted]
    return [told, Outcome("refusal", message=say("describe.half", desk.language, asked=why["asked"]))]


def _is_ranked(plan: Plan, told: Outcome) -> bool:
    """Whether a list of projects was told that a question chooses by rate or points."""
    return told.kind == "list" and not told.quotes and _CHOSEN_BY.search(plan.question) is not None
