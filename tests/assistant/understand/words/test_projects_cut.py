"""Words that would cut 项目 in two."""

from assistant.understand.words.projects_cut import before_project, cuts_project
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of


def test_a_kind_of_lines_is_no_half_of_a_project() -> None:
    small = Span(0, 2, "context", "entity_subject", "小项")
    assert cuts_project(words_of("小项目有哪些"), small)
    assert not cuts_project(words_of("小项有哪些"), small)
    assert not cuts_project(words_of("小项目标有哪些"), small)


def test_how_many_projects_counts_projects() -> None:
    counted = before_project(words_of("有多少项目"), Span(0, 4, "operator", "count", "有多少项"))
    assert (counted.end, counted.text) == (3, "有多少")
