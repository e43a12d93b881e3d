"""A line by kind of spending, a share of all projects, the change of a budget itself, halves of basic spending."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.town import STATION, WATER, Draft, stored, water

Asks = Callable[[str], Answer]


@pytest.fixture
def ask(tmp_path: Path) -> Asks:
    assistant = Assistant(Library(stored(tmp_path / "town", water(2026), water(2025)).engine))
    return lambda words: assistant.ask(Question(words))


@pytest.mark.parametrize(
    "words",
    ["水利局2026年农林水支出，基本支出和项目支出两头合起来多少", "水利局2026年农林水支出基本支出和项目支出一共多少"],
)
def test_kinds_of_spending_are_asked_of_the_line_before_them(ask: Asks, words: str) -> None:
    assert [f.value for f in ask(words).figures] == [Decimal("1400.00"), Decimal("500.00"), Decimal("900.00")]


def test_all_projects_are_the_whole_of_a_share(ask: Asks) -> None:
    answer = ask("水利局2026年河道清淤工程项目，占它全部项目钱的百分之几")
    assert answer.figures[0].value == Decimal("44.44")


@pytest.mark.parametrize("words", ["水利局2026年预算比上年增加多少", "水利局26年预算比25年多要了多少钱"])
def test_a_budget_that_moved_is_the_whole_of_it(ask: Asks, words: str) -> None:
    assert ask(words).figures[0].value == Decimal("250.00")


def test_a_code_that_no_row_bears_is_refused(ask: Asks) -> None:
    assert ask("水利局2026年50205归集的钱，一共多少元").kind is AnswerKind.REFUSAL


def halves(*, headed: bool) -> Draft:
    """A table of basic spending whose lines stand in a column a half, or under a sum of each half."""
    draft = Draft("k", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    columns = (("预算数",),) if headed else (("人员经费", "预算数"), ("公用经费", "预算数"))
    table = draft.table("general_public_basic", "一般公共预算基本支出明细表（人员经费、公用经费）", columns)
    lines = {"人员经费": (("30101", "基本工资", "70.00"), ("30102", "津贴补贴", "60.00"))}
    lines["公用经费"] = (("30201", "办公费", "9.00"), ("30207", "邮电费", "8.00"), ("30211", "差旅费", "7.00"))
    for at, (half, rows) in enumerate(lines.items()):
        top = draft.row(table, f"{half}合计", ("1.00",), role=RowRole.SUBTOTAL) if headed else None
        for code, label, amount in rows:
            amounts = (amount,) if headed else ((amount, None), (None, amount))[at]
            draft.row(table, label, amounts, code=code, scheme="department_economic", level=2, parent=top)
    return draft


@pytest.mark.parametrize("headed", [True, False])
def test_half_of_basic_spending_ranks_its_own_lines(tmp_path: Path, headed: bool) -> None:
    assistant = Assistant(Library(stored(tmp_path / "halves", halves(headed=headed).parsed()).engine))
    answer = assistant.ask(Question("水利局公用经费里最多的三项"))
    assert [item.label for item in answer.items] == ["办公费", "邮电费", "差旅费"]
    answer = assistant.ask(Question("水利局人员经费里最多的两项"))
    assert [item.label for item in answer.items] == ["基本工资", "津贴补贴"]


def test_a_class_printed_under_each_unit_is_added_up_for_the_department(tmp_path: Path) -> None:
    """Two units, each with its 工资福利支出 and no total of it; project names would be asked back."""
    draft = Draft("k", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("basic_expenditure", "部门预算基本支出预算表", (("总计",), ("财政拨款",)))
    for body, amount in ((f"{WATER}（本级）", "300.00"), (STATION, "40.00")):
        top = draft.row(table, body, (amount, amount), role=RowRole.SUBTOTAL, body=body)
        draft.row(table, "工资福利支出", (amount, amount), level=2, parent=top, body=body)
        draft.row(table, "业务装备", (amount, amount), level=2, parent=top, body=body)
    assistant = Assistant(Library(stored(tmp_path / "town", draft.parsed()).engine))
    told = assistant.ask(Question("水利局2026年工资福利支出多少"))
    assert [f.value for f in told.figures] == [Decimal("340.00"), Decimal("300.00"), Decimal("40.00")]
    assert told.figures[0].computed
    assert assistant.ask(Question("水利局2026年业务装备多少")).kind is AnswerKind.CLARIFICATION


def test_a_part_of_one_half_is_what_that_half_holds(ask: Asks) -> None:
    """水利前期工作 is all projects; 农林水支出 has 900 of its 1,400 there."""
    assert ask("水利局2026年农林水支出占项目支出的百分之几").figures[0].value == Decimal("100.00")
    assert ask("水利局2026年农林水支出占基本支出的百分之几").figures[0].value == Decimal("83.33")


def test_a_column_said_to_be_a_part_of_a_line_is_of_that_line(ask: Asks) -> None:
    """900 of the 1,400 of 农林水支出 are spent on projects; all projects of another year would be no part of it."""
    told = ask("水利局2026年农林水支出中项目支出占百分之几")
    assert [f.value for f in told.figures] == [Decimal("64.29"), Decimal("900.00"), Decimal("1400.00")]
    assert ask("水利局2026年行政运行里项目支出占几成").figures[0].value == 0


def test_the_share_is_asked_again_of_the_line_named_behind(ask: Asks) -> None:
    told = ask("水利局2026年基本支出占支出总计的百分之几，项目支出呢")
    assert [f.value for f in told.figures if f.unit == "%"] == [Decimal("40.00"), Decimal("60.00")]


def test_two_parts_each_have_their_share_of_all(ask: Asks) -> None:
    told = ask("水利局2026年基本支出和项目支出各占多少")
    assert [f.value for f in told.figures if f.unit == "%"] == [Decimal("40.00"), Decimal("60.00")]


def test_the_last_three_years_are_told_year_by_year(ask: Asks) -> None:
    told = ask("水利局近两年收入预算变化情况")
    assert {Decimal("1250.00"), Decimal("1500.00")} <= {f.value for f in told.figures}
    assert {f.value for f in ask("水利局近三年收入预算走势如何").figures} >= {Decimal("1250.00"), Decimal("1500.00")}


@pytest.fixture
def in_halves(tmp_path: Path) -> Asks:
    draft = Draft("h", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    for kind, title, amounts in (
        ("basic_expenditure", "一般公共预算基本支出情况表", ("30.50", "2.00")),
        ("project_expenditure", "一般公共预算项目支出情况表", ("139.50", None)),
    ):
        table = draft.table(kind, title, (("预算",),))
        for (code, label), amount in zip((("30201", "办公费"), ("30215", "会议费")), amounts, strict=True):
            if amount is not None:
                draft.row(table, label, (amount,), code=code, scheme="department_economic")
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    return lambda words: assistant.ask(Question(words))


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("水利局2026年办公费一共多少", ["170.00", "30.50", "139.50"]),
        ("水利局2026年办公费合计多少钱", ["170.00", "30.50", "139.50"]),
        ("水利局2026年基本支出和项目支出的办公费各多少", ["30.50", "139.50"]),
        ("水利局2026年会议费一共多少", ["2.00"]),
    ],
)
def test_a_line_printed_once_a_half(in_halves: Asks, words: str, values: list[str]) -> None:
    answer = in_halves(words)
    assert [str(f.value) for f in answer.figures] == values, answer.text


def test_which_half_is_asked_back_where_no_sum_is_said(in_halves: Asks) -> None:
    assert in_halves("水利局2026年办公费多少").kind is AnswerKind.CLARIFICATION
