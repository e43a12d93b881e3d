"""A total over several years is what a form prints for them, or of as many years as the documents tell."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored, water


def with_a_form() -> Draft:
    draft = Draft("e", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    columns = (("项目资金总额",), ("年度资金申请总额",), ("项目资金总额", "其他资金"))
    form = draft.table("performance_targets", "项目支出绩效目标申报表", columns)
    row = draft.row(form, "堤岸加固工程", ("900.00", "300.00", "0.00"))
    draft.words(row, "计划开始日期", "2024-01-01")
    draft.words(row, "计划完成日期", "2026-12-31")
    return draft


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(Assistant(Library(stored(tmp_path, with_a_form().parsed()).engine)))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水利局堤岸加固工程多少钱", ["300.00"]),
        ("水利局堤岸加固工程三年总共多少钱", ["900.00"]),
        ("水利局堤岸加固工程今年申请多少，三年总共多少", ["300.00", "900.00"]),
        ("水利局堤岸加固工程的项目资金总额是多少", ["900.00"]),
    ],
)
def test_the_whole_term_and_the_year(asked: Asked, question: str, values: list[str]) -> None:
    answer = asked(question)
    assert [str(f.value) for f in answer.figures] == values


@pytest.mark.parametrize("years", ["两年", "五年"])
def test_other_years_than_the_form_tells(asked: Asked, years: str) -> None:
    assert asked(f"水利局堤岸加固工程{years}总共多少钱").kind is AnswerKind.REFUSAL


def test_as_many_years_as_are_said(tmp_path: Path) -> None:
    ask = Asked(Assistant(Library(stored(tmp_path, water(), water(2025)).engine)))
    assert [f.value for f in ask("水利局三公经费两年总共多少").figures][:1] == [Decimal("41.00")]
    assert ask("水利局三公经费三年总共多少").kind is AnswerKind.REFUSAL
