"""The line asked for of one body is kept where all bodies of its kind are summed or ranked behind it."""

import pytest

from assistant.plan import Ask, Operation, Scope
from assistant.understand.asks.line_of_each import line_of_each
from assistant.understand.words.concept_terms import name_term

LINE, KIND = name_term("生活保障"), name_term("泵站")
BEFORE = Ask(Operation.LOOKUP, (LINE,), scope=Scope())


@pytest.mark.parametrize("words", ["四座泵站加起来呢", "四座泵站这一项一共多少", "哪座泵站最多"])
def test_the_line_is_kept(words: str) -> None:
    ask = Ask(Operation.SUM, (KIND,), entity="unit", scope=Scope(), words=words)
    assert line_of_each(ask, BEFORE).terms == (KIND, LINE)


@pytest.mark.parametrize("words", ["四座泵站的总预算加起来呢", "四座泵站有几个项目，加起来呢"])
def test_another_thing_of_theirs_is_not_the_line(words: str) -> None:
    ask = Ask(Operation.SUM, (KIND,), entity="unit", scope=Scope(), words=words)
    assert line_of_each(ask, BEFORE) == ask


def test_nothing_is_kept_of_what_was_no_line() -> None:
    ask = Ask(Operation.SUM, (KIND,), entity="unit", scope=Scope(), words="四座泵站加起来呢")
    listed = Ask(Operation.LIST, (KIND,), entity="unit", scope=Scope())
    assert line_of_each(ask, None) == line_of_each(ask, listed) == ask
