"""The own office among the units, lines printed once a function, figures of two turns, the only department."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from ingest.records.units import Amount, Unit, UnitKind
from tests.assistant.town import STATION, WATER, Draft, parks, stored, water

Asks = Callable[..., Answer]
PEOPLE = Unit("人", UnitKind.COUNT)


def office() -> Draft:
    """A bureau whose three-public table has a row a unit, and whose table by economic subjects splits one line."""
    draft = Draft("e", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    three = draft.table("three_public", "“三公”经费支出表", (("“三公”经费合计",), ("公务接待费",)))
    top = draft.row(three, "合计", ("12.60", "4.80"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(three, f"{WATER}本级", ("9.30", "4.30"), parent=top)
    draft.row(three, STATION, ("3.30", "0.50"), parent=top, body=STATION)
    spend = draft.table("economic", "支出经济分类总表", (("合计",),))
    draft.row(spend, "合计", ("90.00",), role=RowRole.GRAND_TOTAL, level=0)
    homes = draft.row(spend, "对个人和家庭的补助", ("90.00",), code="303", scheme="department_economic")
    for amount in ("1.92", "85.06"):
        draft.row(spend, "离休费", (amount,), code="30301", scheme="department_economic", parent=homes, level=2)
    draft.row(spend, "退休费", ("3.02",), code="30302", scheme="department_economic", parent=homes, level=2)
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


def test_a_line_that_was_added_up_goes_whole_into_sums_and_shares(office_ask: Asks) -> None:
    assert office_ask("水利局离休费和退休费一共多少").figures[0].value == Decimal("90.00")
    assert office_ask("水利局离休费占对个人和家庭的补助的百分之几").figures[0].value == Decimal("96.64")


def schools() -> Draft:
    """A bureau with schools of several kinds, one of which also has a project that speaks of its pupils."""
    draft = Draft("s", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    list_ = draft.table("units", "预算单位构成", (("在校学生数",),))
    for name, pupils in (("一中学", "5216"), ("山口学校", "2134"), ("河湾小学", "1900"), ("河湾幼儿园", "2300")):
        draft.row(list_, f"临江{name}", (pupils,), body=f"临江{name}")
        draft.figures[-1] = replace(draft.figures[-1], unit=PEOPLE, amount=Amount(Decimal(pupils), PEOPLE))
    projects = draft.table("projects", "项目支出表", (("合计",),))
    draft.row(projects, "学生宿舍建设", ("60.00",), body="临江一中学")
    return draft


def test_every_kind_of_school_is_a_school_and_ranks_by_pupils_alone(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path / "s", schools().parsed()).engine))
    most = assistant.ask(Question("水利局在校学生最多的两所学校"))
    assert [i.label for i in most.items] == ["临江一中学", "临江山口学校"], most.text
    counted = assistant.ask(Question("水利局在校学生满两千人的学校有几所"))
    assert [f.value for f in counted.figures] == [Decimal(2)], counted.text


def test_only_department_need_not_be_named(office_ask: Asks) -> None:
    assert office_ask("三公经费一共多少").figures[0].value == Decimal("12.60")


def test_question_of_how_many_gets_no_money(office_ask: Asks) -> None:
    assert office_ask("公务接待费安排了几次").kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION)


def test_figures_of_two_turns_are_held_against_each_other(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path / "two", water(2026), water(2025), parks()).engine))
    for words in ("差多少", "那相当于少了多少"):
        answer = assistant.ask(Question(words, ("水利局2026年收入预算", "那2025年呢")))
        assert answer.figures[0].value == Decimal("250.00")


def test_bodies_are_compared_by_their_budgets(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path / "two", water(2026), parks()).engine))
    answer = assistant.ask(Question("水利局和园林局谁的预算大"))
    assert {f.value for f in answer.figures[:2]} == {Decimal("1500.00"), Decimal("820.00")}


def units() -> Draft:
    """A bureau whose tables list every subject under each unit, with a column for what is no appropriation."""
    draft = Draft("f", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    columns = (("合计",), ("一般公共预算",), ("其他收入",))
    income = draft.table("income_total", "部门收入总表", columns)
    draft.row(income, "合计", ("60.00", "48.00", "12.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(income, f"{WATER}（机关）", ("40.00", "36.00", "4.00"), body=f"{WATER}（机关）")
    draft.row(income, STATION, ("20.00", "12.00", "8.00"), body=STATION)
    spend = draft.table("expenditure_total", "部门支出总表", (("合计",),))
    draft.row(spend, "合计", ("60.00",), role=RowRole.GRAND_TOTAL, level=0)
    for body, housing in ((f"{WATER}（机关）", "14.00"), (STATION, "5.50")):
        head = draft.row(spend, body, ("30.00",), role=RowRole.SUBTOTAL, body=body)
        draft.row(spend, "住房公积金", (housing,), code="2210201", scheme="functional", parent=head, body=body, level=2)
    return draft


@pytest.fixture
def units_ask(tmp_path: Path) -> Asks:
    assistant = Assistant(Library(stored(tmp_path / "units", units().parsed()).engine))
    return lambda words, *after: assistant.ask(Question(words, after))


def test_a_subject_listed_under_each_unit_is_added_up_for_the_department(units_ask: Asks) -> None:
    answer = units_ask("水利局的住房公积金是多少")
    assert (answer.figures[0].value, answer.figures[0].computed) == (Decimal("19.50"), True)
    assert {f.value for f in answer.figures[1:]} == {Decimal("14.00"), Decimal("5.50")}
    assert units_ask("雨水泵站管理中心的住房公积金是多少").figures[0].value == Decimal("5.50")
    assert units_ask("水利局本级的住房公积金是多少").figures[0].value == Decimal("14.00")


def test_the_unit_spoken_of_goes_on_into_the_next_part(units_ask: Asks) -> None:
    values = [f.value for f in units_ask("雨水泵站管理中心收入多少？其中其他收入多少？").figures]
    assert values == [Decimal("20.00"), Decimal("8.00")]


def test_what_is_not_of_one_fund_is_of_the_other_named(units_ask: Asks) -> None:
    answer = units_ask("雨水泵站管理中心的收入里，不是财政拨的、归其他收入的是多少")
    assert [f.value for f in answer.figures] == [Decimal("8.00")]
    rest = units_ask("雨水泵站管理中心的收入里，不是其他收入的有多少").figures
    assert (rest[0].value, rest[0].computed) == (Decimal("12.00"), True)


def test_the_form_of_one_project_is_no_total_of_its_unit(tmp_path: Path) -> None:
    draft = Draft("h", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    form = draft.table("performance_targets", "项目支出绩效目标表", (("资金总额",), ("财政拨款",)))
    draft.row(form, "泵站更新", ("63.80", "63.80"), scheme="project", body=STATION)
    assistant = Assistant(Library(stored(tmp_path / "form", draft.parsed()).engine))
    assert assistant.ask(Question("雨水泵站管理中心2026年支出多少", ())).kind is AnswerKind.REFUSAL
    assert assistant.ask(Question("水利局泵站更新多少钱", ())).figures[0].value == Decimal("63.80")


def test_a_unit_spends_as_much_as_it_takes_in_where_only_its_projects_are_printed(tmp_path: Path) -> None:
    draft = Draft("k", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    income = draft.table("income_total", "收入总体情况表", (("合计",),))
    draft.row(income, "合计", ("96.00",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(income, WATER, ("60.00",))
    draft.row(income, STATION, ("36.00",))
    projects = draft.table("project_expenditure", "项目支出预算表", (("总计",),))
    unit = draft.row(projects, STATION, ("9.00",), role=RowRole.SUBTOTAL, body=STATION)
    draft.row(projects, "泵站更新", ("9.00",), level=2, parent=unit, body=STATION)
    assistant = Assistant(Library(stored(tmp_path / "k", draft.parsed()).engine))
    assert assistant.ask(Question("雨水泵站管理中心2026年总支出是多少", ())).figures[0].value == Decimal("36.00")
    assert assistant.ask(Question("雨水泵站管理中心项目支出多少", ())).figures[0].value == Decimal("9.00")


def test_a_rank_behind_the_units_is_all_that_is_asked(office_ask: Asks) -> None:
    alone = office_ask("公务接待费分单位看，头一名是谁")
    assert [i.label for i in alone.items] == [f"{WATER}本级"], alone.text
    first = office_ask("按公务接待费由高到低，列出水利局排名前一的单位")
    assert [i.label for i in first.items][:1] == [f"{WATER}本级"], first.text


def test_projects_of_a_unit_that_no_line_adds_up_are_a_part_of_all(tmp_path: Path) -> None:
    draft = Draft("m", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    total = draft.table("expenditure_total", "支出总体情况表", (("合计",), ("基本支出",), ("项目支出",)))
    draft.row(total, "合计", ("96.00", "76.00", "20.00"), role=RowRole.GRAND_TOTAL, level=0)
    projects = draft.table("project_expenditure", "项目支出预算表", (("总计",),))
    draft.row(projects, "泵站更新", ("3.00",), body=STATION)
    draft.row(projects, "泵站巡查", ("2.00",), body=STATION)
    draft.row(projects, "河道清淤", ("15.00",), body=WATER)
    assistant = Assistant(Library(stored(tmp_path / "m", draft.parsed()).engine))
    answer = assistant.ask(Question(f"{STATION}2026年项目支出占{WATER}项目支出的百分之几", ()))
    assert answer.figures[0].value == Decimal("25.00"), answer.text
    assert not assistant.ask(Question(f"{STATION}2026年项目支出占{WATER}基本支出的百分之几", ())).figures
