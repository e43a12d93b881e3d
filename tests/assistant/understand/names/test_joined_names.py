"""Two lines said in one word are told apart only where both are printed and the word itself is not."""

import pytest

from assistant.lexicon import asked_words
from assistant.understand.names.joined_names import coded_spans, joined_spans
from assistant.understand.words.text import words_of

NAMES = frozenset(["水费", "电费", "会议费", "培训费", "邮电费", "邮费", "城市特困人员供养", "农村特困人员供养"])


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("临江局水电费合计", ["水费", "电费"]),
        ("临江局会议培训费一共多少", ["会议费", "培训费"]),
        ("临江局邮电费多少", []),
        ("临江局取暖费多少", []),
        ("临江局行政单位、事业单位离退休加起来", ["行政单位离退休"]),
        ("临江局行政和事业单位离退休各多少", ["行政单位离退休"]),
        ("临江局城市和农村特困人员供养各多少", ["城市特困人员供养"]),
        ("临江局公务接待费和事业单位离退休", []),
    ],
)
def test_a_joined_name(question: str, names: list[str]) -> None:
    assert [span.text for span in joined_spans(words_of(question), NAMES)] == names


def test_the_halves_of_one_line_are_joined_as_people_join_them() -> None:
    line = asked_words()["公车购置及运维"]
    assert {asked_words()[f"公车购置{joint}运维"] for joint in ("加", "加上", "跟", "连同")} == {line}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("临江局“信息化服务”（0210）加起来", ["0210信息化服务"]),
        ("临江局信息化服务（0211）加起来", []),
        ("临江局信息化服务2026年多少", []),
    ],
)
def test_a_name_with_its_code_behind_it(question: str, names: list[str]) -> None:
    printed = {"0210信息化服务", "信息化服务"}
    assert [span.text for span in coded_spans(words_of(question), printed)] == names
