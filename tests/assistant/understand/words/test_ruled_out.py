"""What stands around a span may rule it out."""

from assistant.understand.words.ruled_out import without_works_of_others
from assistant.understand.words.spans import Span


def test_a_line_of_one_body_is_no_other_body_of_that_work() -> None:
    street = Span(0, 4, "department", "exact", "云汀街道", ("云汀街道办事处",))
    office = Span(4, 8, "department", "work", "城管执法", ("云汀区城市管理行政执法局",))
    line = Span(4, 8, "concept", "f2120104", "城管执法")
    assert without_works_of_others([street, office, line]) == [street, line]
    assert without_works_of_others([office, line]) == [office, line]
    assert without_works_of_others([street, office]) == [street, office]
