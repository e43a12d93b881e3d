"""Units whose project money no line prints: added up from the projects that a complete list gives each of them."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from assistant.computing.arithmetic.aggregate import aggregated
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import found_of
from assistant.computing.rows.members import Member, found_meets
from assistant.computing.rows.parts import leaves
from assistant.finding.evidence import Found
from assistant.finding.holdings import Holding, RowView, TableView
from assistant.finding.wanted import Candidate
from assistant.plan import Ask, Operation, Term, replace
from ingest.messages import say
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body

_LEAST = 2  # units that have projects
_LISTED = "project_expenditure"  # the kind of table that prints what all forms come to
_ROUNDING = Decimal("0.01")  # of its unit, that each printed amount may be off by

Column = Callable[[TableView], int | None]


def is_of_projects(terms: Sequence[Term]) -> bool:
    """Whether terms name what is spent on projects and nothing else."""
    return bool(terms) and all(t.concept == "project_expenditure" for t in terms)


def units_by_projects(
    desk: Desk, ask: Ask, tables: Sequence[tuple[Holding, TableView]], keys: Mapping[str, str], column: Column
) -> list[Member]:
    """The units as members with the projects each is added up from; none where the list does not come to its total."""
    for holding, table in tables:
        at = column(table)
        rows = leaves(table)
        if at is None or not rows or any(not r.body for r in rows):
            continue
        amounts = [one for row in rows if (one := _amount_of(holding, table, row, at)) is not None]
        if _come_to(table, at, amounts) and (members := _members_of(desk, ask, amounts, keys)) is not None:
            return members
    return []


def units_by_forms(
    desk: Desk, ask: Ask, forms: Sequence[tuple[Holding, TableView]], keys: Mapping[str, str], column: Column
) -> list[Member]:
    """The units by the money of projects that have a form each; none where these do not come to a printed total."""
    amounts: list[Candidate] = []
    for holding, table in forms:
        row, at = table.rows[0], column(table)
        one = _amount_of(holding, table, row, at) if at is not None and row.body else None
        if one is None:
            return []
        amounts.append(one)
    printed = (t for h in dict.fromkeys(h for h, _ in forms) for t in h.tables if t.table.kind == _LISTED)
    whole = any(_come_to(table, at, amounts) for table in printed if (at := column(table)) is not None)
    return (_members_of(desk, ask, amounts, keys) if whole else None) or []


def _amount_of(holding: Holding, table: TableView, row: RowView, at: int) -> Candidate | None:
    """What a row prints in a column; None where it prints no amount there."""
    figure = next((f for i, f in row.cells if i == at), None)
    if figure is None or figure.amount is None:
        return None
    return Candidate(figure, holding, table, row, table.columns[at], 0.0)


def _members_of(desk: Desk, ask: Ask, amounts: Sequence[Candidate], keys: Mapping[str, str]) -> list[Member] | None:
    """The units that amounts are of, with those of each; None where there are too few, or one that is not known."""
    parts: dict[str, list[Candidate]] = {}
    for one in amounts:
        parts.setdefault(bare(read_body((one.row and one.row.body) or "").name), []).append(one)
    if len(parts) < _LEAST or not set(parts) <= set(keys):
        return None
    members = [Member(own[0], keys[key], tuple(own)) for key, own in parts.items()]
    return [m for m in members if found_meets(added_up(desk, ask, m), ask)]


def added_up(desk: Desk, ask: Ask, member: Member) -> Found:
    """The sum of a member's parts, every one cited."""
    own = [found_of(desk, ask, part) for part in member.parts]
    if len(own) == 1:
        own[0].label = member.label
        return own[0]
    summed = aggregated(desk, replace(ask, operation=Operation.SUM), own, member.label).found[0]
    named = bare(member.candidate.figure.label) == bare(member.label)  # one subject of several units
    summed.label = member.label if named else say("answer.projects_together", desk.language, unit=member.label)
    return summed


def _come_to(table: TableView, at: int, amounts: Sequence[Candidate]) -> bool:
    """Whether the projects of all units come to the total that a table prints."""
    told = [f.amount for r in table.rows if r.is_total and not r.body for i, f in r.cells if i == at and f.amount]
    added = sum((one.base or Decimal(0) for one in amounts), Decimal(0))
    return bool(told) and abs(max(t.base for t in told) - added) <= _ROUNDING * told[0].unit.scale * len(amounts)
