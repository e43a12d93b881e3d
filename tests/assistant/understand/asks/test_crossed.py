"""A column or kind of spending said once for several lines."""

import pytest

from assistant.plan import Term
from assistant.understand.asks.crossed import with_what_crosses
from assistant.understand.words.concept_terms import concept_term

RUNNING, INSTITUTION = concept_term("admin_running"), concept_term("institution_running")
WAGES, BASIC, MEETINGS = concept_term("e30101"), concept_term("basic_expenditure"), concept_term("meeting")


@pytest.mark.parametrize(
    ("parts", "words", "made"),
    [
        (
            [[RUNNING], [INSTITUTION, WAGES]],
            "行政运行和事业运行的基本工资合计",
            [[RUNNING, WAGES], [INSTITUTION, WAGES]],
        ),
        (
            [[RUNNING], [INSTITUTION, BASIC]],
            "行政运行、事业运行两个科目下的基本支出各多少",
            [[RUNNING, BASIC], [INSTITUTION, BASIC]],
        ),
        ([[WAGES, RUNNING], [INSTITUTION]], "基本工资 行政运行+事业运行", [[RUNNING, WAGES], [INSTITUTION, WAGES]]),
        ([[RUNNING], [BASIC]], "行政运行和基本支出各多少", [[RUNNING], [BASIC]]),
        ([[MEETINGS], [RUNNING, BASIC]], "会议费多少，行政运行的基本支出多少", [[MEETINGS], [RUNNING, BASIC]]),
    ],
)
def test_what_divides_lines_is_said_of_each(parts: list[list[Term]], words: str, made: list[list[Term]]) -> None:
    assert with_what_crosses(parts, words) == made
