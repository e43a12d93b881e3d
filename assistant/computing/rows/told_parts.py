"""What a total is made of, as one sentence tells it: 收入预算9万元，其中：财政拨款收入7万元，其他收入2万元."""

from collections.abc import Sequence
from decimal import Decimal

from assistant.computing.rows.members import Member, Population, meets
from assistant.finding.choose import step_of
from assistant.finding.holdings import Holding
from assistant.finding.scope import Place
from assistant.finding.wanted import Candidate
from assistant.plan import Ask
from ingest.messages import say
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind


def told_parts(language: str, ask: Ask, place: Place, holding: Holding, whole: Figure) -> Population | None:
    """The parts that the passage of a stated total tells of it; None where they do not come to it."""
    parts = [f for f in holding.spoken if _is_part(f, whole)]
    made = next((kept for kept in (parts, _outermost(parts)) if len(kept) > 1 and _come_to(kept, whole)), None)
    if made is None:
        return None
    found = [Candidate(f, holding, None, None, None, 0.0) for f in made]
    members = [Member(c, c.figure.label) for c in found if meets(c, ask)]
    noun = say("answer.noun_part", language, whole=whole.label)
    return Population(members, noun, place.name, say("answer.lines_told", language), whole.page) if members else None


def _is_part(figure: Figure, whole: Figure) -> bool:
    """Whether a stated amount is told as a part of a total: 其中 behind it, in its passage, of its year and stage."""
    same = (figure.passage_id, figure.year, figure.stage, figure.unit.kind)
    told = figure.relation is Relation.AMOUNT and figure.amount is not None and figure.column[-1:] == (whole.label,)
    return told and same == (whole.passage_id, whole.year, whole.stage, whole.unit.kind)


def _outermost(parts: Sequence[Figure]) -> list[Figure]:
    """The parts without those that make up one before them: 在职48人，包括行政22人、事业26人；退休15人."""
    kept: list[Figure] = []
    at = 0
    while at < len(parts):
        kept.append(parts[at])
        until = next((end for end in range(len(parts), at + 1, -1) if _come_to(parts[at + 1 : end], parts[at])), at + 1)
        at = until
    return kept


def _come_to(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether amounts add up to one, each rounded as it is printed."""
    total = sum((f.amount.base for f in parts if f.amount is not None), Decimal(0))
    open_by = sum((step_of(f) for f in (*parts, whole)), Decimal(0)) / 2
    exact = whole.unit.kind is UnitKind.COUNT
    off = abs(total - whole.amount.base) if whole.amount is not None else Decimal(1)
    return bool(parts) and off <= (Decimal(0) if exact else open_by)
