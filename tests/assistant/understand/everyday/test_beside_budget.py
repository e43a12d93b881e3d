"""Spending said beside its budget in everyday words: a part of the budget, or a budget changed in the year."""

import pytest

from assistant.understand.everyday.adjusted_midway import with_adjusted_beside
from assistant.understand.everyday.beside_budget import with_budget_beside


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("哪些科目的决算没到年初预算的85%", "哪些科目的执行率低于85%"),
        ("哪些科目花的钱不到年初预算的九成", "哪些科目执行率低于90%"),
        ("支出决算不足年初预算的80%的科目有哪些", "执行率低于80%的科目有哪些"),
        ("决算超过年初预算的120%的科目有几个", "执行率高于120%的科目有几个"),
        ("哪些科目的决算比年初预算少10%以上", "哪些科目的决算比年初预算减少10%以上"),  # the fall, and no part
        ("哪些科目只花了年初预算的八成", "哪些科目只花了年初预算的八成"),  # of no line can that be said
    ],
)
def test_a_part_of_the_budget_is_a_rate(said: str, plain: str) -> None:
    assert with_budget_beside(said) == plain


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("有多少个项目年中被调减了预算（调整预算数低于年初预算数）？", "有多少个项目调整预算比年初预算减少？"),
        ("哪些项目预算中途追加了", "哪些项目调整预算比年初预算增加"),
        ("年中被调减预算的项目有哪些", "调整预算比年初预算减少的项目有哪些"),
        ("河道整治预算中途追加了多少", "河道整治调整预算比年初预算增加多少"),
        ("哪些科目年中追加了预算", "哪些科目年中追加了预算"),  # an account prints what was adjusted of no line
        ("追加了多少人", "追加了多少人"),
    ],
)
def test_a_budget_changed_in_the_year_is_held_against_the_first(said: str, plain: str) -> None:
    assert with_adjusted_beside(said) == plain


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("培训费预决算数分别是多少", "培训费预算数和决算数分别是多少"),
        ("培训费预、决算各多少", "培训费预算数和决算数分别多少"),
        ("培训费预决算", "培训费预算数和决算数分别"),
        ("预决算公开检查项目多少钱", "预决算公开检查项目多少钱"),
    ],
)
def test_both_phases_in_one_word_are_two(said: str, plain: str) -> None:
    assert with_budget_beside(said) == plain
