"""What leads up to a question is left out, what bounds it or names what it asks of stays."""

import re
from collections.abc import Sequence

import pytest

from assistant.understand.leads import without_leads
from assistant.understand.spans import Span
from assistant.understand.text import words_of

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
        ("翻到2026年的河道清淤项目。它要花多少钱？", "2026年的河道清淤项目，它要花多少钱?"),
        ("听说青江市水务局接待花得不少。请问公务接待费是多少？", "青江市水务局公务接待费是多少?"),
        ("我留意到青江市水务局会议费减少了。原因是什么？", "青江市水务局会议费减少了，原因是什么?"),
        ("身为会议费的经手人，我想问一下：青江市水务局接待谁？", "青江市水务局接待谁?"),
        ("大家都在谈人工智能。青江市水务局在这方面做什么？", "人工智能，青江市水务局在这方面做什么?"),
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
        "河道清淤项目：一年花多少？",
        "青江市水务局的会议费是多少？我要的是本级的数。",
        "会议费是多少？公务接待费是多少？",
    ],
)
def test_what_bounds_a_question_or_names_its_subject_stays(said: str) -> None:
    assert re.sub("[?？]", "?", without_leads(said, tokens)) == re.sub("[?？]", "?", said)
