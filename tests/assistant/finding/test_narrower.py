"""Lines that are printed as a part of something else, and states of the end of last year."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored


@pytest.fixture
def lines(tmp_path: Path) -> Asked:
    """Water in the basic expenditure and, less, in what the text says of the agency's running; assets of last year."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    basic = draft.table("general_public_basic", "一般公共预算基本支出表", (("合计",), ("公用经费",)))
    draft.row(basic, "合计", ("9.00", "9.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(basic, "水费", ("3.00", "3.00"), code="30205", scheme="economic")
    for label, text in (("水费", "0.80"), ("邮电费", "0.50")):
        draft.said(label, text)
        draft.figures[-1] = replace(draft.figures[-1], column=("机关运行经费",), role=RowRole.OF_WHICH)
    assets = draft.table("state_assets", "固定资产占用情况表", (("数量",), ("价值",)))
    draft.row(assets, "资产总额", (None, "500.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.figures[-1] = replace(draft.figures[-1], year=2025)
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


@pytest.mark.parametrize(
    ("question", "value"),
    [("水利局水费是多少", "3"), ("水利局机关运行经费里的水费是多少", "0.8"), ("水利局资产总额是多少", "500")],
)
def test_the_line_itself_goes_before_a_part_of_another(lines: Asked, question: str, value: str) -> None:
    assert [f"{f.value.normalize():f}" for f in lines(question).figures] == [value]


def test_a_part_of_another_line_is_said_to_be_one(lines: Asked) -> None:
    assert "机关运行经费" in lines("水利局邮电费是多少").method


def test_a_state_of_last_year_is_said_with_its_year(lines: Asked) -> None:
    assert "2025年" in lines("水利局资产总额是多少").text


def test_a_table_of_the_running_of_offices_goes_behind_that_of_all_units(tmp_path: Path) -> None:
    draft = Draft("t", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    fiscal = draft.table("other", "财政拨款基本支出表（经济科目）", (("合计",), ("公用经费",)))
    draft.row(fiscal, "水费", ("7.00", "7.00"), code="30205", scheme="economic")
    running = draft.table("agency_running", "一般公共预算机关运行经费支出表", (("机关运行经费支出",),))
    draft.row(running, "水费", ("3.00",), code="30205", scheme="economic")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert [f"{f.value.normalize():f}" for f in asked("水利局水费是多少").figures] == ["7"]


def test_the_total_of_a_table_of_several_things_is_none_of_them(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("three_public", "“三公”经费、会议费、培训费支出预算表", (("2026年预算数",),))
    draft.row(table, "合计", ("9.00",), role=RowRole.GRAND_TOTAL, level=0)
    for label, text in (("“三公”经费小计", "5.00"), ("公务接待费", "5.00"), ("会议费", "1.00"), ("培训费", "3.00")):
        draft.row(table, label, (text,))
    ask = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    assert [f"{f.value.normalize():f}" for f in ask("水利局会议费是多少").figures] == ["1"]
    assert f"{ask('水利局会议费和培训费合计多少').figures[0].value:f}" == "4.00"
