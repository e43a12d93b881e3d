"""A document's figures laid out for checking: by table, row and column."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ingest.records.document import Row, Table
from ingest.records.figure import Figure, Origin, Relation
from ingest.records.units import UnitKind

Column = tuple[str, ...]


@dataclass(frozen=True)
class Book:
    """Tables, rows and figures of one document; only amounts of money that are printed are compared."""

    tables: Sequence[Table]
    rows: Sequence[Row]
    figures: Sequence[Figure]

    @cached_property
    def rows_of(self) -> dict[str, list[Row]]:
        """The rows of each table, in order."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            found[row.table_id].append(row)
        return found

    @cached_property
    def children_of(self) -> dict[str, list[Row]]:
        """The rows directly under each row."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            if row.parent_id is not None:
                found[row.parent_id].append(row)
        return found

    @cached_property
    def cells_of(self) -> dict[str, dict[Column, Figure]]:
        """The money cells of each row by column, blanks too; a column printed twice in a row is left out."""
        found: dict[str, dict[Column, Figure]] = defaultdict(dict)
        doubled: set[tuple[str, Column]] = set()
        for figure in self.figures:
            if figure.row_id is None or figure.origin is not Origin.TABLE or figure.unit.kind is not UnitKind.MONEY:
                continue
            if figure.column in found[figure.row_id]:
                doubled.add((figure.row_id, figure.column))
            found[figure.row_id][figure.column] = figure
        for row_id, column in doubled:
            del found[row_id][column]
        return found

    @cached_property
    def stated(self) -> tuple[Figure, ...]:
        """The figures that sentences state."""
        return tuple(f for f in self.figures if f.origin is Origin.NARRATIVE)

    def amounts(self, row: Row) -> Iterator[tuple[Column, Figure]]:
        """The columns of a row that hold an amount (not a change or a rate), blanks left out."""
        for column, figure in self.cells_of.get(row.id, {}).items():
            if figure.value is not None and figure.relation is Relation.AMOUNT:
                yield column, figure


def value_of(figure: Figure) -> Decimal:
    """The printed value of a figure that is known to be printed; raises ValueError for a blank."""
    if figure.value is None:
        raise ValueError("A blank has no value.")
    return figure.value
