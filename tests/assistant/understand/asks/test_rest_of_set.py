"""What is left beside the set told before, by whatever chose that set."""

import pytest

from tests.assistant.conftest import Asked

LARGEST = "云汀市水利局金额最大的三个项目是哪些"
OVER = "云汀市水利局超过200万的项目有哪些"
NAMED = "云汀市水利局名称含“经费”的项目有哪些"


@pytest.mark.parametrize(
    ("before", "turn", "told"),
    [
        ((LARGEST,), "剩下的合计多少", "70.00"),
        ((LARGEST,), "其余的有几个", "2"),
        ((LARGEST,), "其他的加起来多少", "70.00"),
        ((OVER,), "剩下的一共多少", "270.00"),
        ((NAMED,), "剩下的合计", "400.00"),
    ],
)
def test_the_others_are_worked_over(ask: Asked, before: tuple[str, ...], turn: str, told: str) -> None:
    answer = ask(turn, *before)
    assert answer.figures and f"{answer.figures[0].value}" == told, answer.text


def test_behind_a_set_that_left_some_out_what_is_left_is_that_set(ask: Asked) -> None:
    answer = ask("剩下的加起来多少", "云汀市水利局有哪些项目", "去掉名称含“经费”的")
    assert answer.figures and answer.figures[0].value == 400, answer.text


def test_what_is_left_beside_a_range_is_refused(ask: Asked) -> None:
    answer = ask("剩下的合计", "云汀市水利局100万到300万的项目有哪些")
    assert not answer.figures, answer.text
