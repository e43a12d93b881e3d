"""Which period a remark beside a question means."""

import pytest

from assistant.understand.everyday.period_meant import with_period_meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("甲项目今年要做到多少个？（要年度的，不要整个周期的）", "甲项目今年要做到多少个？"),
        ("甲项目要做几场、来多少人？(不要年度的，要整个周期的)", "实施周期内甲项目要做几场、实施周期内来多少人？"),
        ("甲项目要做到多少个，要实施周期的", "实施周期内甲项目要做到多少个？"),
        ("甲项目要做到多少个？只看年度，不看实施周期", "甲项目要做到多少个？"),
        ("甲局三公经费多少，要今年的", "甲局三公经费多少，要今年的"),
        ("甲项目实施周期和年度的指标值各是多少？", "甲项目实施周期和年度的指标值各是多少？"),
    ],
)
def test_the_period_that_is_not_wanted_is_no_part_of_the_question(said: str, meant: str) -> None:
    assert with_period_meant(said) == meant
