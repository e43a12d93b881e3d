"""Figures held against others: printed changes are quoted, the rest is computed and says so."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole, Stage
from ingest.records.figure import Relation
from ingest.records.units import PERCENT
from tests.assistant.conftest import Asked
from tests.assistant.town import STATION, WATER, Draft, parks, stored


def test_a_printed_change_and_rate_are_quoted(ask) -> None:
    answer = ask("水利局2026年收入预算比上年增加多少，增长百分之几？")
    assert [f.value for f in answer.figures[:2]] == [Decimal("250.00"), Decimal("20.0")]
    assert not any(f.computed for f in answer.figures[:2])


def test_how_far_a_change_went_is_no_share_of_all(ask) -> None:
    answer = ask("水利局2026年收入预算比上年增加多少，百分比是多少？")
    assert [f.value for f in answer.figures[:2]] == [Decimal("250.00"), Decimal("20.0")]
    assert len(answer.figures) == len(ask("水利局2026年收入预算比上年增加多少，增长百分之几？").figures)


def test_a_fall_is_said_without_its_sign_since_its_label_says_it(ask) -> None:
    for asked in ("水利局公务接待费比上年减少多少", "水利局公务接待费比上年变化多少"):
        figure = ask(asked).figures[0]
        assert figure.value == Decimal("1.50")
        assert "减少" in figure.label


def test_a_rate_has_the_sign_its_words_say(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("公务接待费", "4.00")
    draft.said("公务接待费", "-1.00", Relation.CHANGE, basis="上年")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    for words in ("同比下降比例是多少", "降幅 %", "压减的百分比是多少", "今年降幅是百分之多少"):
        told = asked(f"水利局公务接待费{words}").figures[0]
        assert (told.value, told.unit) == (Decimal("20.00"), "%"), words
    told = asked("水利局公务接待费增减幅度").figures[0]
    assert (told.value, "下降" in told.label) == (Decimal("20.00"), True)


def test_a_year_worked_out_is_held_against_the_printed_one(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("公务接待费", "4.00")
    draft.said("公务接待费", "-1.00", Relation.CHANGE, basis="上年")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    for words in ("2026年是2025年的几倍", "今年÷去年 几倍"):
        assert asked(f"水利局公务接待费{words}").figures[0].value == Decimal("0.80"), words


def test_more_by_how_much_and_why_asks_for_the_printed_change(ask) -> None:
    for words in ("公务接待费少了多少，为什么", "预算中公务接待费少了多少"):
        assert ask(f"水利局2026年{words}").figures[0].value == Decimal("1.50"), words


def test_an_amount_beside_its_rate_comes_first(ask) -> None:
    for words in (
        "同比减少多少",
        "同比变化额是多少",
        "减少的金额和降幅",
        "减少了多少、降幅多大",
        "增减额、增减率各多少",
    ):
        answer = ask(f"水利局公务接待费{words}")
        assert [f.unit for f in answer.figures[:2]] == ["万元", "%"], words


def test_the_year_held_against_is_not_the_year_asked_for(ask) -> None:
    for words in ("和2025年比起来，变动了多少？", "与上一年度相比，究竟变动了多少？", "同上一年（2025）一比又变了多少"):
        answer = ask(f"水利局2026年的收入预算是多少？{words}")
        assert [f.value for f in answer.figures[:2]] == [Decimal("1500.00"), Decimal("250.00")], words
    assert ask("以2025年为基数，水利局2026年收入预算增加多少").figures[0].value == Decimal("250.00")


def test_a_rate_is_never_answered_by_an_amount(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("水土保持", "8.00", Relation.CHANGE, basis="上年预算数")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert not asked("水利局水土保持比上年增长百分之几").figures
    assert asked("水利局水土保持比上年增加多少").figures[0].value == Decimal("8.00")


def test_a_change_that_only_the_later_document_tells(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    draft.said("机关运行经费", "184.00")
    draft.said("机关运行经费", "4.00", Relation.CHANGE, basis="2024年度")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    for words in ("2025年决算比2024年决算增加多少", "从2024年到2025年决算增加了多少"):
        assert asked(f"水利局机关运行经费{words}").figures[0].value == Decimal("4.00"), words


def test_last_year_of_a_year_that_is_said(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("水土保持", "50.00")
    draft.said("水土保持", "8.00", Relation.CHANGE, basis="上年执行数")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    answer = asked("水利局2026年水土保持上年执行数是多少，今年预算多少")
    assert [f.value for f in answer.figures] == [Decimal("42.00"), Decimal("50.00")]


def test_a_year_that_is_not_printed_is_worked_out(ask) -> None:
    answer = ask("园林局2025年收入预算")
    assert not answer.figures
    derived = ask("水利局2025年公务接待费")
    assert derived.figures[0].value in (Decimal("4.50"), Decimal("6.00"))


def test_what_was_executed_comes_of_a_change_against_the_execution_alone(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    for line, basis in (("水土保持", "上年执行数"), ("水文测报", "上年预算数")):
        draft.said(line, "50.00")
        draft.said(line, "8.00", Relation.CHANGE, basis=basis)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert asked("水利局水土保持去年实际执行了多少").figures[0].value == Decimal("42.00")
    assert not asked("水利局水文测报去年实际执行了多少").figures
    assert not asked("水利局2025年水土保持预算数是多少").figures


def test_how_a_part_moved_is_not_how_the_whole_did(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("收入预算", "1000.00")
    draft.said("财政拨款收入", "900.00")
    draft.said("财政拨款收入", "50.00", Relation.CHANGE, basis="上年")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert not asked("水利局收入预算比上年增加多少").figures


def test_the_opening_budget_of_an_account_is_worked_out_of_its_change(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    draft.said("机关运行经费", "187.32")
    draft.said("机关运行经费", "-8.68", Relation.CHANGE, basis="年初预算数")
    draft.said("机关运行经费", "-14.14", Relation.CHANGE, basis="上年")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert asked("水利局2025年机关运行经费的年初预算是多少").figures[0].value == Decimal("196.00")
    assert asked("水利局2024年机关运行经费多少").figures[0].value == Decimal("201.46")


def test_change_between_two_years_of_documents(ask) -> None:
    answer = ask("水利局2026年支出预算比2025年增加多少")
    assert answer.figures[0].value == Decimal("250.00")
    assert answer.figures[0].computed
    assert len(answer.figures[0].sources) == 2


@pytest.mark.parametrize("words", ["项目增加了多少", "机构增加了多少", "下属单位增加了多少"])
def test_how_many_things_more_there_are_is_no_change_of_money(ask: Asked, words: str) -> None:
    assert not ask(f"云汀市水利局2026年{words}").figures


def test_shares(ask) -> None:
    answer = ask("水利局项目支出占总支出的比例")
    assert (answer.figures[0].value, answer.figures[0].unit) == (Decimal("60.00"), "%")
    assert ask("水利局公务接待费占三公经费的百分之几").figures[0].value == Decimal("21.95")
    assert ask("水利局三公经费里接待费占几成").figures[0].value == Decimal("21.95")


def test_times(ask) -> None:
    assert ask("水利局2026年收入预算是园林局的几倍").figures[0].value == Decimal("1.83")


def test_follow_ups_keep_what_they_do_not_change(ask) -> None:
    assert ask("那园林局呢", "水利局2026年公务接待费多少").figures[0].value == Decimal("1.25")
    assert ask("那2025年呢", "水利局2026年收入预算多少").figures[0].value == Decimal("1250.00")
    assert ask("换成元", "水利局2026年公务接待费多少").figures[0].value == 45_000


def test_a_year_that_is_worked_out_is_held_against_the_next(ask: Asked) -> None:
    answer = ask("云汀市水利局2026年公务接待费是2025年的几倍")
    assert answer.kind is AnswerKind.NUMBER


def test_a_change_told_of_one_fund_is_of_the_amount_printed_beside_it(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("expenditure", "2026年部门支出总表", (("合计",),))
    draft.row(table, "河湖管理", ("90.00",), code="2130304", scheme="functional")
    told = "农林水支出（类）水利（款）河湖管理（项）"
    draft.said(told, "60.00", passage="p1")
    draft.said(told, "12.00", Relation.CHANGE, basis="上年执行数", passage="p1")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert asked("水利局河湖管理上年执行了多少").figures[0].value == Decimal("48.00")
    moved = asked("水利局河湖管理比上年执行数变化多少").figures
    assert [f.value for f in moved] == [Decimal("12.00"), Decimal("25.00"), Decimal("60.00")]
    assert asked("水利局河湖管理预算多少").figures[0].value == Decimal("90.00")


def test_a_change_with_nothing_named_is_of_the_whole_asked_before(ask) -> None:
    answer = ask("水利局去年年初批了多少钱？今年多了百分之几？")
    assert [f.unit for f in answer.figures[:2]] == ["万元", "%"]
    assert answer.figures[1].value == Decimal("20.0")


def test_a_line_typed_by_its_sound_is_asked_of_last_year_too(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("住房保障支出（类）住房改革支出（款）提租补贴（项）", "30.00", passage="p1")
    draft.said(
        "住房保障支出（类）住房改革支出（款）提租补贴（项）", "5.00", Relation.CHANGE, basis="上年", passage="p1"
    )
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert asked("水利局提租补帖去年多少钱").figures[0].value == Decimal("25.00")


def test_a_change_of_which_only_the_rate_is_printed_is_told_to_its_certain_digits(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("公务接待费", "210.00")
    draft.said("公务接待费", "0.68", Relation.RATE, PERCENT, "上年")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    rate, amount = asked("水利局公务接待费涨了多少").figures[:2]
    assert (rate.value, rate.computed) == (Decimal("0.68"), False)
    assert (amount.value, amount.computed, "约" in amount.label) == (Decimal("1.4"), True, True)


def test_a_budget_is_held_against_the_year_before_where_no_account_is_held(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("公务接待费", "4.00")
    draft.said("公务接待费", "1.00", Relation.CHANGE, basis="2025年年初预算")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert asked("水利局公务接待费比年初预算涨了多少").figures[0].value == Decimal("1.00")
    assert asked("水利局公务接待费决算比年初预算涨了多少").kind is AnswerKind.REFUSAL


def test_a_line_named_behind_a_change_is_asked_for_its_change(ask: Asked) -> None:
    answer = ask("水利局公务接待费比去年多多少？公务用车购置及运行维护费呢")
    assert [f.label for f in answer.figures if "比" in f.label and "公务用车" in f.label], answer.text


def test_a_year_as_a_part_of_another_is_no_growth(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("公务接待费", "4.00")
    draft.said("公务接待费", "-1.00", Relation.CHANGE, basis="上年")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    for words in ("今年是去年的百分之几", "2026年占2025年预算的百分之多少"):
        told = asked(f"水利局公务接待费{words}").figures[0]
        assert (told.value, told.unit) == (Decimal("80.00"), "%"), words


def test_two_sides_of_a_budget_that_moved_unalike_are_both_told(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    for side, moved in (("收入预算", "8.00"), ("支出预算", "6.00")):
        draft.said(side, "40.00")
        draft.said(side, moved, Relation.CHANGE, basis="2025年预算")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    told = {figure.value for figure in asked("水利局2026年预算比2025年增加了多少").figures}
    assert {Decimal("8.00"), Decimal("6.00")} <= told


def test_a_part_of_the_budget_is_no_change_of_the_line(ask) -> None:
    told = {ask(f"水利局公务接待费占{whole}的百分之几").figures[0].value for whole in ("预算", "部门预算", "总预算")}
    assert len(told) == 1
    assert "占" in ask("水利局公务接待费占预算的百分之几").figures[0].label


def test_a_gap_behind_the_year_before_is_the_move_of_its_line(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("水土保持", "50.00")
    draft.said("水土保持", "8.00", Relation.CHANGE, basis="上年预算数")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    for turn in ("今年少了多少", "今年多了多少"):
        answer = asked(f"水利局去年水土保持多少，{turn}")
        assert [f.value for f in answer.figures][:2] == [Decimal("42.00"), Decimal("8.00")], answer.text


def test_a_unit_said_without_a_line_moved_by_its_own_amount(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("income_total", "收入预算表", (("2025年预算",), ("2026年预算",)))
    top = draft.row(table, "合计", ("90.00", "120.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(table, f"{WATER}本级", ("40.00", "75.00"), parent=top)
    draft.row(table, STATION, ("50.00", "45.00"), parent=top, body=STATION)
    draft.figures = [replace(f, year=2025 if f.column == ("2025年预算",) else 2026) for f in draft.figures]
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    for words in ("今年比去年少了多少", "2026年比上年变化多少"):
        assert asked(f"雨水泵站管理中心{words}").figures[0].value == Decimal("5.00"), words
