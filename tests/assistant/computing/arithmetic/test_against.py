"""Figures held against each other: of one line, of two years told in turns."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole, Stage
from ingest.records.parsed import Parsed
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored, water


def test_halves_of_one_line_are_both_of_that_line(tmp_path: Path) -> None:
    draft = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("expenditure_total", "支出总表", (("合计",), ("基本支出",), ("项目支出",)))
    draft.row(table, "合计", ("900.00", "500.00", "400.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(table, "差旅费", ("30.00", "10.00", "20.00"), code="30211")
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    answer = assistant.ask(Question("水利局差旅费，项目支出比基本支出多多少"))
    assert [f.value for f in answer.figures][:1] == [Decimal("10.00")]


def test_a_turn_asks_again_and_then_of_a_part(ask: Asked) -> None:
    answer = ask("到了2026年呢？公务接待费是多少", "水利局2025年三公经费多少")
    assert len(answer.figures) == 2


def _book(id: str, year: int, stage: Stage, amounts: tuple[str, ...], columns: tuple[tuple[str, ...], ...]) -> Parsed:
    kind = DocumentKind.DEPARTMENT_FINAL_ACCOUNT if stage is Stage.FINAL_ACCOUNT else DocumentKind.DEPARTMENT_BUDGET
    draft = Draft(id, WATER, year, kind, stage)
    table = draft.table("expenditure_total", "支出表", columns)
    draft.row(table, "河道养护支出", amounts, code="2130306", scheme="function")
    return draft.parsed()


def test_an_account_is_held_to_no_budget_of_a_later_year(tmp_path: Path) -> None:
    account = _book("a", 2025, Stage.FINAL_ACCOUNT, ("80.00",), (("合计",),))
    budget = _book("b", 2026, Stage.BUDGET, ("95.00",), (("合计",),))
    assistant = Assistant(Library(stored(tmp_path, account, budget).engine))
    assert not assistant.ask(Question("水利局河道养护支出实际比年初预算超了多少")).figures
    assert not assistant.ask(Question("水利局河道养护支出今年比上年多多少")).figures
    told = assistant.ask(Question("水利局2026年河道养护支出比2025年决算多多少"))
    assert told.figures[0].value == Decimal("15.00"), told.text


def test_lines_printed_once_a_function_are_held_against_each_other_by_their_sums(tmp_path: Path) -> None:
    draft = Draft("f", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("expenditure_total", "支出总表", (("合计",),))
    rows = (("印刷费", "30202", "3.00", "2130301-行政运行"), ("印刷费", "30202", "5.50", "2130314-防汛"))
    for label, code, amount, function in (*rows, ("邮电费", "30207", "2.25", "2130301-行政运行")):
        row = draft.row(table, label, (amount,), code=code, scheme="department_economic")
        draft.words(row, "功能科目", function)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    for words in ("印刷费比邮电费多多少", "印刷费和邮电费差多少"):
        assert asked(f"水利局{words}").figures[0].value == Decimal("6.25"), words


@pytest.fixture
def years(tmp_path: Path) -> Asked:
    return Asked(Assistant(Library(stored(tmp_path, water(), water(2025), parks()).engine)))


@pytest.mark.parametrize(
    ("turns", "value", "unit"),
    [
        (("水利局2026年收入总计多少", "2025年呢", "涨了百分之几"), "20.00", "%"),
        (("水利局2025年收入总计多少", "2026年呢", "增长率是多少"), "20.00", "%"),
        (("水利局2026年收入总计多少", "2025年呢", "多了多少", "涨幅呢"), "20.00", "%"),
        (("水利局2026年收入总计多少", "2025年呢", "涨了百分之几", "涨了多少"), "250.00", "万元"),
        (("水利局2026年收入总计多少", "上一年呢", "降了百分之几"), "20.00", "%"),
    ],
)
def test_a_rate_is_of_the_two_years_told_before(years, turns: tuple[str, ...], value: str, unit: str) -> None:
    answer = years(turns[-1], *turns[:-1])
    assert (answer.figures[0].value, answer.figures[0].unit) == (Decimal(value), unit), answer.text


@pytest.mark.parametrize(
    "turns",
    [
        ("水利局2026年收入总计多少", "2025年三公经费呢", "涨了百分之几"),
        ("水利局2025年收入总计多少", "园林局2026年呢", "涨了百分之几"),
    ],
)
def test_no_rate_is_between_two_lines_or_two_bodies(years, turns: tuple[str, ...]) -> None:
    assert years(turns[-1], *turns[:-1]).kind is AnswerKind.REFUSAL


def test_a_ratio_is_of_the_figure_said_first(ask: Asked) -> None:
    turns = ("水利局2026年公务接待费是多少", "园林局呢")
    earlier = ask("前者是后者几倍", *turns).figures
    assert earlier and earlier[0].label.startswith("云汀市水利局")
    for words in ("后者是前者几倍", "第二个是第一个的几倍", "园林局是水利局的几倍", "后一家是前一家的几倍"):
        later = ask(words, *turns)
        assert later.figures and later.figures[0].label.startswith("云汀市园林局"), (words, later.text)
