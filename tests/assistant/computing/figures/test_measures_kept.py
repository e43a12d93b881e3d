"""A measure that is asked for is told by no figure of another one."""

from decimal import Decimal

import pytest

from assistant.computing.figures.measures_kept import another_measure, no_rows, per_head_left
from assistant.finding.evidence import Found, Outcome
from assistant.plan import Ask, Operation


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


@pytest.mark.parametrize(
    ("words", "label", "unit", "left"),
    [
        ("培训人均花多少钱", "业务培训", "万元", "人均"),
        ("培训平均每人多少钱", "业务培训", "万元", "平均每人"),
        ("培训人均花多少钱", "人均培训成本", "元", None),
        ("培训人均花多少钱", "培训成本标准", "元/人/天", None),
        ("培训花多少钱", "业务培训", "万元", None),
        ("每人次补助多少", "门诊补助", "元", None),
    ],
)
def test_an_amount_a_person_is_told_by_no_whole(words: str, label: str, unit: str, left: str | None) -> None:
    outcome = Outcome("figures", found=[Found(label, Decimal(1), unit, [])])
    assert per_head_left(Ask(Operation.LOOKUP, words=words), outcome) == left
