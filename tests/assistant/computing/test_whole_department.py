"""A unit held against its department, and the own office against all of it."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from tests.assistant.conftest import Asked
from tests.assistant.town import parks, stored, unit_of, water


@pytest.mark.parametrize(
    "words",
    [
        "雨水泵站管理中心的项目支出占全局项目支出的几成",
        "雨水泵站管理中心的项目支出占整个水利局的百分之几",
        "雨水泵站管理中心的项目支出在全系统项目支出里占百分之几",
        "雨水泵站管理中心的项目支出，在水利局项目支出合计中占了百分之多少",
        "水利局 项目支出 雨水泵站管理中心占比",
        "水利局项目支出里雨水泵站管理中心那家占几成",
    ],
)
def test_a_unit_has_its_share_of_the_same_line(ask: Asked, words: str) -> None:
    answer = ask(words)
    assert answer.kind is AnswerKind.NUMBER, answer.text
    assert answer.figures[0].value == Decimal("27.78"), answer.text


def test_a_department_is_no_part_of_its_unit(ask: Asked) -> None:
    assert not ask("水利局占雨水泵站管理中心项目支出的百分之几").figures


def test_a_turn_goes_on_to_the_share(ask: Asked) -> None:
    answer = ask("占全局的百分之几", "雨水泵站管理中心的项目支出是多少")
    assert answer.figures[0].value == Decimal("27.78"), answer.text


@pytest.mark.parametrize(
    "words",
    [
        "水利局本级的收入预算比部门少多少",
        "水利局单位预算的收入总计比部门预算少多少",
        "水利局本级的收入总计比全部门少多少",
    ],
)
def test_the_own_office_is_held_against_the_department(tmp_path: Path, words: str) -> None:
    asked = Asked(Assistant(Library(stored(tmp_path, water(), unit_of(water()), parks()).engine)))
    answer = asked(words)
    assert answer.kind is AnswerKind.NUMBER, answer.text
    assert answer.figures[0].value == Decimal("400.00"), answer.text
