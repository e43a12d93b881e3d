"""What is asked right behind a count is asked of those that were counted."""

import pytest

from assistant.plan import Ask, Operation
from assistant.understand.bodies.named import Bodies
from assistant.understand.reading import plan_of
from assistant.understand.vocabulary import vocabulary
from assistant.understand.words.text import words_of

VOCAB = vocabulary({}, Bodies(["云汀市水利局"], []))


def second(words: str) -> Ask:
    _, ask = plan_of(words_of(f"水利局有几个项目，{words}"), VOCAB, "zh").asks
    return ask


@pytest.mark.parametrize("words", ["一共多少财政资金", "其中财政拨款一共多少", "涉及多少财政资金"])
def test_a_fund_behind_a_count_is_theirs(words: str) -> None:
    ask = second(words)
    assert (ask.operation, ask.entity) == (Operation.SUM, "project") and [t.concept for t in ask.terms] == ["fiscal"]


@pytest.mark.parametrize("words", ["财政拨款收入多少", "三公经费一共多少", "财政拨款比上年多多少"])
def test_what_says_more_is_the_whole_bodys(words: str) -> None:
    assert second(words).operation is not Operation.SUM


def test_what_is_told_of_projects_with_goals_is_told_with_them() -> None:
    _, ask = plan_of(words_of("水利局有几个项目纳入绩效目标管理，一共多少财政资金"), VOCAB, "zh").asks
    assert [t.concept for t in ask.terms] == ["reported_money", "fiscal"]
