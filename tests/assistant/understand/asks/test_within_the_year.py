"""What is left of a year against what was brought into it, the share of an account, a line's budget asked for next."""

import pytest

from assistant.follow import carried
from assistant.plan import Ask, Operation
from assistant.understand.bodies.named import Bodies
from assistant.understand.reading import plan_of
from assistant.understand.vocabulary import vocabulary
from assistant.understand.words.text import words_of

VOCAB = vocabulary({}, Bodies(["云汀市水利局"], []))


def asked(question: str) -> Ask:
    (ask,) = plan_of(words_of(question), VOCAB, "zh").asks
    return ask


@pytest.mark.parametrize("words", ["年末结余比年初减少了多少", "年末结转和结余较年初增加多少"])
def test_what_is_left_is_held_against_what_was_brought_in(words: str) -> None:
    ask = asked(f"水利局2024年{words}")
    assert ask.operation is Operation.CHANGE
    assert [t.concept for t in (*ask.terms, *ask.base)] == ["year_end_balance", "carried_in"]


@pytest.mark.parametrize("words", ["年末结余比上年减少了多少", "年末结余比年初预算减少了多少"])
def test_another_year_or_the_opening_budget_is_no_start_of_the_year(words: str) -> None:
    assert not any(t.concept == "carried_in" for t in asked(f"水利局2024年{words}").base)


@pytest.mark.parametrize("words", ["占决算的百分之几", "占全年决算数的几成"])
def test_a_share_of_the_account_is_no_growth(words: str) -> None:
    ask = asked(f"水利局2024年公用经费{words}")
    assert ask.operation is Operation.SHARE and [t.concept for t in ask.base] == ["expenditure_total"]


def test_the_account_as_a_part_of_the_budget_is_its_completion() -> None:
    assert asked("水利局2024年决算占预算的百分之几").operation is Operation.COMPLETION
    assert [t.concept for t in asked("水利局2024年项目支出决算占预算的百分之几").terms] == ["project_expenditure"]


@pytest.mark.parametrize("words", ["原先预算多少", "预算呢"])
def test_the_budget_of_a_line_is_asked_for_next(words: str) -> None:
    before = plan_of(words_of("水利局2024年公务接待费多少"), VOCAB, "zh")
    (ask,) = carried(words_of(words), VOCAB, "zh", before, [])[0].asks
    assert [t.concept for t in ask.terms] == ["reception"] and ask.scope.stages == ("预算",)


def test_the_units_beside_a_department_are_without_its_own_office() -> None:
    assert [t.text for t in asked("水利局以外其他单位的项目支出一共多少").excluded] == ["本级"]
    assert plan_of(words_of("水利局以外的项目支出一共多少"), VOCAB, "zh").unexplained == ("以外",)


def test_more_or_less_and_by_how_much_is_one_change() -> None:
    asks = plan_of(words_of("水利局2024年年末结余是多少，比年初多还是少、差多少"), VOCAB, "zh").asks
    assert [a.operation for a in asks] == [Operation.LOOKUP, Operation.CHANGE]
