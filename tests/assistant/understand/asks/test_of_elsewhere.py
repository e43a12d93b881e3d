"""One body's line as a part of another's is no share of a whole and no change."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import PARKS, WATER, Draft, stored


@pytest.fixture
def town(tmp_path: Path) -> Asked:
    drafts = []
    for id, body, amounts in (("a", WATER, ("4.00", "20.00")), ("b", PARKS, ("5.00", "10.00"))):
        draft = Draft(id, body, 2026, DocumentKind.DEPARTMENT_BUDGET)
        draft.said("公务接待费", amounts[0])
        draft.said("培训费", amounts[1])
        draft.said("“三公”经费", "40.00")
        drafts.append(draft.parsed())
    return Asked(Assistant(Library(stored(tmp_path, *drafts).engine)))


@pytest.mark.parametrize(
    "words",
    [
        "公务接待费相当于园林局的百分之几",
        "公务接待费是园林局的几成",
        "公务接待费占园林局公务接待费的百分之多少",
        "公务接待费为园林局的几分之几",
    ],
)
def test_a_line_is_held_against_the_same_line_of_the_other(town: Asked, words: str) -> None:
    told = town(f"水利局2026年{words}？")
    assert (told.figures[0].value, told.figures[0].unit) == (Decimal("80.00"), "%"), told.text


def test_it_may_be_more_than_the_other(town: Asked) -> None:
    told = town("水利局2026年培训费等于园林局的百分之多少？")
    assert told.figures[0].value == Decimal("200.00"), told.text
