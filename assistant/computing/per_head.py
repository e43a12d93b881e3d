"""Rows ranked by their amount a person: 哪场培训人均花费最高, from rows that print an amount and a number of people."""

from assistant.computing.aggregate import sliced
from assistant.computing.changes import rounded
from assistant.computing.looking import Desk, sights_of
from assistant.computing.lookup import missing
from assistant.computing.members import Member, narrowed, not_so_many
from assistant.computing.population import population
from assistant.computing.same_named import same_named
from assistant.finding.evidence import Found, Outcome, converted, source_of
from assistant.plan import Ask, Operation, replace
from assistant.saying.wordings import money
from ingest.messages import say
from ingest.records.figure import Figure
from ingest.records.units import YUAN, UnitKind


def per_head(desk: Desk, ask: Ask) -> Outcome:
    """The rows an ask names ranked by yuan a person, two decimals; a refusal where a row prints no one number."""
    listed = replace(ask, operation=Operation.LIST, number=None, per=None)
    rows = same_named(desk, listed)
    sets = [rows] if rows is not None else population(desk, listed)
    members = [m for s in sets for m in s.members]
    lines = [line for m in members if (line := _line(desk, m)) is not None]
    if len(sets) != 1 or len(lines) < 2 or len(lines) != len(members):
        return missing(desk, ask, sights_of(desk, replace(ask, operation=Operation.LOOKUP)))
    if ask.said_count and ask.said_count not in (1, len(members)):
        return not_so_many(desk.language, ask.said_count, members)
    ordered = sorted(lines, key=lambda line: (-(line.value or 0), line.label))
    chosen = sliced(ordered, ask.operation, ask.number)
    if not chosen:
        return Outcome(
            "refusal", message=say("answer.too_few", desk.language, count=len(lines), number=ask.number or 0)
        )
    if ask.operation in (Operation.MAX, Operation.MIN):
        chosen = [line for line in ordered if line.value == chosen[0].value]
    return narrowed(Outcome("list", found=chosen, method=[line.method for line in chosen], place=sets[0].place))


def _line(desk: Desk, member: Member) -> Found | None:
    """A member with its amount a person; None where its row prints no money or not one number of people."""
    figure, row, holding = member.candidate.figure, member.candidate.row, member.candidate.holding
    cells = row.cells if row is not None else ()
    people = [f for _, f in cells if f.unit.kind is UnitKind.COUNT and f.unit.name == "人" and f.amount]
    if figure.unit.kind is not UnitKind.MONEY or figure.amount is None or len(people) != 1:
        return None
    count: Figure = people[0]
    if count.amount is None or not count.amount.value:
        return None
    value, unit = converted(rounded(figure.amount.base / count.amount.value), YUAN, desk.unit)
    label = say("answer.per_head", desk.language, label=member.label)
    found = Found(label, value, unit, [source_of(figure, holding), source_of(count, holding)], True)
    found.method = (
        f"{member.label}: {money(figure.amount.value, figure.unit.name)} ÷ {money(count.amount.value, count.unit.name)}"
    )
    return found
