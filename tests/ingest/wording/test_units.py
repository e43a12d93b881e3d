"""Units: declared in headings, standing after numbers, in labels."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.records.units import MONEY_UNITS, PERCENT, UnitKind
from ingest.wording.units import declared_unit, label_unit, money_unit, unit_at, unit_named, without_unit


@pytest.mark.parametrize(
    ("heading", "unit"),
    [("单位：万元", "万元"), ("金额单位：人民币万元", "万元"), ("单 位：元", "元"), ("单位:万元", "万元"),
     ("单位（千元）", "千元"), ("预算数（万元）", "万元"), ("单位：人民币元", "元"), ("单位：亿元", "亿元")],
)  # fmt: skip
def test_declared_units(heading: str, unit: str) -> None:
    found = declared_unit(heading)
    assert found is not None
    assert found.name == unit


@pytest.mark.parametrize("heading", ["单位名称：元氏县财政局", "单位：个", "编制单位：某局", "元旦活动经费"])
def test_headings_without_a_unit_of_money(heading: str) -> None:
    assert declared_unit(heading) is None


@pytest.mark.parametrize(
    ("text", "name", "scale"),
    [("万元，", "万元", 10_000), ("万人以上", "万人", 10_000), ("批次以上", "批次", 1), ("%以上", "%", 1),
     ("亿条", "亿条", 100_000_000), ("元/人/天", "元/人/天", 1), ("平方米", "平方米", 1), ("个工作日", "个工作日", 1)],
)  # fmt: skip
def test_units_after_a_number(text: str, name: str, scale: int) -> None:
    found = unit_at(text, 0)
    assert found is not None
    assert (found[0].name, found[0].scale) == (name, Decimal(scale))


def test_labels_with_a_unit() -> None:
    unit = label_unit("项目资金\n（万元）")
    assert unit is not None and unit.name == "万元"
    assert without_unit("预算数（万元）") == "预算数"
    assert label_unit("二级预算单位名称") is None


@given(st.sampled_from(MONEY_UNITS))
def test_money_units_are_found_by_their_names(unit: object) -> None:
    name = unit.name  # type: ignore[attr-defined]
    assert money_unit(name) == money_unit("人民币" + name) == unit == unit_named(name)


def test_percent_and_counts() -> None:
    assert unit_named("％") == PERCENT
    counted = unit_named("万人次")
    assert counted is not None and counted.kind is UnitKind.COUNT and counted.scale == 10_000
    assert unit_named(" ") is None
