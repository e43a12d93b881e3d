"""Units said to be of a department that has none of this name, where only another department's unit is held."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Outcome
from assistant.finding.holdings import department_key
from assistant.finding.written import writes
from assistant.plan import Ask
from assistant.saying.refusals import departments_held
from ingest.messages import say

_OWNS = r"的?(?:下面|底下|下属|所属|直属|下辖|辖下|名下)?的?(?:单位|机构|二级单位)?的?"
_WITHIN = r"(?:其中|当中|里[头面]?|它的?|下面|底下|下属|所属|直属|下辖)(?:单位|机构)?的?"

_Body = tuple[str, tuple[str, ...]]  # as it is said, and the names it leads to


def unit_of_another(desk: Desk, ask: Ask, before: Ask | None) -> str | None:
    """The unit said right behind a department, or within it: 乙局的法律援助中心, which only 甲局 has."""
    bodies = list(zip(ask.scope.said, ask.scope.departments, strict=False))
    pairs = [(*pair, f"{re.escape(pair[0][0])}{_OWNS}") for pair in pairwise(bodies)]
    if before is not None and len(bodies) == len(before.scope.said) == 1:  # 乙局收入多少，其中法律援助中心多少
        pairs.append(((before.scope.said[0], before.scope.departments[0]), bodies[0], _WITHIN))
    for owner, unit, leads in pairs:
        if not _is_of_another(desk, owner, unit):
            continue
        if re.search(f"{leads}{re.escape(unit[0])}", ask.words) or _is_written_of(desk, owner, unit):
            return owner[0] + unit[0]
    return None


def own_unit_not_held(desk: Desk, asks: Sequence[Ask], before: Sequence[Ask]) -> Outcome | None:
    """The refusal where a turn names a unit that the department before it writes of, though only another's is held."""
    unit = _unit_written_of(desk, asks[0], before[-1]) if asks and before else None
    if unit is None:
        return None
    held = departments_held(desk.library, desk.language)
    return Outcome("refusal", message=say("answer.no_department", desk.language, said=unit, departments=held))


def _unit_written_of(desk: Desk, ask: Ask, before: Ask) -> str | None:
    one, other = before.scope, ask.scope
    if not len(one.said) == len(one.departments) == len(other.said) == len(other.departments) == 1:
        return None
    owner, unit = (one.said[0], one.departments[0]), (other.said[0], other.departments[0])
    meant = _is_of_another(desk, owner, unit) and _is_written_of(desk, owner, unit)
    return owner[0] + unit[0] if meant else None


def _is_written_of(desk: Desk, owner: _Body, unit: _Body) -> bool:
    """Whether a department's own documents write of a unit that is said by less than its whole name."""
    own = [d for d in desk.library.documents if department_key(d) in owner[1]]
    return unit[0] not in unit[1] and any(writes(desk.library.holding(d.id), unit[0]) for d in own)


def _is_of_another(desk: Desk, owner: _Body, unit: _Body) -> bool:
    """Whether a unit is reported by documents none of which is the department's."""
    own = {d.id for d in desk.library.documents if department_key(d) in owner[1]}
    held = {id for name in unit[1] for id in desk.units.get(name, ())}
    return bool(own and held) and not held & own and not any(owner[0] in name for name in unit[1])
