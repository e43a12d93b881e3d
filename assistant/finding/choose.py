"""Among figures that all explain what was asked: the one meant, a question back, or a blank."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.finding.holdings import is_unit_document
from assistant.finding.select import MARGIN
from assistant.finding.wanted import Candidate
from assistant.lexicon import is_fund, narrowing
from ingest.records.document import RowRole
from ingest.records.figure import Figure
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.numbers import half_step

_WHOLE_AND_PARTS = 3


@dataclass(slots=True)
class Choice:
    """The figure meant with those that print the same, or the differing figures to choose from."""

    best: Candidate | None
    agreeing: list[Candidate]
    options: list[Candidate]  # one a differing value; empty where the choice is clear
    blank: Candidate | None = None
    parts: tuple[Candidate, ...] = ()  # the figures that one chosen as their whole is made of


def chosen(found: list[Candidate]) -> Choice:
    """Choose among candidates sorted by cost; close ones that differ in value are options to ask about."""
    if not found:
        return Choice(None, [], [])
    printed = [c for c in found if c.figure.amount is not None]
    least = found[0].cost
    close = [c for c in printed if c.cost <= least + MARGIN]
    if not close:
        further = [c for c in printed if c.cost <= least + 2 * MARGIN]
        if further and any(_same_line(found[0], c) for c in further):
            close = [c for c in further if _same_line(found[0], c)]
    if not close:
        close = _of_blank_line(found[0], printed)
    if not close:
        return Choice(None, [], [], found[0])
    groups: list[list[Candidate]] = []
    for candidate in close:
        for group in groups:
            if same_value(group[0].figure, candidate.figure):
                group.append(candidate)
                break
        else:
            groups.append([candidate])
    if len(groups) == 1:
        group = groups[0]
        return Choice(_finest(group), group, [])
    first = groups[0]
    if _clear_lead(groups):
        return Choice(_finest(first), first, [])
    whole = _whole(groups) or _of_all_columns(groups) or _of_one_part(groups) or _told_whole(groups)
    whole = whole or _beside_its_parts(groups, printed)
    if whole is not None:
        parts = tuple(_finest(group) for group in groups if group is not whole)
        return Choice(_finest(whole), whole, [], parts=parts)
    return Choice(None, [], [_finest(group) for group in groups])


def _of_blank_line(blank: Candidate, printed: list[Candidate]) -> list[Candidate]:
    """The amounts that another table prints of the line and the fund of a blank cell; a blank never hides them."""
    own = _funds_of(blank)
    return [c for c in printed if own and own <= _funds_of(c) and _same_line(blank, c) and c.table is not blank.table]


def _funds_of(candidate: Candidate) -> frozenset[str]:
    return narrowing(candidate.column.concepts) if candidate.column is not None else frozenset()


def _clear_lead(groups: list[list[Candidate]]) -> bool:
    """Whether the cheapest reading leads clearly: by cost, or because the others are its own repeats elsewhere."""
    return min(c.cost for c in groups[1]) - groups[0][0].cost >= MARGIN - 1e-9


_HEAD = 2  # signs with which a whole and its parts begin alike: 行政事业单位医疗, 行政单位医疗


def _whole(groups: list[list[Candidate]]) -> list[Candidate] | None:
    """Of several readings the one that is all others together: 人员编制 is 行政编制 and 事业编制.

    The others stand in one table or passage; the whole may be printed elsewhere, rounded.
    """
    amounts = [group[0].base for group in groups]
    if len(groups) < _WHOLE_AND_PARTS or None in amounts or len({g[0].figure.unit.kind for g in groups}) > 1:
        return None
    if _each_of_a_unit([group[0] for group in groups]):
        return None  # 10万, 6万 and 4万 of three units: the first is no whole of the others
    total = sum(a for a in amounts if a is not None)
    for group, amount in zip(groups, amounts, strict=True):
        places = {(g[0].figure.table_id, g[0].figure.passage_id) for g in groups if g is not group}
        costs = {round(g[0].cost, 9) for g in groups if g is not group}
        # 单位医疗 names 行政单位医疗 and 事业单位医疗 alike, and both before what they come to; 培训 begins 培训支出.
        heads = any(g[0].figure.label.startswith(group[0].figure.label[:_HEAD]) for g in groups if g is not group)
        nearer = len(costs) == 1 and group[0].cost > max(costs) + 1e-9 and heads
        if amount and not nearer and len(places) == 1 and abs(total - 2 * amount) <= step_of(group[0].figure):
            return group
    return None


def _each_of_a_unit(found: list[Candidate]) -> bool:
    """Whether figures are the same line of as many units, none of them the whole's."""
    bodies = [c.row.body for c in found if c.row is not None and c.row.body and not c.row.is_total]
    return len(set(bodies)) == len(found) and len({bare(c.figure.label) for c in found}) == 1


