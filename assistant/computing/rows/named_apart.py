"""Members of one name told apart: by their body, by what they stand under, by their own words, by the fund that pays.

烟台市审计局 2026 prints three projects of one name whose funds alone differ.
"""

from collections.abc import Callable, Sequence

from assistant.computing.figures.looking import Desk
from assistant.computing.rows.members import Member
from assistant.computing.rows.population import as_found
from assistant.finding.evidence import Found
from assistant.plan import Ask
from ingest.wording.table_kinds import COSTS

_LONGEST = 20
_OF_ITEMS = ("procurement", "purchased_services", "new_assets", COSTS)
_PROJECT = ("项目", "项目名称")


def named_apart(desk: Desk, ask: Ask, members: Sequence[Member], among: Sequence[Member] = ()) -> list[Found]:
    """Members as lines; each that bears the name of another one among them carries what first sets it apart."""
    found = []
    for member in members:
        line = as_found(desk, ask, member)
        others = [m for m in among or members if m.label == member.label and m is not member]
        told = next((t for mark in _MARKS if others and (t := _own(mark, member, others))), "")
        if told and member.candidate.row is not None and told == member.candidate.row.body:
            line.label = f"{told}—{member.label}"
        elif told:
            line.label = f"{member.label}（{told}）"
        elif project := _project(member):
            line.label = f"{member.label}（{project}）"
        found.append(line)
    return found


def _own(mark: Callable[[Member], str], member: Member, others: Sequence[Member]) -> str:
    told = mark(member)
    return told if told and all(mark(other) != told for other in others) else ""


def _body(member: Member) -> str:
    row = member.candidate.row
    return (row.body or "") if row is not None else ""


def _above(member: Member) -> str:
    row = member.candidate.row
    above = member.candidate.holding.rows.get(row.row.parent_id or "") if row is not None else None
    return above.row.label if above is not None and not above.is_total else ""


def _words(member: Member) -> str:
    row = member.candidate.row
    texts = member.candidate.holding.texts.get(row.row.id, []) if row is not None else []
    return next((t.text for t in texts if len(t.text) <= _LONGEST), "")


def _project(member: Member) -> str:
    """The project that an item is bought for, which its row says beside it."""
    row = member.candidate.row
    if row is None or member.candidate.figure.table_kind not in _OF_ITEMS:
        return ""
    texts = member.candidate.holding.texts.get(row.row.id, [])
    return next((t.text for t in texts if t.column.endswith(_PROJECT)), "")


def _fund(member: Member) -> str:
    """The column beside the total that carries all of the amount."""
    row, table, figure = member.candidate.row, member.candidate.table, member.candidate.figure
    if row is None or table is None or figure.amount is None:
        return ""
    same = [
        cell
        for at, cell in row.cells
        if cell.id != figure.id
        and cell.amount is not None
        and cell.amount.base == figure.amount.base
        and not table.columns[at].is_total
    ]
    return same[-1].column[-1] if same and same[-1].column else ""


_MARKS = (_body, _above, _words, _fund)
