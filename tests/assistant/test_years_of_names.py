"""A turn that says other years of a name means the row of those years, and no other."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind
from tests.assistant.town import WATER, Draft, stored

FIRST = "水利局2023-2024年巡查平台运维项目安排了多少钱？"


@pytest.fixture
def town(tmp_path: Path) -> Assistant:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_goals", "项目支出绩效目标表", (("预算金额",),))
    draft.row(table, "2023-2024年巡查平台运维项目", ("100.00",))
    draft.row(table, "2022-2023年巡查平台运维项目", ("250.00",))
    return Assistant(Library(stored(tmp_path, draft.parsed()).engine))


@pytest.mark.parametrize(
    ("turn", "values"),
    [("那2022-2023年的呢？", [250]), ("那上一个周期（22到23年）的呢？两期差多少", [250, 150])],
)
def test_the_row_of_those_years_is_told(town: Assistant, turn: str, values: list[int]) -> None:
    answer = town.ask(Question(turn, (FIRST,)))
    assert [f.value for f in answer.figures][: len(values)] == [Decimal(v) for v in values], answer.text


def test_years_that_no_row_bears_are_refused(town: Assistant) -> None:
    assert town.ask(Question("那2019-2020年的呢？", (FIRST,))).kind is AnswerKind.REFUSAL
