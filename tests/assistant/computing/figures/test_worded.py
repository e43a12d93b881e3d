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
        ("实有人员", "36", "人", "截至上年底"), ("会议次数", "4", "次", None), ("会议人数", "160", "人", None),
    ):  # fmt: skip
        draft.said(label, text, unit=Unit(unit, UnitKind.COUNT), basis=basis)
    draft.said("会议费", "2.5")
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
    ("question", "value"),
    [
        ("水利局今年打算买几辆车", "2"),
        ("水利局名下眼下有几辆车", "9"),
        ("到2025年底，水利局一百万以上的设备有几台", "7"),
        ("水利局去年年底有多少辆执法执勤用车", "3"),
        ("水利局有几辆车？（2025年底）", "9"),
        ("水利局 房屋面积 2025年末", "3150.5"),
        ("水利局占有使用的执法执勤用车，到2025年年底为止是多少", "3"),
        ("水利局拥有的车里，执法执勤车有几辆", "3"),
    ],
)
def test_what_is_to_be_bought_is_no_state(counts: Asked, question: str, value: str) -> None:
    answer = counts(question)
    assert [str(f.value) for f in answer.figures[:1]] == [value], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "水利局今年要买几辆执法执勤用车",
        "到2024年底，水利局有几辆车",
        "截至2025年8月水利局有几辆车",
        "水利局有几辆车？（2023年底）",
        "截至2023年底，水利局有几辆车，一百万以上的设备几台",
        "水利局 房屋面积 2024年末",
    ],
)
def test_a_purchase_or_date_that_nothing_carries_is_refused(counts: Asked, question: str) -> None:
    assert counts(question).kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION)


@pytest.mark.parametrize(
    "question", ["水利局没有车的处室占了多大面积", "水利局五十万以上的大件设备有几台", "水利局戏台多大面积"]
)
def test_what_no_figure_carries_whole_is_refused(counts: Asked, question: str) -> None:
    assert counts(question).kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水利局开会花多少钱，开几次，多少人", ["2.5", "4", "160"]),
        ("水利局会议一共办几次，多少人参加", ["4", "160"]),
        ("水利局编制多少人，实际在岗的几个", ["40", "36"]),
    ],
)
def test_each_clause_that_asks_is_answered(counts: Asked, question: str, values: list[str]) -> None:
    answer = counts(question)
    assert [str(f.value) for f in answer.figures] == values, answer.text


def test_money_is_no_answer_to_how_many_people(counts: Asked) -> None:
    assert counts("水利局的会议费有多少辆").kind is AnswerKind.REFUSAL


def test_one_year_is_not_all_the_years_said(counts: Asked) -> None:
    assert counts("水利局会议2026年开几次").kind is AnswerKind.NUMBER
    assert counts("水利局会议2025到2027年一共开几次").kind is AnswerKind.REFUSAL
