"""What a question does with the rows of a table, read from its words."""

import pytest

from assistant.tabular.asked import asked_of


@pytest.mark.parametrize(
    ("question", "rising", "count"),
    [
        ("哪个码头的票价最亲民？", True, None),
        ("哪个码头的客运表现最不理想？", True, None),
        ("班次数最为领先的码头", False, None),
        ("最便宜的三个码头是哪几个？", True, 3),
        ("两大最昂贵码头是哪几个？", False, 2),
        ("票价从低到高排列，然后各自前五的码头", True, 5),
    ],
)
def test_a_word_of_quality_ranks(question: str, rising: bool, count: int | None) -> None:
    rank = asked_of(question).ranks[0]
    assert (rank.rising, rank.count, rank.known) == (rising, count, True)


def test_a_quality_that_is_not_known_stays_a_rank() -> None:
    assert [rank.known for rank in asked_of("哪个码头最安静？").ranks] == [False]


def test_the_last_comparison_counts_and_a_place_is_no_quality() -> None:
    assert asked_of("比较广陵市的望江渡和石埠渡，哪个班次较少？").compared is True


def test_what_is_ranked_may_stand_after_which_one() -> None:
    rank = asked_of("班次数前三的码头里，哪一个的票价最低？").ranks[1]
    assert asked_of("班次数前三的码头里，哪一个的票价最低？").ranks[0].end < rank.start
    assert rank.rising


def test_many_of_something_asks_for_the_number_where_nothing_else_is_asked() -> None:
    assert asked_of("望江渡开行了多次航班？").counted == "次"
    assert asked_of("望江渡开行了多次航班，票价如何？").counted == ""
