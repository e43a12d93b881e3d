"""A project's money by the number its target sets."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    draft = Draft("c", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    row = draft.row(table, "山区供水补贴", ("48.00",))
    draft.indicator(row, "补贴发放人数", "≥400人", "400", "人")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


def test_the_amount_by_the_target_is_told(asked: Asked) -> None:
    told = asked("水利局山区供水补贴按最低目标人数折算每人多少钱")
    assert [f.value for f in told.figures] == [Decimal("1200.00"), Decimal("48.00"), 400], told.text


def test_no_target_of_another_unit_divides_it(asked: Asked) -> None:
    assert asked("水利局山区供水补贴按目标户数折算每户多少钱").kind is AnswerKind.REFUSAL
