"""A number of cars is asked for in whatever words say that they are counted."""

from decimal import Decimal

import pytest

from assistant.plan import Ask, Filter, Operation, Term
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


def test_the_amount_that_told_a_row_tells_it_for_the_next_target() -> None:
    row, other = Term("巡查经费", "name"), Term("会议费", "name")
    counted = Ask(Operation.COUNT, (row,), stated=(Filter("=", Decimal(5), "万元"),))
    _, kept = settled([counted, Ask(Operation.TARGET, (Term("满意度", "name"),), context=(row,))])
    _, apart = settled([counted, Ask(Operation.TARGET, (Term("满意度", "name"),), context=(other,))])
    assert kept.stated == counted.stated and not apart.stated
