"""A department's own level held against one of its units."""

from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import STATION, WATER, Draft, stored


@pytest.fixture
def by_units(tmp_path: Path) -> Asked:
    draft = Draft("u", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("three_public", "“三公”经费预算表", (("“三公”经费合计",), ("公务接待费",)))
    whole = draft.row(table, "合计", ("74.00", "30.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(table, WATER, ("44.00", "18.00"), parent=whole, body=WATER)
    draft.row(table, STATION, ("30.00", "12.00"), parent=whole, body=STATION)
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize(
    "question",
    ["水利局本级和雨水泵站管理中心的公务接待费差多少", "雨水泵站管理中心和水利局本级公务接待费相差多少"],
)
def test_both_sides_are_found(by_units: Asked, question: str) -> None:
    answer = by_units(question)
    assert str(answer.figures[0].value) == "6.00", answer.text


def test_what_the_department_itself_has_is_not_said_to_be_all(by_units: Asked) -> None:
    answer = by_units("水利局本级的公务接待费是多少")
    assert "18.00" in answer.text and "本级" in answer.text and "合计" not in answer.text, answer.text
    assert "本级" not in by_units("水利局公务接待费是多少").text
