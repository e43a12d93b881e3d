"""Rows picked by a part of their name, units named before their kind, and what is bought of one class."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored

_PRISONS = {"云汀市东郊监狱": "30.00", "云汀市西郊监狱": "20.00", "云汀市北郊监狱": "7.00"}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("水利局2026年名称以“河道”开头的项目有几个", 1),
        ("水利局2026年名称以“经费”结尾的项目有几个", 4),
        ("水利局2026年名称以“办公设备”打头的几个项目合计金额", 70),
        ("水利局2026年名称以“泵站”开头的项目合计多少", 230),
        ("水利局2026年本级和一个下属单位的“办公设备购置经费”项目加总是多少", 70),
    ],
)
def test_projects_by_their_names(ask: Asked, words: str, value: int) -> None:
    answer = ask(words)
    assert answer.figures and answer.figures[0].value == Decimal(value), answer.text


def test_more_units_than_there_are_is_refused(ask: Asked) -> None:
    assert not ask("水利局2026年本级和三个下属单位的“办公设备购置经费”项目加总是多少").figures


@pytest.fixture
def prisons(tmp_path: Path) -> Asked:
    draft = Draft("a", "云汀市司法局", 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_expenditure", "项目支出预算表", (("合计",),))
    draft.row(table, "合计", ("57.00",), role=RowRole.GRAND_TOTAL, level=0)
    for name, amount in _PRISONS.items():
        own = draft.row(table, name, (amount,), role=RowRole.SUBTOTAL, body=name)
        draft.row(table, "罪犯生活保障", (amount,), level=2, parent=own, body=name)
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("云汀三所监狱（东郊、西郊、北郊）2026年“罪犯生活保障”项目总共多少钱", "57"),
        ("云汀两所监狱（东郊、北郊）2026年“罪犯生活保障”项目总共多少钱", "37"),
    ],
)
def test_bodies_of_a_bracket(prisons: Asked, words: str, value: str) -> None:
    answer = prisons(words)
    assert answer.figures and answer.figures[0].value == Decimal(value), answer.text


def test_purchases_of_one_class(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("procurement", "政府采购支出表", (("合计",),))
    draft.row(table, "合计", ("18.00",), role=RowRole.GRAND_TOTAL, level=0)
    goods = draft.row(table, "货物", ("5.00",), role=RowRole.SUBTOTAL)
    draft.row(table, "复印纸", ("5.00",), level=2, parent=goods)
    services = draft.row(table, "服务", ("13.00",), role=RowRole.SUBTOTAL)
    draft.row(table, "物业管理服务", ("10.00",), level=2, parent=services)
    draft.row(table, "印刷服务", ("3.00",), level=2, parent=services)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    answer = asked("水利局2026年政府采购里的服务类都买了什么，各多少钱")
    assert "10.00" in answer.text and "3.00" in answer.text and "复印纸" not in answer.text, answer.text


def test_the_units_of_a_kind_are_said_before_what_their_projects_are_to_be(prisons: Asked) -> None:
    answer = prisons("司法局底下那几个监狱，罪犯生活保障项目过了十五万元的是哪几家，各多少")
    assert len(answer.items) == sum(Decimal(amount) > 15 for amount in _PRISONS.values()), answer.text
    assert not answer.figures
