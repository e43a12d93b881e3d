"""A target is told only where it is of the kind that is asked for: money, its span, its bound."""

from decimal import Decimal

import pytest

from assistant.computing.figures.bounds_kept import bounds_kept
from assistant.computing.targets.described_targets import of_another_rate
from assistant.computing.targets.pool import Place
from assistant.computing.targets.units import tells_no_money, unit_fit
from assistant.finding.evidence import Found, Outcome
from ingest.records.figure import Indicator


def _place(text: str, unit: str) -> Place:
    indicator = Indicator(
        "i", "d", None, None, "巡查经费", None, None, "外勤标准", text, "", Decimal(35), unit, "年度", 1, None
    )
    return Place(None, indicator, ("外勤标准", "巡查经费", text))  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["一批次花费上限多少", "一次多少钱", "单台成本最高多少"])
def test_money_is_told_by_no_rate(words: str) -> None:
    assert tells_no_money(words, "%", "=100%") and not tells_no_money(words, "万元", "≤3万元")


@pytest.mark.parametrize("words", ["成本控制率上限多少", "合格率上限多少", "最多几次"])
def test_what_asks_no_money_may_be_told_by_a_rate(words: str) -> None:
    assert not tells_no_money(words, "%", "=100%")


@pytest.mark.parametrize(
    ("words", "fits"), [("一个人一天给多少", True), ("一个人一个月给多少", False), ("一人每年给多少", False)]
)
def test_pay_by_the_day_is_told_for_a_day(words: str, fits: bool) -> None:
    assert (unit_fit(words, _place("35", "元/人/天")) > 0) is fits


def test_a_floor_is_no_ceiling() -> None:
    told = Outcome("figures", found=[Found("聘请机构（≥5）", Decimal(5), "家", [])])
    assert bounds_kept("zh", "聘请机构上限是几家", [told])[0].kind == "refusal"
    under = Outcome("figures", found=[Found("聘请机构（≤5）", Decimal(5), "家", [])])
    assert bounds_kept("zh", "聘请机构上限是几家", [under]) == [under]


def _rate(name: str, text: str, unit: str) -> Place:
    indicator = Indicator(
        "i", "d", None, None, "水泵购置", None, None, name, text, "", Decimal(25), unit, "年度", 1, None
    )
    return Place(None, indicator, (name, "水泵购置", text))  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["水泵购置设备完好率是多少", "水泵购置的设备完好率", "设备合格率要达到多少"])
def test_a_rate_by_its_name_is_told_by_no_number_of_things(words: str) -> None:
    assert unit_fit(words, _rate("购置水泵", "=25台（套）", "台（套）")) == 0.0
    assert unit_fit(words, _rate("水泵完好率", "≥25%", "%")) > 0


@pytest.mark.parametrize(
    ("words", "other"),
    [("结案率是多少", True), ("评查合格率是多少", False), ("评查达标率是多少", False), ("要评查多少件", False)],
)
def test_a_rate_is_told_by_no_other_rate(words: str, other: bool) -> None:
    assert of_another_rate(_rate("案件评查合格率", "≥98%", "%"), words) is other
