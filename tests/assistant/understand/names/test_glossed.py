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
