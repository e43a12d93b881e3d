"""The targets of a form that is published as two files."""

from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.parsed import Parsed
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


def form(id: str) -> Parsed:
    """A form of one project with two targets."""
    draft = Draft(id, WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_goals", "项目支出绩效目标表", (("金额",),))
    row = draft.row(table, "河道清淤工程项目", ("400.00",), body=WATER)
    draft.indicator(row, "清淤河道长度", "≥35公里", "35", "公里")
    draft.indicator(row, "工程验收合格率", "≥98%", "98", "%")
    return draft.parsed()


def test_each_target_is_told_once(tmp_path: Path) -> None:
    asked = Asked(Assistant(Library(stored(tmp_path, form("a"), form("b")).engine)))
    assert len(asked("云汀市水利局河道清淤工程项目的绩效指标").items) == 2
