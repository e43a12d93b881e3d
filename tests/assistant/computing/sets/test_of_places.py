"""What a line gives to each place that heads a column of its row."""

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
    columns = (("资金总计",), ("县(市、区)", "东川区"), ("县(市、区)", "西川县"), ("县(市、区)", "南川县"))
    table = draft.table("transfer_payments", "对下转移支付预算表", columns)
    draft.row(table, "水库移民补助", ("90.00", "26.00", "48.00", "16.00"))
    return Assistant(Library(stored(tmp_path, draft.parsed()).engine))


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("水利局水库移民补助分到三个县区各多少", ["东川区", "西川县", "南川县"]),
        ("水利局水库移民补助按县区从多到少排一下", ["西川县", "东川区", "南川县"]),
        ("水利局水库移民补助哪个县区最少", ["南川县"]),
    ],
)
def test_the_places_are_told_in_the_order_asked_for(told: Assistant, question: str, labels: list[str]) -> None:
    assert [item.label for item in told.ask(Question(question)).items] == labels


@pytest.mark.parametrize("question", ["水利局水库移民补助分到四个县区各多少", "水利局水库移民补助各乡镇分别多少"])
def test_other_places_or_another_number_of_them_are_not(told: Assistant, question: str) -> None:
    assert not told.ask(Question(question)).items
