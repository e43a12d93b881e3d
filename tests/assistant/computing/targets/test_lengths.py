"""How long a thing is is told by its length alone, in metres or kilometres; a project's indicators are listed."""

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked


@pytest.mark.parametrize("question", ["水利局河道清淤工程要清多长", "水利局河道清淤工程的河道有多长"])
def test_the_length(ask: Asked, question: str) -> None:
    assert [str(f.value) for f in ask(question).figures] == ["35"]


@pytest.mark.parametrize("question", ["水利局河道清淤工程的河道有多宽", "水利局河道清淤工程工期多长"])
def test_what_no_length_tells(ask: Asked, question: str) -> None:
    assert ask(question).kind is not AnswerKind.NUMBER


@pytest.mark.parametrize("question", ["水利局河道清淤项目有哪些数量指标", "水利局河道清淤项目的产出拿哪些指标来考核"])
def test_the_indicators_of_a_project(ask: Asked, question: str) -> None:
    labels = "".join(item.label for item in ask(question).items)
    assert "清淤河道长度" in labels and "400" not in labels
