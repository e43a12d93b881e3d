"""A final account: three stages of one line, what the opening budget lacked, tables side by side, last lines."""

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
from tests.assistant.town import WATER, Draft, stored


@pytest.fixture
def account(tmp_path: Path) -> Asked:
    """A bureau's final account with its explanations."""
    draft = Draft("a", WATER, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    spend = draft.table("expenditure_total", "支出决算表", (("本年支出合计",), ("基本支出",), ("项目支出",)))
    draft.row(spend, "合计", ("2,600.00", "400.00", "2,200.00"), role=RowRole.GRAND_TOTAL, level=0)
    farm = draft.row(
        spend, "农林水支出", ("2,600.00", "400.00", "2,200.00"), code="213", scheme="functional", role=RowRole.SUBTOTAL
    )
    lines = (
        ("行政运行", "2130301", "400.00", "400.00", None, "390.00"),
        ("水利工程建设", "2130305", "1,200.00", None, "1,200.00", "1,300.00"),
        ("防汛", "2130314", "1,000.00", None, "1,000.00", "0.00"),
    )
    for name, code, whole, basic, project, opening in lines:
        draft.row(spend, name, (whole, basic, project), code=code, scheme="functional", level=3, parent=farm)
        for stage, text in ((Stage.BUDGET, opening), (Stage.FINAL_ACCOUNT, whole)):
            draft.said(f"农林水支出（类）水利（款）{name}（项）", text)
            draft.figures[-1] = replace(draft.figures[-1], stage=stage, code=code)
    three = draft.table("three_public", "“三公”经费支出决算表", (("年初预算数",), ("全年预算数",), ("决算数",)))
    draft.row(three, "公务接待费", ("20.00", "16.00", "12.00"))
    stages = (Stage.BUDGET, Stage.ADJUSTED_BUDGET, Stage.FINAL_ACCOUNT)
    for at, stage in enumerate(stages):
        draft.figures[at - 3] = replace(draft.figures[at - 3], stage=stage)
    draft.said("公务接待费", "75.00", Relation.SHARE, PERCENT, "全年预算")
    detail = draft.table("general_public_basic", "基本支出决算明细表", (("人员经费", "决算数"), ("公用经费", "决算数")))
    pay = draft.row(detail, "工资福利支出", ("340.00", None), code="301", scheme="department_economic")
    goods = draft.row(detail, "商品和服务支出", (None, "60.00"), code="302", scheme="department_economic")
    for name, code, amounts, parent in (
        ("基本工资", "30101", ("200.00", None), pay), ("办公费", "30201", (None, "25.00"), goods),
        ("奖金", "30103", ("140.00", None), pay), ("差旅费", "30211", (None, "35.00"), goods),
    ):  # fmt: skip
        draft.row(detail, name, amounts, code=code, scheme="department_economic", level=2, parent=parent)
    projects = draft.table("project_expenditure", "项目支出决算明细表", (("年初预算数",), ("决算数", "小计")))
    for name, code, amounts in (
        ("河堤加固工程", "2130305", ("900.00", "700.00")),
        ("水库维修工程", "2130305", ("300.00", "500.00")),
        ("防汛物资储备", "2130314", (None, "1,000.00")),
    ):
        draft.row(projects, name, amounts, code=code, scheme="functional")
        draft.figures[-2] = replace(draft.figures[-2], stage=Stage.BUDGET)
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("水利局花钱最多的项目是哪个", "防汛物资储备：1,000.00万元"),
        ("水利局年初预算最多的项目是哪个", "河堤加固工程：900.00万元"),
        ("水利局决算数超过600万元的项目有几个", "2个"),
        ("水利局2130305实际支出多少", "1,200.00万元"),
    ],
)
def test_amounts_of_a_list_are_of_the_stage_asked_for_and_a_code_is_its_subjects(
    account: Asked, question: str, told: str
) -> None:
    assert told in account(question).text


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("水利局哪些支出是年初没安排、年中追加的", ["防汛"]),
        ("水利局年初没列预算的科目有哪些", ["防汛"]),
        ("水利局决算比年初预算少的科目有哪些", ["水利工程建设"]),
        ("水利局哪些科目决算没达到年初预算", ["水利工程建设"]),
        ("水利局哪些支出决算比预算高", ["行政运行", "防汛"]),
    ],
)
def test_lines_are_chosen_by_how_they_stand_to_the_opening_budget(
    account: Asked, question: str, labels: list[str]
) -> None:
    answer = account(question)
    assert [f.label.split("（款）")[-1].removesuffix("（项）") for f in answer.items] == labels, answer.text


