"""A column or kind of spending said once for several lines."""

import pytest

from assistant.plan import Term
from assistant.understand.asks.crossed import with_kind_of_units, with_what_crosses
from assistant.understand.words.concept_terms import concept_term, name_term

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


PRISON, MEALS, CARS = name_term("监狱"), concept_term("reception"), concept_term("vehicle_purchase")


@pytest.mark.parametrize(
    ("parts", "words", "made"),
    [
        ([[PRISON], [MEALS]], "各监狱公务接待费一共多少", [[PRISON, MEALS]]),
        ([[PRISON, MEALS], [CARS]], "四个监狱的公务接待费和公车购置费各多少", [[PRISON, MEALS], [PRISON, CARS]]),
        ([[PRISON], [MEALS]], "监狱和公务接待费各多少", [[PRISON], [MEALS]]),
        ([[PRISON], [MEALS]], "各监狱和公务接待费", [[PRISON], [MEALS]]),
    ],
)
def test_the_units_of_one_kind_are_asked_for_each_line(
    parts: list[list[Term]], words: str, made: list[list[Term]]
) -> None:
    assert with_kind_of_units(parts, words) == made
