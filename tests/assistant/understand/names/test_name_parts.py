"""A condition on names is read with and without quotation marks; a denied one is not read as its opposite."""

import pytest

from assistant.understand.names.name_parts import BEGINS, ENDS, name_part_spans, part_term
from assistant.understand.words.text import words_of


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("水务局名称里带运维的项目有几个", "运维"),
        ("水务局名字里有“数字”二字的项目哪个最大", "数字"),
        ("水务局名称含有“泵站”的项目合计多少", "泵站"),
        ("水务局包含“泵站”字样的项目有多少个", "泵站"),
    ],
)
def test_the_part_of_the_name(said: str, part: str) -> None:
    assert [span.text for span in name_part_spans(words_of(said)) if span.family == "quoted"] == [part]


@pytest.mark.parametrize(
    "said",
    ["名称里带“泵站”或“清淤”的项目合计多少", "名称含泵站或者清淤的项目有几个", "名字带“泵站”或带“清淤”字样的项目"],
)
def test_one_of_several_parts_is_enough(said: str) -> None:
    (span,) = (span for span in name_part_spans(words_of(said)) if span.family == "quoted")
    assert span.value == ("泵站", "清淤")


@pytest.mark.parametrize(
    ("said", "part", "end"),
    [
        ("名称以“第十届河湖保护大会云汀赛区”开头的几个项目", "第十届河湖保护大会云汀赛区", BEGINS),
        ("名字以泵站打头的项目有几个", "泵站", BEGINS),
        ("名称以“经费”两个字结尾的项目", "经费", ENDS),
    ],
)
def test_the_end_of_a_name(said: str, part: str, end: str) -> None:
    (span,) = (span for span in name_part_spans(words_of(said)) if span.family == "quoted")
    assert (span.text, part_term(span).kind) == (part, end)


@pytest.mark.parametrize(
    "said", ["名称里没有运维的项目", "名称不带运维的项目", "名称不含“运维”的项目", "不包含“运维”字样的项目"]
)
def test_a_denied_condition_is_not_heard(said: str) -> None:
    assert name_part_spans(words_of(said)) == []
