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
