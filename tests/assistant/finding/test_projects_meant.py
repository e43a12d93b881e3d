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


def test_a_listed_project_is_no_line_whose_longer_name_holds_its_own(tmp_path: Path) -> None:
    draft = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    trainings = draft.table("other", "培训费明细表", (("金额",),))
    draft.row(trainings, "全市防汛培训", ("2.65",))
    listed = draft.table("project_expenditure", "项目支出表", (("项目金额",),))
    draft.row(listed, "防汛培训", ("15.00",))
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    assert "15" in assistant.ask(Question("水利局2026年防汛培训多少钱")).text
    assert "2.65" in assistant.ask(Question("水利局2026年全市防汛培训多少钱")).text


def test_what_is_called_a_project_is_no_unit_whose_name_begins_so(tmp_path: Path) -> None:
    draft = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    units = draft.table("expenditure_total", "部门支出总表", (("合计",), ("项目支出",)))
    top = draft.row(units, "合计", ("500.00", "95.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(units, STATION, ("500.00", "95.00"), parent=top, body=STATION)
    listed = draft.table("project_expenditure", "项目支出表", (("项目金额",),))
    draft.row(listed, "雨量计更换", ("95.00",), body=STATION)
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    field = STATION.removeprefix("云汀市").removesuffix("中心")
    for called in ("项目", "专项", "专项项目"):
        assert "500" not in assistant.ask(Question(f"水利局2026年{field}{called}金额多少")).text, called
    for called in ("项目", "专项"):
        told = assistant.ask(Question(f"{STATION}2026年{called}多少钱")).text
        assert "95" in told and "500" not in told, called
