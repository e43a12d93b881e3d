"""A number of one kind of bodies beside the names of another: neither stands for the other."""

import pytest

from assistant.descriptive.bodies_asked import _named_beside


@pytest.mark.parametrize(
    ("clauses", "others"),
    [
        (["有几个行政科室", "三家直属单位叫什么"], ["三家直属单位叫什么"]),
        (["有几个下属单位", "都叫什么"], []),
        (["有几家下属单位", "分别是哪些单位"], []),
    ],
)
def test_names_of_another_kind_are_asked_beside(clauses: list[str], others: list[str]) -> None:
    assert _named_beside(clauses, clauses[:1]) == others
