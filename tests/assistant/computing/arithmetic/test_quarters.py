"""Amounts told quarter by quarter: their sum, a half of them, each of them."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored

TELLS = "第一季度用款计划10万元，第二季度用款计划20万元，第三季度用款计划30万元，第四季度用款计划40万元。"
ABOUT = "云汀湾文化馆新建工程主楼五层。"


@pytest.fixture
def quarters(tmp_path: Path) -> Asked:
    draft = Draft("q", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    document = draft.document.id
    for number, amount in zip("一二三四", ("10", "20", "30", "40"), strict=True):
        draft.said(f"第{number}季度用款计划", amount, passage=f"{document}-p0002")
    passages = tuple(
        Passage(
            f"{document}-p000{at}", document, at, PassageKind.NARRATIVE, ("项目经费说明", heading), text, 8, 8,
            (PassageSpot(8, (1.0, 1.0, 9.0, 9.0), 0, len(text)),),
        )
        for at, heading, text in ((1, "项目概况", ABOUT), (2, "年度预算安排", TELLS))
    )  # fmt: skip
    parsed = replace(draft.parsed(), passages=passages)
    return Asked(Assistant(Library(stored(tmp_path, parsed, parks()).engine)))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("水利局四个季度总共打算付多少钱", "100"),
        ("水利局文化馆新建工程各季度用款计划加起来多少", "100"),
        ("水利局前两个季度用款计划合计多少", "30"),
        ("水利局后两个季度用款计划一共多少", "70"),
        ("水利局文化馆新建工程全年计划用款多少", "100"),
    ],
)
def test_quarters_are_added_up(quarters: Asked, words: str, value: str) -> None:
    answer = quarters(words)
    assert answer.figures[0].value == Decimal(value), answer.text
    assert answer.figures[0].computed


def test_each_quarter_is_told(quarters: Asked) -> None:
    answer = quarters("水利局各季度用款计划分别是多少")
    assert [f.value for f in answer.figures] == [Decimal(n) for n in (10, 20, 30, 40)]


def test_a_year_of_a_line_is_no_plan_of_one_work(quarters: Asked) -> None:
    assert "100" not in quarters("水利局项目支出全年支付多少").text


def test_of_another_matter_no_quarters_are_told(quarters: Asked) -> None:
    assert quarters("水利局垃圾分类四个季度总共打算付多少钱").kind is not AnswerKind.NUMBER


@pytest.mark.parametrize(
    "words", ["水利局文化馆新建工程第三季度用款计划是多少", "水利局文化馆新建工程2026年Q3用款计划是多少"]
)
def test_one_quarter_of_a_work_is_told(quarters: Asked, words: str) -> None:
    assert [f.value for f in quarters(words).figures] == [Decimal(30)]
