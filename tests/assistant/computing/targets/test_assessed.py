"""A project is assessed by the indicators it sets; a body, or a project of another amount, is not."""

import pytest

from tests.assistant.conftest import Asked


@pytest.mark.parametrize(
    "question",
    [
        "水利局河道清淤工程项目怎么考核",
        "水利局河道清淤工程项目那400万怎么考核法",
        "水利局河道清淤工程项目拿什么来考核",
        "水利局河道清淤工程怎么验收",
        "水利局河道清淤工程项目考核哪些指标",
    ],
)
def test_the_indicators_of_a_project_are_listed(ask: Asked, question: str) -> None:
    answer = ask(question)
    assert answer.kind.value == "list"
    assert "清淤河道长度" in answer.text and "工程验收合格率" in answer.text


@pytest.mark.parametrize("question", ["水利局河道清淤工程项目的数量怎么评价", "水利局河道清淤工程项目靠什么衡量数量"])
def test_the_indicators_of_one_side_of_a_project(ask: Asked, question: str) -> None:
    answer = ask(question)
    assert answer.kind.value == "list" and "清淤河道长度" in answer.text


def test_a_side_without_indicators_is_not_assessed_by_the_others(ask: Asked) -> None:
    assert ask("水利局河道清淤工程项目靠什么衡量满意").kind.value != "list"


@pytest.mark.parametrize("question", ["水利局怎么考核干部", "水利局河道清淤工程项目那900万怎么考核"])
def test_what_sets_none_is_not_assessed_so(ask: Asked, question: str) -> None:
    assert ask(question).kind.value != "list"
