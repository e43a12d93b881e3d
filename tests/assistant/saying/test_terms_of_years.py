"""Names with a term of years are told as they are printed, not in their comparison form."""

from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored


@pytest.fixture
def termed(tmp_path: Path) -> Asked:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    for name, amount in (("2026-2029年水库运维服务项目", "60.00"), ("2026-2029年泵站运维服务项目", "40.00")):
        row = draft.row(table, name, (amount,), body=WATER)
        draft.indicator(row, "设备完好率", "≥95%", "95", "%")
        draft.indicator(row, "巡查次数", "≥12次", "12", "次")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


@pytest.mark.parametrize("asked", ["绩效指标有哪些", "有几个绩效指标"])
def test_the_indicators_of_a_project_with_a_term(termed: Asked, asked: str) -> None:
    answer = termed(f"水利局2026-2029年水库运维服务项目{asked}")
    assert "2026-2029年水库运维服务项目" in answer.text, answer.text


def test_a_term_as_a_part_of_names(termed: Asked) -> None:
    answer = termed("水利局名称含2026-2029年的项目有哪些")
    assert len(answer.items) == 2 and "20262029" not in answer.text, answer.text
