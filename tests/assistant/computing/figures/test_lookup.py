"""Look-ups: the figure meant, its place, and what is not answered."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from ingest.wording.units import unit_named
from tests.assistant.town import PARKS, STATION, WATER, Draft, parks, stored, unit_of, water


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (f"{WATER}2026年收入预算是多少？", "1500.00"),
        ("水利局2026年总收入多少", "1500.00"),
        ("云汀水利局2025年收入总计", "1250.00"),
        ("云汀市水利局二〇二六年公务接待费", "4.50"),
        ("水利局今年招待费多少钱", "4.50"),
        ("水利局2026年出国费", "0.00"),
        ("水利局2130317科目预算", "900.00"),
        ("水利局213 03 17多少", "900.00"),
        ("水利局项目支出合计", "900.00"),
        ("水利局河道清淤工程项目多少钱", "400.00"),
        ("河道清淤工程项目预算", "400.00"),
        ("雨水泵站管理中心项目支出", "250.00"),
        ("How much is the official reception of Yunting 水利局 in 2026?", "4.50"),
        ("雲汀市水利局2026年收入總計", "1500.00"),
        ("水利局2026年公务接代费", "4.50"),
    ],
)
def test_one_figure(ask, question: str, value: str) -> None:
    answer = ask(question)
    assert answer.kind is AnswerKind.NUMBER, answer.text
    assert answer.figures[0].value == Decimal(value)
    assert answer.figures[0].sources and not answer.figures[0].computed


def test_the_same_plan_under_other_wordings(ask) -> None:
    wordings = [
        "云汀市水利局2026年“三公”经费是多少？",
        "2026年水利局三公花多少",
        "水利局26年三公支出总额",
        "请问水利局今年的三公经费合计",
        "三公经费这块，水利局2026年安排了多少钱",
        "水利局二〇二六年三公消费几多",
    ]
    answers = [ask(words) for words in wordings]
    assert {a.figures[0].value for a in answers if a.figures} == {Decimal("20.50")}
    assert all(a.figures for a in answers)


@pytest.mark.parametrize(
    "question",
    [
        "水利局2031年收入预算",
        "云河市水利局2026年收入预算",
        "云汀市财政局2026年收入预算",
        "水利局2026年火星探测经费",
        "水利局2026年收入决算",
        "水利局2139999科目预算",
        "水利局2026年人均公务接待费",
    ],
)
def test_what_is_not_there_never_yields_a_figure(ask, question: str) -> None:
    answer = ask(question)
    assert answer.kind is AnswerKind.REFUSAL, answer.text
    assert not answer.figures


def test_an_ambiguous_department_is_asked_back_and_the_choice_is_taken(ask) -> None:
    answer = ask("公务接待费多少？")
    assert answer.kind is AnswerKind.CLARIFICATION
    assert len(answer.choices) == 2
    chosen = ask("园林局的", "公务接待费多少？")
    assert chosen.figures[0].value == Decimal("1.25")


def test_the_same_name_under_two_units_is_asked_back_with_amounts(ask) -> None:
    answer = ask("水利局办公设备购置经费多少")
    assert answer.kind is AnswerKind.CLARIFICATION
    assert {"50.00万元", "20.00万元"} <= {part for choice in answer.choices for part in choice.split("：")}
    assert ask("第二个", "水利局办公设备购置经费多少").figures[0].value in (Decimal("20.00"), Decimal("50.00"))


def test_zero_blank_empty_table_and_absent_are_four_answers(ask) -> None:
    zero = ask("水利局2026年因公出国（境）费")
    assert zero.figures[0].value == 0
    empty = ask("水利局2026年政府性基金预算支出")
    assert empty.figures[0].value == 0
    assert "无发生额" in empty.text
    blank = ask("水利局2026年水利前期工作基本支出")
    assert blank.kind is AnswerKind.TEXT
    assert not blank.figures
    assert ask("水利局2026年国有资本经营预算支出").kind is AnswerKind.REFUSAL


def test_other_units_are_converted_exactly(ask) -> None:
    assert ask("水利局2026年公务接待费是多少元").figures[0].value == 45_000
    assert ask("水利局2026年收入预算多少亿元").figures[0].value == Decimal("0.15")


def test_the_whole_department_is_meant_unless_the_unit_is_named(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path, water(), unit_of(water())).engine))
    whole = assistant.ask(Question("水利局2026年收入预算"))
    assert whole.figures[0].value == Decimal("1500.00")
    own = assistant.ask(Question("水利局2026年收入预算（单位口径）"))
    assert own.figures[0].value == Decimal("1100.00")
    both = assistant.ask(Question("水利局2026年收入预算部门和单位各是多少"))
    assert [f.value for f in both.figures[:2]] == [Decimal("1500.00"), Decimal("1100.00")]


def test_the_order_of_ingestion_does_not_show(tmp_path: Path) -> None:
    one = Assistant(Library(stored(tmp_path / "one", water(), parks(), water(2025)).engine))
    other = Assistant(Library(stored(tmp_path / "other", water(2025), parks(), water()).engine))
    for words in ("公务接待费多少？", "水利局三公经费", f"{PARKS}收入预算", "水利局金额最大的两个项目"):
        assert one.ask(Question(words)) == other.ask(Question(words))


def test_a_part_keeps_the_line_that_the_clause_before_named(ask) -> None:
    part = ask("水利局农林水支出多少，其中项目支出多少")
    assert [f.value for f in part.figures] == [Decimal("1400.00"), Decimal("900.00")]
    both = ask("水利局农林水支出的基本支出多少，项目支出多少")
    assert [f.value for f in both.figures] == [Decimal("500.00"), Decimal("900.00")]
    assert ask("水利局三公经费多少，项目支出多少").figures[1].value == Decimal("900.00")


def test_a_department_answers_beside_its_own_unit_document_where_neither_is_said(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path, water(), unit_of(water())).engine))
    both = assistant.ask(Question(f"{WATER}2026年收入总计多少"))
    assert [f.value for f in both.figures] == [Decimal("1500.00"), Decimal("1100.00")]
    whole = assistant.ask(Question(f"{WATER}2026年部门预算的收入总计多少"))
    assert [f.value for f in whole.figures] == [Decimal("1500.00")]
    own = assistant.ask(Question(f"{WATER}2026年单位预算的收入总计多少"))
    assert [f.value for f in own.figures] == [Decimal("1100.00")]


def test_projects_paid_from_elsewhere_are_no_list_of_all_projects(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path, water()).engine))
    assert assistant.ask(Question(f"{WATER}有哪个项目是靠财政以外的资金的？多少钱")).kind is AnswerKind.REFUSAL


def test_an_area_is_told_by_its_unit_where_the_line_says_no_area(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    unit = unit_named("平方米")
    assert unit is not None
    draft.said("房屋", "7193.21", unit=unit)
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    answer = assistant.ask(Question("水利局房屋面积多大"))
    assert [(f.value, f.unit) for f in answer.figures] == [(Decimal("7193.21"), "平方米")]


def _listed(folder: Path) -> Assistant:
    """A list of projects with their whole, a fund with its own sum, and what is kept secret."""
    draft = Draft("c", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    columns = (("资金总额",), ("财政拨款", "小计"), ("财政拨款", "一般公共预算"), ("其他资金",))
    table = draft.table("project_expenditure", "部门项目支出汇总表", columns)
    draft.row(table, "合计", ("90.00", "70.00", "70.00", "20.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(table, "灌渠衬砌工程", ("60.00", "40.00", "40.00", "20.00"), body=WATER)
    draft.row(table, "堤防白蚁防治", ("30.00", "30.00", "30.00", None), body=WATER)
    draft.row(table, "涉密项目1", (None, None, None, None), body=WATER, secret=True)
    for body, amount in ((WATER, "5.00"), (STATION, "3.00")):
        code = "43260026T101" if body == STATION else None
        form = draft.table("performance_targets", "项目支出绩效目标表", (("年度资金总额",),))
        draft.row(form, "办公设备购置", (amount,), body=body, code=code, scheme="project" if code else None)
    return Assistant(Library(stored(folder, draft.parsed()).engine))


def test_a_projects_amount_is_its_whole_and_not_the_sum_of_one_fund(tmp_path: Path) -> None:
    asked = _listed(tmp_path)
    for question, value in [
        ("水利局灌渠衬砌工程多少钱", "60.00"),
        ("水利局灌渠衬砌工程的财政拨款多少", "40.00"),
        ("水利局灌渠衬砌工程的其他资金多少", "20.00"),
        ("水利局项目支出合计多少", "90.00"),
    ]:
        answer = asked.ask(Question(question, ()))
        assert answer.kind is AnswerKind.NUMBER, answer.text
        assert answer.figures[0].value == Decimal(value), question


def test_an_amount_that_is_kept_secret_is_no_blank(tmp_path: Path) -> None:
    answer = _listed(tmp_path).ask(Question("水利局涉密项目1预算多少", ()))
    assert answer.kind is AnswerKind.REFUSAL
    assert "涉密" in answer.text and "空白" not in answer.text


def test_a_project_with_a_code_is_not_preferred_to_its_namesake(tmp_path: Path) -> None:
    assert _listed(tmp_path).ask(Question("水利局的办公设备购置花了多少", ())).kind is AnswerKind.CLARIFICATION


def test_the_budget_of_spending_is_no_completion(ask) -> None:
    assert ask("水利局行政运行支出预算多少").figures[0].value == Decimal("500.00")