def test_what_is_not_known_of_projects_is_refused(account: Asked) -> None:
    answer = account("水利局年初没安排的项目有哪些")
    assert not (answer.figures or answer.items)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水利局接待费只花了年初预算的百分之几", "60.00"),
        ("水利局接待费完成全年预算的百分之几", "75.00"),
        ("水利局接待费执行率多少", "75.00"),
        ("水利局接待费比年初少花了多少", "8.00"),
        ("水利局项目支出超一千万的科目有几个", "1"),
        ("水利局一千万及以上的科目有几个", "2"),
    ],
)
def test_one_figure(account: Asked, question: str, value: str) -> None:
    answer = account(question)
    assert answer.kind is AnswerKind.NUMBER
    assert abs(Decimal(str(answer.figures[0].value))) == Decimal(value), answer.text


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("商品和服务支出里面，水利局花钱最多的两个明细", ["差旅费", "办公费"]),
        ("水利局工资福利支出最少的两项明细", ["奖金", "基本工资"]),
        ("按项级科目排，水利局花得最多的两项", ["水利工程建设", "防汛"]),
    ],
)
def test_ranks_of_lines_of_one_level(account: Asked, question: str, labels: list[str]) -> None:
    assert [f.label for f in account(question).items] == labels


@pytest.mark.parametrize(
    "question",
    [
        "水利局行政运行年初批了多少、最后花了多少？",
        "水利局行政运行年初批了多少？最后花了多少？",
        "水利局行政运行年初打算花多少，最后决算又是多少",
        "水利局行政运行起初安排了多少钱，后来实际用掉多少",
        "水利局行政运行批了多少、花了多少",
        "水利局行政运行预算批了多少，年终决算是多少",
    ],
)
def test_both_stages_are_answered(account: Asked, question: str) -> None:
    answer = account(question)
    assert [f.value for f in answer.figures] == [Decimal("390.00"), Decimal("400.00")], answer.text


@pytest.mark.parametrize("question", ["水利局行政运行花了多少？原先预算多少？", "水利局行政运行用掉了多少，预算是多少"])
def test_a_budget_asked_behind_what_was_spent_is_answered_too(account: Asked, question: str) -> None:
    answer = account(question)
    assert [f.value for f in answer.figures] == [Decimal("400.00"), Decimal("390.00")], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "水利局2025年决算中，行政运行的年初预算数是多少？",
        "按水利局2025年决算里写的，开年给行政运行批了多少钱？",
        "水利局 2025决算 行政运行 年初预算",
    ],
)
def test_a_final_account_is_looked_into_for_the_opening_budget(account: Asked, question: str) -> None:
    assert [f.value for f in account(question).figures] == [Decimal("390.00")]


def test_a_further_part_of_a_question_is_not_passed_over(account: Asked) -> None:
    assert not account("水利局行政运行年初批了多少？实际支出多少？剩下多少没花？").figures


@pytest.mark.parametrize(
    "question",
    [
        "水利局行政运行花出去的占预算多少",
        "水利局 2025决算 行政运行 完成年初预算 %",
        "水利局行政运行的决算数相当于年初预算数的百分比",
        "水利局行政运行花掉了年初预算的几成",
        "What percentage of its opening budget did the Water Bureau (水利局) spend on 行政运行?",
    ],
)
def test_how_much_of_its_opening_budget_a_line_came_to(account: Asked, question: str) -> None:
    assert account(question).figures[0].value == Decimal("102.56")


