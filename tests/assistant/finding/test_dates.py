"""A month or a day that a question says, and the dates that rows print."""

import pytest

from assistant.finding.dates import prints_date


@pytest.mark.parametrize(
    ("said", "printed", "held"),
    [
        ("九月份", "2026-09-14", True),
        ("9月14日", "2026-9-14", True),
        ("9月", "9月14日", True),
        ("十月", "2026-09-10", False),
        ("9月15日", "2026-09-14", False),
        ("2月", "2026-12-21", False),
        ("五月份", "每月份", False),
    ],
)
def test_a_month_is_told_by_a_date(said: str, printed: str, held: bool) -> None:
    assert prints_date(said, printed) is held
