"""A bound that a sentence states is told where every word of the question stands in it."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import saying, stored, water

TEXT = "水利工程概算投资3000.00万元及以下的竣工结算评审由云汀市水利局负责。疏浚工程另行安排。"


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    return Assistant(Library(stored(tmp_path, saying(water(), ("项目概述", TEXT))).engine))


@pytest.mark.parametrize(
    "question",
    [
        "水利局负责竣工结算评审的水利工程，概算投资是多少万元及以下",
        "水利局负责竣工结算评审的水利工程，概算投资上限是多少",
        "水利工程概算投资不超过多少，竣工结算评审由水利局负责",
    ],
)
def test_the_bound_is_told_with_its_sentence(told: Assistant, question: str) -> None:
    answer = told.ask(Question(question))
    assert answer.kind is AnswerKind.NUMBER
    assert [figure.value for figure in answer.figures] == [Decimal(3000)]


@pytest.mark.parametrize(
    "question",
    [
        "水利局负责竣工结算评审的水利工程，概算投资是多少万元以上",
        "水利局负责竣工结算评审的道路工程，概算投资是多少万元及以下",
        "水利工程概算投资多少万元及以下的竣工结算评审由市财政局负责",
    ],
)
def test_another_bound_is_refused(told: Assistant, question: str) -> None:
    assert told.ask(Question(question)).kind is not AnswerKind.NUMBER
