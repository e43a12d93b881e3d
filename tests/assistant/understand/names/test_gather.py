"""A name said in pieces is found among the names of the body asked about."""

from assistant.understand.names.fuzzy import FuzzyNames
from assistant.understand.names.gather import gathered
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of

NAMES = {
    "澄川市全民运动会官方微信小程序运维": frozenset({"a"}),
    "澄川市全民健身步道维护": frozenset({"a"}),
    "澄川市政务小程序建设二期": frozenset({"b"}),
}


def found(question: str, *pieces: tuple[str, str], body: str | None = None) -> list[str]:
    words = words_of(question)
    tokens = [
        Span(words.key.index(text), words.key.index(text) + len(text), family, family, text) for text, family in pieces
    ]
    among = [name for name, ids in NAMES.items() if not body or body in ids]
    done = gathered(words, tokens, FuzzyNames(NAMES), among)
    return [name for t in done if t.role == "gathered" and isinstance(t.value, tuple) for name, _ in t.value]


def test_pieces_lead_to_the_name_that_holds_them_all() -> None:
    assert found("运动会那个小程序花多少钱", ("运动会", "hint"), ("小程序", "hint")) == [
        "澄川市全民运动会官方微信小程序运维"
    ]


def test_a_piece_that_no_name_holds_is_not_dropped() -> None:
    assert found("运动会的飞艇", ("运动会", "hint"), ("飞艇", "hint")) == []


def test_a_number_is_the_names_own_or_not_at_all() -> None:
    assert found("小程序建设2031", ("小程序建设", "hint"), ("2031", "hint")) == []


def test_other_words_for_a_small_part_of_a_name_do_not_lead_to_it() -> None:
    words = words_of("办公楼花多少钱")
    tokens = [Span(0, 3, "hint", "hint", "办公楼")]
    assert gathered(words, tokens, FuzzyNames(["房屋公积金"]), ["房屋公积金"]) == tokens
    assert gathered(words, tokens, FuzzyNames(["房屋租金"]), ["房屋租金"]) != tokens


def test_names_of_another_body_are_left_out() -> None:
    assert found("政务小程序呀", ("政务小程序", "hint"), body="a") == []
    assert found("政务小程序呀", ("政务小程序", "hint"), body="b") == ["澄川市政务小程序建设二期"]


def test_a_span_of_years_that_a_name_bears_is_part_of_it() -> None:
    names = ["澄川市政务网2031年2033年运维项目", "澄川市政务网2033年2035年运维项目"]
    words = words_of("政务网运维，2031到2033年那个项目多少钱")
    name = Span(0, 5, "like", "like", "政务网运维", tuple((n, 0.9) for n in names))
    years = Span(5, 15, "year", "range", words.key[5:15], (2031, 2032, 2033))
    told, left = gathered(words, [name, years], FuzzyNames(names), names)
    assert told.value == ((names[0], 0.95),) and left.family == "filler"


def test_a_span_of_years_that_no_name_bears_stays() -> None:
    name = Span(0, 3, "name", "part", "政务网")
    years = Span(3, 13, "year", "range", "2031到2033年", (2031, 2032, 2033))
    words = words_of("政务网2031到2033年多少钱")
    assert gathered(words, [name, years], FuzzyNames(["澄川市政务网运维"]), ["澄川市政务网运维"]) == [name, years]
