"""Members chosen by the mean of all of them: 高于平均值的项目有几个, 低于平均水平的科目合计多少."""

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from assistant.computing.arithmetic.aggregate import ranked
from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found, Outcome
from assistant.plan import OF_MEAN, Ask, Filter, Operation
from ingest.messages import say
from ingest.wording.units import money_unit

_STEP = Decimal("0.01")  # no amount is printed finer than to the fen


def chosen_by_mean(desk: Desk, ask: Ask, over_set: Callable[[Desk, Ask], Outcome]) -> Outcome:
    """What is asked of the members beyond the mean, told with the mean; what finds no mean as it came."""
    others = tuple(f for f in ask.filters if f.on != "mean")
    whole = replace(ask, operation=Operation.MEAN, filters=others, which=False, number=None)
    told = over_set(desk, whole)
    unit = money_unit(told.found[0].unit) if told.kind == "figures" and told.found else None
    if unit is None or told.found[0].value is None:
        return told
    mean = told.found[0].value * unit.scale
    limits = tuple(_resolved(f, mean) for f in ask.filters if f.on == "mean")
    out = over_set(desk, replace(ask, filters=(*others, *limits)))
    if out.kind == "figures":
        return replace(out, found=[*out.found, told.found[0]], method=[*out.method, *told.method])
    return replace(out, method=[*out.method, *told.method])


def beyond_mean(desk: Desk, ask: Ask, told: list[Found]) -> tuple[Ask, Outcome]:
    """An ask whose conditions against the mean are those of what bodies tell one by one, and that mean."""
    mean = ranked(desk, replace(ask, operation=Operation.MEAN, filters=(), number=None), list(told))
    unit = money_unit(mean.found[0].unit) if mean.kind == "figures" else None
    if unit is None or mean.found[0].value is None:
        return ask, Outcome("refusal", message=say("answer.not_comparable", desk.language))
    value = mean.found[0].value * unit.scale
    return replace(ask, filters=tuple(_resolved(f, value) if f.on == "mean" else f for f in ask.filters)), mean


def _resolved(condition: Filter, mean: Decimal) -> Filter:
    """The condition with its value in 元, put to a fen: between two of them no amount is printed."""
    rounding = ROUND_FLOOR if condition.sign == ">" else ROUND_CEILING
    return Filter(condition.sign, mean.quantize(_STEP, rounding), "元", on=OF_MEAN)
