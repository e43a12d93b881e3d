"""The word for a kind of unit, of which a department has several."""

import pytest

from assistant.understand.bodies.kinds_within import kinds_within
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of

STATIONS = ("云汀市东郊水文站", "云汀市西郊水文站")


@pytest.mark.parametrize(
    ("question", "is_kind"),
    [
        ("云汀市水利局哪个水文站的收入最高", True),
        ("云汀市水利局两个水文站收入一共多少", True),
        ("云汀市水利局各水文站收入多少", True),
        ("云汀市水利局水文站里谁的收入最高", True),
        ("云汀市水利局除水文站外其他单位收入多少", True),
        ("水文站收入多少", False),  # one of them, which is to be asked back
    ],
)
@pytest.mark.parametrize("shared", [True, False])
def test_a_kind_is_said_of_each_of_several(question: str, is_kind: bool, shared: bool) -> None:
    words = words_of(question)
    start = words.key.index("水文站")
    span = Span(start, start + 3, "department", "body", "水文站", STATIONS)
    holders = {key: frozenset({"a" if shared else key}) for key in STATIONS}
    made = kinds_within(words, [span], STATIONS, holders)
    assert list(made) == ([span] if is_kind and shared else [])
    assert all(kind.family == "name" and kind.text == "水文站" for kind in made.values())


def test_a_kind_behind_its_department_is_no_body_beside_it() -> None:
    words = words_of("云汀市水利局水文站平均收入多少")
    owner = Span(0, 6, "department", "body", "云汀市水利局", ("云汀市水利局",))
    kind = Span(6, 9, "department", "body", "水文站", STATIONS)
    holders = {key: frozenset({"a"}) for key in STATIONS}
    assert list(kinds_within(words, [owner, kind], STATIONS, holders)) == [kind]


MUSEUMS = ("云汀市博物馆", "云汀市古船博物馆", "云汀市茶叶博物馆")


@pytest.mark.parametrize(
    ("question", "is_kind"),
    [
        ("云汀市几家博物馆总共多少钱", True),
        ("云汀市哪座博物馆收入最高", True),
        ("云汀市博物馆里谁的收入最高", True),
        ("云汀市博物馆们的收入", True),
        ("云汀市博物馆收入多少", False),  # the one that is named so
    ],
)
def test_a_kind_that_is_the_whole_name_of_one_of_them_means_all(question: str, is_kind: bool) -> None:
    words = words_of(question)
    end = words.key.index("博物馆") + 3
    span = Span(0, end, "department", "short", words.key[:end], MUSEUMS[:1])
    made = kinds_within(words, [span], MUSEUMS, dict.fromkeys(MUSEUMS, frozenset({"a"})))
    assert [(kind.start, kind.text) for kind in made.values()] == ([(end - 3, "博物馆")] if is_kind else [])
    assert kinds_within(words, [span], MUSEUMS[:1], {MUSEUMS[0]: frozenset({"a"})}) == {}
