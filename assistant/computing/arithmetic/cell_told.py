"""Where in its table a figure told before stands, and which cells are below its row."""

from collections.abc import Sequence

from assistant.computing.figures.looking import Desk
from assistant.finding.holdings import RowView, TableView
from assistant.finding.matching import label_cost
from assistant.plan import Term
from ingest.records.document import RowRole
from ingest.records.figure import Figure, Relation

_EXACT = 0.4  # the cost of a label up to which it is what is named


def view_of(desk: Desk, figure: Figure | None) -> tuple[TableView, RowView, int] | None:
    """The table, the row and the place of the column that a figure stands in."""
    if figure is None or figure.row_id is None:
        return None
    holding = desk.library.holding(figure.document_id)
    table, row = holding.table_of(figure), holding.rows.get(figure.row_id)
    column = next((i for i, f in row.cells if f.id == figure.id), None) if row is not None else None
    return (table, row, column) if table is not None and row is not None and column is not None else None


def is_below(table: TableView, row: RowView, above: RowView) -> bool:
    """Whether a row is printed under another, which may be the foot of the table."""
    if above.row.role is RowRole.GRAND_TOTAL:
        return True
    parents = {r.row.id: r.row.parent_id for r in table.rows}
    at = row.row.parent_id
    while at is not None:
        if at == above.row.id:
            return True
        at = parents.get(at)
    return False


def closest(term: Term, cells: Sequence[tuple[Figure, RowView, str]]) -> list[tuple[Figure, RowView, str]]:
    """The cells whose names are what a term says, as closely as any is."""
    costs = [(cost, cell) for cell in cells if (cost := label_cost(term, cell[2])) is not None and cost <= _EXACT]
    least = min((cost for cost, _ in costs), default=0.0)
    return [cell for cost, cell in costs if cost == least and cell[0].relation is Relation.AMOUNT]
