"""Subjects by how they changed, from a table that prints two years side by side."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.town import STATION, WATER, Draft, stored

Asks = Callable[..., Answer]


@pytest.fixture
def ask(tmp_path: Path) -> Asks:
    """A bureau whose table of general public expenditure has a column of the year before."""
    draft = Draft("g", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    columns = (("2025年预算数",), ("2026年预算数", "小计"), ("2026年预算数", "项目支出"))
    table = draft.table("general_public", "一般公共预算支出表", columns)
    draft.row(table, "合计", ("90.00", "95.00", "40.00"), role=RowRole.GRAND_TOTAL, level=0)
    for code, label, amounts in (
        ("2130301", "行政运行", ("50.00", "55.00", None)),
        ("2130317", "水利前期工作", ("30.00", "26.50", "26.50")),
        ("2130314", "防汛", ("10.00", "9.00", "9.00")),
        ("2130315", "抗旱", (None, "4.50", "4.50")),
    ):
        draft.row(table, label, amounts, code=code, scheme="functional", level=3)
    draft.figures = [replace(f, year=2025) if f.column == columns[0] else f for f in draft.figures]
    every = draft.table("expenditure_total", "部门支出总表", (("合计",),))
    draft.row(every, "合计", ("110.00",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(
        every, "行政运行", ("70.00",), code="2130301", scheme="functional", level=3
    )  # 15.00 of it from other funds
    three = draft.table("other", "机构运行信息表", (("统计数",),))
    head = draft.row(three, "“三公”经费支出", (None,), role=RowRole.SUBTOTAL)
    draft.row(three, "支出合计", ("5.60",), role=RowRole.SUBTOTAL, parent=head, level=2)
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    return lambda words, *after: assistant.ask(Question(words, after))


@pytest.mark.parametrize(
    "question",
    [
        "水利局一般公共预算支出比上年下降的科目有哪些？",
        "水利局哪些科目比上年减少了，各减了多少",
        "水利局比上年减少的科目有几个，都是啥",
        "水利局比上年减少的科目有几个？是哪几个，各减少多少",
        "水利局比上年往下掉的支出项目有哪些",  # no project tells its change
        "Which functions of the Water Bureau (水利局) decreased compared with 2025?",
    ],
)
def test_those_that_fell_are_listed_with_the_change_of_each(ask: Asks, question: str) -> None:
    answer = ask(question)
    assert [(i.label, i.value) for i in answer.items] == [
        ("水利前期工作", Decimal("3.50")),
        ("防汛", Decimal("1.00")),
    ], answer.text


def test_a_list_that_leaves_lines_out_says_so(ask: Asks) -> None:
    answer = ask("水利局哪些科目比上年增加")
    assert [i.label for i in answer.items] == ["行政运行"]
    # 抗旱 has no amount of the year before: no zero is put in its place.
    assert "4个科目中3个" in answer.text and "增加的科目共1个：" in answer.text


def test_the_one_that_moved_most_is_told_once(ask: Asks) -> None:
    answer = ask("水利局减少最多的功能科目是哪个，减少多少")
    assert [(i.label, i.value) for i in answer.items] == [("水利前期工作", Decimal("3.50"))]
    assert not answer.figures


def test_a_line_of_one_fund_last_year_is_held_against_that_fund_now(ask: Asks) -> None:
    answer = ask("水利局行政运行比上年增加了百分之多少")
    assert [f.value for f in answer.figures] == [Decimal("10.00"), Decimal("5.00"), Decimal("55.00")], answer.text
    assert "行政运行（一般公共预算）为55.00万元" in answer.text  # not the 70.00 of all funds


def test_a_part_is_taken_as_far_as_the_fund_of_its_whole_pays_it(ask: Asks) -> None:
    answer = ask("水利局行政运行占一般公共预算支出的比重")
    assert answer.figures[0].value == Decimal("57.89"), answer.text  # 55.00 of 95.00, not 70.00


def test_the_total_of_a_section_is_the_total_of_its_heading(ask: Asks) -> None:
    answer = ask("水利局三公经费是多少")
    assert answer.figures[0].value == Decimal("5.60"), answer.text
    assert "“三公”经费支出合计" in answer.text
    assert ask("水利局支出合计是多少").figures[0].value == Decimal("110.00")


@pytest.fixture
def funds(tmp_path: Path) -> Asks:
    """A bureau with a list of projects by unit, and a list of special funds of two years that says no unit."""
    draft = Draft("s", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    projects = draft.table("project_expenditure", "项目支出预算表", (("合计",),))
    for body, label, amount in (
        (WATER, "河道清淤", "40.00"),
        (WATER, "水源地保护", "12.00"),
        (STATION, "泵站大修", "30.00"),
        (STATION, "闸门更换", "6.00"),
    ):
        draft.row(projects, label, (amount,), body=body)
    table = draft.table("other", "市级专项资金清单", (("2025年预算数",), ("2026年预算数",)))
    for label, amounts, how in (
        ("河道清淤", ("30.00", "40.00"), "项目法"),
        ("水源地保护", ("4.00", "12.00"), "以奖代补"),
        ("泵站大修", ("35.00", "30.00"), "项目法"),
    ):
        draft.words(draft.row(table, label, amounts), "分配方式", how)
    draft.figures = [replace(f, year=2025) if f.column == ("2025年预算数",) else f for f in draft.figures]
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    return lambda words, *after: assistant.ask(Question(words, after))


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("水利局哪项市级专项资金增加最多", [("河道清淤", "10.00")]),
        ("水利局市级专项资金里增长最快的是哪项", [("水源地保护", "200.00")]),
        ("水利局哪些专项资金今年减少了", [("泵站大修", "5.00")]),
        ("水利局哪个项目比去年减少最多", [("泵站大修", "5.00")]),
    ],
)
def test_projects_are_chosen_by_their_change(funds: Asks, question: str, items: list[tuple[str, str]]) -> None:
    answer = funds(question)
    assert [(i.label, i.value) for i in answer.items] == [(n, Decimal(v)) for n, v in items], answer.text
    assert "4个项目中3个" in answer.text


def test_projects_of_one_year_tell_no_change(tmp_path: Path) -> None:
    draft = Draft("o", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_expenditure", "项目支出预算表", (("合计",),))
    for label, amount in (("河道清淤", "40.00"), ("泵站大修", "30.00")):
        draft.row(table, label, (amount,), body=WATER)
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    answer = assistant.ask(Question("水利局哪个项目比去年增加最多", ()))
    assert answer.kind == "refusal" and not answer.figures, answer.text


def test_a_set_is_of_this_year_and_of_the_level_that_is_asked_for(funds: Asks) -> None:
    assert [(i.label, i.value) for i in funds("水利局以奖代补的专项资金有哪些").items] == [
        ("水源地保护", Decimal("12.00"))
    ]
    assert funds("水利局本级有几个项目").figures[0].value == 2


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("水利局一般公共预算支出降幅超过10%的科目有哪些？", ["水利前期工作"]),
        ("水利局一般公共预算支出比上年下降一成以上的科目有哪些？", ["水利前期工作", "防汛"]),
        ("水利局一般公共预算支出减少超过2万元的科目有哪些？", ["水利前期工作"]),
    ],
)
def test_a_limit_on_a_change_is_held_against_the_change(ask: Asks, question: str, labels: list[str]) -> None:
    assert [item.label for item in ask(question).items] == labels


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("水利局比上年正好增长10%的有哪几项", ["行政运行"]),
        ("水利局哪些科目比上年下降了10%", ["防汛"]),
        ("水利局比上年减少3.5万元的科目有哪些", ["水利前期工作"]),
        ("水利局哪些科目比上年翻番了", []),
    ],
)
def test_the_rate_or_amount_of_a_move_chooses_the_lines(ask: Asks, question: str, labels: list[str]) -> None:
    assert [i.label for i in ask(question).items] == labels
