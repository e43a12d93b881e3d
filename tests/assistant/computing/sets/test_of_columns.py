"""The place that a row gives most or least to, where places head its columns."""

from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind
from tests.assistant.town import WATER, Draft, stored


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    draft = Draft("t", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    columns = (("资金总计",), ("县区", "东川区"), ("县区", "西川县"), ("县区", "南川县"))
    table = draft.table("transfer_payments", "对下转移支付预算表", columns)
    draft.row(table, "水库移民补助", ("90.00", "48.00", "26.00", "16.00"))
    return Assistant(Library(stored(tmp_path, draft.parsed()).engine))


def test_the_most_and_the_least_are_chosen_among_the_columns(told: Assistant) -> None:
    answer = told.ask(Question("水利局给三个县区的水库移民补助，谁最多谁最少"))
    assert [str(item.value) for item in answer.items] == ["48.00", "16.00"]


def test_another_number_of_places_is_asked_back(told: Assistant) -> None:
    assert not told.ask(Question("水利局给四个县区的水库移民补助，谁最多谁最少")).figures
