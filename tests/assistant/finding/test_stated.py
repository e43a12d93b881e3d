from decimal import Decimal

import pytest

from assistant.finding.stated import names_threshold
from assistant.plan import Filter


@pytest.mark.parametrize(
    ("text", "value", "unit", "named"),
    [
        ("单位价值100万元以上设备（台/套）", "1000000", "元", True),
        ("单价在50万元（含）以上的通用设备", "50", "万元", True),
        ("单价在50万元（含）以上的通用设备", "100", "万元", False),
        ("公务用车保有量", "5", "辆", False),
    ],
)
def test_a_line_named_by_a_threshold_answers_it(text: str, value: str, unit: str, named: bool) -> None:
    assert names_threshold(text, Filter(">=", Decimal(value), unit)) is named
