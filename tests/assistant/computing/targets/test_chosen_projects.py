"""Projects chosen by the targets they set: counted, listed, added up, ranked; conditions on targets and on money."""

from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import STATION, WATER, Draft, parks, stored


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """A department whose projects set one indicator with different targets, one of them under a longer name."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    rows = {
        name: draft.row(table, name, (amount,), body=body)
        for name, amount, body in (
            ("河道清淤", "120.00", WATER),
            ("泵房看护", "30.00", WATER),
            ("堤岸加固", "250.00", STATION),
            ("水质巡测", "18.00", STATION),
        )
    }
    draft.indicator(rows["河道清淤"], "工序规范率", "=100%", "100", "%")
    draft.indicator(rows["泵房看护"], "工序规范率", "≥95%", "95", "%")
    draft.indicator(rows["堤岸加固"], "工序规范率（汛期）", "=100%", "100", "%")
    draft.indicator(rows["水质巡测"], "总工序规范率", "=100%", "100", "%")
    draft.indicator(rows["泵房看护"], "节约水费", "≥40万元", "40", "万元")
    draft.indicator(rows["河道清淤"], "节约水费", "≥9万元", "9", "万元")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("水利局 工序规范率 =100% 项目个数", "2"),
        ("水利局有几个项目是要求工序规范率百分之百的", "2"),
        ("水利局工序规范率等于100%的项目有几个", "2"),
        ("水利局工序规范率不低于95%的项目有几个", "3"),
        ("水利局同时设有工序规范率和节约水费的项目有几个", "2"),
        ("水利局设有工序规范率或节约水费的项目有几个", "3"),
        ("水利局有几个项目的节约水费在40万元以上", "1"),
        ("水利局工序规范率等于100%的项目总金额", "370.00"),
    ],
)
def test_projects_are_counted_and_added_up_by_their_targets(asked: Asked, question: str, number: str) -> None:
    assert str(asked(question).figures[0].value) == number


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("水利局哪些项目的工序规范率低于100%", ["泵房看护"]),
        ("水利局哪个项目的工序规范率不是100%", ["泵房看护"]),
        ("水利局工序规范率要求100%的项目里金额最大的是哪个", ["堤岸加固"]),
        ("水利局工序规范率为100%的项目中超过200万元的有哪些", ["堤岸加固"]),
    ],
)
def test_projects_are_listed_and_ranked_by_their_targets(asked: Asked, question: str, labels: list[str]) -> None:
    assert [item.label.split("—")[-1] for item in asked(question).items] == labels


def test_a_target_is_no_amount_of_its_projects(asked: Asked) -> None:
    assert asked("水利局哪个项目的工序规范率最高").kind != "number"
    assert "没有" in asked("水利局哪些项目的工序规范率低于90%").text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many projects of 水利局 set the indicator 工序规范率 at 100%?", "2"),
        ("How many projects of 水利局 have a 工序规范率 target of 95% or more?", "3"),
    ],
)
def test_projects_are_counted_in_english(asked: Asked, question: str, told: str) -> None:
    assert str(asked(question).figures[0].value) == told


def test_projects_of_a_name_are_counted_and_no_target_of_theirs(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    for amount, body in (("120.00", WATER), ("30.00", STATION)):
        draft.indicator(draft.row(table, "巡河经费", (amount,), body=body), "巡查河段个数", "≥7个", "7", "个")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    for question in (
        "水利局有几个叫“巡河经费”的项目？",
        "水利局有多少个名为巡河经费的项目",
        "水利局有几个“巡河经费”项目",
    ):
        assert str(asked(question).figures[0].value) == "2", question
    assert str(asked("水利局巡河经费项目要巡查几个河段").figures[0].value) == "7"


@pytest.mark.parametrize("word", ["忠诚度", "美观度"])
def test_a_word_that_no_chosen_target_holds_chooses_none(asked: Asked, word: str) -> None:
    told = asked(f"水利局有哪些项目的总工序{word}指标值要求达到95%及以上")
    assert not told.figures and not told.items, told.text
