"""What a turn told, told again in the unit that the next turn says and nothing else: 两家合计多少；换成元."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found, Outcome, converted
from assistant.plan import Plan
from ingest.wording.units import money_unit


def in_other_unit(desk: Desk, plan: Plan, earlier: Sequence[Outcome] | None) -> list[Outcome] | None:
    """The outcomes told before with each amount of money in the unit asked for; None of turns that say more.

    They are not looked up anew: a sum over turns, or of several bodies, is none of what the last plan alone asks for,
    and what was refused stays so.
    """
    said = {token.taken_for for token in plan.account} - {"context:follow_same"}
    if desk.unit is None or said != {"unit"} or plan.unexplained or not earlier:
        return None
    told = [turn for turn in desk.told if not all(o.kind == "quotes" for o in turn)]
    earlier = told[-1] if told else earlier  # why it moved was told since, in words
    if not any(o.kind == "refusal" or any(money_unit(f.unit) for f in o.found) for o in earlier):
        return None
    return [replace(o, found=[_converted(desk, f) for f in o.found]) for o in earlier]


def _converted(desk: Desk, found: Found) -> Found:
    unit = money_unit(found.unit)
    if unit is None or found.value is None:
        return found
    value, name = converted(found.value, unit, desk.unit)
    shown = None if found.shown is None else converted(found.shown, unit, desk.unit)[0]
    return replace(found, value=value, unit=name, shown=shown)
