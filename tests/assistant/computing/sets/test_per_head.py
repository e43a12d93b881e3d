"""Rows ranked by their amount a person, and projects that the narrative tells one by one."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.parsed import Parsed
from ingest.records.units import Amount, Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored

PEOPLE = Unit("人", UnitKind.COUNT)


def archive() -> Parsed:
    """An archive that lists its trainings with their people, and tells its projects with goals one by one."""
    draft = Draft("e", "云汀市档案馆", 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("培训费", "23.60")
    draft.said("编报绩效目标的项目", "3", unit=Unit("个", UnitKind.COUNT))
    draft.said("项目预算资金", "100.00")
    draft.said("库房恒温恒湿运行费", "61.00")
    draft.said("馆藏数字化加工费", "30.00")
    draft.said("开放鉴定工作经费", "9.00")
    courses = draft.table("other", "培训明细表", (("人数",), ("金额",)))
    draft.row(courses, "修裱技术培训", ("40", "8.00"))
    draft.row(courses, "档案执法培训", ("90", "9.00"))
    draft.row(courses, "数字化培训", ("30", "6.60"))
    made = draft.parsed()
    figures = tuple(
        replace(f, unit=PEOPLE, amount=Amount(f.amount.value, PEOPLE)) if f.column == ("人数",) and f.amount else f
        for f in made.figures
    )
    return replace(made, figures=figures)


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(Assistant(Library(stored(tmp_path, archive()).engine)))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("档案馆三场培训里人均花费最高的是哪一场", ["2200.00"]),
        ("档案馆的培训，哪场平均每人花得最少", ["1000.00"]),
        ("档案馆的培训按人均花费从高到低排", ["2200.00", "2000.00", "1000.00"]),
    ],
)
def test_ranked_by_the_person(asked: Asked, question: str, values: list[str]) -> None:
    answer = asked(question)
    assert [i.value for i in answer.items] == [Decimal(v) for v in values], answer.text


def test_another_number_of_trainings_is_not_ranked(asked: Asked) -> None:
    assert asked("档案馆四场培训里人均花费最高的是哪一场").kind is AnswerKind.REFUSAL


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("档案馆编报绩效目标的项目有哪些", ["库房恒温恒湿运行费", "馆藏数字化加工费", "开放鉴定工作经费"]),
        ("档案馆编报绩效目标的项目里，哪个钱最少", ["开放鉴定工作经费"]),
        ("档案馆编报绩效目标的项目中超过20万元的有哪些", ["库房恒温恒湿运行费", "馆藏数字化加工费"]),
    ],
)
def test_projects_told_one_by_one_are_a_set(asked: Asked, question: str, labels: list[str]) -> None:
    assert [i.label for i in asked(question).items] == labels


def test_the_next_turn_chooses_of_the_projects_told(asked: Asked) -> None:
    answer = asked("这里头钱最少的是哪个，多少？", "档案馆编报绩效目标的有哪几个项目？")
    assert [i.label for i in answer.items] == ["开放鉴定工作经费"], answer.text


def test_one_row_by_its_people(asked: Asked) -> None:
    answer = asked("档案执法培训平摊到每个人是多少钱", "档案馆2026年培训明细里有哪几场培训")
    assert answer.figures[0].value == Decimal("1000.00"), answer.text
    assert asked("人均呢", "档案馆修裱技术培训多少钱").figures[0].value == Decimal("2000.00")


def test_the_mean_of_projects_told(asked: Asked) -> None:
    answer = asked("档案馆编报绩效目标的项目，平均一个摊到多少万元")
    assert answer.figures[0].value == Decimal("33.33"), answer.text
