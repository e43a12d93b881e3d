"""One word for several bodies is asked back, whatever is asked of them, unless all of them are meant."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.figure import Relation
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored

CITIES = {"a": ("云汀市水利局", "-1.00"), "c": ("石港市水利局", "-2.00"), "e": ("柳川市水利局", "")}


@pytest.fixture
def bureaus(tmp_path: Path) -> Asked:
    """Three bureaus of one kind; one of them prints no change."""
    made = []
    for id, (name, change) in CITIES.items():
        draft = Draft(id, name, 2026, DocumentKind.DEPARTMENT_BUDGET)
        draft.said("公务接待费", "4.00")
        draft.said("培训费", "6.00")
        if change:
            draft.said("公务接待费", change, Relation.CHANGE, basis="上年")
        if id == "a":
            draft.said("培训费", "-3.00", Relation.CHANGE, basis="上年")
        made.append(draft.parsed())
    return Asked(Assistant(Library(stored(tmp_path, *made).engine)))


def test_a_change_of_several_bodies_is_asked_back(bureaus: Asked) -> None:
    answer = bureaus("水利局公务接待费今年减少了多少")
    assert answer.kind is AnswerKind.CLARIFICATION
    assert len(answer.choices) == 2
    for turn in ("石港的", "第2个"):
        told = bureaus(turn, "水利局公务接待费今年减少了多少")
        assert "石港市水利局" in told.text
        assert told.figures[0].value == Decimal("2.00")


def test_others_that_have_the_line_are_choices_too(bureaus: Asked) -> None:
    answer = bureaus("水利局培训费今年减少了多少")
    assert answer.kind is AnswerKind.CLARIFICATION
    assert len(answer.choices) == 3


def test_all_bodies_are_told_where_all_are_asked_about(bureaus: Asked) -> None:
    for words in ("各水利局公务接待费减少了多少", "水利局公务接待费分别减少了多少"):
        told = bureaus(words)
        assert {Decimal("1.00"), Decimal("2.00")} <= {f.value for f in told.figures}, words
