"""A figure found by every word of the question, where the grammar does not reach."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.units import Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored


@pytest.fixture
def counts(tmp_path: Path) -> Asked:
    """A department that states its people, cars, rooms and equipment."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    for label, text, unit, basis in (
        ("人员编制", "40", "人", "截至上年底"), ("行政编制", "30", "人", "截至上年底"),
        ("房屋", "3150.5", "平方米", "截至上年底"), ("单价100万元以上的设备", "7", "台", "截至上年底"),
        ("单价20万元以上的设备", "21", "台", "截至上年底"), ("车辆", "9", "辆", "截至上年底"),
        ("购置车辆", "2", "辆", None), ("执法执勤用车", "3", "辆", "截至上年底"),
    ):  # fmt: skip
        draft.said(label, text, unit=Unit(unit, UnitKind.COUNT), basis=basis)
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水利局房子占了多大面积", "3150.5"),
        ("水利局上百万的大件设备有几台啊", "7"),
        ("水利局二十万以上的大设备多少台", "21"),
        ("水利局警务用车有几辆", "3"),
        ("水利局编制总共多少人", "40"),
    ],
)
def test_a_count_is_found_by_everyday_words(counts: Asked, question: str, value: str) -> None:
    answer = counts(question)
    assert [str(f.value) for f in answer.figures[:1]] == [value], answer.text


@pytest.mark.parametrize(
    "question", ["水利局没有车的处室占了多大面积", "水利局五十万以上的大件设备有几台", "水利局戏台多大面积"]
)
def test_what_no_figure_carries_whole_is_refused(counts: Asked, question: str) -> None:
    assert counts(question).kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION)
