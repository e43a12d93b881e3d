"""A word of some projects' names that is also a word of a unit's name picks by the names."""

from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


@pytest.fixture
def house(tmp_path: Path) -> Asked:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_expenditure", "项目支出预算表", (("金额",),))
    for name, body, amount in (
        ("防汛物资更新", "云汀市水利局", "30.00"),
        ("值班用房修缮", "云汀市防汛调度总站（指挥部）", "50.00"),
        ("信息系统运维", "云汀市防汛调度总站（指挥部）", "20.00"),
    ):
        draft.row(table, name, (amount,), body=body)
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


def test_a_unit_named_by_the_word_brings_in_no_other_projects(house: Asked) -> None:
    answer = house("水利局的项目里，有几个是跟防汛有关的，一共多少钱")
    assert [str(f.value) for f in answer.figures] == ["1", "30.00"], answer.text
