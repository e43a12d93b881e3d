"""An income asked for by what it comes from is told by no expenditure of that name."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


@pytest.fixture
def house(tmp_path: Path) -> Asked:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    projects = draft.table("project_expenditure", "项目支出预算表", (("金额",),))
    draft.row(projects, "水库设备购置", ("80.00",))
    income = draft.table("income_total", "收入预算总表", (("金额",),))
    draft.row(income, "水费", ("12.00",))
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


def test_what_is_bought_brings_in_nothing(house: Asked) -> None:
    assert house("水利局水库设备收入多少").kind is AnswerKind.REFUSAL
    assert str(house("水利局水库设备支出多少").figures[0].value) == "80.00"


def test_a_row_of_incomes_is_one(house: Asked) -> None:
    assert str(house("水利局水费收入多少").figures[0].value) == "12.00"
