"""A look-up whose words are the very name of an indicator (某项目的人员配备数是多少): its target, no other figure.

The amount of the project beside it is told of a part of the words alone.
"""

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.targets.pool import places
from assistant.computing.targets.several_named import several_named
from assistant.computing.targets.target import target
from assistant.finding.evidence import Found, Outcome
from assistant.finding.holdings import Holding
from assistant.plan import Ask, Operation, Term, replace
from ingest.wording.glyphs import bare

_SURE = 0.8


def target_named(desk: Desk, ask: Ask, told: Outcome) -> Outcome:
    """The target of the indicator that a term of the look-up names, where what was told bears no such name."""
    if told.kind == "refusal" and (several := several_named(desk, ask, places(desk, ask))) is not None:
        return several
    terms = [t for t in ask.terms if t.kind in ("name", "like") and t.names]
    if not terms or ask.filters or told.kind not in ("figures", "refusal"):
        return told
    indicators = [_indicators(holding) for holding, _ in holdings_of(desk, ask)]
    named = [names for t in terms if any((names := _likely(t)) & own for own in indicators)]
    if not named or (
        told.kind == "figures" and all(any(n in _said_of(f) for n in ns) for f in told.found for ns in named)
    ):
        return told
    if told.kind == "refusal" and (ask.hints or all(t.kind != "name" for t in terms)):
        return told  # 招聘多少审计员: what only resembles a name leaves the rest unsaid
    own = target(desk, replace(ask, operation=Operation.TARGET))
    return own if own.kind == "figures" else told


def _indicators(holding: Holding) -> frozenset[str]:
    """What the indicators of a document are called, in comparison form."""
    return holding.once("names of indicators", lambda: frozenset(bare(i.name) for i in holding.indicators))


def _likely(term: Term) -> set[str]:
    """The stored names that a term is most likely to mean; a whole name means no other."""
    return {bare(name) for name, score in term.names if score >= (1.0 if term.kind == "name" else _SURE)}


def _said_of(found: Found) -> str:
    """The words a figure is printed under."""
    column = "".join(found.figure.column) if found.figure is not None else ""
    return bare(found.label + column + "".join(s.row or s.text for s in found.sources))
