"""The money of a whole project is told from what this year sets aside; a kind of spending from its line."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """A department with a project over two years, and subjects by both kinds of spending."""
    draft = Draft("f", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    spend = draft.table("expenditure_total", "支出总体情况表", (("合计",), ("基本支出",), ("项目支出",)))
    draft.row(spend, "合计", ("1,000.00", "400.00", "600.00"), role=RowRole.GRAND_TOTAL, level=0)
    farm = draft.row(
        spend, "农林水支出", ("1,000.00", "400.00", "600.00"), code="213", scheme="functional", role=RowRole.SUBTOTAL
    )
    water = draft.row(
        spend, "水利", ("1,000.00", "400.00", "600.00"), code="21303", scheme="functional", role=RowRole.SUBTOTAL,
        level=2, parent=farm,
    )  # fmt: skip
    for label, code, amounts in (
        ("行政运行", "2130301", ("420.00", "400.00", "20.00")),
        ("水利工程建设", "2130305", ("300.00", "0.00", "300.00")),
        ("其他水利支出", "2130399", ("280.00", "0.00", "280.00")),
    ):
        draft.row(spend, label, amounts, code=code, scheme="functional", level=3, parent=water)
    form = draft.table("performance_targets", "项目支出绩效目标申报表", (("项目资金总额",), ("年度资金申请总额",)))
    row = draft.row(form, "堤岸加固工程", ("900.00", "300.00"))
    draft.words(row, "计划开始日期", "2026-01-01")
    draft.words(row, "计划完成日期", "2027-12-31")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水利局堤岸加固工程总投资多少", ["900.00"]),
        ("水利局堤岸加固工程总共要投多少钱", ["900.00"]),
        ("水利局堤岸加固工程今年安排多少", ["300.00"]),
        ("水利局堤岸加固工程两年总共多少钱", ["900.00"]),
        ("水利局堤岸加固工程，今年这笔钱占整个工程总额的多少", ["33.33", "300.00", "900.00"]),
        ("水利局堤岸加固工程今年申请的钱占项目总资金多大比例", ["33.33", "300.00", "900.00"]),
        ("水利局堤岸加固工程占项目支出的比例", ["50.00", "300.00", "600.00"]),
        ("水利局行政运行的基本支出是多少，做项目的又是多少", ["400.00", "20.00"]),
        ("水利局行政运行这个科目里，走项目的钱有多少", ["20.00"]),
        ("水利局行政运行里有多少是走项目的", ["20.00"]),
        ("水利局其他水利多少钱", ["280.00"]),
    ],
)
def test_what_is_said_beside_a_line_is_kept(asked: Asked, question: str, values: list[str]) -> None:
    assert [str(f.value) for f in asked(question).figures] == values


@pytest.mark.parametrize("question", ["水利局水利工程建设总投资多少", "水利局堤岸加固工程近两年总共多少钱"])
def test_no_whole_of_a_line_or_of_other_years(asked: Asked, question: str) -> None:
    assert asked(question).kind is AnswerKind.REFUSAL


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("水利局哪几个项级科目基本支出和项目支出两头都有钱", ["行政运行"]),
        ("水利局既有基本支出又有项目支出的项级科目有哪些", ["行政运行"]),
        ("水利局项级科目中，一分基本支出都没有、全是项目支出的有哪些", ["水利工程建设", "其他水利支出"]),
    ],
)
def test_which_columns_carry_something(asked: Asked, question: str, names: list[str]) -> None:
    assert [item.label for item in asked(question).items] == names


def test_both_kinds_asked_for_is_no_condition(asked: Asked) -> None:
    assert [str(f.value) for f in asked("水利局基本支出和项目支出都有多少").figures] == ["400.00", "600.00"]
