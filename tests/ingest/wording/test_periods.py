"""Years and stages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.records.document import Stage
from ingest.wording.periods import calendar_years, column_period, relative_years, stage_in, year_ranges


@pytest.mark.parametrize(
    ("text", "years"),
    [("2026年度部门预算", [2026]), ("二〇二六年", [2026]), ("二零二五年度", [2025]), ("２０２６年", [2026]),
     ("比2025年预算", [2025]), ("26年度", [2026]), ("2 0 2 6 年", [2026]), ("12026年", []), ("3026年", [])],
)  # fmt: skip
def test_calendar_years(text: str, years: list[int]) -> None:
    assert [span.year for span in calendar_years(text)] == years


def test_last_year_is_a_year_but_money_carried_over_is_not() -> None:
    assert [span.resolve(2026) for span in relative_years("比上年执行数")] == [2025]
    assert relative_years("上年结转结余") == ()
    assert relative_years("部门预算/上年实户资金余额") == ()
    assert relative_years("上年财政拨款滚存结余") == ()
    assert [span.relative for span in relative_years("上年预算数（含结转）")] == [-1]
    assert [span.relative for span in relative_years("上年末债务余额")] == [-1]
    assert year_ranges("2024—2026年运维") == ((2024, 2026),)


@pytest.mark.parametrize(
    ("levels", "year", "stage"),
    [
        (("2025年预算数", "小计"), 2025, Stage.BUDGET),
        (("上年执行数",), 2025, Stage.EXECUTION),
        (("一般公共预算拨款",), 2026, Stage.BUDGET),
        (("决算数",), 2026, Stage.FINAL_ACCOUNT),
        (("当年预算数",), 2026, Stage.BUDGET),
    ],
)
def test_columns_carry_their_own_year_and_stage(levels: tuple[str, ...], year: int, stage: Stage) -> None:
    assert column_period(levels, 2026, Stage.BUDGET) == (year, stage)


def test_stages() -> None:
    assert stage_in("全年执行数") is Stage.EXECUTION
    assert stage_in("2025年执行") is stage_in("上年预计完成（万元）") is Stage.EXECUTION
    assert stage_in("2025年执行标准") is None
    assert stage_in("调整预算数") is Stage.ADJUSTED_BUDGET
    assert stage_in("金额") is None


@given(st.integers(min_value=1990, max_value=2099), st.sampled_from(["", "度", "度部门预算"]))
def test_every_year_reads_back(year: int, tail: str) -> None:
    assert [span.year for span in calendar_years(f"某局{year}年{tail}")] == [year]
