"""Bodies that are each said with a date of their own, asked one by one."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, Stage
from ingest.records.units import Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    drafts = []
    for id, name, year, cars, guests in (
        ("a", "云汀市档案馆", 2023, "6", "4.12"),
        ("b", "林溪市档案馆", 2024, "14", "2.68"),
    ):
        draft = Draft(id, name, year, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
        draft.said("公务接待费", guests)
        draft.said("车辆", cars, unit=Unit("辆", UnitKind.COUNT))
        drafts.append(draft.parsed())
    return Asked(Assistant(Library(stored(tmp_path, *drafts).engine)))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("云汀市档案馆（2023年末）和林溪市档案馆（2024年底）哪家车多，各有几辆？", [14, 6]),
        ("云汀市档案馆2023年、林溪市档案馆2024年，哪家车少？", [6, 14]),
        ("云汀市档案馆2023年和林溪市档案馆2024年谁的公务接待费高", [Decimal("4.12"), Decimal("2.68")]),
    ],
)
def test_each_is_told_of_its_own_date(asked: Asked, question: str, values: list[Decimal]) -> None:
    told = asked(question)
    assert [i.value for i in told.items] == values, told.text
