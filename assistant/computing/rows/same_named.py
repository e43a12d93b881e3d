"""The rows of one table that a name fits alike, where it names several: 三笔“专项工作经费”, 超过100人的培训."""

import re
from decimal import Decimal

from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.rows.members import Member, Population, measured_alike, meets
from assistant.computing.rows.named_rows import row_fits, short_texts
from assistant.computing.rows.parts import leaves, of_class
from assistant.finding.holdings import ColumnView
from assistant.finding.wanted import Candidate
from assistant.plan import RANKS, Ask, Operation, replace
from assistant.saying.wordings import money
from assistant.understand.words.alike import spelt_in
from ingest.messages import say
from ingest.records.units import UnitKind

_SURE = 0.85


def same_named(desk: Desk, ask: Ask) -> Population | None:
    """The rows of one table that a name fits alike, where it names several: 三笔“专项工作经费”; None where it does not.

    A name that also fits a row with others under it, or rows of several tables, is no set.
    """
    if ask.excluded or ask.by_columns or (ask.operation in RANKS and of_class(ask)):
        return None  # 商品和服务支出里最大的三项 are its lines, not those that bear its name
    if any(
        score < _SURE and not spelt_in(t.text, name) for t in ask.terms if t.kind == "like" for name, score in t.names
    ):
        return None  # names that only resemble what was said need not be all there are
    one = sights_of(desk, replace(ask, operation=Operation.LOOKUP, filters=()))
    options = (one[0].choice.options or list(one[0].choice.parts)) if len(one) == 1 else []
    inside = _in_one_table(options := _of_one_measure(options, ask))
    first = inside[0] if inside else None
    if first is None or first.table is None or first.column is None:
        return None
    table, column, rows = first.table, _measured_column(first, ask), leaves(first.table)
    texts = {r.row.id: short_texts(first.holding, r) for r in rows}
    kept = [fit for term in ask.terms if (fit := [r for r in rows if row_fits(term, r, texts[r.row.id])])]
    fits = [r for r in rows if kept and all(r in fit for fit in kept)]
    amounts = [f.amount.base for r in fits for i, f in r.cells if table.columns[i] is column and f.amount is not None]
    if len(fits) < 2 or any(o.row not in fits for o in inside):
        return None
    chosen = bool(ask.filters) or ask.operation in (*RANKS, Operation.LIST, Operation.COUNT)
    others = [o for o in options if o not in inside and not (chosen and _is_task(o))]
    if any(o.base != sum(amounts, Decimal(0)) for o in others):
        return None  # 培训支出 printed elsewhere is what the trainings come to; anything else is another thing
    members = []
    for row in fits:
        figure = next((f for i, f in row.cells if table.columns[i] is column), None)
        if figure is not None and not (ask.secret is not None and row.row.is_secret is not ask.secret):
            candidate = Candidate(figure, first.holding, table, row, column, 0.0)
            if meets(candidate, ask):
                members.append(Member(candidate, row.row.label))
    if _MONEY_ASKED.search(ask.words) and ask.operation in (Operation.LIST, Operation.SUM):
        members = [_told_by_money(member) for member in members]
    noun = say("answer.noun_row", desk.language)
    return Population(members, noun, one[0].place.name, table.table.title, table.table.page)


def _is_task(candidate: Candidate) -> bool:
    """Whether a figure is what a task of the whole department costs, which is no other event beside those listed."""
    return candidate.table is not None and candidate.table.table.kind == "overall_performance"


_MONEY_ASKED = re.compile(
    r"多少(?:钱|[万亿]?元)|金额|钱数|[花用]了?多少|(?:经费|预算|费用|花费)(?:数额?|额)?(?:分别|各|是|为|有)*(?:多少|几)"
)


def _told_by_money(member: Member) -> Member:
    """A member chosen by how many it counts as the money of its row, where that is asked: 过百人的培训各多少钱."""
    by = member.candidate
    if by.table is None or by.row is None or by.figure.amount is None or by.figure.unit.kind is not UnitKind.COUNT:
        return member
    paid = [(at, f) for at, f in by.row.cells if f.unit.kind is UnitKind.MONEY and f.amount is not None]
    if len(paid) != 1:
        return member
    ((at, figure),) = paid
    label = f"{member.label}（{money(by.figure.amount.value, by.figure.unit.name)}）"
    return Member(Candidate(figure, by.holding, by.table, by.row, by.table.columns[at], 0.0), label, chosen_by=by)


def _in_one_table(options: list[Candidate]) -> list[Candidate]:
    """Those of several figures that stand in one table and column, where two or more do; () where two tables do."""
    groups: dict[tuple[str, tuple[str, ...]], list[Candidate]] = {}
    for one in options:
        if one.table is not None and one.row is not None and one.column is not None:
            groups.setdefault((one.table.table.id, one.column.path), []).append(one)
    several = [group for group in groups.values() if len(group) > 1]
    return several[0] if len(several) == 1 else []


def _measured_column(candidate: Candidate, ask: Ask) -> ColumnView | None:
    """The column of a figure, or the one beside it that holds what a condition is measured in: 超过100人的培训."""
    table, figure = candidate.table, candidate.figure
    if table is None or all(measured_alike(figure, f) for f in ask.filters):
        return candidate.column
    units = {f.unit for f in ask.filters}
    told = {at: f.unit.name for row in table.rows for at, f in row.cells if f.amount is not None}
    beside = [at for at, name in told.items() if {name} == units]
    return table.columns[beside[0]] if len(beside) == 1 else candidate.column


def _of_one_measure(options: list[Candidate], ask: Ask) -> list[Candidate]:
    """Of figures that count people and figures of money those a condition is measured in, else the money."""
    if len({o.figure.table_id for o in options}) > 1:
        return options
    held = [o for o in options if all(measured_alike(o.figure, f) for f in ask.filters)]
    return (held if ask.filters else [o for o in options if o.figure.unit.kind is UnitKind.MONEY]) or options
