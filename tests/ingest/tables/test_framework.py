"""What a table takes from the labels it prints, before what stands over another table."""

from ingest.records.layout import Cell
from ingest.tables.framework import unit_of_labels
from ingest.wording.units import money_unit


def cells(*texts: str) -> list[Cell]:
    return [Cell(row, 0, text, None) for row, text in enumerate(texts)]


def test_the_unit_a_label_prints_in_brackets_is_the_tables() -> None:
    assert unit_of_labels(cells("年度履职目标", "预算情况(万元)", "部门预算总额")) == money_unit("万元")


def test_labels_without_brackets_with_digits_or_at_odds_tell_nothing() -> None:
    assert unit_of_labels(cells("万元", "成本")) is None
    assert unit_of_labels(cells("补助（每人450元）")) is None
    assert unit_of_labels(cells("预算（万元）", "单价（元）")) is None
