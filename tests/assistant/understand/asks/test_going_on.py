"""A turn that only says another year after a change or a state."""

from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, Stage
from ingest.records.figure import Relation
from tests.assistant.town import WATER, Draft, stored


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    draft = Draft("s", WATER, 2024, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    draft.said("资产总额", "1684.27", basis="截至2024年12月31日")
    draft.said("资产总额", "118.36", Relation.CHANGE, basis="上年")
    draft.said("公务接待费", "3.80", basis=None)
    draft.said("公务接待费", "-1.20", Relation.CHANGE, basis="上年")
    return Assistant(Library(stored(tmp_path, draft.parsed()).engine))


@pytest.mark.parametrize("turn", ["那上一年末呢？", "那2023年末呢？", "上年呢"])
def test_what_there_was_at_the_end_of_the_year_before(told: Assistant, turn: str) -> None:
    answer = told.ask(Question(turn, ("水利局2024年末资产总额是多少？",)))
    assert [str(f.value) for f in answer.figures] == ["1565.91"], answer.text


@pytest.mark.parametrize("turn", ["上一年是多少万元？", "那2023年是多少万元？"])
def test_the_amount_of_the_year_that_a_change_is_held_against(told: Assistant, turn: str) -> None:
    answer = told.ask(Question(turn, ("水利局2024年公务接待费比上年下降了多少？",)))
    assert answer.figures and float(answer.figures[0].value or 0) == 5.0, answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水利局2024年公务接待费比上年降了多少，去年多少", "5.00"),
        ("水利局2024年公务接待费降了多少，去年是多少", "5.00"),
        ("水利局2024年公务接待费上年多少", "5.00"),
        ("水利局2024年公务接待费前一年是多少", "5.00"),
        ("水利局2024年公务接待费多少", "3.80"),
    ],
)
def test_the_year_before_is_counted_from_the_year_said(told: Assistant, question: str, value: str) -> None:
    answer = told.ask(Question(question))
    assert str(answer.figures[-1].value) == value, answer.text


@pytest.fixture
def completed(tmp_path: Path) -> Assistant:
    draft = Draft("s", WATER, 2024, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    draft.said("公务接待费", "24.30", basis=None)
    draft.said("公务接待费", "243.00", Relation.SHARE, basis="预算")
    return Assistant(Library(stored(tmp_path, draft.parsed()).engine))


@pytest.mark.parametrize("turn", ["那预算数是多少？", "那预算是多少", "那预算数原本是多少？", "那年初预算是多少？"])
def test_the_budget_that_a_completion_is_held_against(completed: Assistant, turn: str) -> None:
    answer = completed.ask(Question(turn, ("水利局2024年公务接待费决算多少，完成预算百分之几？",)))
    assert [str(f.value) for f in answer.figures] == ([] if "年初" in turn else ["10.00"]), answer.text


def test_what_hints_at_whose_it_is_is_meant_by_the_clause_that_goes_on(told: Assistant) -> None:
    for words, hints in (("深审接待费多少，其中项目支出是多少", 2), ("深审接待费多少，水利局呢", 1)):
        asks = told.ask(Question(words)).plan["asks"]
        assert [ask.get("hints") for ask in asks].count(["深"]) == hints, words
