from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.answer import Answer, AnswerFigure, AnswerKind, SourceRef
from assistant.question import Question
from ingest.records.figure import Figure
from ingest.records.layout import Reading
from tests.ui import fakes
from ui.web.recheck import recheck


def total() -> Answer:
    return fakes.FakeAssistant().ask(Question("合计"))


def untouched(source: SourceRef) -> Reading:
    return Reading(source.document, "pdf", (fakes.page_of(0),))


def computed(value: str, unit: str, operation: str, indexes: tuple[int, ...] = (0, 1)) -> Answer:
    figure = AnswerFigure(Decimal(value), unit, "", True, tuple(range(len(indexes))))
    sources = tuple(fakes.source(index) for index in indexes)
    return Answer(AnswerKind.NUMBER, "", (figure,), sources=sources, plan={"asks": [{"operation": operation}]})


def test_untouched_original_agrees() -> None:
    found = recheck(total(), untouched, fakes.record)
    assert found.same == (0, 1, 2, 3, 4) and found.formula == "formula_sum" and found.agrees
    assert not found.differs


def test_cell_that_reads_otherwise_is_a_cross() -> None:
    found = recheck(
        total(), lambda source: Reading(source.document, "pdf", (fakes.page_of(2, "999.00"),)), fakes.record
    )
    assert found.differs == (2,)


def test_what_cannot_be_read_again_is_neither() -> None:
    found = recheck(total(), lambda source: None, fakes.record)
    assert found.unreadable == (0, 1, 2, 3, 4) and not found.differs


@pytest.mark.parametrize(
    ("value", "unit", "operation", "indexes", "formula"),
    [
        ("2108.19", "万元", "sum", (0, 1), "formula_sum"),
        ("21081900", "元", "sum", (0, 1), "formula_sum"),
        ("424.19", "万元", "difference", (0, 1), "formula_difference"),
        ("150.38", "%", "share", (0, 1), "formula_share"),
        ("50.4", "%", "growth", (0, 1), "formula_growth"),
        ("1.5", "倍", "ratio", (0, 1), "formula_times"),
        ("3", "个", "count", (0, 1, 2), "formula_count"),
        ("842.00", "万元", "median", (0, 1, 2), "formula_median"),
        ("806.25", "万元", "mean", (0, 1, 2), "formula_mean"),
    ],
)
def test_computed_figure_is_worked_out_again(
    value: str, unit: str, operation: str, indexes: tuple[int, ...], formula: str
) -> None:
    found = recheck(computed(value, unit, operation, indexes), untouched, fakes.record)
    assert (found.formula, found.agrees, found.again) == (formula, True, Decimal(value))


def test_wrong_sum_is_a_cross_with_what_comes_out() -> None:
    found = recheck(computed("2418.75", "万元", "sum", (0, 1, 2)), untouched, fakes.record)
    assert found.agrees is False and found.again == Decimal("2418.74")


def test_amount_printed_twice_is_added_once() -> None:
    answer = computed("2108.19", "万元", "sum", (0, 1, 1))

    def once_more(source: SourceRef) -> Figure:
        return replace(fakes.record(source), table_id=None, row_id=None)

    assert recheck(answer, untouched, once_more).agrees
