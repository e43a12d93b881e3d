"""A number of cars is asked for in whatever words say that they are counted."""

import pytest

from assistant.plan import Ask, Operation
from assistant.understand.asks.settling import settled
from assistant.understand.words.concept_terms import concept_term


@pytest.mark.parametrize(
    ("words", "counted"),
    [("公务用车数量是多少", True), ("公务用车的数量", True), ("公务用车多少辆", True), ("公务用车数额是多少", False)],
)
def test_cars_counted(words: str, counted: bool) -> None:
    (ask,) = settled([Ask(Operation.LOOKUP, (concept_term("vehicle"),), words=words)])
    assert (ask.terms[0].concept == "vehicle_count") is counted


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("甲项目怎么执行率最低了", [Operation.REASON]),
        ("甲项目执行率低的原因", [Operation.REASON]),
        ("甲项目为什么执行率最低，是多少", [Operation.REASON, Operation.COMPLETION]),
    ],
)
def test_a_state_that_is_explained_is_not_asked_for(words: str, left: list[Operation]) -> None:
    terms = (concept_term("training"),)
    asks = [Ask(op, terms, words=words) for op in (Operation.REASON, Operation.COMPLETION)]
    assert [ask.operation for ask in settled(asks)] == left
