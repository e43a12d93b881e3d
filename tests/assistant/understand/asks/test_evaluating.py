"""What a question asks of a self-evaluation, and its conditions on points and rates."""

from decimal import Decimal

import pytest

from assistant.understand.asks.evaluating import asked_parts, asks_what_was_done, conditions_on_points, without_parts


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("自评拿了几分", "score"), ("最后装成了几台", "actual"), ("完成了多少", "actual"), ("离目标还差几户", "gap"),
        ("哪些没按期完成", "missed"), ("达标了没有", "met"), ("执行进度多少", "rate"), ("打算怎么改进", "measures"),
    ],
)  # fmt: skip
def test_parts(words: str, part: str) -> None:
    assert part in asked_parts(words)


@pytest.mark.parametrize("words", ["全年总共要完成多少项", "每天不许超过多少钱", "评分要达到多少分", "几分钟响应"])
def test_a_bound_to_be_reached_asks_for_the_target(words: str) -> None:
    assert not asks_what_was_done(words)


@pytest.mark.parametrize(
    ("words", "sign", "value", "upper"),
    [
        ("低于95分的项目", "<", 95, None), ("98.5分以上", ">=", Decimal("98.5"), None),
        ("90到95分之间", "between", 90, 95), ("执行率100%的项目", "=", 100, None),
    ],
)  # fmt: skip
def test_conditions(words: str, sign: str, value: Decimal, upper: Decimal | None) -> None:
    assert [(c.sign, c.value, c.upper) for c in conditions_on_points(words)] == [(sign, value, upper)]


def test_a_count_that_is_asked_for_stays() -> None:
    assert without_parts("实际建成了几处", "actual").split() == ["几处"]
    assert without_parts("课桌换了多少套", "actual") == "课桌换多少套"  # 更新课桌 is told by its verb
