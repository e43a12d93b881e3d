"""What leads up to a question is left out, what bounds it or names what it asks of stays."""

import re
from collections.abc import Sequence

import pytest

from assistant.understand.everyday.leads import without_leads
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of

_KNOWN = (
    ("青江市水务局", "department", "placed"),
    ("林城市园林局", "department", "placed"),
    ("会议费", "concept", "meeting"),
    ("公务接待费", "concept", "reception"),
    ("河道清淤项目", "name", "label"),
    ("2026年", "year", "said"),
    ("本级", "context", "own_level"),
    ("人工智能", "hint", "hint"),
    ("减少", "operator", "decrease"),
    ("一百万以上", "compare", ">="),
)


def tokens(piece: str) -> Sequence[Span]:
    key = words_of(piece).key
    found = [
        Span(m.start(), m.end(), family, role, word) for word, family, role in _KNOWN for m in re.finditer(word, key)
    ]
    return sorted(found, key=lambda span: span.start)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("人大审议要抓大头。青江市水务局的会议费是多少？", "青江市水务局的会议费是多少?"),
        ("我是一名供应商，想了解青江市水务局的情况。会议费有多少？", "青江市水务局会议费有多少?"),
        ("河道清淤项目分了两期。青江市水务局这两期一共多少钱？", "河道清淤项目，青江市水务局这两期一共多少钱?"),
        (
            "青江市水务局报了会议费，我想引用。请问文件里原话是怎么写的？",
            "青江市水务局报了会议费，我想引用，文件里原话是怎么写的?",
        ),
        ("一百万以上才算大。青江市水务局一百万以上的项目有几个？", "青江市水务局一百万以上的项目有几个?"),
        ("青江市水务局的会议费是多少？这是大家都关心的一项。", "青江市水务局的会议费是多少?"),
        ("翻到2026年的河道清淤项目。它要花多少钱？", "2026年的河道清淤项目，它要花多少钱?"),
        ("听说青江市水务局接待花得不少。请问公务接待费是多少？", "青江市水务局公务接待费是多少?"),
        ("我是人工智能的志愿者，想问问青江市水务局。其中会议费有多少？", "青江市水务局其中会议费有多少?"),
        ("小组要比对几个部门。查一下，青江市水务局的会议费是多少？", "青江市水务局的会议费是多少?"),
        ("有居民问公务接待费要花多少。请问青江市水务局的会议费是多少？", "青江市水务局的会议费是多少?"),
        ("看看有没有机会。请问青江市水务局的会议费是多少？", "青江市水务局的会议费是多少?"),
        (
            "关于青江市水务局的会议费，有两个数。总共安排了多少？公务接待费呢？",
            "青江市水务局的会议费，总共安排了多少?公务接待费呢?",
        ),
        ("我留意到青江市水务局会议费减少了。原因是什么？", "青江市水务局会议费减少了，原因是什么?"),
        ("身为会议费的经手人，我想问一下：青江市水务局接待谁？", "青江市水务局接待谁?"),
        ("有什么好处？请问青江市水务局的会议费是多少？", "青江市水务局的会议费是多少?"),
        ("会议费？青江市水务局的会议费是多少？", "青江市水务局的会议费是多少?"),
        ("会议费大家都知道了，公务接待费呢？青江市水务局公务接待费是多少？", "青江市水务局公务接待费是多少?"),
        ("想看看钱花在哪了。请把青江市水务局的会议费列出来。", "请把青江市水务局的会议费列出来。"),
        ("大家都在谈人工智能。青江市水务局在这方面做什么？", "人工智能，青江市水务局在这方面做什么?"),
        ("大家关心会议费，想了解一下：青江市水务局公务接待费是多少？", "青江市水务局公务接待费是多少?"),
        ("过紧日子喊了好几年，青江市水务局也在其中。它的会议费减少多少？", "青江市水务局它的会议费减少多少?"),
        ("青江市水务局的会议费是多少？请帮忙查证。", "青江市水务局的会议费是多少?"),
    ],
)
def test_a_lead_goes_but_for_what_the_question_needs_of_it(said: str, left: str) -> None:
    assert without_leads(said, tokens) == left


@pytest.mark.parametrize(
    "said",
    [
        "青江市水务局的会议费是多少？",
        "只看本级。青江市水务局的会议费是多少？",
        "不含下属单位。青江市水务局的会议费是多少？",
        "金额要在一百万以上。青江市水务局的河道清淤项目有几个？",
        "河道清淤项目：一年花多少？",
        "青江市水务局的会议费是多少？我要的是本级的数。",
        "会议费是多少？公务接待费是多少？",
        "青江市水务局有两份预算，一份是部门的。前一份比后一份多多少？",
        "清淤分了两期来办。青江市水务局这两期一共多少？",
    ],
)
def test_what_bounds_a_question_or_names_its_subject_stays(said: str) -> None:
    assert re.sub("[?？]", "?", without_leads(said, tokens)) == re.sub("[?？]", "?", said)
