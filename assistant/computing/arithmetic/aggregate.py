"""Arithmetic over found figures: sums, means, medians, ranks; exact, with every input cited."""

import re
from decimal import Decimal
from typing import TypeVar

from assistant.computing.arithmetic.exact import base_of, rounded
from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found, Outcome, as_printed, converted
from assistant.plan import OVER_ALL, Ask, Operation
from assistant.saying.wordings import condition_words, money
from ingest.messages import say
from ingest.records.units import Unit, UnitKind
from ingest.wording.units import money_unit

_T = TypeVar("_T")


def aggregated(desk: Desk, ask: Ask, found: list[Found], what: str) -> Outcome:
    language = desk.language
    values = [f for f in found if f.value is not None]
    if not values:
        return Outcome("refusal", message=say("answer.no_amounts", language))
    units = {f.unit for f in values}
    figure_units = {_unit_of(f) for f in values}
    sources = [s for f in values for s in f.sources]
    if ask.operation is Operation.COUNT:
        return Outcome(
            "figures", found=[Found(what, Decimal(len(values)), say("answer.piece", language), sources, True)]
        )
    if any(u.kind is not UnitKind.MONEY for u in figure_units) and len(units) > 1:
        return Outcome("refusal", message=say("answer.not_comparable", language))
    unit: Unit = next(iter(sorted(figure_units, key=lambda u: -u.scale)))
    bases = sorted(base_of(f) for f in values)
    total = sum(bases, Decimal(0))
    places = max(
        (-int(e) if isinstance(e := f.value.as_tuple().exponent, int) and e < 0 else 0)
        for f in values
        if f.value is not None
    )
    if ask.operation is Operation.MEAN:
        base = total / len(bases)
    elif ask.operation is Operation.MEDIAN:
        middle = len(bases) // 2
        base = bases[middle] if len(bases) % 2 else (bases[middle - 1] + bases[middle]) / 2
    else:
        base = total
    value = base / unit.scale
    if ask.operation is not Operation.SUM:
        value = rounded(value) if places <= 2 else value.quantize(Decimal(1).scaleb(-places))
    printed = [f.figure for f in values if f.figure is not None]
    shown, name = converted(as_printed(value, *printed), unit, desk.unit)
    label = say(f"answer.{ask.operation.value}_of", language, what=what)
    shown_values = " + ".join(money(f.value, "") for f in values[:6]) + (" + …" if len(values) > 6 else "")
    return Outcome(
        "figures",
        found=[Found(label, shown, name, sources, True)],
        method=[say("answer.inputs", language, values=shown_values, count=len(values))],
    )


def ranked(desk: Desk, ask: Ask, found: list[Found]) -> Outcome:
    """Operations over found figures that carry their own labels."""
    if ask.operation not in (*OVER_ALL, Operation.COUNT):
        in_one_unit(desk, found)
    ordered = sorted(found, key=lambda f: (-base_of(f), f.label))
    operation = ask.operation
    if operation is Operation.LIST:
        return Outcome("list", found=ordered if any(f.on == "amount" for f in ask.filters) else found)
    if operation in (*OVER_ALL, Operation.COUNT):
        if operation is Operation.COUNT and any(f.on == "amount" for f in ask.filters):
            return _counted(desk, ask, ordered)
        return aggregated(desk, ask, found, say("answer.these", desk.language, count=len(found)))
    chosen = sliced(ordered, operation, ask.number)
    if operation in (Operation.TOP, Operation.BOTTOM):
        return Outcome("list", found=chosen)
    if not chosen:
        return Outcome(
            "refusal", message=say("answer.too_few", desk.language, count=len(ordered), number=ask.number or 0)
        )
    if operation in (Operation.MAX, Operation.MIN):
        chosen = [f for f in ordered if base_of(f) == base_of(chosen[0])]  # two that have none have fewest alike
    if ask.which or len(chosen) > 1:
        return Outcome("list", found=chosen)
    return Outcome("figures", found=chosen, lead=say("answer.ranked", desk.language, label=chosen[0].label))


def _counted(desk: Desk, ask: Ask, found: list[Found]) -> Outcome:
    """How many meet a condition, and which they are."""
    condition = condition_words(ask, desk.language)
    counted = aggregated(desk, ask, found, say("answer.so_many_meet", desk.language, condition=condition))
    counted.found.extend(found)
    return counted


def in_one_unit(desk: Desk, found: list[Found]) -> None:
    """Amounts said in several units put in the largest of them: 元 beside 万元 misleads the eye."""
    told = [(f, f.value, unit) for f in found if f.value is not None and (unit := money_unit(f.unit)) is not None]
    if len({unit for _, _, unit in told}) < 2 or desk.unit is not None:
        return
    name = max((unit for _, _, unit in told), key=lambda u: u.scale).name
    for line, value, unit in told:
        line.value, line.unit = converted(value, unit, name)


_ADDED = re.compile(
    r"(?:前|最|头|居).{0,20}(?:加起来|加总|相加|之和|总和|合起来|合计|总额|(?:一共|总共|共计|共)(?:又|要|是|有|花|用)?(?=多少|几))"
)
_AVERAGED = re.compile(r"(?:前|最|头|居).{0,20}(?:平均|均值|均摊)")


def over_chosen(words: str) -> Operation | None:
    """What the first of a set are worked into, where more than they are is asked for: 最大的三个项目加起来多少."""
    if _AVERAGED.search(words):
        return Operation.MEAN
    return Operation.SUM if _ADDED.search(words) else None


def sliced(ordered: list[_T], operation: Operation, number: int | None) -> list[_T]:
    if operation is Operation.MAX:
        return ordered[:1]
    if operation is Operation.MIN:
        return ordered[-1:]
    if operation is Operation.TOP:
        return ordered[: number or 3]
    if operation is Operation.BOTTOM:
        return ordered[::-1][: number or 3]
    at = (number or 1) - 1
    if operation is Operation.NTH:
        return ordered[at : at + 1]
    return ordered[::-1][at : at + 1]


def _unit_of(found: Found) -> Unit:
    """The printed unit of a figure, or the named unit of a value that was worked out."""
    if found.figure is not None:
        return found.figure.unit
    return money_unit(found.unit) or Unit(found.unit, UnitKind.COUNT)
