"""Indicators as a set: how many there are, which ones, which project sets most."""

from collections.abc import Sequence
from decimal import Decimal

from assistant.computing.figures.looking import Desk
from assistant.computing.targets.fitting import fitting
from assistant.computing.targets.pool import Place, found_of_indicator
from assistant.finding.evidence import Found, Outcome, source_of_indicator
from assistant.plan import Ask, Operation, Term
from ingest.messages import say


def listed(desk: Desk, ask: Ask, pool: Sequence[Place]) -> Outcome | None:
    """The number of the indicators the terms fit, or the indicators themselves."""
    kept = fitting(ask, pool)
    if not kept:
        return None
    if ask.operation in (Operation.MAX, Operation.MIN):
        return _most(desk, ask, kept)
    rows = {p.indicator.row_id or p.keys[1] for p in kept}
    asked = "、".join(_as_printed(t, kept) for t in (*ask.context, *ask.terms)) or "、".join(ask.scope.said)
    sources = [source_of_indicator(p.indicator, p.holding.document) for p in kept]
    if ask.operation is Operation.COUNT:
        label = say("answer.indicator_count", desk.language, asked=asked)
        return Outcome(
            "figures",
            found=[Found(label, Decimal(len(kept)), say("answer.piece", desk.language), sources, True)],
            method=[say("answer.indicators_of_rows", desk.language, count=len(kept), rows=len(rows))],
            narrowed=True,
        )
    found = []
    for place in kept:
        line = found_of_indicator(desk, place)
        line.label = f"{place.indicator.name}：{place.indicator.text}"
        found.append(line)
    lead = say("answer.indicators_lead", desk.language, asked=asked, count=len(found))
    return Outcome("list", found=found, lead=lead, narrowed=True)


def _as_printed(term: Term, kept: Sequence[Place]) -> str:
    """A term as the row or the indicator of that name prints it: 2026-2029年 is one number in its comparison form."""
    names = ((p.indicator.row_label if term.text == p.keys[1] else p.indicator.name, p.keys[:2]) for p in kept)
    return next((name for name, keys in names if term.text in keys), term.text)


def _most(desk: Desk, ask: Ask, kept: Sequence[Place]) -> Outcome | None:
    """The project that sets most indicators, or fewest, with their number; several where they are equal."""
    of_row: dict[str, list[Place]] = {}
    for place in kept:
        of_row.setdefault(place.indicator.row_id or place.keys[1], []).append(place)
    numbers = [len(places) for places in of_row.values()]
    wanted = max(numbers) if ask.operation is Operation.MAX else min(numbers)
    found = [
        Found(
            places[0].indicator.row_label,
            Decimal(len(places)),
            say("answer.piece", desk.language),
            [source_of_indicator(p.indicator, p.holding.document) for p in places],
            True,
        )
        for places in of_row.values()
        if len(places) == wanted
    ]
    return Outcome("list", found=found)
