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
