"""The paper that a year is worked back from is not asked for itself."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.figure import Relation
from ingest.records.units import PERCENT
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored


@pytest.mark.parametrize(
    "words",
    [
        "按水利局2026年预算推算，它2025年公务接待费是多少",
        "根据水利局2026年预算推算2025年公务接待费",
        "按水利局2026年预算里的增减额倒推，上一年公务接待费是多少",
        "按水利局2026年预算里说的减少额往回推，2025年公务接待费是多少",
        "水利局2025年公务接待费是多少（照2026年的减少额推）",
    ],
)
def test_only_the_earlier_year_is_told(tmp_path: Path, words: str) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("公务接待费", "4.00")
    draft.said("公务接待费", "-1.00", Relation.CHANGE, basis="上年预算")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert [f.value for f in asked(words).figures] == [Decimal("5.00")]


def test_a_rate_tells_a_year_to_the_digits_it_leaves_certain(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("公务接待费", "37.35")
    draft.said("公务接待费", "141.75", Relation.RATE, unit=PERCENT, basis="上年预算")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    figure = asked("水利局2025年公务接待费预算是多少").figures[0]
    assert figure.value == Decimal("15.45") and "约" in figure.label
