"""Runs of years that stand in the names of projects, and years that no document is held of."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored


@pytest.fixture
def ask(tmp_path: Path) -> Asked:
    """A bureau of one year with three projects, two of them of the same run of years."""
    draft = Draft("a", "云汀市水利局", 2026, DocumentKind.DEPARTMENT_BUDGET)
    listed = draft.table("project_expenditure", "项目支出预算表", (("总计",),))
    draft.row(listed, "合计", ("60.00",), role=RowRole.GRAND_TOTAL, level=0)
    for name, amount in (("2026-2028年闸门运维", "30.00"), ("2026-2028年水文监测", "20.00"), ("防汛物资采购", "10.00")):
        draft.row(listed, f"{name}项目", (amount,))
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize("said", ["2026-2028年的", "26到28年那两个"])
def test_years_that_projects_are_named_by_choose_them(ask: Asked, said: str) -> None:
    answer = ask(f"水利局{said}项目合计多少")
    assert answer.figures[0].value == Decimal("50.00"), answer.text


def test_years_that_no_name_bears_and_no_document_is_of_are_refused(ask: Asked) -> None:
    for words in ("水利局2026-2029年的项目有几个", "水利局2026和2027年的项目有哪些"):
        answer = ask(words)
        assert answer.kind is AnswerKind.REFUSAL, answer.text
