"""How a set by change is narrowed by a cause, and which amount of its members is asked."""

import pytest

from assistant.understand.everyday.said_causes import side_asked, without_cause


@pytest.mark.parametrize(
    ("question", "cause"),
    [
        ("水利局因为有人调走而没花到年初预算的科目有哪几个", "有人调走"),
        ("水利局哪些科目因人员调出决算低于年初预算", "人员调出"),
        ("水利局由于检查轮次减少而决算低于年初预算的科目有哪些", "检查轮次减少"),
        ("水利局因公出国费决算是多少", ""),
        ("水利局哪些科目因为什么减少了", ""),
        ("水利局2025年哪些科目减少了", ""),
    ],
)
def test_the_cause_leaves_the_question(question: str, cause: str) -> None:
    without, said = without_cause(question)
    assert said == cause
    assert (cause not in without) if cause else without == question


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("决算低于年初预算的科目有哪些，各支出多少", "after"),
        ("没花到年初预算的科目有哪几个，各花了多少", "after"),
        ("决算低于年初预算的科目有哪些，年初预算各是多少", "before"),
        ("决算低于年初预算的科目有哪些，各少多少", None),
        ("超过年初预算的科目有哪些，各多花了多少", None),
    ],
)
def test_which_amount_is_asked(question: str, side: str | None) -> None:
    assert side_asked(question) == side
