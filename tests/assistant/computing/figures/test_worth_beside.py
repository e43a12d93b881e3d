"""What a thing is worth is told from behind its number, or said to be missing; never by the number."""

from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.units import Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, saying, stored

TEXT = "固定资产中：房屋1200平方米，价值150.30万元；船舶3艘。"


@pytest.fixture
def owned(tmp_path: Path) -> Asked:
    """A bureau whose text tells the number of two things, and of one its worth."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("房屋", "1200", unit=Unit("平方米", UnitKind.COUNT), passage=f"{draft.document.id}-p0001")
    draft.said("船舶", "3", unit=Unit("艘", UnitKind.COUNT), passage=f"{draft.document.id}-p0001")
    return Asked(Assistant(Library(stored(tmp_path, saying(draft.parsed(), ("国有资产占有使用", TEXT))).engine)))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水利局房屋价值多少", ["150.30"]),
        ("水利局房屋有多少平方米，价值多少", ["1200", "150.30"]),
        ("水利局船舶价值多少", []),
    ],
)
def test_worth(owned: Asked, question: str, values: list[str]) -> None:
    answer = owned(question)
    assert [str(f.value) for f in answer.figures] == values, answer.text
