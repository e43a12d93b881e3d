"""A loose word among things of one class, or within their whole, is the one of them that bears it."""

import pytest

from assistant.understand.names.siblings import among_siblings
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of


def span(question: str, text: str, family: str, role: str) -> Span:
    at = words_of(question).key.index(text)
    return Span(at, at + len(text), family, role, text)


@pytest.mark.parametrize(
    ("question", "said", "loose", "meant"),
    [
        ("基本工资、奖金和绩效一共多少", (("基本工资", "e30101"), ("奖金", "e30103")), "绩效", "e30107"),
        ("货物、工程、东西各多少", (("工程", "procurement_works"),), "东西", "procurement_goods"),
        ("基本工资，绩效", (("基本工资", "e30101"),), "绩效", None),
        ("基本工资和评审各多少", (("基本工资", "e30101"),), "评审", None),
    ],
)
def test_a_word_in_a_row(question: str, said: tuple[tuple[str, str], ...], loose: str, meant: str | None) -> None:
    joint = [span(question, "和", "filler", "filler")] if "和" in question else []
    named = [span(question, text, "concept", role) for text, role in said]
    tokens = sorted([*named, *joint, span(question, loose, "name", "part")], key=lambda s: s.start)
    found = {t.text: t.role for t in among_siblings(words_of(question), tokens)}
    assert found[loose] == (meant or "part")


def test_a_word_within_its_whole() -> None:
    question = "三公里招待多少"
    tokens = [
        span(question, "三公", "concept", "three_public"),
        span(question, "里", "filler", "filler"),
        span(question, "招待", "name", "part"),
    ]
    assert [t.role for t in among_siblings(words_of(question), tokens)][-1] == "reception"
