"""Kinds of posts said without the word for posts."""

import pytest

from assistant.understand.everyday.posts_said import with_posts_named


@pytest.mark.parametrize(
    ("words", "before", "named"),
    [
        ("编制多少人，其中行政多少人", "", "编制多少人，其中行政编制多少人"),
        ("人员编制，行政、事业各多少", "", "人员编制，行政编制、事业编制各多少"),
        ("其中事业的呢", "编制多少人", "其中事业编制呢"),
    ],
)
def test_a_kind_of_posts_is_named_whole(words: str, before: str, named: str) -> None:
    assert with_posts_named(words, words, before) == named


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("编制和实有各多少人，其中行政多少人", ""),
        ("其中行政多少人", "实有多少人"),
        ("行政运行多少钱", "编制多少人"),
        ("水利局预算编制的说明，行政、事业各多少", ""),
    ],
)
def test_people_and_money_are_no_posts(words: str, before: str) -> None:
    assert with_posts_named(words, words, before) == words


def test_people_in_the_words_as_asked_are_no_posts() -> None:
    assert with_posts_named("行政和事业各多少人", "行政和事业各有几个人在岗", "某局编制多少名") == "行政和事业各多少人"
