"""The choice a turn makes, by its number."""

import pytest

from assistant.choice_taken import number_chosen


@pytest.mark.parametrize(
    ("said", "number"),
    [("第二个", 2), ("选3", 3), ("我要第一项吧", 1), ("12", 12), ("第二个是多少", None), ("二十", None)],
)
def test_a_choice_by_its_number(said: str, number: int | None) -> None:
    assert number_chosen(said) == number
