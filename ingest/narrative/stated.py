"""What a paragraph states, and what its reader keeps in mind between clauses."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.narrative.subjects import Subject
from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.records.units import Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a sentence says: an amount, or how it stands to another; offsets are of the paragraph's text."""

    label: str
    relation: Relation
    value: Decimal
    unit: Unit
    start: int
    end: int
    year: int | None = None  # written out; None is the document's own year
    relative: int | None = None
    stage: Stage | None = None
    basis: str | None = None
    whole: str | None = None  # the subject it is a part of (其中)
    code: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class OrphanReason:
    """A reason whose change stands in another sentence; ``label`` is what it says it is of, empty where it does not."""

    label: str
    reason: str
    said: str = ""  # its words for the change: 减少


@dataclass(frozen=True, slots=True)
class Told:
    """What a paragraph states, and the reasons it gives for changes stated elsewhere."""

    statements: tuple[Statement, ...]
    orphans: tuple[OrphanReason, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts named so far of a whole; ``is_complete`` where they make it up."""

    unit: Unit
    is_complete: bool


def parts_of(statements: Sequence[Statement], whole: str) -> Parts | None:
    """The parts that follow the last amount of a whole; None where it has no amount."""
    amounts = [s for s in statements if s.relation is Relation.AMOUNT]
    at = next((i for i in range(len(amounts) - 1, -1, -1) if amounts[i].label == whole and not amounts[i].whole), None)
    if at is None:
        return None
    parts = [s.value for s in amounts[at + 1 :] if s.whole == whole and s.unit == amounts[at].unit]
    return Parts(amounts[at].unit, bool(parts) and sum(parts) == amounts[at].value)


def begins_anew(found: Sequence[Statement], whole: str | None, unit: Unit, divides: bool) -> bool:
    """Whether an amount after a list of parts is a whole of its own: 编制125人，其中…；实有119人，其中….

    Parts that make up their whole are complete. Money is parted in several ways, so there a new list has to begin.
    """
    parts = parts_of(found, whole) if whole is not None else None
    is_complete = parts is not None and parts.unit == unit and parts.is_complete
    return (divides and is_complete) if unit.kind is UnitKind.MONEY else (divides or is_complete)


def is_nothing(found: Sequence[Statement], whole: str, value: Decimal) -> bool:
    """Whether a whole was last said to be zero, so that an amount is no part of it: 上年结转0元。其中：拨款5元."""
    said = [s.value for s in found if s.label == whole and s.relation is Relation.AMOUNT]
    return bool(said) and not said[-1] and value > 0


@dataclass(slots=True)
class Current:
    """What the clauses read so far speak of."""

    subject: Subject | None = None
    unit: Unit | None = None
    basis: str | None = None
    whole: Subject | None = None
    whole_unit: Unit | None = None
    is_part: bool = False
    subject_is_part: bool = False
    in_row: bool = False  # the last parts stand in a row: 甲1元、乙2元
    reasoning: bool = False
    reason_start: int = 0
    reason_of: str = ""  # what the reason says it is of: 财政拨款收支减少的主要原因
    year: int | None = None  # said in a clause of its own: 2026年，…
    relative: int | None = None
    as_of: str | None = None  # 截至2025年12月31日，…