def test_names_side_by_side_are_asked_one_by_one(account: Asked) -> None:
    values = [f.value for f in account("水利局 办公费 差旅费 各多少").figures]
    assert values == [Decimal("25.00"), Decimal("35.00")]


def test_turns_go_from_one_stage_to_the_other(account: Asked) -> None:
    first = "水利局行政运行决算多少"
    assert account("预算呢", first).figures[0].value == Decimal("390.00")
    assert account("差多少", first, "预算呢").figures[0].value == Decimal("10.00")
    assert account("最后呢", "水利局行政运行年初批了多少").figures[0].value == Decimal("400.00")


@pytest.fixture
def two_funds(tmp_path: Path) -> Asked:
    """An account whose table has more of a line than the sentence that holds it against the budget of one fund."""
    draft = Draft("a", WATER, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    spend = draft.table("expenditure_total", "支出决算表", (("本年支出合计",), ("基本支出",), ("项目支出",)))
    draft.row(spend, "合计", ("900.00", "400.00", "500.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(spend, "防汛", ("900.00", "400.00", "500.00"), code="2130314", scheme="functional", level=3)
    passed_on = draft.table("transfer_payments", "转移支付资金情况表", (("下达资金",), ("当年支出",)))
    draft.row(passed_on, "合计", ("300.00", "250.00"), role=RowRole.GRAND_TOTAL, level=0)
    for stage, text in ((Stage.BUDGET, "650.00"), (Stage.FINAL_ACCOUNT, "700.00")):
        draft.said("农林水支出（类）水利（款）防汛（项）", text, passage="p1")
        draft.figures[-1] = replace(draft.figures[-1], stage=stage)
    three = draft.table("three_public", "“三公”经费支出决算表", (("预算数",), ("决算数",)))
    draft.row(three, "公务接待费", ("16.00", "12.00"))
    draft.figures[-2] = replace(draft.figures[-2], stage=Stage.BUDGET)
    draft.tables[-1] = replace(three, note="注：预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数。")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水利局防汛决算比年初预算多多少", "50.00"),
        ("水利局防汛，实际花的比年初预算多多少", "50.00"),
        ("水利局防汛年初预算与决算之间的差额", "50.00"),
        ("水利局防汛超年初预算多少", "50.00"),
        ("水利局2025年一共花了多少钱", "900.00"),
        ("水利局接待费比全年预算省了多少", "4.00"),
        ("水利局接待费比预算省了多少", "4.00"),
        ("水利局接待费全年预算多少", "16.00"),
    ],
)
def test_an_account_is_held_against_the_budget_of_its_own_fund(two_funds: Asked, question: str, value: str) -> None:
    answer = two_funds(question)
    assert answer.kind is AnswerKind.NUMBER, answer.text
    assert abs(Decimal(str(answer.figures[0].value))) == Decimal(value), answer.text


@pytest.mark.parametrize(
    "question", ["水利局接待费年初预算多少", "水利局2025年部门预算总额", "水利局基本支出年初预算多少"]
)
def test_a_budget_that_is_not_printed_is_refused(two_funds: Asked, question: str) -> None:
    assert two_funds(question).kind is AnswerKind.REFUSAL


def test_the_opening_budget_of_what_was_spent(two_funds: Asked) -> None:
    answer = two_funds("当初年初预算是多少", "水利局2025年决算里防汛花了多少？")
    assert answer.figures[0].value == Decimal("650.00"), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "水利局2025年决算里，防汛的年初预算和支出决算相差多少",
        "水利局2025年决算里水利工程建设的年初预算和支出决算差多少",
        "工作需要，水利局2025年水利工程建设支出决算与年初预算的差额",
    ],
)
def test_two_stages_are_held_apart_also_within_the_account(account: Asked, question: str) -> None:
    answer = account(question)
    assert answer.figures[0].value == Decimal(1000 if "防汛" in question else 100), answer.text


