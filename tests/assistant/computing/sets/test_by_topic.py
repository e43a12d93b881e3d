"""Projects chosen by what they are about: by their names first, else by what their goals write."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from ingest.records.parsed import Parsed
from tests.assistant.conftest import Asked
from tests.assistant.town import PARKS, WATER, Draft, stored

_GOALS = {
    "河道巡查项目": ("30.00", "开展河道日常巡查，落实网络安全等级保护"),
    "泵站值守项目": ("20.00", "做好汛期值守与设备保养"),
    "水质监测平台项目": ("50.00", "平台运行稳定，网络安全事件为零"),
}


def projects(id: str, body: str) -> Parsed:
    """A department's projects with their goals."""
    draft = Draft(id, body, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_expenditure", "项目支出预算表", (("总计",),))
    draft.row(table, "合计", ("100.00",), role=RowRole.GRAND_TOTAL, level=0)
    for name, (amount, goal) in _GOALS.items():
        draft.words(draft.row(table, name, (amount,)), "年度绩效目标", goal)
    return draft.parsed()


@pytest.fixture
def ask(tmp_path: Path) -> Asked:
    """The water bureau's projects beside another body's."""
    return Asked(Assistant(Library(stored(tmp_path, projects("a", WATER), projects("b", PARKS)).engine)))


@pytest.mark.parametrize(
    "words", ["水利局网络安全相关的项目有哪些", "水利局哪些项目跟网络安全有关", "水利局关于网络安全的项目"]
)
def test_goals_choose_where_no_name_bears_the_topic(ask: Asked, words: str) -> None:
    answer = ask(words)
    assert [item.label for item in answer.items] == ["河道巡查项目", "水质监测平台项目"]
    assert "目标、指标或说明里写到“网络安全”" in answer.text


def test_projects_about_a_topic_are_counted_and_added(ask: Asked) -> None:
    answer = ask("水利局网络安全方面的项目有几个，一共多少钱")
    assert [f.value for f in answer.figures] == [Decimal(2), Decimal("80.00")]


def test_names_come_before_goals(ask: Asked) -> None:
    assert [item.label for item in ask("水利局跟巡查有关的项目有哪些").items] == ["河道巡查项目"]


def test_a_topic_that_nothing_writes_is_refused(ask: Asked) -> None:
    answer = ask("水利局有没有关于人工智能的项目")
    assert answer.kind.value == "refusal"
    assert "没有一个" in answer.text
