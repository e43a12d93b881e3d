from decimal import Decimal

from ingest.records.document import Row, RowRole, Stage, Table
from ingest.records.figure import Figure, Origin, Relation
from ingest.records.units import WAN_YUAN, YUAN, Amount, Unit
from ui.web.table_grid import grid_of, sums_of

TOTAL, FISCAL = ("总计",), ("财政拨款",)


def row(index: int, role: RowRole = RowRole.ITEM, parent: str | None = None, side: str | None = None) -> Row:
    return Row(f"r{index}", "t", "d", index, f"行{index}", f"行{index}", None, None, role, 1, parent, None, 1, 1, None,
               side)  # fmt: skip


def figure(at: int, column: tuple[str, ...], text: str, unit: Unit = WAN_YUAN) -> Figure:
    amount = Amount(Decimal(text.replace(",", "")), unit) if text else None
    return Figure(
        f"f{at}{column[0]}", "d", "t", f"r{at}", None, Origin.TABLE, Relation.AMOUNT, None, None, 2026, Stage.BUDGET,
        "other", f"行{at}", None, RowRole.ITEM, column, text, amount, unit, 1, None,
    )  # fmt: skip


TABLE = Table("t", "d", 0, "项目支出表", "表1", "other", None, 2026, Stage.BUDGET, "万元", 1, 2, (TOTAL, FISCAL))
ROWS = (row(0, RowRole.GRAND_TOTAL), row(1, parent="r0"), row(2, parent="r0"), row(3, parent="r0"))
FIGURES = (
    figure(0, TOTAL, "30.10"),
    figure(1, TOTAL, "10.10"),
    figure(1, FISCAL, "10.10"),
    figure(2, TOTAL, "20.00"),
    figure(3, TOTAL, ""),
)


def test_cells_stand_as_printed_and_blank_is_empty() -> None:
    grid = grid_of(TABLE, ROWS, FIGURES)
    assert grid.columns == (TOTAL, FISCAL)
    assert grid.printed(0) == ["30.10", "10.10", "20.00", ""]
    assert grid.printed(1) == ["", "10.10", "", ""]


def test_selection_is_added_column_by_column() -> None:
    grid = grid_of(TABLE, ROWS, FIGURES)
    total, fiscal = sums_of(grid, {(1, 0), (2, 0), (3, 0), (1, 1)})
    assert (total.total, total.count, total.blank) == (Decimal("30.10"), 2, 1)
    assert total.mean == Decimal("15.0500")
    assert fiscal.total == Decimal("10.10")


def test_total_is_never_added_to_its_parts() -> None:
    (total,) = sums_of(grid_of(TABLE, ROWS, FIGURES), {(0, 0), (1, 0)})
    assert total.total is None and total.count == 2


def test_units_are_never_mixed() -> None:
    figures = (figure(1, TOTAL, "1"), figure(2, TOTAL, "2", YUAN))
    (total,) = sums_of(grid_of(TABLE, ROWS, figures), {(1, 0), (2, 0)})
    assert total.total is None and total.unit is None


def test_halves_stand_one_after_the_other() -> None:
    rows = (row(0, side="收入"), row(1, side="支出"), row(2, side="收入"))
    assert [one.side for one in grid_of(TABLE, rows, ()).rows] == ["收入", "收入", "支出"]
