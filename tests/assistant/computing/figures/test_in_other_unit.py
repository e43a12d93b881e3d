"""What was told before is told again in the unit that a turn says alone."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from tests.assistant.conftest import Asked
from tests.assistant.town import parks, stored, water

WATERS, PARKS = "水利局2026年三公经费多少", "那园林局呢"


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(Assistant(Library(stored(tmp_path, water(), water(2025), parks()).engine)))


@pytest.mark.parametrize("turn", ["换成元", "那换成元呢", "合多少元", "以元为单位是多少"])
def test_a_sum_over_turns_is_converted_and_not_the_last_of_them(asked, turn: str) -> None:
    answer = asked(turn, WATERS, PARKS, "两家加起来")
    assert [f.value for f in answer.figures] == [Decimal(277500), Decimal(205000), Decimal(72500)], answer.text
    assert all(f.unit == "元" for f in answer.figures)


def test_a_unit_is_changed_twice(asked) -> None:
    answer = asked("再换成亿元", WATERS, PARKS, "两家加起来", "换成元")
    assert answer.figures[0].value == Decimal("0.002775"), answer.text


def test_a_rate_stays_a_rate(asked) -> None:
    answer = asked("换成元", "水利局2026年三公经费多少", "其中公务接待费占多少")
    assert (answer.figures[0].value, answer.figures[0].unit) == (Decimal("21.95"), "%"), answer.text
    assert answer.figures[1].value == Decimal(45000)


def test_another_year_with_the_unit_is_looked_up(asked) -> None:
    answer = asked("2025年的呢，换成元", "水利局2026年收入总计多少")
    assert answer.figures[0].value == Decimal(12500000), answer.text


def test_nothing_told_is_converted_to_nothing(asked) -> None:
    assert asked("换成元", "水利局2026年火星探测费多少").kind is AnswerKind.REFUSAL


def test_words_told_since_leave_the_amount_before_them(asked) -> None:
    answer = asked("换成元", "水利局2026年公务接待费比上年少多少", "为什么")
    assert (abs(answer.figures[0].value), answer.figures[0].unit) == (Decimal(15000), "元"), answer.text
