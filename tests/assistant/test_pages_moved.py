"""Budgets of several bodies that only their pages tell: who grew most, why a line fell, an amount told once."""

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked, asked_of_pages

FIRE = """云汀市应急管理局2026年部门预算说明
2026年收入预算900万元，支出预算900万元，与上年执行数相比增加150万元，增长20%。
2026年“三公”经费预算20万元，比2025年预算减少10万元。其中：
（一）因公出国（境）费0万元，与2025年预算持平，主要原因是因公出国（境）费保持不变。
（二）公务用车运行维护费18万元，比2025年预算减少10万元，主要原因是两辆旧车报废。
（三）公务接待费2万元，与2025年预算持平，主要原因是公务接待费保持不变。
"""
TRADE = """云汀市商务局2026年部门预算说明
2026年收入预算400万元，支出预算400万元，比上年减少60万元，下降13.04%。
公务接待费3万元，比上年减少1万元，下降25%。
"""
SPORT = """云汀市体育局2026年部门预算说明
2026年收入预算500万元，支出预算500万元，比上年增加20万元，增长4.17%。
其他社会保障缴费6万元，比上年增加1万元。
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return asked_of_pages(tmp_path_factory, {"a.txt": FIRE, "b.txt": TRADE, "c.txt": SPORT})


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("哪个局今年预算增长最多", "云汀市应急管理局"),
        ("预算减少最多的是哪个部门", "云汀市商务局"),
        ("哪几个局预算减少了", "云汀市商务局"),
        ("which department's budget grew the most", "云汀市应急管理局"),
    ],
)
def test_bodies_are_ranked_by_how_their_whole_budgets_moved(pages: Asked, question: str, first: str) -> None:
    answer = pages(question)
    assert first in (answer.items[0].label if answer.items else answer.text), answer.text
    if first == "云汀市应急管理局":  # the others' changes are against a budget
        assert "上年执行数" in answer.method


def test_what_a_body_has_does_not_stand_for_its_budget(pages: Asked) -> None:
    assert not pages("哪个部门项目数增加最多").items


def test_why_a_total_moved_is_told_by_the_part_that_moved_that_way(pages: Asked) -> None:
    answer = pages("应急管理局三公经费比去年多多少，为什么？")
    assert "减少10万元" in answer.text
    assert "两辆旧车报废" in answer.text
    assert "保持不变" not in answer.text


def test_an_amount_told_before_its_change_is_told_once(pages: Asked) -> None:
    answer = pages("商务局2026年公务接待费多少？比上年变化多少？")
    assert answer.text.count("3万元") == 1, answer.text


@pytest.mark.parametrize("question", ["体育局社保缴费多少", "体育局社会保障缴费多少"])
def test_the_other_part_of_a_line_is_not_the_line(pages: Asked, question: str) -> None:
    assert pages(question).kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION)


def test_the_body_that_spends_most_is_no_column_of_one_table(pages: Asked) -> None:
    answer = pages("公务接待费最高的是哪家")
    assert "云汀市商务局" in answer.text, answer.text


def test_whose_figure_is_more_is_said_beside_how_much_more(pages: Asked) -> None:
    answer = pages("应急管理局和商务局谁的收入预算多，多多少")
    assert answer.text.startswith("云汀市应急管理局2026年收入预算更多"), answer.text
    assert "500万元" in answer.text


@pytest.mark.parametrize("question", ["哪些部门的公务接待费与上年持平", "哪些部门公务接待费没变"])
def test_bodies_whose_line_stayed_are_told_alone(pages: Asked, question: str) -> None:
    answer = pages(question)
    assert [item.label for item in answer.items] == ["云汀市应急管理局"], answer.text
