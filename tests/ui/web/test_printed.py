from decimal import Decimal

import pytest

from ui.web.look import plain
from ui.web.printed import amount, measured, measured_text, percent


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1266.19", "1,266.19"),
        ("0.00", "0.00"),
        ("-1234.50", "−1,234.50"),
        ("12661900", "12,661,900"),
        ("1E+3", "1,000"),
    ],
)
def test_thousands_are_separated_and_no_digit_is_lost(value: str, written: str) -> None:
    assert amount(Decimal(value)) == written


def test_percent_sign_stands_close_and_money_unit_apart() -> None:
    assert measured(Decimal("10.7"), "%") == "10.7%"
    assert measured(Decimal("10.7"), "万元") == "10.7\u202f万元"
    assert measured(None, "万元") == "—"


def test_year_is_no_amount() -> None:
    assert measured(Decimal(2026), "年") == "2026\u202f年"


def test_text_that_is_no_number_stays() -> None:
    assert measured_text("无", "万元") == "无"


@pytest.mark.parametrize(("share", "written"), [("0.99999", "99.9%"), ("1", "100.0%"), ("0.5", "50.0%")])
def test_coverage_is_never_rounded_up_to_all(share: str, written: str) -> None:
    assert percent(share) == written


def test_labels_say_what_is_written() -> None:
    assert plain("[甲](http://x) *乙*  $1~2$ :red[丙]") == (r"\[甲\]\(http\://x\) \*乙\* \$1\~2\$ \:red\[丙\]")
