"""The budget of a whole county: classes by name under a total of their own name, two years side by side, two funds."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored

COUNTY = "柳溪县人民政府"
CLASSES = (("教育支出", "86.00", "82.00"), ("节能环保支出", "9.00", "12.00"), ("农林水支出", "61.00", "58.00"))
YEARS = (("2026年预算数",), ("2025年预算数",))


@pytest.fixture
def county(tmp_path: Path) -> Asked:
    draft = Draft("a", COUNTY, 2026, DocumentKind.GOVERNMENT_BUDGET)
    income = draft.table("general_public", "2026年一般公共预算收入表", YEARS)
    taken = draft.row(income, "一般公共预算收入合计", ("90.00", "80.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(income, "税收收入", ("90.00", "80.00"), parent=taken)
    spent = draft.table("general_public", "2026年一般公共预算支出表", YEARS)
    whole = draft.row(spent, "一般公共预算支出合计", ("156.00", "152.00"), role=RowRole.GRAND_TOTAL, level=0)
    for name, *amounts in CLASSES:
        draft.row(spent, name, tuple(amounts), parent=whole)
    debt = draft.table("other", "地方政府债务限额及余额情况表", (("合计",),))
    draft.row(debt, "2026年末地方政府债务余额", ("44.00",))
    fund = draft.table("government_fund", "2026年政府性基金收支预算表", (("预算数",),))
    for side, amount in (("收入", "50.00"), ("支出", "48.00")):
        row = draft.row(fund, f"{side}合计", (amount,), role=RowRole.GRAND_TOTAL, level=0)
        draft.rows[-1] = replace(row, side=side)
    draft.figures = [replace(f, year=2025) if f.column == YEARS[1] else f for f in draft.figures]
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("柳溪县2026年支出多少", ["156.00"]),
        ("支出最多的两类是什么", ["86.00", "61.00"]),
        ("哪些支出科目比上年减少", ["3.00"]),
        ("有几类支出比去年增加", ["2"]),
        ("政府性基金支出多少", ["48.00"]),
        ("政府性基金收入多少", ["50.00"]),
        ("政府性基金预算支出合计", ["48.00"]),
    ],
)
def test_lines_of_each_side_and_their_changes(county: Asked, question: str, told: list[str]) -> None:
    answer = county(question)
    values = [i.value for i in answer.items] or [f.value for f in answer.figures]
    assert [str(v) for v in values] == told, answer.text


def test_a_list_of_changes_says_its_year(county: Asked) -> None:
    assert county("哪些支出科目比上年减少").text.startswith("柳溪县人民政府2026年")


def test_no_functions_are_told_for_economic_lines(county: Asked) -> None:
    answer = county("哪些经济科目比上年减少")
    assert not answer.items and not answer.figures, answer.text


def test_a_line_that_begins_with_its_year_says_it_once(county: Asked) -> None:
    assert county("2026年末地方政府债务余额多少").text.startswith("柳溪县人民政府2026年末地方政府债务余额")
