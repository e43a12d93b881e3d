"""What a part is of a whole, where neither bears the name that the question says."""

from decimal import Decimal
from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from ingest.records.figure import Relation
from ingest.records.units import PERCENT
from tests.assistant.conftest import Asked
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


def test_a_share_of_the_projects_of_a_fund_is_of_these_and_not_of_the_fund(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    columns = (("合计",), ("基本支出",), ("项目支出",))
    table = draft.table("general_public", "一般公共预算支出表", columns)
    draft.row(table, "合计", ("500.00", "300.00", "200.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(table, "水利工程运行与维护", ("150.00", "0.00", "150.00"), code="2130306", scheme="function")
    town = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    answer = town.ask(Question("水利局2026年一般公共预算的项目支出里，水利工程运行与维护占百分之几"))
    assert answer.figures and answer.figures[0].value == Decimal(75), answer.text


def test_a_part_within_the_projects_is_a_share_of_them_and_not_of_all_spending(ask: Asked) -> None:
    for words, value in (("项目里其他资金占几成", "4.44"), ("的项目中财政拨款占多少", "95.56")):
        answer = ask(f"水利局{words}")
        assert answer.figures[0].value == Decimal(value), answer.text
    assert ask("水利局项目里河道清淤工程占几成").figures[0].value == Decimal("44.44")


def test_what_is_told_of_all_projects_is_no_share_of_the_largest(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("expenditure_total", "支出总表", (("合计",), ("基本支出",), ("项目支出",)))
    draft.row(table, "合计", ("800.00", "600.00", "200.00"), role=RowRole.GRAND_TOTAL, level=0)
    listed = draft.table("project_expenditure", "项目支出预算表", (("总计",),))
    draft.row(listed, "合计", ("200.00",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(listed, "堤防加固项目", ("150.00",))
    draft.row(listed, "水库巡查平台运维项目", ("50.00",))
    draft.said("项目支出", "200.00")
    draft.said("项目支出", "25", Relation.SHARE, PERCENT, "本年支出预算")
    town = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    for words in ("水利局2026年项目支出多少，最大的项目占几成", "水利局2026年项目支出里最大的项目占几成"):
        answer = town(words)
        assert [str(f.value) for f in answer.figures if f.unit == "%"] == ["75.00"], answer.text
    assert "25" in town("水利局2026年项目支出占几成").text


def test_how_far_a_budget_was_spent_is_no_share_of_a_whole(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("expenditure_total", "支出总表", (("合计",),))
    draft.row(table, "支出总计", ("800.00",), role=RowRole.GRAND_TOTAL, level=0)
    draft.said("“三公”经费", "8.00")
    draft.said("“三公”经费", "85", Relation.SHARE, PERCENT, "预算")
    answer = Assistant(Library(stored(tmp_path, draft.parsed()).engine)).ask(Question("水利局三公经费在全局占多少"))
    assert "85" not in answer.text, answer.text
