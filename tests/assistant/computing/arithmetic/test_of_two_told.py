"""What the turn before told of one line, its amount and a count, divided."""

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

BEFORE = "档案馆培训费多少？计划培训多少人？"


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    draft = Draft("e", "云汀市档案馆", 2025, DocumentKind.DEPARTMENT_BUDGET, Stage.BUDGET)
    draft.said("培训费预算", "4.20")
    draft.said("培训人数", "180", unit=Unit("人", UnitKind.COUNT))
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize("turn", ["平均下来每个人多少元？", "人均多少？", "那平均每人多少钱"])
def test_the_amount_by_the_count_told_with_it(asked: Asked, turn: str) -> None:
    told = asked(turn, BEFORE)
    assert [f.value for f in told.figures] == [Decimal("233.33"), Decimal("4.20"), 180], told.text


@pytest.mark.parametrize("turn", ["平均每辆多少元？", "平均每批多少元"])
def test_no_other_count_divides_it(asked: Asked, turn: str) -> None:
    assert asked(turn, BEFORE).kind is AnswerKind.REFUSAL


@pytest.fixture
def targeted(tmp_path: Path) -> Asked:
    draft = Draft("p", "云汀市档案馆", 2025, DocumentKind.DEPARTMENT_BUDGET, Stage.BUDGET)
    table = draft.table("projects", "项目支出表", (("合计",),))
    row = draft.row(table, "巡查员经费", ("152.00",))
    draft.indicator(row, "专职巡查员人数", "=38人", "38", "人")
    draft.indicator(row, "外聘讲解员人数", "≥20人", "20", "人")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize(
    ("before", "turn", "told"),
    [
        ("档案馆巡查员经费多少，要配多少名专职巡查员？", "这笔钱按人头平均每个巡查员摊多少？", Decimal(40000)),
        ("档案馆巡查员经费多少，要配多少名专职巡查员？", "平均每个巡查多少钱？", None),
        ("档案馆巡查员经费多少，要配多少名专职巡查员？", "平均每个保洁员多少钱？", None),
        ("档案馆巡查员经费多少，要聘多少名外聘讲解员？", "平均每个讲解员多少钱？", None),
    ],
)
def test_a_target_of_just_one_number_divides_its_line(
    targeted: Asked, before: str, turn: str, told: Decimal | None
) -> None:
    answer = targeted(turn, before)
    assert [f.value for f in answer.figures if f.computed] == ([told] if told else []), answer.text
