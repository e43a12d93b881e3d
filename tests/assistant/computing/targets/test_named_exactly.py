"""The very name of an indicator asks for its target and not for the amount of the project beside it."""

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked


def test_a_look_up_in_the_name_of_an_indicator_tells_its_target(ask: Asked) -> None:
    answer = ask("水利局河道清淤工程项目的清淤河道长度是多少")
    assert answer.kind is AnswerKind.NUMBER, answer.text
    assert "万元" not in answer.text
