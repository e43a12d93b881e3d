"""What is left out says nothing new where it stands beside what is asked, and is honoured where it is a part."""

import pytest

from assistant.plan import Ask, Operation, Term
from assistant.understand.asks.left_out import without_siblings
from tests.assistant.conftest import Asked


def _left(asked: str, out: str) -> bool:
    ask = Ask(Operation.LOOKUP, (Term("甲", "concept", asked),), excluded=(Term("乙", "concept", out),))
    return bool(without_siblings(ask).excluded)


def test_another_kind_of_the_same_whole_leaves_nothing_out() -> None:
    assert not _left("procurement_services", "procurement_works")
    assert not _left("reception", "abroad")


def test_a_part_is_left_out() -> None:
    assert _left("procurement", "procurement_works")
    assert _left("vehicle", "vehicle_running")
    assert _left("expenditure_total", "reception")


@pytest.mark.parametrize("many", ["五个", "四个"])
def test_so_many_may_be_all_or_those_that_are_left(ask: Asked, many: str) -> None:
    answer = ask(f"水利局2026年{many}项目中除河道清淤工程项目外一共多少")
    assert [str(f.value) for f in answer.figures] == ["500.00"], answer.text
    assert not ask("水利局2026年七个项目中除河道清淤工程项目外一共多少").figures
