"""Clauses that only tell something along lead up to a question; those that bound it stay in it."""

import re
from collections.abc import Sequence

import pytest

from assistant.understand.everyday.leads import without_leads
from assistant.understand.everyday.told_along import names_a_cost, with_sentences_told
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of

_BOUNDS = re.compile("只看|口径")
_KNOWN = (
    ("青江市水务局", "department", "placed", ("青江市水务局",)),
    ("林城市园林局", "department", "placed", ("林城市园林局",)),
    ("云汀市财政局", "department", "stranger", ()),
    ("会议费", "concept", "meeting", None),
    ("培训费", "concept", "training", None),
    ("决算", "context", "stage_final", None),
    ("2026年", "year", "said", None),
    ("财政拨款", "concept", "fiscal", None),
    ("一百万以上", "compare", ">=", None),
    ("第二名", "rank", "nth", None),
)


def tokens(piece: str) -> Sequence[Span]:
    key = words_of(piece).key
    found = [
        Span(m.start(), m.end(), family, role, word, value)
        for word, family, role, value in _KNOWN
        for m in re.finditer(word, key)
    ]
    return sorted(found, key=lambda span: span.start)


@pytest.mark.parametrize(
    "said",
    [
        "我在写一篇关于节约的小文章，想引用一下青江市水务局的情况，青江市水务局的会议费是多少",
        "前几天听邻居说开会花钱很多我不太信，所以想核实一下，青江市水务局的会议费是多少",
        "想了解一下文山会海治理得怎么样，青江市水务局的会议费是多少",
        "青江市水务局的项目非常多，看得眼花，青江市水务局的会议费是多少",
        "我家楼下天天开工，挺辛苦的，青江市水务局的会议费是多少",
        "同学聚会聊到开会的事，我有点好奇，青江市水务局的会议费是多少",
        "青江市水务局的会议费是多少，我做图表用",
        "青江市水务局的会议费是多少，我们课堂作业要用",
    ],
)
def test_what_is_told_along_goes(said: str) -> None:
    assert without_leads(said, tokens).rstrip("?") == "青江市水务局的会议费是多少"


@pytest.mark.parametrize(
    "said",
    [
        "我想看一百万以上的，青江市水务局的会议费是多少",
        "我只想问财政拨款的部分，青江市水务局的会议费是多少",
        "我没看决算，青江市水务局的会议费是多少",
        "同事要货物类的，青江市水务局的会议费是多少",
        "领导问基本支出，青江市水务局的会议费是多少",
        "我在云汀市财政局上班，会议费是多少",
        "想了解一下燃气费的情况，青江市水务局是多少",
        "我想看林城市园林局的会议费，青江市水务局第二名是谁",
    ],
)
def test_what_bounds_a_question_stays(said: str) -> None:
    assert with_sentences_told(said, tokens, lambda piece: re.search("多少|谁", piece) is not None, _BOUNDS) == said


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("我很关心会议费，青江市水务局2026年是多少", "会议费，青江市水务局2026年是多少"),
        ("同事要货物类的。青江市水务局的会议费是多少？", "同事要货物类的。青江市水务局的会议费是多少？"),
        ("想看看基本支出里的情况，青江市水务局的会议费是多少", "基本支出，青江市水务局的会议费是多少"),
        ("我只关心基本支出，青江市水务局的会议费是多少", "基本支出，青江市水务局的会议费是多少"),
        ("我们主要看项目支出的，青江市水务局的会议费是多少", "项目支出，青江市水务局的会议费是多少"),
        ("我不关心培训费，青江市水务局的会议费是多少", "我不关心培训费，青江市水务局的会议费是多少"),
        ("我手里只有青江市水务局的材料，它的会议费是多少", "青江市水务局它的会议费是多少"),
    ],
)
def test_what_is_cared_for_or_wanted_is_handed_on(said: str, left: str) -> None:
    assert without_leads(said, tokens) == left


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        ("想了解一下燃气费的情况。", True),
        ("有人问燃气费。", True),
        ("最近燃气涨价。", False),
        ("我每天交费很麻烦，", False),
    ],
)
def test_a_cost_that_a_lead_ends_in_is_named(lead: str, named: bool) -> None:
    assert names_a_cost(lead) is named