def test_the_opening_total_is_the_one_the_account_prints(tmp_path: Path) -> None:
    later = Draft("b", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    later.row(later.table("expenditure_total", "支出总表", (("合计",),)), "支出总计", ("3,000.00",))
    later.said("支出总计", "-100.00", Relation.CHANGE)
    draft = Draft("a", WATER, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    spend = draft.table("expenditure_total", "支出决算表", (("本年支出合计",),))
    draft.row(spend, "合计", ("2,600.00",), role=RowRole.GRAND_TOTAL, level=0)
    for stage, text in ((Stage.BUDGET, "2,650.00"), (Stage.FINAL_ACCOUNT, "2,600.00")):
        draft.said("一般公共预算财政拨款支出", text, passage="a-p1")
        draft.figures[-1] = replace(draft.figures[-1], stage=stage)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), later.parsed()).engine)))
    answer = asked("水利局2025年决算支出比年初预算少花了多少")
    assert answer.figures and answer.figures[0].value == Decimal(50), answer.text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("水利局一般公共预算支出最多的两个项级科目", "防汛"),
        ("水利局一般公共预算年初预算最多的两个项级科目", "水利工程建设"),
    ],
)
def test_an_account_is_ranked_by_what_was_spent(tmp_path: Path, question: str, first: str) -> None:
    """Where the table prints the opening budget in a column of its own before what was spent."""
    draft = Draft("a", WATER, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    columns = (("年初预算数",), ("本年支出", "小计"), ("本年支出", "项目支出"))
    table = draft.table("general_public", "一般公共预算财政拨款支出决算表", columns)
    for name, code, amounts in (
        ("水利工程建设", "2130305", ("1,200.00", "900.00", "900.00")),
        ("防汛", "2130314", ("600.00", "1,000.00", "1,000.00")),
    ):
        draft.row(table, name, amounts, code=code, scheme="functional", level=3)
        draft.figures[-3] = replace(draft.figures[-3], stage=Stage.BUDGET)
    lead, largest, _ = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))(question).text.split("\n")
    assert first in largest
    assert lead.startswith("云汀市水利局2025年") and lead.endswith("项级科目中最大的2个：")


@pytest.mark.parametrize(
    ("question", "told"),
    [("水利局防洪的钱（2130314）实际支出多少", "1,000.00万元"), ("水利局行政运行（2130314）实际支出多少", "没有印")],
)
def test_words_before_a_code_describe_its_line(account: Asked, question: str, told: str) -> None:
    assert told in account(question).text


@pytest.mark.parametrize("question", ["水利局项级科目各多少", "水利局农林水支出的项级科目各多少"])
def test_subjects_of_a_level_are_each_told_and_not_their_total(account: Asked, question: str) -> None:
    assert {i.label for i in account(question).items} == {"行政运行", "水利工程建设", "防汛"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("水利局接待费年初安排20万，用掉了预算的几成", "60.00%"),
        ("水利局接待费年初安排18万，用掉了预算的几成", "18万元"),
    ],
)
def test_the_budget_stated_beside_a_completion_is_held_against_the_account(
    account: Asked, question: str, told: str
) -> None:
    answer = account(question)
    assert told in answer.text and ("%" in told) is (answer.kind is AnswerKind.NUMBER)


def test_fiscal_spending_of_an_account_is_without_what_was_carried_over(tmp_path: Path) -> None:
    draft = Draft("f", WATER, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    table = draft.table("fiscal_total", "财政拨款收入支出决算总表", (("支出", "决算数"),))
    draft.row(table, "本年支出合计", ("90.00",), role=RowRole.SUBTOTAL)
    draft.row(table, "年末财政拨款结转和结余", ("10.00",))
    draft.row(table, "总计", ("100.00",), role=RowRole.GRAND_TOTAL, level=0)
    ask = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    assert [f.value for f in ask("水利局2025年财政拨款支出多少").figures] == [Decimal("90.00")]
