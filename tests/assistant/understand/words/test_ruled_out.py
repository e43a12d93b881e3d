"""What stands around a span may rule it out."""

from assistant.understand.words.ruled_out import (
    without_accounts_in_names,
    without_names_of_others,
    without_works_of_others,
)
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of


def test_a_line_of_one_body_is_no_other_body_of_that_work() -> None:
    street = Span(0, 4, "department", "exact", "云汀街道", ("云汀街道办事处",))
    office = Span(4, 8, "department", "work", "城管执法", ("云汀区城市管理行政执法局",))
    line = Span(4, 8, "concept", "f2120104", "城管执法")
    assert without_works_of_others([street, office, line]) == [street, line]
    assert without_works_of_others([office, line]) == [office, line]
    assert without_works_of_others([street, office]) == [street, office]


def test_an_account_in_the_name_of_a_work_is_no_stage() -> None:
    for said, kept in (("预决算公开检查", 0), ("竣工财务决算审计", 0), ("部门决算", 1)):
        at = said.index("决算")
        account = Span(at, at + 2, "context", "stage_final", "决算")
        assert len(without_accounts_in_names(words_of(said), [account])) == kept


def test_a_name_of_another_body_is_the_line_and_a_word_for_money() -> None:
    said = words_of("公务接待费预算")
    line, name = Span(0, 5, "concept", "reception", "公务接待费"), Span(0, 7, "name", "label", "公务接待费预算")
    assert without_names_of_others(said, [line, name], frozenset()) == [line]
    assert without_names_of_others(said, [line, name], frozenset({name.text})) == [line, name]
