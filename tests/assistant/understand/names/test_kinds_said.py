"""Kinds of projects made by a word of their names."""

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云汀市水利局2026年购置类项目有哪些", ["办公设备购置经费", "办公设备购置经费"]),
        ("云汀市水利局2026年运行维护类的项目有哪些", ["泵站运行维护经费"]),
        ("云汀市水利局2026年购置类项目最大的是哪个", ["办公设备购置经费"]),
    ],
)
def test_a_word_before_its_kind_stands_in_the_names(ask: Asked, question: str, told: list[str]) -> None:
    assert [item.label.split("（")[0].split("—")[-1] for item in ask(question).items] == told


def test_how_many_are_of_a_kind(ask: Asked) -> None:
    answer = ask("云汀市水利局2026年的项目里有几个是购置类的")
    assert [int(f.value) for f in answer.figures] == [2], answer.text


def test_a_class_that_tables_print_is_no_part_of_a_name(ask: Asked) -> None:
    assert ask("云汀市水利局2026年特定目标类项目有哪些").kind is not AnswerKind.LIST
