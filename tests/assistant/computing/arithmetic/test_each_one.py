"""Lines by the number of cars and guests, gaps the other way round than asked, satisfaction of others than asked."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, Stage
from ingest.records.units import Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    draft = Draft("e", "云汀市档案馆", 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    draft.said("公务用车运行维护费", "9.00")
    for stage, text in ((Stage.BUDGET, "2.00"), (Stage.FINAL_ACCOUNT, "1.20")):
        draft.said("公务接待费", text)
        draft.figures[-1] = replace(draft.figures[-1], stage=stage)
    draft.said("车辆", "4", unit=Unit("辆", UnitKind.COUNT))
    draft.said("国内公务接待人次", "80", unit=Unit("人次", UnitKind.COUNT))
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("档案馆每辆车一年的运行维护费大约多少", "22500.00"),
        ("档案馆平均每台公车养护花多少钱", "22500.00"),
        ("档案馆名下几台公务车？平均每台一年的养护费是多少", "22500.00"),
        ("档案馆公务接待人均多少元", "150.00"),
    ],
)
def test_a_line_by_the_number_of_what_it_is_spent_on(asked: Asked, question: str, value: str) -> None:
    answer = asked(question)
    assert answer.kind is AnswerKind.NUMBER and answer.figures[0].value == Decimal(value), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "档案馆每辆特种车的运行维护费是多少",
        "档案馆每辆车一年的保险费是多少",
        "档案馆平均每批次接待花多少",
        "档案馆每辆车的购置费多少",
        "档案馆每辆车的运行维护费比上年多多少",
    ],
)
def test_what_is_not_printed_is_not_divided(asked: Asked, question: str) -> None:
    assert asked(question).kind is AnswerKind.REFUSAL


def test_the_other_count_of_receptions_is_told_beside_a_batch(tmp_path: Path) -> None:
    draft = Draft("e", "云汀市档案馆", 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    draft.said("公务接待费", "1.20")
    draft.said("国内公务接待批次", "8", unit=Unit("批次", UnitKind.COUNT))
    draft.said("国内公务接待人次", "80", unit=Unit("人次", UnitKind.COUNT))
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    told = asked("档案馆接待了多少批、多少人次？平均一批多少元")
    assert [f.value for f in told.figures] == [1500, 12000, 8, 80], told.text
    assert asked("档案馆公务接待平均每批多少人次").kind is AnswerKind.REFUSAL


def test_less_was_spent_where_more_is_taken_for_granted(asked: Asked) -> None:
    more = asked("档案馆公务接待费决算比预算多花多少")
    less = asked("档案馆公务接待费决算比预算少花多少")
    assert "并没有" in more.text and "并没有" not in less.text
    assert more.figures[0].value == less.figures[0].value == Decimal("0.80")
