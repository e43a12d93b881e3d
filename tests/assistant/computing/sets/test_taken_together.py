"""Figures taken together: what was just told, shares of two years, units by their projects, a line without a part."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from ingest.records.units import Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import STATION, WATER, Draft, parks, stored, water

Asks = Callable[..., Answer]
_PEOPLE = Unit("人", UnitKind.COUNT, Decimal(1))


@pytest.fixture
def ask(tmp_path: Path) -> Asks:
    assistant = Assistant(Library(stored(tmp_path / "town", water(2026), water(2025), parks()).engine))
    return lambda words, *before: assistant.ask(Question(words, before))


def test_what_was_just_told_is_added_up(ask: Asks) -> None:
    told = ask("水利局2026年行政运行多少，水利前期工作多少，二者合计多少？")
    assert [f.value for f in told.figures] == [Decimal("500.00"), Decimal("900.00"), Decimal("1400.00")]
    assert told.figures[-1].computed


def test_shares_of_two_years_are_held_against_each_other(ask: Asks) -> None:
    told = ask("水利局2026年行政运行占支出总计的比重比2025年低几个百分点？")
    assert [f.value for f in told.figures][:1] == [Decimal("6.67")]
    assert told.figures[0].unit == "百分点"


def test_the_unit_with_most_projects_is_named_by_their_number(ask: Asks) -> None:
    told = ask("水利局哪个单位的项目个数最多？")
    assert [(item.label, item.value) for item in told.items] == [(WATER, Decimal(3))]
    assert STATION in ask("水利局项目数量最少的单位是哪家").text


def test_a_class_is_taken_out_of_the_column_that_prints_it(ask: Asks) -> None:
    told = ask("水利局2026年支出预算中，有多少不属于农林水支出？")
    assert told.figures[0].value == Decimal("100.00") and told.figures[0].computed
    assert ask("水利局2026年项目支出里不属于教育支出的有多少？").kind is AnswerKind.REFUSAL


def test_the_other_body_and_the_difference_in_one_turn(ask: Asks) -> None:
    told = ask("园林局呢？两家相差多少万元？", "水利局2026年公务接待费是多少？")
    assert [f.value for f in told.figures][:2] == [Decimal("1.25"), Decimal("3.25")]
    assert WATER in told.text and "园林局" in told.text


def test_two_printings_of_one_amount_are_no_change(ask: Asks) -> None:
    told = ask("水利局两个年度收入预算对比，2026年比2025年多了多少万元？")
    assert told.figures[0].value == Decimal("250.00")


def test_those_in_post_are_held_against_the_posts(tmp_path: Path) -> None:
    draft = Draft("p", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("income_expenditure_total", "收支总体情况表", (("预算",),))
    draft.row(table, "收入总计", ("10.00",), role=RowRole.GRAND_TOTAL)
    for label, text in (("人员编制", "80"), ("实有人员", "74"), ("防汛演练（人数）", "30")):
        draft.said(label, text, unit=_PEOPLE)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    for words in (
        "现有人数比核定编制少几个？",
        "缺编几人？",
        "在岗人数与核定编制相差多少？",
        "编制数超出实有人数几名？",
    ):
        assert asked(f"水利局{words}").figures[0].value == Decimal(6), words
    assert asked("水利局现有人数占编制的百分之几").figures[0].value == Decimal("92.50")
    assert asked("园林局现有人数是多少").kind is AnswerKind.REFUSAL


def test_what_is_asked_after_a_rank_is_of_those_it_chose(ask: Asks) -> None:
    told = ask("水利局2026年最大的两个项目是什么，合计多少？")
    assert [i.value for i in told.items] == [Decimal("400.00"), Decimal("230.00")]
    assert [f.value for f in told.figures] == [Decimal("630.00")]
    assert ask("水利局2026年最小的两个项目分别是什么，平均多少？").figures[0].value == Decimal("35.00")
    assert ask("水利局2026年金额最大的两个项目平均多少？").figures[0].value == Decimal("315.00")
    three = ask("水利局2026年最大的两个项目是什么，合计多少，占全部的多少？")
    assert [f.value for f in three.figures[:2]] == [Decimal("630.00"), Decimal("70.00")]
    every = ask("水利局2026年最大的两个项目是什么，全部项目合计多少？")
    assert every.figures[0].value == Decimal("900.00")


def test_a_share_with_no_whole_named_is_of_the_whole_set(ask: Asks) -> None:
    told = ask("水利局2026年最大的项目是哪个，占总额多少？")
    assert (told.figures[0].value, told.figures[0].unit) == (Decimal("44.44"), "%")
    told = ask("水利局2026年的钱有百分之几花在农林水上？")
    assert (told.figures[0].value, told.figures[0].unit) == (Decimal("93.33"), "%")


def test_how_much_of_a_line_is_spent_on_projects(ask: Asks) -> None:
    told = ask("水利局2026年农林水支出总共多少，其中项目里列支多少？")
    assert [f.value for f in told.figures] == [Decimal("1400.00"), Decimal("900.00")]
