"""Words that no span covers: empty ones go, telling ones stay unknown, the rest have to be explained."""

import pytest

from assistant.understand.everyday.uncovered_words import told_apart
from assistant.understand.words.alike import contradicts, held, wordings
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of


def pieces(stretch: str) -> list[tuple[str, str]]:
    words = words_of(stretch)
    return [(t.text, t.family) for t in told_apart(words, [Span(0, len(words.key), "unknown", "unknown", words.key)])]


@pytest.mark.parametrize("empty", ["替", "给", "这张", "麻烦告知", "谢谢", "还是", "请", "管住", "摊到", "负担"])
def test_words_that_restrict_nothing_are_let_go(empty: str) -> None:
    assert {family for _, family in pieces(empty)} == {"filler"}


@pytest.mark.parametrize("telling", ["不", "没", "每", "比", "除", "超", "砍", "剩"])
def test_words_that_turn_a_question_round_are_never_let_go(telling: str) -> None:
    assert ("unknown" in {family for _, family in pieces(telling)}) is True


def test_what_names_something_has_to_be_explained() -> None:
    assert ("笔记本电脑", "hint") in pieces("买笔记本电脑")
    assert ("二期", "hint") in pieces("二期给") and ("四期", "hint") in pieces("四期建设")
    assert held("台式电脑", "便携式计算机") < 0.5 < held("电脑", "便携式计算机")
    assert ("规划", "hint") in pieces("给规划编了")


@pytest.mark.parametrize("deed", ["驻", "护", "禁"])
def test_a_verb_that_names_a_thing_with_the_noun_behind_it_stays(deed: str) -> None:
    assert pieces(deed) == [(deed, "hint")]  # 驻|村补助 of a stored 村干部补助


@pytest.mark.parametrize("told", ["花完", "租出去", "退掉", "追回", "拖欠", "报废"])
def test_verbs_that_say_more_than_that_money_is_handled_stay(told: str) -> None:
    assert {family for _, family in pieces(told)} - {"filler"}


def test_an_everyday_word_is_not_cut_by_its_neighbour() -> None:
    assert ("法考", "hint") in pieces("办法考这事")


def test_a_place_nobody_knows_is_not_let_go() -> None:
    assert ("南京市", "unknown") in pieces("南京市") or ("南京", "unknown") in pieces("南京市")


def test_other_words_for_the_same_thing() -> None:
    assert "便携式计算机" in wordings("笔记本电脑")
    assert wordings("没有这个词") == {"没有这个词"}


def test_a_text_that_says_another_of_a_kind_holds_nothing() -> None:
    assert contradicts("面向小微企业预留采购", "面向中小企业预留政府采购项目预算")
    assert held("系统建设二期", "系统建设项目一期") == 0.0
    assert held("系统建设二期", "系统建设项目二期") > 0.5


def test_an_office_named_by_its_work_is_one_word() -> None:
    words = words_of("财政所支出")
    cut = [
        Span(0, 2, "soft", "soft", "财政"),
        Span(2, 3, "filler", "filler", "所"),
        Span(3, 5, "concept", "expenditure_total", "支出"),
    ]
    assert [t.text for t in told_apart(words, cut)] == ["财政所", "支出"]
    words = words_of("财政所拨")
    cut[2] = Span(3, 4, "filler", "filler", "拨")
    assert [t.text for t in told_apart(words, cut)] == ["财政", "所", "拨"]


@pytest.mark.parametrize("said", ["老师有多少", "有多少老师", "有几个委员", "有多少学生和老师"])
def test_people_that_are_counted_are_no_empty_word(said: str) -> None:
    person = "委员" if "委员" in said else "老师"
    assert (person, "hint") in pieces(said)


def test_people_that_are_told_or_given_to_stay_empty() -> None:
    assert ("老师", "filler") in pieces("给老师看预算有多少")
