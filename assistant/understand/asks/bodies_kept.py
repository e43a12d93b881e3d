"""A turn that keeps some of the bodies told before, by what was told of them: 那过一千万的有几家."""

import re
from dataclasses import replace

from assistant.plan import Ask, Operation, Plan

_KEEPS = (Operation.COUNT, Operation.LIST, Operation.LOOKUP)
_BODIES = (None, "unit", "department")
_OF_OTHERS = re.compile(r"项目|科目|指标|人员|岗位|课程|班次")


def bodies_kept(plan: Plan, before: Plan) -> tuple[Ask, ...]:
    """What a turn asks of the amounts told of several bodies, each of one line; nothing where it names anything new."""
    ask = plan.asks[0] if len(plan.asks) == 1 and not plan.unexplained else None
    told = before.asks[0] if len(before.asks) == 1 and not before.unexplained else None
    if ask is None or told is None or told.operation is not Operation.LOOKUP:
        return ()
    if len({key for keys in told.scope.departments for key in keys}) < 2:
        return ()
    own = ask.hints or ask.excluded or ask.group or ask.inner or _OF_OTHERS.search(ask.words)
    same = ask.terms == told.terms and ask.scope == told.scope and ask.entity in _BODIES
    if own or not same or ask.operation not in _KEEPS or not ask.filters:
        return ()
    if any(f.on != "amount" for f in ask.filters) or any(t.text in ask.words for t in ask.terms):
        return ()
    return (replace(ask, entity=None),)
