"""The lines of the last turns, taken together by the next one."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerKind

LINES = ("水利局2026年公务接待费多少", "行政运行呢")


def _first(answer) -> Decimal:
    return answer.figures[0].value


@pytest.mark.parametrize(
    ("turn", "alone"),
    [
        ("这两样去年加一起是多少", "水利局2025年公务接待费和行政运行一共多少"),
        ("加起来2025年是多少", "水利局2025年公务接待费和行政运行一共多少"),
        ("这两项占支出总计多少", "水利局2026年公务接待费和行政运行合计占支出总计的比例"),
    ],
)
def test_several_lines_told_are_worked_over_as_those_of_one_question(ask, turn: str, alone: str) -> None:
    assert _first(ask(turn, *LINES)) == _first(ask(alone)), ask(turn, *LINES).text


def test_more_lines_than_were_told_are_refused(ask) -> None:
    assert ask("这三项去年加一起是多少", *LINES).kind is AnswerKind.REFUSAL


def test_the_line_a_turn_names_is_added_to_those_told_where_it_says_so(ask) -> None:
    both = _first(ask("水利局2026年公务接待费和行政运行一共多少"))
    assert _first(ask("行政运行呢？两项加起来多少", LINES[0])) == both
    assert _first(ask("那行政运行呢，加起来多少", LINES[0])) == both
    assert _first(ask("行政运行呢，一共多少", LINES[0])) != both
    assert ask("行政运行呢？三项加起来多少", LINES[0]).kind is AnswerKind.REFUSAL
