"""Counts asked for at once are told as figures where one passage prints each."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import saying, stored, water

TEXT = (
    "水利局内设5个科室，下属参公单位0个，其他事业单位3个。"
    "核定编制44名，实有在职人员39人，其中行政21人、事业18人；退休人员26人。"
)


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    return Assistant(Library(stored(tmp_path, saying(water(), ("机构设置", TEXT))).engine))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水利局有几个科室，在职多少人、退休的有多少", [5, 39, 26]),
        ("水利局有几个科室，有几个事业单位，退休多少", [5, 3, 26]),
    ],
)
def test_each_count_is_told_with_the_passage(told: Assistant, question: str, values: list[int]) -> None:
    answer = told.ask(Question(question))
    assert answer.kind is AnswerKind.NUMBER
    assert [figure.value for figure in answer.figures] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    "question", ["水利局有几个科室，离休多少人、退休多少", "水利局有几个科室，行政实有多少人、退休多少"]
)
def test_a_count_that_is_not_printed_so_leaves_the_passage_quoted(told: Assistant, question: str) -> None:
    assert len(told.ask(Question(question)).figures) < 3


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水利局有多少名总工、多少名副总工", [4, 2]),
        ("水利局总工和副总工各有多少人", [4, 2]),
        ("水利局总工、副总工、技术员分别有几人", [4, 2, 9]),
    ],
)
def test_people_are_counted_in_any_of_their_units(tmp_path: Path, question: str, values: list[int]) -> None:
    text = "水利局实有在职人员15人，其中总工4人、副总工2人、技术员9人。"
    told = Assistant(Library(stored(tmp_path, saying(water(), ("机构设置", text))).engine))
    assert [figure.value for figure in told.ask(Question(question)).figures] == values
