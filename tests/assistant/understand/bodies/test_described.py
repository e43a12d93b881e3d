"""Units named by what they do before a word for their kind, and words for a kind that name none of them."""

from collections.abc import Callable

import pytest

from assistant.answer import Answer, AnswerKind
from assistant.understand.bodies.described import described_bodies, is_kind_of_body
from assistant.understand.bodies.named import Bodies
from assistant.understand.words.text import words_of

Asks = Callable[..., Answer]
BUREAU = "云汀市水利局"
UNITS = ("云汀市雨水泵站管理中心", "云汀市防汛物资储备中心", "云汀市水文监测站")


def found(question: str) -> list[tuple[str, tuple[object, ...]]]:
    words = words_of(question)
    known = Bodies([BUREAU], UNITS).spans(words)
    holders = dict.fromkeys((BUREAU, *UNITS), frozenset("a"))
    return [
        (s.text, tuple(s.value)) for s in described_bodies(words, known, UNITS, holders) if isinstance(s.value, tuple)
    ]


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("水利局管泵站的那个中心，今年项目支出多少", UNITS[0]),
        ("水利局负责防汛物资的中心今年花多少", UNITS[1]),
        ("水利局管水文的单位项目支出多少", UNITS[2]),
    ],
)
def test_what_a_unit_does_tells_it(question: str, unit: str) -> None:
    assert [keys for _, keys in found(question)] == [(unit,)]


@pytest.mark.parametrize(
    "question",
    ["水利局储备中心有几个项目", "水利局下属储备中心的项目平均一个多少钱", "水利局本级和储备中心项目支出各多少"],
)
def test_a_short_name_right_behind_its_department_is_its_own_unit(question: str) -> None:
    other = "青川市粮食储备中心"
    words, units = words_of(question), (*UNITS, other)
    known = [s for s in Bodies([BUREAU], units).spans(words) if s.text == "水利局"]
    holders = {**dict.fromkeys((BUREAU, *UNITS), frozenset("a")), other: frozenset("b")}
    assert [s.value for s in described_bodies(words, known, units, holders)] == [(UNITS[1],)]


@pytest.mark.parametrize(
    "question",
    [
        "水利局管食堂的那个中心，今年项目支出多少",
        "水利局那个中心要多少钱",
        "水利局那个储备中心大楼多少钱",
        "水利局的单位预算是多少",
    ],
)
def test_what_fits_none_or_several_tells_none(question: str) -> None:
    assert found(question) == []


def test_a_word_for_a_kind_is_no_name() -> None:
    assert is_kind_of_body("服务中心") and is_kind_of_body("监狱") and not is_kind_of_body("雨水泵站管理中心")


def test_the_unit_described_answers_with_its_own_line(ask: Asks) -> None:
    answer = ask("水利局管雨水泵站的那个中心，全年项目支出合计多少？")
    assert answer.kind is AnswerKind.NUMBER and "250.00" in answer.text


def test_words_left_unexplained_let_no_fragment_pick_a_set(ask: Asks) -> None:
    answer = ask("水利局管食堂的那个中心，全年项目支出合计多少？")
    assert answer.kind is AnswerKind.REFUSAL and "食堂" in answer.text
