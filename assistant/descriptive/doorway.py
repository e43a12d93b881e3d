"""Which door a plan goes through: whether its words ask for figures, or for text although figures are named."""

import re

from assistant.plan import RANKS, Operation, Plan
from assistant.understand.door import Door, door_of

_ENDS = r"(?:思路|办法|做法|方式|对象|重点|事项|措施|举措|机制|体制)[。？?]?$"  # what only sentences tell


def door_for(plan: Plan) -> Door | None:
    """The door of a plan's question; None where it asks for figures."""
    door = door_of(_without_bodies(plan))
    if door is Door.GOAL and any(t.concept == "reported_money" for a in plan.asks for t in a.terms):
        return None
    return None if door in (Door.SECTION, Door.TEXT) and (_plainly_figures(plan) or _chooses(plan)) else door


def _plainly_figures(plan: Plan) -> bool:
    """Whether a question names lines of a budget and nothing but words for them, and asks for no words."""
    changes = all(a.operation in (Operation.CHANGE, Operation.GROWTH) and a.terms for a in plan.asks)
    if plan.asks and changes and not plan.unexplained and not re.search(r"怎么|如何|怎样|为什么|原因", plan.question):
        return True  # 有变化吗 asks for the change
    if plan.unexplained or re.search(rf"怎么|如何|怎样|谁|哪些|什么|啥|吗|介绍|职责|机构|{_ENDS}", plan.question):
        return False
    return bool(plan.asks) and all(
        a.operation is Operation.LOOKUP and any(t.concept for t in a.terms) for a in plan.asks
    )


def _chooses(plan: Plan) -> bool:
    """Whether a question ranks, filters or compares: no text answers that."""
    return not plan.unexplained and any(
        a.operation in _CHOOSING or a.filters or a.without or a.alone or a.moved for a in plan.asks
    )


_CHOOSING = (
    *RANKS,
    Operation.COMPARE,
    Operation.DIFFERENCE,
    Operation.RATIO,
    Operation.MEAN,
    Operation.MEDIAN,
)


def _without_bodies(plan: Plan) -> str:
    """The question without the names of bodies: 市长专线电话受理中心 asks for no telephone number."""
    words = plan.question
    for ask in plan.asks:
        for said in ask.scope.said:
            words = words.replace(said, "")
    return re.sub(r"[（(]含[^）)]*[)）]|含(?:下属|所属|直属)单位", "", words)
