"""A measure that is asked for is told by no figure of another one."""

from decimal import Decimal

import pytest

from assistant.computing.figures.measures_kept import another_measure, no_rows
from assistant.finding.evidence import Found


@pytest.mark.parametrize(
    ("words", "unit", "left"),
    [
        ("步道改造多少公里", "项", "多少公里"),
        ("步道改造多少公里", "万元", "多少公里"),
        ("步道改造多少公里", "公里", None),
        ("绿地养护几亩", "亩", None),
        ("绿地养护几亩", "公里", "几亩"),
        ("绿地每亩多少钱", "万元", None),
        ("养护项目有多少个", "个", None),
    ],
)
def test_another_measure(words: str, unit: str, left: str | None) -> None:
    assert another_measure(words, [Found("步道改造", Decimal(1), unit, [])]) == left


def test_how_often_is_told_by_no_number_of_rows() -> None:
    assert no_rows("一年办几次会") and no_rows("有几个人")
    assert no_rows("这个名字出现了几次") is None
