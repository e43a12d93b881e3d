"""The own office among the units, lines printed once a function, figures of two turns, the only department."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.town import STATION, WATER, Draft, parks, stored, water

Asks = Callable[..., Answer]


def office() -> Draft:
    """A bureau whose three-public table has a row a unit, and whose table by economic subjects splits one line."""
    draft = Draft("e", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    three = draft.table("three_public", "“三公”经费支出表", (("“三公”经费合计",), ("公务接待费",)))
    top = draft.row(three, "合计", ("12.60", "4.80"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(three, f"{WATER}本级", ("9.30", "4.30"), parent=top)
    draft.row(three, STATION, ("3.30", "0.50"), parent=top, body=STATION)
    spend = draft.table("economic", "支出经济分类总表", (("合计",),))
    draft.row(spend, "合计", ("90.00",), role=RowRole.GRAND_TOTAL, level=0)
    for amount in ("1.92", "85.06"):
        draft.row(spend, "离休费", (amount,), code="30301", scheme="department_economic")
    return draft


@pytest.fixture
def office_ask(tmp_path: Path) -> Asks:
    assistant = Assistant(Library(stored(tmp_path / "office", office().parsed()).engine))
    return lambda words, *after: assistant.ask(Question(words, after))


def test_own_office_is_one_of_the_units(office_ask: Asks) -> None:
    assert [i.label for i in office_ask("哪个单位公务接待费最多").items] == [f"{WATER}本级"]
    assert office_ask("水利局本级三公经费").figures[0].value == Decimal("9.30")


def test_line_printed_once_a_function_is_added_up(office_ask: Asks) -> None:
    answer = office_ask("水利局离休费多少")
    assert (answer.figures[0].value, answer.figures[0].computed) == (Decimal("86.98"), True)
    assert {f.value for f in answer.figures[1:]} == {Decimal("1.92"), Decimal("85.06")}


def test_only_department_need_not_be_named(office_ask: Asks) -> None:
    assert office_ask("三公经费一共多少").figures[0].value == Decimal("12.60")


def test_question_of_how_many_gets_no_money(office_ask: Asks) -> None:
    assert office_ask("公务接待费安排了几次").kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION)


def test_figures_of_two_turns_are_held_against_each_other(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path / "two", water(2026), water(2025), parks()).engine))
    answer = assistant.ask(Question("差多少", ("水利局2026年收入预算", "那2025年呢")))
    assert answer.figures[0].value == Decimal("250.00")


def test_bodies_are_compared_by_their_budgets(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path / "two", water(2026), parks()).engine))
    answer = assistant.ask(Question("水利局和园林局谁的预算大"))
    assert {f.value for f in answer.figures[:2]} == {Decimal("1500.00"), Decimal("820.00")}
