"""Each total that 各 asks for is its own figure, and no sum."""

import pytest

from assistant.plan import Ask, Operation, Scope, Term
from assistant.understand.asks.joint_sums import one_by_one, taken_together, total_by_total
from assistant.understand.clauses.clause import Clause


@pytest.mark.parametrize(
    ("words", "operation"),
    [
        ("三公合计2025年、2026年各是多少", Operation.LOOKUP),
        ("三公经费总额2025年和2026年分别多少", Operation.LOOKUP),
        ("三公经费2025年、2026年各多少，合计多少", Operation.SUM),
        ("三公经费2025年、2026年合计多少", Operation.SUM),
    ],
)
def test_each_printed_total_is_told_by_itself(words: str, operation: Operation) -> None:
    term = Term("三公", "concept", "three_public")
    ask = Ask(
        Operation.SUM, (term,), scope=Scope(years=(2025, 2026)), words=words, each="各" in words or "分别" in words
    )
    assert total_by_total(ask).operation is operation


def test_projects_that_words_fit_alone_are_one_sum() -> None:
    clause = Clause(0, 1, "甲那个项目跟乙项目加起来", [], entity="project")
    one = [Term("甲", "like", names=(("甲林防治", 0.8),)), Term("林", "like", names=(("甲林防治", 0.8),))]
    other = [Term("乙", "like", names=(("乙鸟保护", 0.8),))]
    several = [Term("丙", "like", names=(("丙一培训", 0.8), ("丙二培训", 0.8)))]
    assert taken_together(clause, [one, other], [Operation.SUM])
    assert not taken_together(clause, [one, several], [Operation.SUM])


@pytest.mark.parametrize(("counted", "parts"), [(3, 3), (2, 2), (None, 2)])
def test_things_said_without_a_stop_are_each_one_where_as_many_are_said(counted: int | None, parts: int) -> None:
    car, trip, talks = (Term(word, "concept", word) for word in ("公车", "出国", "开会"))
    clause = Clause(0, 1, "公车出国再加开会，三样一共", [], said_count=counted)
    assert len(one_by_one(clause, [[car, trip], [talks]])) == parts


def test_a_number_before_things_counts_the_first_of_them() -> None:
    schools, upkeep = (Term(word, "name", names=((word, 1.0),)) for word in ("学校", "校舍维护"))
    clause = Clause(0, 1, "两个学校校舍维护合计", [], said_count=2)
    assert one_by_one(clause, [[schools, upkeep]]) == [[schools, upkeep]]
