"""An amount that a question takes for granted stands for a range, as people round."""

import pytest

from assistant.understand.words.rounded import amounts_said, states


@pytest.mark.parametrize(
    ("said", "printed", "fits"),
    [
        ("少了三百多万", "比上年减少331.33万元", True),
        ("少了三百多万", "比上年减少431.33万元", False),
        ("多了五十来万", "增加53.31万元", True),
        ("那两亿六千多万", "安排26588.44万元", True),
        ("那两亿六千多万", "安排6588.44万元", False),
        ("涨了2.4万", "增加2.40万元", True),
        ("那六万五", "安排6.50万元", True),
        ("降了近四成", "下降37.9%", True),
        ("降了近四成", "下降43%", False),
        ("掉了九成", "下降90%", True),
        ("涨了两成八", "增长28.0%", True),
        ("增长8个多百分点", "增长8.12%", True),
        ("涨了两成八", "增长22%", False),
        ("多了两百多万", "增加2,664,600元", True),
    ],
)
def test_a_rounded_amount_stands_for_what_is_printed(said: str, printed: str, fits: bool) -> None:
    assert states(printed, amounts_said(said)) is fits


def test_an_amount_that_changed_is_not_the_amount_itself() -> None:
    said = amounts_said("涨了一百四十多万")
    assert not states("职业年金147.70万元，较上年增加11.12万元", said, changed=True)
    assert states("预算收入4,203.47万元，较上年增加142.30万元", said, changed=True)
