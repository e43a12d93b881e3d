"""What is said of targets beside their names: an amount, a rank, that they count projects, whose they are."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """A department with targets of its projects, some of them only of a level, and two of its whole spending."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    names = ("河道清淤", "泵房看护", "堤岸加固")
    dredging, pumps, banks = (draft.row(table, name, ("120.00",), body=WATER) for name in names)
    draft.indicator(dredging, "外业餐费标准", "≤40元/人", "40", "元/人")
    draft.indicator(pumps, "外业餐费标准", "≤60元/人", "60", "元/人")
    draft.indicator(dredging, "村民满意度", "≥85%", "85", "%")
    draft.indicator(pumps, "住户满意率", "≥95%", "95", "%")
    draft.indicator(banks, "违规投诉率", "≤5%", "5", "%")
    draft.indicator(banks, "开展护坡质量检查项目", "≥12个", "12", "个")
    draft.indicator(banks, "购置便携式计算机", "=7台", "7", "台")
    draft.indicator(banks, "保障离退休职工人数", "=21人", "21", "人")
    draft.indicator(replace(dredging, label=WATER, id=""), "全流域巡查率", "≥90%", "90", "%")
    draft.indicator(replace(dredging, label=WATER, id=""), "水情上报及时率", "≥98%", "98", "%")
    parsed = draft.parsed()
    levels = {"村民满意度", "住户满意率", "违规投诉率"}
    placed = tuple(replace(i, level1="满意度") if i.name in levels else i for i in parsed.indicators)
    return Asked(Assistant(Library(stored(tmp_path, replace(parsed, indicators=placed), parks()).engine)))


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("水利局哪些项目的外业餐费标准是40元", ["河道清淤"]),
        ("水利局哪些项目定了外业餐费40元的标准", ["河道清淤"]),
        ("水利局哪些项目的外业餐费标准不超过60元", ["河道清淤", "泵房看护"]),
        ("水利局哪些项目的满意度目标达到85%", ["河道清淤", "泵房看护"]),
        ("水利局哪些项目的目标里有餐费", ["河道清淤", "泵房看护"]),
    ],
)
def test_projects_are_chosen_by_what_their_targets_say(asked: Asked, question: str, labels: list[str]) -> None:
    assert [item.label for item in asked(question).items] == labels


def test_an_amount_no_target_has_chooses_nothing(asked: Asked) -> None:
    assert not asked("水利局哪些项目的外业餐费标准是50元").items


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水利局哪个项目的满意度要求最严", "95"),
        ("水利局哪个项目的满意度要求最低", "85"),
        ("水利局哪个项目的外业餐费标准最严", "40"),
        ("水利局护坡质量检查要做多少个项目", "12"),
        ("水利局要买几台笔记型电脑", "7"),
        ("水利局整体绩效目标一共有几个指标", "2"),
    ],
)
def test_a_target_is_told_for_what_is_said_of_it(asked: Asked, question: str, value: str) -> None:
    assert [str(figure.value) for figure in asked(question).figures][:1] == [value]


def test_a_kind_of_thing_is_told_by_no_target_of_another(asked: Asked) -> None:
    assert asked("水利局要买几台台式电脑").kind == "refusal"


@pytest.mark.parametrize(
    "question",
    [
        "水利局河道清淤项目的外业餐费标准和村民满意度上限是多少",
        "水利局河道清淤项目的外业餐费标准、村民满意度各到多少",
    ],
)
def test_targets_named_in_a_row_are_each_told(asked: Asked, question: str) -> None:
    answer = asked(question)
    assert {str(f.value) for f in answer.figures} == {"40", "85"}, answer.text


def test_a_target_of_the_opposite_is_not_told(asked: Asked) -> None:
    assert [str(f.value) for f in asked("水利局保障离退休职工人数指标值是多少").figures] == ["21"]
    assert not asked("水利局保障在职职工人数指标值是多少").figures
