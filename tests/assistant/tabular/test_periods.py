"""Periods as questions, titles and cells name them."""

import pytest

from assistant.tabular.periods import Period, holds, is_period, is_series, periods_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031年4月到2031年6月", ((2031, 4), (2031, 5), (2031, 6))),
        ("2029年至2031年每年", ((2029, None), (2030, None), (2031, None))),
        ("2029年与2031年", ((2029, None), (2031, None))),
        ("2031年3月和5月", ((2031, 3), (2031, 5))),
        ("云川市2031年09月客运表", ((2031, 9),)),
        ("编号20310", ()),
        ("51992.08", ()),
        ("2031年6月、7月和8月", ((2031, 6), (2031, 7), (2031, 8))),
        ("2031年的1月份和4月份", ((2031, 1), (2031, 4))),
        ("2031年12月与同年9月", ((2031, 12), (2031, 9))),
        ("2030年11月至2031年1月这一时间段内", ((2030, 11), (2030, 12), (2031, 1))),
        ("2031年的1月份到3月份", ((2031, 1), (2031, 2), (2031, 3))),
    ],
)
def test_periods_in(text: str, expected: tuple[Period, ...]) -> None:
    assert periods_in(text) == expected


def test_a_range_is_a_series_and_a_day_is_a_period() -> None:
    assert is_series("2029年至2031年")
    assert not is_series("2029年与2031年")
    assert is_period("2031-09-01 08:00:00")
    assert not is_period("云川（2031）023号")


def test_a_month_lies_in_its_year() -> None:
    assert holds([(2031, None)], (2031, 4))
    assert not holds([(2031, 3)], (2031, 4))
