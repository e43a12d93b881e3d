"""The columns of one row ranked: what one line gives to each place that heads a column (补助哪个区最多、谁最少)."""

import re
from decimal import Decimal

from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found, Outcome
from assistant.plan import Ask, Operation

_CHOOSES = re.compile(r"谁|哪[一几]?[个家]")


def columns_ranked(desk: Desk, ask: Ask, outcome: Outcome) -> Outcome:
    """The outcome, or the most or least of one row's columns, where a rank only asked back which of them is meant.

    The columns have to be all that stand under one header, and as many as are said.
    """
    plain = not (ask.excluded or ask.filters or ask.by_columns or ask.moved or ask.base or ask.per or ask.picks)
    ranked = ask.operation in (Operation.MAX, Operation.MIN) and _CHOOSES.search(ask.words) is not None
    if outcome.kind != "clarification" or not (ranked and plain) or (ask.number or 1) > 1:
        return outcome
    cells = [found for found in outcome.found if _base(found) is not None]
    if len(cells) < 2 or len(cells) != len(outcome.found) or not _are_all_under_one(desk, cells):
        return outcome
    if ask.said_count not in (None, 0, 1, len(cells)):
        return outcome
    best = (max if ask.operation is Operation.MAX else min)(_base(cell) or Decimal(0) for cell in cells)
    return Outcome("list", found=[cell for cell in cells if _base(cell) == best], place=outcome.place)


def _base(found: Found) -> Decimal | None:
    """The amount of a cell in its base unit; None where it is no amount."""
    figure = found.figure
    return figure.amount.base if figure is not None and figure.amount is not None else None


def _are_all_under_one(desk: Desk, cells: list[Found]) -> bool:
    """Whether cells are all those of one row whose columns stand under one header."""
    figures = [cell.figure for cell in cells if cell.figure is not None]
    first = figures[0]
    header = tuple(first.column[:-1])
    row = desk.library.holding(first.document_id).rows.get(first.row_id or "")
    if not header or row is None or any(f.row_id != first.row_id or f.unit != first.unit for f in figures):
        return False
    under = [f for _, f in row.cells if f.amount is not None and tuple(f.column[:-1]) == header]
    return {f.id for f in under} == {f.id for f in figures}
