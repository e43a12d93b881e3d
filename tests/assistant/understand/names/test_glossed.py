"""A line's own name in brackets stands for the everyday words before it."""

from assistant.understand.names.glossed import glossed
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of


def families(question: str, *pieces: tuple[str, str, str]) -> list[str]:
    words, at, tokens = words_of(question), 0, []
    for text, family, role in pieces:
        start = words.key.index(text, at)
        at = start + len(text)
        tokens.append(Span(start, at, family, role, text))
    return [token.family for token in glossed(words, tokens, {})]


INCOME, EARNED = ("收入", "concept", "income_total"), ("事业收入", "concept", "business_income")


def test_words_that_describe_a_line_named_in_brackets_say_nothing_more() -> None:
    said = families("看病的收入（事业收入）", ("看病", "hint", "hint"), ("的", "filler", "filler"), INCOME, EARNED)
    assert said == ["filler", "filler", "filler", "concept"]
    assert (
        families("看病的收入，事业收入", ("看病", "hint", "hint"), ("的", "filler", "filler"), INCOME, EARNED)[0]
        == "hint"
    )


def test_a_row_named_before_the_brackets_stays() -> None:
    assert (
        families("教育的收入（事业收入）", ("教育", "name", "label"), ("的", "filler", "filler"), INCOME, EARNED)[0]
        == "name"
    )


MAIL = ("邮电费", "concept", "e30207")


def test_what_is_pointed_at_before_the_brackets_is_the_line() -> None:
    pieces = (("打电话", "hint", "hint"), ("开销", "soft", "soft"), MAIL)
    assert families("打电话这类开销（邮电费）", *pieces) == ["filler", "filler", "concept"]
    assert families("打电话开销（邮电费）", *pieces)[0] == "hint"


def test_another_line_is_not_pointed_at() -> None:
    pieces = (("请第三方", "concept", "entrusted"), ("差旅费", "concept", "e30211"))
    assert families("请第三方那笔（差旅费）", *pieces) == ["concept", "concept"]


def test_all_parts_of_a_whole_in_brackets_are_the_whole() -> None:
    pieces = (("人员", "concept", "personnel"), ("公用经费", "concept", "public_use"))
    basic = ("基本支出", "concept", "basic_expenditure")
    assert families("人员和公用经费（基本支出）", *pieces, basic) == ["filler", "filler", "concept"]
    assert families("公用经费（基本支出）", pieces[1], basic) == ["concept", "concept"]


INSURED, MEDICAL = ("医保缴费", "concept", "e30110"), ("行政单位医疗", "concept", "admin_medical")


def test_an_everyday_word_before_a_line_of_its_kind_is_the_line() -> None:
    assert families("医保缴费（行政单位医疗）", INSURED, MEDICAL) == ["filler", "concept"]
    assert families("医保缴费和行政单位医疗", INSURED, MEDICAL) == ["concept", "concept"]


def test_a_part_before_its_whole_stays() -> None:
    reception, whole = ("公务接待费", "concept", "reception"), ("三公经费", "concept", "three_public")
    assert families("公务接待费（三公经费）", reception, whole) == ["concept", "concept"]
    assert families("接待费（三公经费）", ("接待费", "concept", "reception"), whole) == ["concept", "concept"]


def test_a_code_behind_the_name_in_the_brackets_says_it_again() -> None:
    words = words_of("日常运转那个科目（行政运行，2010801）")
    pieces = (
        ("日常运转", "concept", "agency_running"),
        ("那个", "context", "follow_same"),
        ("科目", "context", "entity_subject"),
        ("行政运行", "concept", "admin_running"),
        ("2010801", "code", "code"),
    )
    tokens = [
        Span(words.key.index(text), words.key.index(text) + len(text), family, role, text)
        for text, family, role in pieces
    ]
    told = glossed(words, tokens, {"2010801": frozenset({"行政运行"})})
    assert [t.family for t in told] == ["filler", "filler", "filler", "concept", "filler"]
    assert glossed(words, tokens, {"2010801": frozenset({"事业运行"})})[-1].family == "code"
