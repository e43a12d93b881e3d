"""What a part is of a whole, where neither bears the name that the question says."""

from decimal import Decimal
from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.town import WATER, Draft, stored


def test_of_a_budget_of_which_only_projects_are_printed_they_are_the_whole(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_goals", "项目支出绩效目标表", (("预算金额",),))
    draft.row(table, "合计", ("400.00",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(table, "水库巡查平台运维项目", ("100.00",))
    draft.row(table, "堤防加固项目", ("300.00",))
    town = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    answer = town.ask(Question("水利局总预算里，水库巡查平台运维项目占多少比例？"))
    assert answer.figures and answer.figures[0].value == Decimal(25), answer.text
    assert "项目支出" in answer.text  # of what it is a share is said
