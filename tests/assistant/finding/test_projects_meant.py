"""Projects and subjects of one name: what is called a project is no subject."""

from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.town import STATION, WATER, Draft, stored


def test_a_project_is_meant_where_one_bears_the_name_of_a_subject(tmp_path: Path) -> None:
    draft = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    spend = draft.table("expenditure_total", "支出总表", (("合计",),))
    top = draft.row(spend, "合计", ("900.00",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(spend, "水文设施建设", ("300.00",), code="2130399", parent=top)
    listed = draft.table("performance_targets", "项目支出绩效目标表", (("资金总额",),))
    draft.row(listed, "水文设施建设", ("80.00",), body=STATION)
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    assert "300" not in assistant.ask(Question("水利局水文设施建设项目多少钱")).text
    assert "300" in assistant.ask(Question("水利局水文设施建设支出多少")).text
