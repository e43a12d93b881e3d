"""Turns that go on with the set told before, which keeps its conditions."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerKind

FIRST = "水利局名称带“经费”的项目有几个，合计多少"


def _values(answer) -> list[Decimal]:
    return [f.value for f in answer.figures]


@pytest.mark.parametrize(
    ("turn", "kept"),
    [
        ("把名称里有“办公”的剔掉，剩下的合计呢", ["泵站", "防汛"]),
        ("其中防汛开头的合计多少", ["防汛"]),
        ("里面不含“办公”的合计多少", ["泵站", "防汛"]),
        ("其中名字里有“泵站”的一共多少钱", ["泵站"]),
    ],
)
def test_what_a_turn_says_of_names_is_added_to_the_set_told(ask, turn: str, kept: list[str]) -> None:
    each = [_values(ask(f"水利局名称带“{word}”的项目合计多少"))[-1] for word in kept]
    assert _values(ask(turn, FIRST)) == [sum(each)], ask(turn, FIRST).text


def test_the_largest_of_the_set_told_is_one_of_it(ask) -> None:
    answer = ask("里面最大的是哪个", FIRST)
    assert [i.label for i in answer.items] == ["泵站运行维护经费"], answer.text


def test_its_largest_is_a_part_of_what_was_kept(ask) -> None:
    kept = "把名称里有“办公”的剔掉，剩下的合计呢"
    assert _values(ask("其中最大的那个占剩下这些的几成", FIRST, kept))[0] == Decimal("53.49")


def test_what_is_left_out_and_stands_nowhere_is_refused(ask) -> None:
    assert ask("把名称里有“培训”的剔掉，剩下的合计呢", FIRST).kind is AnswerKind.REFUSAL


def test_a_name_holds_what_is_said_of_it_and_not_what_it_is_under(ask) -> None:
    assert ask("水利局名称带“水利局”的项目有几个").kind is AnswerKind.REFUSAL


def test_a_count_and_what_it_comes_to_are_both_told(ask) -> None:
    told = ask("其中防汛开头的有几个，合计多少", FIRST)
    assert _values(told) == [Decimal(1), *_values(ask("其中防汛开头的合计多少", FIRST))], told.text


def test_those_of_a_ranking_are_worked_over_as_they_were_listed(ask) -> None:
    first = "水利局最大的两个项目是哪些"
    two = [i.value for i in ask(first).items]
    assert _values(ask("最大的占这两个的几成", first))[0] == (two[0] / sum(two) * 100).quantize(Decimal("0.01"))
    assert _values(ask("去掉名称里有“河道”的，剩下的一共多少", first)) == two[1:]
    assert ask("占总额的百分之几", first, "去掉名称里有“河道”的，剩下的一共多少").kind is AnswerKind.REFUSAL
