"""How projects moved between two stages of their budget, from a table that prints both: 年初预算数, 调整预算数."""

from collections.abc import Iterable

from assistant.computing.rows.parts import leaves
from assistant.computing.sets.moves_told import Move
from assistant.finding.evidence import source_of
from assistant.finding.holdings import Holding, RowView, TableView
from assistant.lexicon import is_fund
from assistant.plan import Ask
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.names import is_body_name

_SPENT = (Stage.EXECUTION, Stage.FINAL_ACCOUNT)
_SEVERAL = 2  # one row is no list of projects


def of_adjusted(ask: Ask) -> bool:
    """Whether the budget as it was adjusted is held against something."""
    return ask.scope.stages == (Stage.ADJUSTED_BUDGET.value,)


def of_two_stages(holding: Holding, table: TableView, ask: Ask, year: int | None) -> list[Move]:
    """The changes of a table's projects from the opening budget to the later stage; empty where it lists no projects.

    A fund that is asked for is no part of such a table's title; nothing is told then.
    """
    named = [t for t in ask.terms if t.concept and is_fund(t.concept)]
    if any(t.concept not in table.concepts for t in named) or "项目" not in table.key:
        return []
    rows = [r for r in leaves(table) if not holding.is_subject(r) and not is_body_name(r.row.label)]
    later = (Stage.ADJUSTED_BUDGET,) if of_adjusted(ask) else _SPENT
    moves = []
    for row in rows:
        now, was = (_only(_amounts(row, year, stages)) for stages in (later, (Stage.BUDGET,)))
        if now is None or was is None or now.amount is None or was.amount is None:
            continue
        change = now.amount.base - was.amount.base
        sources = [source_of(f, holding) for f in (now, was)]
        moves.append(Move(row.row.label, change, was.amount.base, now.unit.name, sources, True, (now, was)))
    return moves if len(moves) >= _SEVERAL else []


def _amounts(row: RowView, year: int | None, stages: tuple[Stage, ...]) -> Iterable[Figure]:
    """The amounts of a row that are of a year and some stages."""
    for _, figure in row.cells:
        money = figure.unit.kind is UnitKind.MONEY and figure.relation is Relation.AMOUNT
        if money and figure.amount is not None and figure.year == year and figure.stage in stages:
            yield figure


def _only(figures: Iterable[Figure]) -> Figure | None:
    """The figure, where there is one value of it."""
    found = list(figures)
    return found[0] if len({f.amount.base for f in found if f.amount is not None}) == 1 else None
