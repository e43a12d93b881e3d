"""Targets of indicators."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.wording.targets import read_target


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        ("≥90%", "≥", "90", "%"), ("≧95％", "≥", "95", "%"), (">=2 次", "≥", "2", "次"),
        ("不少于300份", "≥", "300", "份"), ("65万人以上", "≥", "65", "万人"), ("90%及以上", "≥", "90", "%"),
        ("响应时间不超过6秒", "≤", "6", "秒"), ("≤560元/人/天", "≤", "560", "元/人/天"), ("30日内", "≤", "30", "日"),
        ("100%", "=", "100", "%"), ("每年≥20场", "≥", "20", "场"), ("≥10亿条", "≥", "10", "亿条"),
        ("超过130万人", ">", "130", "万人"), ("小于5%", "<", "5", "%"), ("扣分不多于该项总分的5%", "≤", "5", "%"),
        ("使用率=甲/乙*100%。达到90%以上", "≥", "90", "%"), ("全年检查2次", "=", "2", "次"),
        ("≥200集", "≥", "200", "集"), ("≥3万册次", "≥", "3", "万册次"), ("＝0起", "=", "0", "起"),
        ("3000元起", "≥", "3000", "元"),
        ("≥ 80块", "≥", "80", "块"), ("≤3℃", "≤", "3", "℃"), ("≥1亿美元", "≥", "1", "亿美元"),
    ],
)  # fmt: skip
def test_targets_with_one_number(text: str, comparator: str, value: str, unit: str) -> None:
    target = read_target(text)
    assert (target.comparator, target.value, target.unit) == (comparator, Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    ["有效提升", "优良中低差", "2023年8月前", "12月31日前完成", "3-5个", "7×24小时", "完成率=甲/乙*100%",
     "不少于3次，覆盖率100%", "无", ""],
)  # fmt: skip
def test_targets_that_keep_their_words(text: str) -> None:
    target = read_target(text)
    assert (target.text, target.comparator, target.value) == (text, None, None)


def test_sign_and_unit_from_columns_of_their_own() -> None:
    target = read_target("90", "≥", "%")
    assert (target.comparator, target.value, target.unit) == ("≥", Decimal(90), "%")
    assert read_target("优", "定性", "级").value is None


@example("≥", Decimal("1900.00"), "%")
@given(
    st.sampled_from(["≥", "≤", ">", "<", "="]),
    st.decimals(min_value=0, max_value=10**6, places=2),
    st.sampled_from(["%", "次", "万人", "份"]),
)
def test_signed_targets_read_back(sign: str, value: Decimal, unit: str) -> None:
    target = read_target(f"{sign}{value}{unit}")
    assert (target.comparator, target.value, target.unit) == (sign, value, unit)


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        ("=100.00(%)", "=", "100.00", "%"),
        ("≥12（次）", "≥", "12", "次"),
        ("≤560(元/人/天)", "≤", "560", "元/人/天"),
        ("≥200(叶)", "≥", "200", "叶"),
        ("≥3（个）以上", "≥", "3", "个"),
        ("≥95（含）", "≥", "95", None),
        ("≥5台（套）", "≥", "5", "台（套）"),
    ],
)
def test_a_unit_in_brackets_behind_the_value(text: str, comparator: str, value: str, unit: str | None) -> None:
    target = read_target(text)
    assert (target.text, target.comparator, target.value, target.unit) == (text, comparator, Decimal(value), unit)
