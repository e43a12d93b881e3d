"""Members of a set picked by their rank."""

from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import stored, water


def test_as_many_are_told_as_are_asked_for_however_much_stands_between(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path, water()).engine))
    for words, told in (
        ("水利局2026年哪两个项目所安排的财政拨款资金最多", ["河道清淤工程项目", "防汛物资采购经费"]),
        ("水利局2026年哪个项目所安排的财政拨款资金最多", ["河道清淤工程项目"]),
    ):
        assert [item.label for item in assistant.ask(Question(words)).items] == told


def test_how_much_of_another_member_one_comes_to_is_no_change(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path, water()).engine))
    for words in (
        "水利局金额第二大的项目是第一大项目的百分之几",
        "水利局第二大的项目相当于最大的项目的百分之几",
        "水利局第二大的项目是哪个，占第一名的多少",
    ):
        told = assistant.ask(Question(words))
        assert [f.unit for f in told.figures if f.computed] == ["%"], told.text


def test_two_subjects_of_a_level_are_held_apart_and_one_against_all(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path, water()).engine))
    for words, value in (
        ("水利局2026年金额最多和最少的项级科目相差多少", "400.00"),
        ("水利局2026年金额最大的项级科目和最小的项级科目差多少", "400.00"),
        ("水利局2026年金额最多的项级科目占全部项级科目的百分之几", "64.29"),
    ):
        told = assistant.ask(Question(words))
        assert f"{told.figures[0].value:.2f}" == value, told.text


def test_a_change_between_two_years_is_still_no_gap_within_one(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path, water(), water(2025)).engine))
    told = assistant.ask(Question("水利局2026年比上年增加最多的科目是哪个"))
    assert "相差" not in told.text
