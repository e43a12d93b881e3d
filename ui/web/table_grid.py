"""A stored table as rows and columns, and what a selection of its cells comes to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ingest.records.document import Row, RowRole, Table
from ingest.records.figure import Figure
from ingest.records.units import Unit

Cell = tuple[int, int]  # row and column, counted from 0
MORE_DIGITS = Decimal("0.01")  # a mean is told with two digits more than its figures


@dataclass(frozen=True, slots=True)
class TableGrid:
    """A table's rows in order, its figure columns by header path, and the figure of each cell that has one."""

    table: Table
    rows: tuple[Row, ...]
    columns: tuple[tuple[str, ...], ...]
    figures: dict[Cell, Figure]

    def printed(self, column: int) -> list[str]:
        """A column as printed; a blank cell is empty, not zero."""
        cells = (self.figures.get((row, column)) for row in range(len(self.rows)))
        return ["" if figure is None else figure.text.strip() for figure in cells]


@dataclass(frozen=True, slots=True)
class ColumnSum:
    """What the selected cells of one column come to; without ``total`` they may not be added."""

    column: int
    unit: Unit | None
    count: int
    blank: int
    total: Decimal | None
    mean: Decimal | None


def grid_of(table: Table, rows: Sequence[Row], figures: Sequence[Figure]) -> TableGrid:
    """The grid of a table from its records; of two figures in one cell the first stands."""
    # Where two halves stand side by side their rows alternate by height; one after the other they can be read.
    sides = list(dict.fromkeys(row.side for row in rows))
    rows = sorted(rows, key=lambda row: sides.index(row.side))
    places = {row.id: index for index, row in enumerate(rows)}
    columns = list(dict.fromkeys([*table.columns, *(f.column for f in figures if f.row_id in places)]))
    at = {column: index for index, column in enumerate(columns)}
    cells: dict[Cell, Figure] = {}
    for figure in figures:
        if figure.row_id is not None and figure.row_id in places:
            cells.setdefault((places[figure.row_id], at[figure.column]), figure)
    return TableGrid(table, tuple(rows), tuple(columns), cells)


def sums_of(grid: TableGrid, selected: Collection[Cell]) -> tuple[ColumnSum, ...]:
    """Count, sum and mean of the selected cells, column by column: a total column holds the columns beside it.

    A column in which a total is selected together with its parts is counted, not added.
    """
    return tuple(_sum_of(grid, column, selected) for column in sorted({column for _, column in selected}))


def _sum_of(grid: TableGrid, column: int, selected: Collection[Cell]) -> ColumnSum:
    rows = sorted({row for row, at in selected if at == column})
    figures = [grid.figures[row, column] for row in rows if (row, column) in grid.figures]
    amounts = [figure.amount for figure in figures if figure.amount is not None]
    units = {amount.unit for amount in amounts}
    unit = units.pop() if len(units) == 1 else None
    counted = ColumnSum(column, unit, len(amounts), len(rows) - len(amounts), None, None)
    if unit is None or _mixes_levels(grid, rows):
        return counted
    values = [amount.value for amount in amounts]
    total = sum(values, Decimal(0))
    exponent = min(int(value.as_tuple().exponent) for value in values)
    mean = (total / len(values)).quantize(Decimal(1).scaleb(exponent) * MORE_DIGITS, ROUND_HALF_UP)
    return ColumnSum(column, unit, len(amounts), counted.blank, total, mean)


def _mixes_levels(grid: TableGrid, rows: Sequence[int]) -> bool:
    """Whether a selected row holds another selected one, or is a grand total among others."""
    chosen = {grid.rows[row].id for row in rows}
    parents = {row.id: row.parent_id for row in grid.rows}
    for key in chosen:
        above = parents.get(key)
        while above is not None:
            if above in chosen:
                return True
            above = parents.get(above)
    return len(rows) > 1 and any(grid.rows[row].role is RowRole.GRAND_TOTAL for row in rows)