def _of_all_columns(groups: list[list[Candidate]]) -> list[Candidate] | None:
    """Of the cells of one row the one of its total column: 合计 beside 人员经费 and 公用经费 is no other line."""
    cells = [candidate.figure for group in groups for candidate in group]
    if len({f.row_id for f in cells}) != 1 or cells[0].row_id is None or len({f.unit.kind for f in cells}) != 1:
        return None
    totals = [g for g in groups if any(c.column is not None and c.column.is_total for c in g)]
    rest = [c for g in groups if g not in totals for c in g]
    return totals[0] if len(totals) == 1 and not any(c.column is None or c.column.is_total for c in rest) else None


def _of_one_part(groups: list[list[Candidate]]) -> list[Candidate] | None:
    """Of the cells of one row the whole that one part makes up: 10.00, of it 0.00 for staff and 10.00 for offices."""
    cells = [candidate.figure for group in groups for candidate in group]
    if len(groups) != _WHOLE_AND_PARTS - 1 or len({f.row_id for f in cells}) != 1 or cells[0].row_id is None:
        return None
    if len({(f.year, f.stage, f.unit.kind) for f in cells}) != 1 or len({f.column for f in cells}) < _WHOLE_AND_PARTS:
        return None
    kept = [group for group in groups if group[0].base]
    return kept[0] if len(kept) == 1 and len({c.figure.column for c in kept[0]}) > 1 else None


def _beside_its_parts(groups: list[list[Candidate]], printed: list[Candidate]) -> list[Candidate] | None:
    """Of a form's row whose parts alone read as asked, the cell that is all of them: 年度资金总额, of it 财政拨款."""
    cells = [candidate for group in groups for candidate in group]
    row = cells[0].figure.row_id
    if row is None or len({c.figure.row_id for c in cells}) != 1 or any(c.base is None for c in cells):
        return None
    kinds = {(c.figure.year, c.figure.stage, c.figure.unit.kind) for c in cells}
    total, own = sum(c.base for c in cells if c.base is not None), {c.figure.column for c in cells}
    rest = [c for c in printed if c.figure.row_id == row and c.figure.column not in own]
    wholes = [c for c in rest if c.base == total and c.figure.column and c.figure.column[-1].endswith("总额")]
    alike = len(kinds) == 1 and {(c.figure.year, c.figure.stage, c.figure.unit.kind) for c in wholes} == kinds
    return wholes if alike and len(wholes) == len(rest) == 1 else None


def _told_whole(groups: list[list[Candidate]]) -> list[Candidate] | None:
    """Of numbers of one sentence the one that the others are told to be part of: 在校学生1742人，其中高中学生214人."""
    first, rest = groups[0], groups[1:]
    of, passages = first[0].figure, {group[0].figure.passage_id for group in groups}
    if of.role is RowRole.OF_WHICH or of.unit.kind is not UnitKind.COUNT or len(passages) > 1 or None in passages:
        return None
    parts = [group[0].figure for group in rest]
    inside = all(f.role is RowRole.OF_WHICH and of.label in f.column and f.unit == of.unit for f in parts)
    return first if inside and first[0].cost <= min(group[0].cost for group in rest) + 1e-9 else None


def _same_line(one: Candidate, other: Candidate) -> bool:
    return bare(one.figure.label) == bare(other.figure.label)


def same_value(one: Figure, other: Figure) -> bool:
    """Whether two printed amounts are the same within their printed precision."""
    if one.amount is None or other.amount is None or one.unit.kind is not other.unit.kind:
        return False
    if one.unit.kind is UnitKind.COUNT and one.unit.name != other.unit.name:
        return False
    difference = abs(one.amount.base - other.amount.base)
    if difference == 0:
        return True
    steps = max(step_of(one), step_of(other))
    return one.unit.kind is UnitKind.MONEY and step_of(one) != step_of(other) and difference <= steps


def step_of(figure: Figure) -> Decimal:
    """How far a printed amount may be from what it was rounded from, in base units; nothing of a blank."""
    return half_step(figure.amount.value) * figure.unit.scale if figure.amount is not None else Decimal(0)


def _finest(group: list[Candidate]) -> Candidate:
    """The candidate to cite: of the department, cheapest, from a table, in the finest print."""

    def rank(candidate: Candidate) -> tuple[object, ...]:
        figure = candidate.figure
        return (
            is_unit_document(candidate.holding.document),
            candidate.table is None,
            step_of(figure),
            round(candidate.cost, 3),
            figure.page,
            figure.id,
        )

    return min(group, key=rank)


def of_no_fund(options: Sequence[Candidate]) -> list[Candidate]:
    """Of one line's amounts those that a table of all funds prints: 某项目总共多少钱 beside its 一般公共预算 part."""
    if len({c.figure.label for c in options}) > 1:
        return []
    return [c for c in options if c.table is not None and not any(map(is_fund, c.table.concepts))]


_TREASURY = frozenset(("fiscal", "general_public"))


def of_all_money(options: Sequence[Candidate]) -> Candidate | None:
    """Of several totals the one of all money: the others are what the treasury pays of it, and come to less."""
    wide = [c for c in options if not c.narrow]
    rest = [c for c in options if c.narrow]
    if len(wide) != 1 or wide[0].base is None or not all(c.narrow <= _TREASURY for c in rest):
        return None
    return wide[0] if all(c.base is not None and c.base <= wide[0].base for c in rest) else None
