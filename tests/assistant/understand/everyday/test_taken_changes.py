"""A change stated beside a question leaves it and is kept to be held against the documents; one that asks stays."""

from decimal import Decimal

import pytest

from assistant.understand.everyday.taken_changes import without_taken


@pytest.mark.parametrize(
    ("question", "left", "direction"),
    [
        ("水利局去年接待费预算原来是多少？今年不是砍掉一大截嘛", "水利局去年接待费预算是多少?", "decrease"),
        ("水利局2026年接待费比上年减少1.5万元，请问上年原本是多少", "水利局接待费2025年是多少", "decrease"),
        ("水利局接待费今年涨了两成多，那去年呢", "水利局接待费去年呢", "increase"),
        ("从6万降到4.5万，水利局接待费降幅是多少", "水利局接待费降幅是多少", "decrease"),
        ("水利局接待费比年初预算省了8万，年初预算原来是多少", "水利局接待费，年初预算是多少", "decrease"),
        ("水利局接待费几乎翻倍，多了多少，什么道理", "水利局接待费，多了多少，什么道理", "increase"),
        ("水利局接待费超过去年，去年是多少", "水利局接待费去年是多少", "increase"),
        ("水利局接待费在2026年大幅下降之前，2025年安排的是多少", "水利局接待费2025年安排的是多少", "decrease"),
    ],
)
def test_what_is_stated_leaves_the_question(question: str, left: str, direction: str) -> None:
    asked, taken = without_taken(question)
    assert asked == left
    assert [t.direction for t in taken] == [direction]


def test_what_a_line_was_cut_to_is_kept_with_the_cut() -> None:
    asked, taken = without_taken("水利局2026年接待费4.5万元是压减之后的，那压减之前、即2025年的预算是多少")
    assert asked == "水利局接待费2025年的预算是多少"
    assert {t.direction for t in taken} == {"decrease"}
    assert all(t.after is not None and t.after[0] < 45000 < t.after[1] for t in taken[:1])


def test_what_is_left_of_a_line_is_stated_only_beside_another_year() -> None:
    asked, (left,) = without_taken("水利局去年的接待费是多少？2026年只剩4.5万了。")
    assert (asked, left.direction, left.year) == ("水利局2025年的接待费是多少?", "decrease", 2026)
    assert left.after is not None and left.after[0] < 45000 < left.after[1]
    for question in ("水利局2026年接待费只有4.5万，占三公的百分之几", "水利局只有4.5万的项目，目标值是多少"):
        assert without_taken(question) == (question, ())


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("水利局接待费怎么从三十多万掉到4.5万了？2026年预算", "水利局接待费怎么下降了?2026年预算"),
        ("水利局2026年接待费为何几乎降到零", "水利局2026年接待费为何下降"),
        ("水利局接待费为啥比去年高出两成多", "水利局接待费为啥比去年增加两成多"),
    ],
)
def test_the_reason_of_a_change_is_asked_for_by_its_way(question: str, left: str) -> None:
    asked, taken = without_taken(question)
    assert asked == left
    assert len(taken) == 1


def test_amounts_are_kept_as_the_words_round_them() -> None:
    _, (by,) = without_taken("水利局接待费今年降了两成多，去年是多少")
    assert (by.rate, by.by) == (True, (Decimal(20), Decimal(30)))
    _, (ends,) = without_taken("水利局接待费从6.0万降到4.5万，少了多少")
    assert ends.before is not None and ends.before[0] < 60000 < ends.before[1]
    assert ends.after is not None and ends.after[0] < 45000 < ends.after[1]
    _, (opening,) = without_taken("水利局2024年接待费决算比年初预算少了8万，年初预算是多少")
    assert (opening.basis, opening.year) == ("budget", 2024)


@pytest.mark.parametrize(
    "question",
    [
        "水利局哪些科目降了两成以上，分别是多少",
        "水利局接待费比上年减少了，减少多少",
        "水利局接待费比去年少了1.5万是吗",
        "去年水利局接待费多少？今年是不是少了",
        "水利局培训费比会议费多了，培训费是多少",
        "水利局接待费是多少",
    ],
)
def test_what_asks_or_chooses_states_nothing(question: str) -> None:
    assert without_taken(question) == (question, ())


def test_an_amount_may_leave_out_its_last_word() -> None:
    asked, taken = without_taken("水利局的接待费为啥比2025年初少了两万四？")
    assert asked.startswith("水利局的接待费为啥比2025年初减少两万四千元")
    assert taken[0].by is not None and taken[0].by[0] <= Decimal(24000) <= taken[0].by[1]
    assert without_taken("水利局的接待费为啥比去年减少2.4万元？")[0] == "水利局的接待费为啥比去年减少2.4万元？"
