"""A question with a wrong character is answered as it was meant, and says what was taken for what."""

import pytest

from assistant.answer import AnswerKind
from assistant.understand.names.fuzzy import FuzzyNames
from assistant.understand.spelling import with_numerals_printed


@pytest.mark.parametrize(
    ("typed", "meant", "pair"),
    [
        ("水利局2026年河道清於工程项目多少钱", "水利局2026年河道清淤工程项目多少钱", "清淤"),
        ("水利局2026年防训物资采购经费是多少", "水利局2026年防汛物资采购经费是多少", "防汛"),
    ],
)
def test_answered_as_meant_and_said_so(ask, typed: str, meant: str, pair: str) -> None:
    told, right = ask(typed), ask(meant)
    assert right.figures and [f.value for f in told.figures] == [f.value for f in right.figures], told.text
    assert told.method is not None and pair in told.method and "理解" in told.method
    assert "理解" not in (right.method or "")


@pytest.mark.parametrize("words", ["水利局2026年防火物资采购经费是多少", "水利局2026年河道清洁工程项目多少钱"])
def test_another_thing_is_no_slip(ask, words: str) -> None:
    assert ask(words).kind is AnswerKind.REFUSAL, ask(words).text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("云汀市15运会保障指挥系统多少钱", "云汀市十五运会保障指挥系统多少钱"),
        ("云汀市16运会保障指挥系统多少钱", "云汀市16运会保障指挥系统多少钱"),
        ("第15运会的3个项目、20平台", "第15运会的3个项目、20平台"),
    ],
)
def test_a_number_of_a_name_is_read_as_it_is_printed(typed: str, meant: str) -> None:
    names = FuzzyNames(["十五运会保障指挥系统", "20平台运维", "二十平台"])
    assert with_numerals_printed(typed, names)[0] == meant
