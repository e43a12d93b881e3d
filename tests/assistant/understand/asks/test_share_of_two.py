"""Two things whose share is asked: the part in its whole by definition, lines of one level each of all."""

import pytest

from assistant.plan import Term
from assistant.understand.asks.share_of_two import share_of_two, two_named
from assistant.understand.words.concept_terms import concept_term


def _told(one: str, other: str) -> list[tuple[list[str | None], list[str | None]]]:
    told = share_of_two([concept_term(one)], [concept_term(other)])
    return [([t.concept for t in terms], [t.concept for t in base]) for terms, base in told]


@pytest.mark.parametrize(("one", "other"), [("reception", "three_public"), ("e30201", "e302")])
def test_a_part_in_its_whole_whichever_is_said_first(one: str, other: str) -> None:
    assert _told(one, other) == _told(other, one) == [([one], [other])]


@pytest.mark.parametrize(("one", "other"), [("e30205", "e30206"), ("basic_expenditure", "project_expenditure")])
def test_lines_beside_each_other(one: str, other: str) -> None:
    assert _told(one, other) == [([one], []), ([other], [])]


def test_what_only_the_lines_can_tell() -> None:
    assert _told("house_purchase", "f221") == [(["house_purchase", "f221"], [])]


def test_keywords_without_a_joining_word() -> None:
    office, goods = concept_term("e30201"), concept_term("e302")
    assert two_named([[office, goods]]) == ([office], [goods])
    assert two_named([[office, Term("某项目", "name")]]) is None
