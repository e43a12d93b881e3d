"""The members of a set, and the conditions that keep or leave them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.finding.choose import step_of
from assistant.finding.evidence import Found, Outcome
from assistant.finding.wanted import Candidate
from assistant.plan import Ask, Filter
from ingest.messages import say
from ingest.records.figure import Figure
from ingest.records.units import UnitKind
from ingest.wording.units import money_unit


@dataclass(slots=True)
class Member:
    """One member of a set: its figure, and the row behind it."""

    candidate: Candidate
    label: str
    parts: tuple[Candidate, ...] = ()  # what it is added up from, where no line prints it
    chosen_by: Candidate | None = None  # the cell of its row that met the condition, where another one is told

    @property
    def base(self) -> Decimal | None:
        """Its amount in base units."""
        return sum((p.base or Decimal(0) for p in self.parts), Decimal(0)) if self.parts else self.candidate.base


@dataclass(slots=True)
class Population:
    """The members of a set, what they are, and where they were read."""

    members: list[Member]
    noun: str
    place: str
    table: str
    page: int
    whole: int = 0  # how many there are before conditions and names keep some: of units


def meets(candidate: Candidate, ask: Ask) -> bool:
    """Whether a row meets the conditions: all of them, or one where the question says 或."""
    if not ask.filters:
        return True
    return (any if ask.either else all)(passes(candidate.figure, f) for f in ask.filters)


def member_meets(member: Member, ask: Ask) -> bool:
    """Whether a member that is added up meets the conditions of an ask by its sum."""
    unit = member.candidate.figure.unit
    if unit.kind is not UnitKind.MONEY:
        return not ask.filters
    whole = Found(member.label, (member.base or Decimal(0)) / unit.scale, unit.name, [], True)
    return found_meets(whole, ask)


def passes(figure: Figure, condition: Filter) -> bool:
    """Whether an amount meets a condition; a condition without a unit is in the printed unit."""
    amount = figure.amount
    if amount is None:
        return condition.on == "absent"  # 没有: nothing printed is as good as nothing there
    if not measured_alike(figure, condition):
        return False
    unit = money_unit(condition.unit) if condition.unit and condition.unit != "%" else None
    value = amount.base / unit.scale if unit is not None and amount.unit.kind is UnitKind.MONEY else amount.value
    return compare(value, condition)


def measured_alike(figure: Figure, condition: Filter) -> bool:
    """Whether a condition in a unit may be held against an amount: 超过10人 is said of no money."""
    if not condition.unit:
        return True
    if condition.unit == "%":
        return figure.unit.kind is UnitKind.PERCENT
    return (money_unit(condition.unit) is not None) is (figure.unit.kind is UnitKind.MONEY)


def found_meets(found: Found, ask: Ask) -> bool:
    """Whether a found figure meets the conditions of an ask."""
    figure = found.figure
    meets = (passes(figure, f) if figure is not None else _passes_computed(found, f) for f in ask.filters)
    return (any if ask.either else all)(meets) or not ask.filters


def _passes_computed(found: Found, condition: Filter) -> bool:
    """Whether a value that was worked out meets a condition in its own unit, or in money where it is money."""
    own, said = money_unit(found.unit), money_unit(condition.unit)
    if found.value is None or (found.unit != condition.unit and not (own and said)):
        return False
    return compare(found.value * own.scale / said.scale if own and said else found.value, condition)


def narrowed(outcome: Outcome) -> Outcome:
    """The outcome, marked as made of members that meet every condition of its ask."""
    outcome.narrowed = True
    return outcome


def not_so_many(language: str, said: int, members: Sequence[Member | Found]) -> Outcome:
    """The refusal where a question says how many there are and others are found; it names the first twelve."""
    names = "、".join(m.label for m in members[:12])
    message = say("answer.not_so_many", language, said=said, count=len(members), names=names)
    return Outcome("refusal", message=message, narrowed=True)


def come_to_stated(ask: Ask, members: Sequence[Member]) -> bool:
    """Whether members come to each amount that a question takes for granted of them: 那一千三百多万包括哪几项."""
    units = [(f, unit) for f in ask.stated if (unit := money_unit(f.unit)) is not None]
    total = sum((m.base or Decimal(0) for m in members), Decimal(0))
    open_by = sum((step_of(m.candidate.figure) for m in members), Decimal(0))  # parts that each are rounded
    return len(units) == len(ask.stated) and all(
        compare(total / unit.scale, f) or (f.sign == "=" and abs(total - f.value * unit.scale) <= open_by)
        for f, unit in units
    )


def compare(value: Decimal, condition: Filter) -> bool:
    """Whether a value meets a comparison."""
    if condition.sign == "between":
        return condition.upper is not None and condition.value <= value <= condition.upper
    if condition.sign == "about":
        return condition.upper is not None and condition.value <= value < condition.upper
    return {
        ">": value > condition.value,
        ">=": value >= condition.value,
        "<": value < condition.value,
        "<=": value <= condition.value,
        "=": value == condition.value,
    }[condition.sign]
