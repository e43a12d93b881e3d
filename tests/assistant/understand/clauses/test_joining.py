"""What goes on with the clause before it, and what two lines are told apart by."""

import pytest

from tests.assistant.conftest import Asked


def test_two_lines_parted_by_a_space_are_held_against_each_other(ask: Asked) -> None:
    answer = ask("云汀市水利局 公务接待费 公务用车购置及运行维护费 差额")
    assert "11.50" in answer.text


def test_the_sum_of_two_lines_is_no_name(ask: Asked) -> None:
    answer = ask("云汀市水利局2026年河道清淤工程项目与防汛物资采购经费合计数是多少")
    assert "600.00" in answer.text


def test_a_condition_before_a_stop_is_of_what_follows(ask: Asked) -> None:
    answer = ask("云汀市水利局项目里金额超过一百万的，是哪些")
    assert "河道清淤工程项目" in answer.text and "防汛物资采购经费" in answer.text


def test_a_bound_behind_a_list_goes_on_with_it(ask: Asked) -> None:
    answer = ask("云汀市水利局哪些项目超过一百万，而且低于三百万的")
    assert "防汛物资采购经费" in answer.text and "河道清淤工程项目" not in answer.text


def test_a_list_behind_a_count_lists_what_was_counted(ask: Asked) -> None:
    answer = ask("云汀市水利局有几个项目超过三百万？列一下是哪几个项目，金额各多少")
    assert "河道清淤工程项目" in answer.text and "防汛物资采购经费" not in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("多少钱？云汀市水利局的防汛物资采购经费", "200.00"),
        ("比上年增加多少、增长多少？——云汀市水利局收入预算", "250.00"),
        ("最大的是哪个？云汀市水利局的项目", "河道清淤工程项目"),
        ("一共有几个？云汀市水利局超过三百万的项目", "1"),
        ("金额最大的两个项目，云汀市水利局是哪些", "泵站运行维护经费"),
        ("最少的一个科目，云汀市水利局农林水支出里是哪个", "行政运行"),
    ],
)
def test_what_the_end_of_a_question_names_is_what_it_asks_of(ask: Asked, question: str, told: str) -> None:
    answer = ask(question)
    assert told in answer.text and answer.kind in ("number", "list"), answer.text
