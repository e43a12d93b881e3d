"""A turn that asks the share of one member of the ranking told before: 那排第一的占整个工资福利支出多大比重."""

import re
from dataclasses import replace

from assistant.computing.arithmetic.exact import base_of
from assistant.computing.arithmetic.ratios import share
from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Outcome
from assistant.plan import Operation, Plan
from assistant.understand.words.limits_said import number_of
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_PLACED = re.compile(
    r"(?:那么?|其中)?[，,]?(?:排名?在?|居)?(?:第(?P<at>[一二三四五六七八九十]|\d{1,2})|首位|最[大多高前])"
    r"(?:名|位|个|项|那[个项])?的?占(?P<of>[^，,。？?]{2,20}?)的?(?:多大|多少|几|百分|比)"
)


def share_of_placed(desk: Desk, plan: Plan, earlier: list[Outcome] | None) -> Outcome | None:
    """The share in the whole that is named; None where no ranking of amounts was told, or anything else is said."""
    said = _PLACED.match(bare(plan.question))
    ask = next((a for a in plan.asks if a.operation is Operation.SHARE and len(a.base) == 1), None)
    listed = earlier[0].found if earlier and len(earlier) == 1 and earlier[0].kind == "list" else []
    if said is None or ask is None or len(listed) < 2 or plan.unexplained or ask.filters:
        return None
    amounts = [base_of(f) for f in listed if f.figure is not None and money_unit(f.unit) is not None]
    at = int(number_of(said["at"]) or 0) if said["at"] else 1
    ranked = len(amounts) == len(listed) and amounts == sorted(amounts, reverse=True)
    if said["of"].strip("整个全部的") != ask.base[0].text or not ranked or not 0 < at <= len(listed):
        return None
    part = replace(earlier[0], kind="figures", found=[listed[at - 1]]) if earlier else None
    return share(desk, replace(ask, terms=ask.base, number=None, inner=None), part)
