"""Targets of one row named one after the other are told all together or not at all."""

from assistant.computing.targets.several_named import said_alone
from tests.assistant.conftest import Asked


def test_keywords_ask_for_the_target_of_each(ask: Asked) -> None:
    answer = ask("水利局 河道清淤工程 清淤河道长度 工程验收合格率 指标值")
    assert "35" in answer.text and "98" in answer.text, answer.text


def test_a_member_that_no_target_is_of_leaves_none_told(ask: Asked) -> None:
    answer = ask("水利局河道清淤工程项目清淤河道长度、绿化带长度、工程验收合格率各是多少")
    assert answer.kind.value == "refusal", answer.text


def test_a_word_that_stands_by_itself() -> None:
    assert said_alone("复印机", "某项目打印机、复印机各多少台")
    assert said_alone("复印机", "某项目 打印机 复印机 台数")
    assert not said_alone("招聘", "计划招聘多少人")


def test_names_of_targets_as_keywords_are_told_without_a_word_for_targets(ask: Asked) -> None:
    answer = ask("水利局 河道清淤工程 清淤河道长度 工程验收合格率")
    assert "35" in answer.text and "98" in answer.text, answer.text
    assert ask("水利局 河道清淤工程 清淤河道长度 绿化带长度").kind.value == "refusal"
