"""Posts that nobody holds are held against the people of their own kind."""

import pytest

from assistant.understand.everyday.posts_unfilled import with_posts_unfilled


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("某局编制还空着几个", "某局人员编制比实有人员多多少"),
        ("某局行政编制空缺几个", "某局行政编制比实有人员的行政多多少"),
        ("行政编和事业编各空多少", "行政编制比实有人员的行政多多少，事业编制比实有人员的事业多多少"),
        ("某局还缺几个事业编？", "某局事业编制比实有人员的事业多多少？"),
        ("某局缺编几人", "某局人员编制比实有人员多多少"),
    ],
)
def test_open_posts_are_posts_without_people(said: str, plain: str) -> None:
    assert with_posts_unfilled(said) == plain


@pytest.mark.parametrize("said", ["某局行政编制有几个", "车库空着的是哪些", "空白表有几张", "缺几个人手"])
def test_what_else_is_empty_stays(said: str) -> None:
    assert with_posts_unfilled(said) == said
