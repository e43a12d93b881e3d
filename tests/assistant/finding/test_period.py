"""What a printed change is held against, beside what was asked."""

from assistant.finding.period import basis_fits


def test_the_opening_budget_of_the_year_is_not_last_year() -> None:
    assert [basis_fits(b, "last_year") for b in ("上年决算数", "上年年初预算", "年初预算数")] == [True, True, False]
    assert basis_fits("年初预算数", "budget")
