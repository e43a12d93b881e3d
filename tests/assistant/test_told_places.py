"""A member of a list told before, said by its place in it."""

import pytest

from tests.assistant.conftest import Asked

PROJECTS = "云汀市水利局金额最大的三个项目是哪些"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((PROJECTS, "第二个是多少钱"), "230.00"),
        ((PROJECTS, "第一个和第三个差多少"), "200.00"),
        ((PROJECTS, "它们加起来多少", "那最后那个呢"), "防汛物资采购经费"),
        (("What are the three largest projects of 云汀市水利局?", "How much is the second one?"), "230.00"),
        ((PROJECTS, "第一个占合计的多少"), "26.67%"),
    ],
)
def test_a_member_is_said_by_its_place(ask: Asked, turns: tuple[str, ...], told: str) -> None:
    *before, last = turns
    answer = ask(last, *before)
    assert told in answer.text, answer.text


def test_a_place_beyond_the_list_is_no_member(ask: Asked) -> None:
    assert not ask("第七个是多少钱", PROJECTS).figures


def test_no_list_was_told_of_the_body_spoken_of(ask: Asked) -> None:
    assert not ask("第二个是多少钱", PROJECTS, "云汀市园林局公务接待费多少").figures


def test_several_are_those_of_the_list_past_one_of_them(ask: Asked) -> None:
    answer = ask("它们一共多少", PROJECTS, "第二个是多少钱")
    assert "830.00" in answer.text, answer.text


def test_two_of_different_bodies_are_told_apart(ask: Asked) -> None:
    talk = ("水利局公务接待费多少", "园林局的呢")
    answer = ask("哪个高", *talk)
    assert "云汀市水利局" in answer.text and "云汀市园林局" in answer.text, answer.text
    assert "3.25" in ask("高多少", *talk, "哪个高").text


@pytest.mark.parametrize(
    ("last", "told"),
    [("倒数第二个呢", "230.00"), ("最大的那个的清淤河道长度要达到多少", "35"), ("第一个和第二个相差多少", "170.00")],
)
def test_other_places_of_a_list(ask: Asked, last: str, told: str) -> None:
    answer = ask(last, PROJECTS)
    assert told in answer.text, answer.text
