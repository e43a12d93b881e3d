"""Whether a unit that a question counts into a department's budget is one of those the department's documents name."""

import re
from collections.abc import Iterator

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.finding.evidence import Outcome
from assistant.finding.holdings import Holding
from assistant.plan import Ask, Plan
from ingest.messages import say
from ingest.wording.glyphs import bare

_LISTS_UNITS = re.compile(r"下属|所属|直属|预算单位|机构设置|单位构成|部门构成|纳入")
_TAIL = re.compile(r"(?:中心|监狱|.)$")


def not_comprised(desk: Desk, plan: Plan) -> Outcome | None:
    """A refusal where a unit is counted in that no document of the department names; None where all are named."""
    for ask in plan.asks:
        for unit in ask.scope.comprised:
            if not _is_named(unit, _units_told(desk, ask)):
                place = "、".join(ask.scope.said)
                return Outcome("refusal", message=say("answer.not_comprised", desk.language, unit=unit, place=place))
    return None


def _units_told(desk: Desk, ask: Ask) -> Iterator[str]:
    """The names of a department's units and the passages that list them."""
    for holding, _ in holdings_of(desk, ask):
        yield from (key for key, ids in desk.units.items() if holding.document.id in ids)
        yield from _lists(holding)


def _lists(holding: Holding) -> Iterator[str]:
    for passage in holding.passages:
        text = "".join((*passage.section, passage.text))
        if _LISTS_UNITS.search(text):
            yield bare(text)


def _is_named(unit: str, told: Iterator[str]) -> bool:
    """Whether a unit is named as it is said, or by the words it is short for: 法援中心 is 法律援助中心."""
    said = bare(unit)
    tail = _TAIL.search(said)
    head = said[: tail.start()] if tail is not None else said
    short = re.compile("[一-龥]{0,2}".join(map(re.escape, [*head, said[len(head) :]])))
    return any(short.search(text) for text in told)
