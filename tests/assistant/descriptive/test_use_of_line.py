"""Where the money of a line goes is told by what is said of that line alone."""

import pytest

from assistant.descriptive.use_of_line import of_line_kept
from assistant.finding.evidence import Outcome, Quote
from assistant.plan import Ask, Operation, Plan, Term

_LINE = Term("公务接待费", "concept", concept="reception")


@pytest.mark.parametrize(
    ("quoted", "tells"),
    [
        ("（二）公务接待费。预算数6万元，主要用于接待来访。", True),
        ("（三）公务接待费1,006万元。主要包括来访用餐。", True),
        ("会议费10万元；公务接待费主要安排调研接待。", True),
        ("2.业务工作50万元，主要用于调研和公务接待费。", False),
        ("公务接待费6万元，比上年减少1万元。", False),
    ],
)
def test_a_use_is_of_the_line_that_stands_before_it(quoted: str, tells: bool) -> None:
    plan = Plan("公务接待费花在哪里", "zh", (Ask(Operation.PURPOSE, (_LINE,)),))
    told = of_line_kept(plan, [Outcome("quotes", quotes=[Quote(quoted, [], "")])])
    assert (told[0].kind == "quotes") is tells
