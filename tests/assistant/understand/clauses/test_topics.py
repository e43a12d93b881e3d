"""Clauses that only say which members of a set the next one asks for."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.units import Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored


@pytest.mark.parametrize(
    "question",
    [
        "财政拨款为零的项目，在水利局的项目支出预算表里有几个？",
        "没有财政拨款的项目，水利局的项目支出预算表里有几个？",
    ],
)
def test_a_set_said_first_is_the_set_that_is_counted(tmp_path: Path, question: str) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_expenditure", "项目支出预算表", (("合计",), ("财政拨款",), ("单位资金",)))
    for name, amounts in (("闸门改造", ("60.00", "60.00", "0.00")), ("河道清淤", ("40.00", "0.00", "40.00"))):
        draft.row(table, name, amounts, body=WATER)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    answer = asked(question)
    assert [f.value for f in answer.figures] == [Decimal(1)], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "公务接待费谁多、多多少？比的是水利局和园林局。",
        "2026年公务接待费谁高、高多少？比较水利局和园林局",
    ],
)
def test_bodies_named_behind_are_the_ones_that_are_compared(ask: Asked, question: str) -> None:
    answer = ask(question)
    assert answer.figures[0].value == Decimal("3.25"), answer.text


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水费、电费这两笔，水利局2026年基本支出里一共多少？", ["7.00"]),
        ("水费、电费这两笔，水利局2026年基本支出里分别多少？", ["3.00", "4.00"]),
        ("把水费和电费加在一块儿，水利局2026年项目支出要花多少？", ["8.00"]),
        ("水利局2026年水费连同电费，一共多少？", ["15.00"]),
    ],
)
def test_several_things_share_what_the_next_clause_names(tmp_path: Path, question: str, values: list[str]) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("spending", "支出预算表", (("合计",), ("基本支出",), ("项目支出",)))
    draft.row(table, "水费", ("5.00", "3.00", "2.00"), code="30205")
    draft.row(table, "电费", ("10.00", "4.00", "6.00"), code="30206")
    answer = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))(question)
    assert [f.value for f in answer.figures][: len(values)] == [Decimal(v) for v in values], answer.text


def test_what_is_only_added_up_is_asked_of_whom_the_next_clause_names(ask: Asked) -> None:
    answer = ask("办公设备购置经费加起来，水利局2026年一共多少？")
    assert [f.value for f in answer.figures if f.computed] == [Decimal("70.00")], answer.text


@pytest.mark.parametrize("mark", ["？", "多少？"])
def test_a_line_with_a_question_mark_behind_it_is_asked(ask: Asked, mark: str) -> None:
    answer = ask(f"水利局2026年公务接待费{mark}公务用车购置及运行维护费多少？")
    assert [f.value for f in answer.figures] == [Decimal("4.50"), Decimal("16.00")], answer.text


def test_a_whether_of_its_own_is_no_lead(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("three_public", "“三公”经费支出表", (("预算数",),))
    draft.row(table, "公务用车购置费", ("36.00",))
    draft.said("车辆", "6", unit=Unit("辆", UnitKind.COUNT))
    answer = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))("水利局2026年买车了吗？车有几辆？")
    assert [f.value for f in answer.figures] == [Decimal("36.00"), Decimal(6)], answer.text
