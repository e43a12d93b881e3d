"""Cells joined over their printed lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.tables.celltext import cell_text, is_stack_of_numbers


@pytest.mark.parametrize(
    ("printed", "joined"),
    [
        ("机关事业单位基本养老保险缴\n费支出", "机关事业单位基本养老保险缴费支出"),
        ("2023-2\n024年运维项目", "2023-2024年运维项目"),
        ("GZIT2022-\nSM-N-C-\n006008(202\n3)", "GZIT2022-SM-N-C-006008(2023)"),
        ("OFD\nreader 系统", "OFD reader系统"),
        ("11000022T00000\n0460216-办刊经费", "11000022T000000460216-办刊经费"),
        ("合 计", "合计"),
    ],
)
def test_what_wrapping_broke_is_whole(printed: str, joined: str) -> None:
    assert cell_text(printed) == joined


def test_numbers_below_each_other_are_never_run_together() -> None:
    assert is_stack_of_numbers("1,203.55\n654.15")
    assert not is_stack_of_numbers("1,203,4\n55.00")
    assert not is_stack_of_numbers("25,119.566\n3")
    assert not is_stack_of_numbers("16,664.7510\n19")
    assert is_stack_of_numbers("3,085.39\n12")


@given(st.text(alphabet="审计局业务经费预算", min_size=2, max_size=30), st.integers(1, 8))
def test_chinese_wrapped_anywhere_reads_as_unwrapped(name: str, width: int) -> None:
    lines = [name[i : i + width] for i in range(0, len(name), width)]
    assert cell_text("\n".join(lines)) == name


@given(st.decimals(0, 10**9, places=2), st.integers(1, 6))
def test_a_number_wrapped_anywhere_keeps_its_digits(value: object, width: int) -> None:
    printed = f"{value:,}"
    lines = [printed[i : i + width] for i in range(0, len(printed), width)]
    assert cell_text("\n".join(lines)) == printed
