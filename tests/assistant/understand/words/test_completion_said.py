"""How much of a budget was spent, in whatever turn of phrase."""

import pytest

from assistant.understand.words.completion_said import completion_said


@pytest.mark.parametrize(
    "text",
    [
        "行政运行 完成年初预算 %",
        "花掉了年初预算的几成",
        "完成年初预算多少",
        "花了多少，完成预算没有",
        "决算数相当于年初预算数的百分比",
        "决算与年初预算之比",
        "决算÷年初预算",
        "年初预算用了几成",
        "年初预算完成比例",
        "占年初预算的比重",
        "预算花掉了百分之多少",
        "年初批的钱花出去百分之多少",
        "占预算的百分之多少",
        "三公经费实际支出多少，占预算的百分之几",
    ],
)
def test_a_rate_of_completion_is_heard(text: str) -> None:
    assert list(completion_said(text))


@pytest.mark.parametrize(
    "text",
    [
        "年初预算是多少，决算是多少",
        "花了年初预算多少钱",
        "行政运行的年初预算占财政拨款支出年初预算的百分比",
        "项目支出占支出预算的百分之几",
        "决算比年初预算少多少",
        "预算用于信息化的比例",
        "年初预算里教育支出占百分之几",
        "公务接待费占预算的百分之几",
        "政府性基金预算花了多少",
        "国有资本经营预算用掉了多少",
    ],
)
def test_an_amount_a_gap_or_a_share_of_the_budget_is_none(text: str) -> None:
    assert not list(completion_said(text))
