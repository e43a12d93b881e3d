"""A ranking over bodies whose documents are of several years says in its words which year it is of."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import PARKS, WATER, Draft, stored

OLDER = "云汀市档案局"


@pytest.fixture
def town(tmp_path: Path) -> Asked:
    drafts = []
    for name, body, year, amount in (
        ("a", WATER, 2026, "5.00"),
        ("b", PARKS, 2026, "3.00"),
        ("c", OLDER, 2025, "9.00"),
    ):
        draft = Draft(name, body, year, DocumentKind.DEPARTMENT_BUDGET)
        table = draft.table("three_public", "“三公”经费预算表", (("公务接待费",),))
        draft.row(table, body, (amount,))
        drafts.append(draft.parsed())
    return Asked(Assistant(Library(stored(tmp_path, *drafts).engine)))


@pytest.mark.parametrize("question", ["各部门公务接待费从高到低排序", "哪个部门的公务接待费最高"])
def test_the_year_is_said_where_bodies_of_others_are_left_out(town: Asked, question: str) -> None:
    text = town(question).text
    assert text.startswith("以下只比2026年的数"), text
    assert OLDER not in text


def test_nothing_is_said_where_the_question_says_the_year(town: Asked) -> None:
    assert "以下只比" not in town("2026年各部门公务接待费从高到低排序").text


def test_a_further_year_is_told_under_its_own(town: Asked) -> None:
    text = town("2026年哪个部门的公务接待费最高，2025年呢").text
    first, second = text.split("2025年")[:2]
    assert first.startswith("2026年") and WATER in first and OLDER not in first, text
    assert WATER not in second, text


@pytest.mark.parametrize("question", ["三个部门的公务接待费一共多少", "三家单位公务接待费合计多少"])
def test_so_many_bodies_as_are_said_are_added_or_none(town: Asked, question: str) -> None:
    answer = town(question)
    assert all(f.value != Decimal("8.00") for f in answer.figures), answer.text
