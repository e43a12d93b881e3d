import pytest

from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.records.units import Unit, UnitKind
from ingest.tables.columns import Column, ColumnKind
from ingest.tables.measures import (
    column_unit,
    counts_rows,
    held_against,
    is_countable,
    period_of,
    relation_of,
    row_unit,
)

WAN = Unit("万元", UnitKind.MONEY, 10_000)


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("年末编制数", "人"),
        ("退休人数", "人"),
        ("公务用车保有量（辆）", "辆"),
        ("车辆数", "辆"),
        ("办公用房面积", "平方米"),
        ("设备（台，套）", "台，套"),
    ],
)
def test_a_column_of_counts_says_what_it_counts(header: str, unit: str) -> None:
    assert column_unit((header,), ColumnKind.COUNT, False, WAN) == Unit(unit, UnitKind.COUNT)


def test_a_rate_of_money_a_head_is_money() -> None:
    assert column_unit(("人均公用定额（元）",), ColumnKind.COUNT, False, WAN) == Unit("元", UnitKind.MONEY)


@pytest.mark.parametrize(
    ("header", "against", "relation"),
    [
        ("比上年执行数增减%", "上年执行数", Relation.RATE),
        ("执行数为预算%", "预算", Relation.SHARE),
        ("比2025年预算增减%", "2025年预算", Relation.RATE),
        ("2026年预算数", None, Relation.AMOUNT),
        ("增减%", None, Relation.RATE),
        ("增长%", None, Relation.RATE),
        ("预算数为上年执行数的%", "上年执行数", Relation.SHARE),
    ],
)
def test_a_header_says_what_its_column_is_held_against(header: str, against: str | None, relation: Relation) -> None:
    assert held_against((header,)) == against
    assert relation_of((header,), None) is relation


def test_a_header_over_amount_and_rate_says_what_both_are_held_against() -> None:
    assert held_against(("比上年增减", "金额")) == held_against(("比上年增减", "%")) == "上年"


def test_a_row_of_a_year_may_say_its_stage() -> None:
    assert period_of(("还本额",), "2024年执行数", 2025, Stage.BUDGET) == (2024, Stage.EXECUTION)
    assert period_of(("还本额",), "2024年", 2025, Stage.BUDGET) == (2024, Stage.BUDGET)


def test_a_row_that_names_its_own_count_is_no_money() -> None:
    assert row_unit("三、公务用车购置数（辆）", ("决算数",)) == Unit("辆", UnitKind.COUNT)
    assert row_unit("国内公务接待费", ("决算数",)) is None
    assert row_unit("房屋（平方米）", ("账面价值",)) is None


def test_a_column_that_only_says_how_many_leaves_the_unit_to_its_rows() -> None:
    assert row_unit("2、车辆（台、辆）", ("数量",)) == Unit("辆", UnitKind.COUNT)
    assert row_unit("单价在20万元以上的设备", ("数量",)) == Unit("台", UnitKind.COUNT)
    assert row_unit("其他固定资产", ("数量",)) is None
    assert column_unit(("数量",), ColumnKind.COUNT, False, WAN) == Unit("个", UnitKind.COUNT)
    assert counts_rows(Column(1, ColumnKind.COUNT, ("数量",)))
    assert not counts_rows(Column(1, ColumnKind.COUNT, ("编制人数",)))
    assert not is_countable("其中：办公用房（平方米）", ("价值",))


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        (("设备（台、套）", "单价50万元以上"), "台、套"),
        (("设备（台（套））", "单价50万元以上"), "台（套）"),
        (("设备", "其中：单价100万元（含）以上"), "台"),
        (("资产总额（万元）",), "万元"),
    ],
)
def test_a_price_that_bounds_what_is_counted_is_no_unit(path: tuple[str, ...], unit: str) -> None:
    assert column_unit(path, ColumnKind.AMOUNT, False, WAN).name == unit


@pytest.mark.parametrize(
    "path",
    [
        ("比上年增减",),
        ("2025年预算数比2024年执行数", "增减额"),
        ("为上年执行数的%",),
        ("2025年", "比2024年执行数", "增减%"),
    ],
)
def test_a_change_is_of_the_year_that_changed(path: tuple[str, ...]) -> None:
    assert period_of(path, None, 2025, Stage.BUDGET) == (2025, Stage.BUDGET)
