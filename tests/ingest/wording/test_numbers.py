"""Printed numbers, their signs, and blank against zero."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.wording.chinese_numerals import digits_in_order, parse_chinese, parse_mixed
from ingest.wording.numbers import CellKind, find_numbers, half_step, places, read_cell


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.56", "1234.56"),
        ("1，234.56", "1234.56"),
        ("22066.59", "22066.59"),
        ("(1,234)", "-1234"),
        ("（0.50）", "-0.50"),
        ("-3.2", "-3.2"),
        ("－3.2", "-3.2"),
        ("△3.2", "-3.2"),
        ("31.56％", "31.56"),
        ("（50.39）％", "-50.39"),
        ("１２．５", "12.5"),
        ("7,633.516247", "7633.516247"),
        ("12 345.\n67", "12345.67"),
        ("0.00", "0.00"),
        ("￥5", "5"),
        ("9.95E+07", "99500000"),
        ("3,260.00②", "3260.00"),
        ("（12.5）*", "-12.5"),
    ],
)
def test_amount_cells(text: str, value: str) -> None:
    cell = read_cell(text)
    assert cell.kind is CellKind.NUMBER
    assert str(cell.value) == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [("", CellKind.BLANK), (" \n", CellKind.BLANK), ("—", CellKind.DASH), ("-", CellKind.DASH), ("--", CellKind.DASH),
     ("≥90%", CellKind.WORDS), ("12月", CellKind.WORDS), ("1.2.3", CellKind.WORDS)],
)  # fmt: skip
def test_blank_dash_and_words_are_not_numbers(text: str, kind: CellKind) -> None:
    assert read_cell(text).kind is kind
    assert read_cell(text).value is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("增加37,331.92万元，增长5.2%", ["37331.92", "5.2"]),
        ("2024-2026年", ["2024", "2026"]),
        ("增加-5万元", ["-5"]),
        ("GB2312 与 A-006007", []),
        ("1，000辆和２５％", ["1000", "25"]),
    ],
)
def test_numbers_in_running_text(text: str, values: list[str]) -> None:
    assert [str(n.value) for n in find_numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [("三千五百万", 35000000), ("两万三", 23000), ("一百零三", 103), ("十二", 12), ("三千五", 3500), ("三千零五", 3005),
     ("一亿二千万", 120000000), ("一百一十亿", 11000000000), ("零", 0), ("二〇二六", 2026), ("壹仟", 1000)],
)  # fmt: skip
def test_chinese_numerals(text: str, value: int) -> None:
    assert parse_chinese(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.2亿", "120000000"), ("3千5百万", "35000000"), ("3亿5000万", "350000000"), ("1,200万", "12000000")],
)
def test_mixed_numerals(text: str, value: str) -> None:
    assert parse_mixed(text) == Decimal(value)


@pytest.mark.parametrize("text", ["千", "万", "", "百十", "一一十", "点五", "万万"])
def test_words_that_are_not_numerals(text: str) -> None:
    assert parse_chinese(text) is None


_DIGITS = "零一二三四五六七八九"


def _spell(n: int) -> str:
    """A number in Chinese by the school rules."""
    if n >= 10**8:
        rest = n % 10**8
        return _spell(n // 10**8) + "亿" + (("零" if rest < 10**7 else "") + _spell(rest) if rest else "")
    if n >= 10**4:
        rest = n % 10**4
        return _spell(n // 10**4) + "万" + (("零" if rest < 1000 else "") + _spell(rest) if rest else "")
    for scale, name in ((1000, "千"), (100, "百"), (10, "十")):
        if n >= scale:
            rest = n % scale
            gap = "零" if rest and rest < scale // 10 else ""
            return _DIGITS[n // scale] + name + (gap + _spell(rest) if rest else "")
    return _DIGITS[n]


@given(st.integers(min_value=0, max_value=10**11))
def test_every_spelt_number_reads_back(n: int) -> None:
    assert parse_chinese(_spell(n)) == n


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2))
def test_formatted_amounts_read_back_exactly(value: Decimal) -> None:
    assert read_cell(f"{value:,}").value == value
    assert read_cell(f"({abs(value):,})").value == -abs(value)
    found = find_numbers(f"预算{abs(value):,}万元")
    assert [n.value for n in found] == [abs(value)]


@given(st.text(max_size=20))
def test_any_cell_is_read_without_error(text: str) -> None:
    cell = read_cell(text)
    assert (cell.value is not None) == (cell.kind is CellKind.NUMBER)
    find_numbers(text)
    parse_chinese(text)
    digits_in_order(text)


def test_precision_of_print() -> None:
    assert places(Decimal("1.20")) == 2
    assert half_step(Decimal("1.20")) == Decimal("0.005")
    assert half_step(Decimal("7")) == Decimal("0.5")


@pytest.mark.parametrize("text", ["24,280,8", "12,5", "-1,23%"])
def test_a_number_that_breaks_off_behind_a_comma_is_none(text: str) -> None:
    assert read_cell(text).kind is CellKind.WORDS  # its last digits stand on the next line, or the comma is a slip


def test_commas_set_elsewhere_are_passed_over() -> None:
    assert read_cell("1,2345.67").value == Decimal("12345.67")
