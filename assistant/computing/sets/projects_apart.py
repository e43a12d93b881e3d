"""The projects of one body held against those of another: how many more there are, or how much more they cost."""

import re

from assistant.computing.arithmetic.against import subtracted
from assistant.computing.figures.looking import Desk
from assistant.computing.sets.operations import over_set
from assistant.finding.evidence import Found, Outcome
from assistant.plan import Ask, Operation, replace
from ingest.messages import say

_COUNTED = re.compile(r"(?:多|少|差)(?:了|出|出了)?(?:几|多少)[个项](?!百分)")  # 甲监狱的项目比乙监狱少几个


def projects_apart(desk: Desk, ask: Ask) -> Outcome | None:
    """The gap between all projects of two bodies; None where another thing is held against another."""
    plain = not (ask.terms or ask.base or ask.filters or ask.hints or ask.excluded)
    if ask.operation is not Operation.DIFFERENCE or ask.entity != "project" or ask.base_scope is None or not plain:
        return None
    counted = _COUNTED.search(ask.words) is not None
    of_each = replace(ask, operation=Operation.COUNT if counted else Operation.SUM, base_scope=None, direction=None)
    sides = [over_set(desk, replace(of_each, scope=scope, words="")) for scope in (ask.scope, ask.base_scope)]
    for side in sides:
        if side.kind != "figures":
            return side
        side.found[0].label = side.place + side.found[0].label
    one, other = (side.found[0] for side in sides)
    method = [line for side in sides for line in side.method]
    if not counted or one.value is None or other.value is None:
        return subtracted(desk, ask, one, other, method)
    gap = one.value - other.value
    more, less = ask.direction == "increase" and gap < 0, ask.direction == "decrease" and gap > 0
    key = "answer.no_more" if more else "answer.no_less" if less else "answer.difference_of"
    label = say(key, desk.language, one=one.label, other=other.label)
    found = Found(label, abs(gap), one.unit, [*one.sources, *other.sources], True)
    return Outcome("figures", found=[found, one, other], method=[*method, f"{one.value} − {other.value}"])
