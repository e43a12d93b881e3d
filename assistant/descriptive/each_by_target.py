"""A project's money by the number its target sets: 按最低目标人数折算每人多少钱.

The project is the one that the question's own words lead to; its amount and the one target in that unit are shown.
"""

import re
from collections.abc import Sequence

from assistant.computing.arithmetic.by_count import by_count
from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.figures.lookup import looked_up
from assistant.finding.evidence import Found, Outcome, source_of_indicator
from assistant.plan import Ask, Operation, Plan, Term
from ingest.messages import say
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_UNITS = "[人户家场次期台套辆亩件]"
_ASKED = re.compile(
    rf"(?:按照?|以|用)(?:最低|最少)?(?:的)?(?:绩效)?(?:目标|指标)(?:值|的)?(?P<unit>{_UNITS})(?:数|次数?)?(?:来)?"
    r"(?:折算|折合|计算|算|平摊|摊)(?:下来|一下|出来)?[，,]?(?:平均|合|折合)*每一?个?(?P=unit)(?:要|合|花|是|补)*(?:多少|几)(?:钱|元)?"
)


def each_by_target(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or the money of the project they lead to by the one target that counts what is asked for."""
    said = _ASKED.search(bare(plan.question))
    ask = next((a for a in plan.asks if a.scope.departments), None)
    rows = {bare(s.row) for o in outcomes for q in o.quotes for s in q.sources if s.row}
    rows |= {bare(s.row) for o in outcomes for f in o.found for s in f.sources if s.row}
    named = {t.names[0][0] for a in plan.asks for t in a.terms if t.names and t.names[0][1] == 1}
    rows = rows or named
    if said is None or ask is None or len(rows) != 1:
        return outcomes
    told = _divided(desk, ask, next(iter(rows)), said["unit"])
    return [told or Outcome("refusal", message=say("describe.half", desk.language, asked=said[0]))]


def _divided(desk: Desk, ask: Ask, row: str, unit: str) -> Outcome | None:
    """The amount of a project by its target; None where it prints not one of each."""
    term = Term(row, "name", names=((row, 1.0),))
    out = looked_up(desk, Ask(Operation.LOOKUP, (term,), scope=ask.scope, words=row))
    line = out.found[0] if out.kind == "figures" and len(out.found) == 1 else None
    figure = line.figure if line is not None else None
    if line is None or figure is None or figure.unit.kind is not UnitKind.MONEY:
        return None
    counts = {f.value: f for f in _targets(desk, ask, row, unit)}
    if len(counts) != 1 or not (value := next(iter(counts))):
        return None
    return by_count(desk, line, counts[value], value, (unit, unit), out.place)


def _targets(desk: Desk, ask: Ask, row: str, unit: str) -> Sequence[Found]:
    """The targets of a project that count in a unit."""
    found = []
    for holding, _ in holdings_of(desk, ask):
        for own in holding.indicators:
            counts = (
                own.value is not None
                and (own.unit or "").removesuffix("次") == unit
                and (own.comparator or "") in ("≥", "=", ">")
            )
            if counts and bare(own.row_label) == row:
                label = say("answer.indicator_of", desk.language, row=own.row_label, name=own.name)
                found.append(Found(label, own.value, own.unit or "", [source_of_indicator(own, holding.document)]))
    return found
