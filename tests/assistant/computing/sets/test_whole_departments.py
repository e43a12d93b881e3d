"""Whole departments ranked by their budgets, where no line is named."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import PARKS, WATER, Draft, stored, water


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("2026年预算最大的部门是哪个", WATER),
        ("今年哪个部门预算最小", PARKS),  # 部门 is asked for, not 部门预算
        ("2026年花钱最多的部门是哪个", WATER),
        ("各部门2026年预算排名", WATER),
        ("Which department has the largest 2026 budget?", WATER),
        ("Rank all departments by their 2026 budget", WATER),
    ],
)
def test_departments_are_ranked_by_their_whole_budgets(ask: Asked, words: str, first: str) -> None:
    answer = ask(words)
    assert (answer.items[0].label if answer.items else answer.figures[0].label) == first, answer.text


@pytest.mark.parametrize(
    "words", ["2026年项目最多的部门是哪个", "2026年人最多的部门是哪个", "Which department has the most projects?"]
)
def test_what_departments_have_is_no_amount_of_theirs(ask: Asked, words: str) -> None:
    assert not ask(words).figures
    assert not ask(words).items


def test_a_department_without_the_figure_is_named(tmp_path: Path) -> None:
    other = Draft("e", "云汀市民政局", 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = other.table("project_expenditure", "项目支出表", (("总计",),))
    other.row(table, "养老服务补贴", ("9,000.00",))
    assistant = Assistant(Library(stored(tmp_path, water(), other.parsed()).engine))
    assert "云汀市民政局" in (assistant.ask(Question("2026年预算最大的部门是哪个")).method or "")


@pytest.mark.parametrize("words", ["水利局2026年预算比民政局多多少", "水利局和民政局2026年谁的预算大"])
def test_a_form_of_projects_is_held_against_no_whole_budget(tmp_path: Path, words: str) -> None:
    other = Draft("e", "云汀市民政局", 2026, DocumentKind.PERFORMANCE_TARGETS)
    table = other.table("performance_targets", "项目支出绩效目标表", (("总计",),))
    other.row(table, "总计", ("9,000.00",), role=RowRole.GRAND_TOTAL, level=0)
    other.row(table, "养老服务补贴", ("9,000.00",))
    assistant = Assistant(Library(stored(tmp_path, water(), other.parsed()).engine))
    assert assistant.ask(Question(words)).kind is AnswerKind.REFUSAL


def test_one_body_is_not_each_where_several_units_of_another_have_the_line(tmp_path: Path) -> None:
    water = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    listed = water.table("project_expenditure", "项目支出表", (("项目金额",),))
    for unit, amount in (("云汀市雨水泵站管理中心", "95.00"), ("云汀市水文勘测站", "40.00")):
        water.row(listed, "闸门更换", (amount,), body=unit)
    parks = Draft("e", PARKS, 2026, DocumentKind.DEPARTMENT_BUDGET)
    parks.row(parks.table("project_expenditure", "项目支出表", (("项目金额",),)), "闸门更换", ("7.00",))
    assistant = Assistant(Library(stored(tmp_path, water.parsed(), parks.parsed()).engine))
    answer = assistant.ask(Question("闸门更换各单位分别多少"))
    assert not answer.items or "95" in answer.text, answer.text
