"""A change that a table prints in its row 合计 is told by its column's name."""

from dataclasses import replace
from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from ingest.records.figure import Relation
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored


def test_the_column_names_the_change(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("three_public", "会议费、培训费预算表", (("当年", "培训费"), ("增减变化情况", "培训费")))
    draft.row(table, "合计", ("21.00", "-17.60"), role=RowRole.GRAND_TOTAL, level=0)
    draft.figures[-1] = replace(draft.figures[-1], relation=Relation.CHANGE, basis="上年")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    text = asked("水利局2026年培训费比上年减少多少").text
    assert "培训费" in text.splitlines()[0] and "合计" not in text.splitlines()[0] and "17.6" in text, text
