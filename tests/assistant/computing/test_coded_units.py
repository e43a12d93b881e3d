"""A form with the units of a department in every table, told by their codes: the office, a unit of an odd name."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.town import WATER, Draft, stored

Asks = Callable[..., Answer]
OFFICE, FARM, SCHOOL = f"{WATER}机关", "云汀市国营青云湾", "云汀市水利技工学校"
UNITS = ((OFFICE, "412301"), (FARM, "412901"), (SCHOOL, "412902"))
_POSTED = "驻村帮扶工作经费"


def coded() -> Draft:
    """Income, subjects and projects unit by unit; one unit's name bears no word for a kind of body."""
    draft = Draft("c", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    income = draft.table("income_total", "部门收入总表", (("合计",), ("事业收入",), ("上年结转",)))
    top = draft.row(income, "合计", ("100.00", "9.00", "3.00"), role=RowRole.GRAND_TOTAL, level=0)
    whole = draft.row(
        income, WATER, ("100.00", "9.00", "3.00"), code="412", scheme="unit", role=RowRole.SUBTOTAL, parent=top
    )
    amounts = (("60.00", None, "3.00"), ("30.00", "9.00", None), ("10.00", None, None))
    for (name, code), own in zip(UNITS, amounts, strict=True):
        draft.row(income, name, own, code=code, scheme="unit", parent=whole, level=2, body=WATER)
    spend = draft.table("expenditure_total", "部门支出总表", (("合计",), ("项目支出",)))
    draft.row(spend, "合计", ("100.00", "40.00"), role=RowRole.GRAND_TOTAL, level=0)
    for (name, code), (amount, _, _), line in zip(UNITS, amounts, ("20.00", "12.00", "8.00"), strict=True):
        unit = draft.row(spend, name, (amount, line), code=code, scheme="unit", role=RowRole.SUBTOTAL, body=name)
        draft.row(spend, "水利工程建设", (line, line), code="2130305", scheme="functional", parent=unit, body=name)
    projects = draft.table("general_public_project", "一般公共预算项目支出预算表", (("金额",),))
    for (name, code), amount in zip(UNITS, ("5.00", "3.00", "2.00"), strict=True):
        unit = draft.row(projects, name, (amount,), code=code, scheme="unit", role=RowRole.SUBTOTAL, body=name)
        draft.row(projects, _POSTED, (amount,), parent=unit, level=2, body=name)
    return draft


@pytest.fixture
def ask(tmp_path: Path) -> Asks:
    assistant = Assistant(Library(stored(tmp_path / "coded", coded().parsed()).engine))
    return lambda words, *after: assistant.ask(Question(words, after))


def _labels(answer: Answer) -> list[str]:
    return [item.label for item in answer.items]


def test_units_are_told_by_their_codes_whatever_they_are_called(ask: Asks) -> None:
    assert sorted(_labels(ask("各单位支出分别多少"))) == sorted((OFFICE, FARM, SCHOOL))
    assert _labels(ask("水利局所属单位（不含局机关）里哪家的支出最多")) == [FARM]


def test_a_blank_of_the_office_is_not_filled_from_the_department_above_it(ask: Asks) -> None:
    assert _labels(ask("水利局哪些单位有事业收入")) == [FARM]


def test_a_project_of_several_units_is_no_ones_by_coincidence(ask: Asks) -> None:
    # 5.00 is 3.00 and 2.00 together, and still a project of its own.
    assert ask(f"水利局的{_POSTED}是多少").kind is AnswerKind.CLARIFICATION
    assert ask(f"水利局三笔{_POSTED}合计是多少").figures[0].value == Decimal("10.00")


def test_a_subject_is_added_up_over_its_units(ask: Asks) -> None:
    assert ask("水利局各单位水利工程建设一共多少").figures[0].value == Decimal("40.00")


def test_what_units_have_not_is_held_against_them(ask: Asks) -> None:
    assert _labels(ask("水利局没有事业收入、也没有上年结转的单位有哪些")) == [SCHOOL]
    assert _labels(ask("水利局哪些单位支出超过20万元，又没有上年结转")) == [FARM]


def test_a_number_of_all_units_is_what_they_are_chosen_from(ask: Asks) -> None:
    assert _labels(ask("水利局3家单位里，有事业收入的有哪几家")) == [FARM]
    assert ask("水利局4家单位里，有事业收入的有哪几家").kind is AnswerKind.REFUSAL


def test_a_table_named_by_its_number_is_the_only_one_looked_into(ask: Asks) -> None:
    assert ask("水利局表1里事业收入合计多少").figures[0].value == Decimal("9.00")
    assert ask("水利局表1里项目支出合计多少").kind is AnswerKind.REFUSAL


def test_the_offices_share_is_of_the_whole_department(ask: Asks) -> None:
    assert ask("局机关占水利局项目支出的比例").figures[0].value == Decimal("50.00")
