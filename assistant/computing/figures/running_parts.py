"""What the running of cars is told to be made of: 给公车加油花了多少, where a sentence prints 其中：燃料费1万元."""

import re
from collections.abc import Iterable

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.finding.evidence import Found, Outcome, source_of
from assistant.finding.holdings import Holding
from assistant.plan import Operation, Plan
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_KINDS = tuple(map(re.compile, ("油|燃料", "修|保养", "过路|过桥|路桥|通行", "保险|车险", "停车|泊车")))
_CARS = re.compile(r"公务用?车(?:购置及)?运行")


def part_of_running(desk: Desk, plan: Plan, part: str) -> Outcome | None:
    """The printed part of the running of cars that a word means; None where none, or more than one, is printed."""
    kinds = [kind for kind in _KINDS if kind.search(part)]
    left = (*plan.unexplained, *(hint for ask in plan.asks for hint in ask.hints))
    looked_up = all(a.operation is Operation.LOOKUP and not (a.filters or a.basis) for a in plan.asks)
    if len(kinds) != 1 or not (plan.asks and looked_up) or any(word not in part for word in left):
        return None
    ask = next((a for a in plan.asks if a.scope.years), plan.asks[0])
    found = {
        figure.amount.base: Found(
            figure.label, figure.value, figure.unit.name, [source_of(figure, holding)], figure=figure
        )
        for holding, _ in holdings_of(desk, ask)
        for figure in _parts(holding)
        if figure.amount is not None and kinds[0].search(figure.label) and not _others(kinds[0], figure.label)
    }
    return Outcome("figures", found=list(found.values())) if len(found) == 1 else None


def _others(kind: re.Pattern[str], label: str) -> bool:
    """Whether a label tells another kind of cost, too: 燃油及维修费."""
    return any(other is not kind and other.search(label) for other in _KINDS)


def _parts(holding: Holding) -> Iterable[Figure]:
    """What a document's sentences on the running of cars spend, of its own year."""
    cars = {p.id for p in holding.passages if _CARS.search(bare(p.text))}
    for figure in holding.spoken:
        money = figure.relation is Relation.AMOUNT and figure.unit.kind is UnitKind.MONEY
        own = (figure.year, figure.stage) == (holding.document.year, holding.document.stage)
        if money and own and figure.passage_id in cars and figure.label.endswith("费") and "车" not in figure.label:
            yield figure
