"""Units of one department chosen by how their budgets changed; kinds of procurement that are no unit by chance."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import STATION, WATER, Draft, stored

SAFETY = "云汀市河道安全服务站"


def house(folder: Path) -> Asked:
    """A bureau whose units' budgets are printed for two years side by side, and what it buys by kind."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    units = draft.table("expenditure_total", "支出预算情况", (("2025年预算",), ("2026年预算",), ("其中：项目支出",)))
    for name, *amounts in (
        ("云汀市水利局机关", "200.00", "260.00", "40.00"),
        (STATION, "100.00", "150.00", "90.00"),
        (SAFETY, "60.00", "50.00", "10.00"),
    ):
        draft.row(units, name, tuple(amounts))
    draft.row(units, "合计", ("360.00", "460.00", "140.00"), role=RowRole.GRAND_TOTAL, level=0)
    bought = draft.table("procurement", "政府采购表", (("采购预算金额",), ("其中：面向中小企业预留",)))
    for kind, *cells in (("货物", "17.00", "15.00"), ("服务", "18.00", "12.00"), ("合计", "35.00", "27.00")):
        draft.row(bought, kind, tuple(cells), role=RowRole.GRAND_TOTAL if kind == "合计" else RowRole.ITEM)
    projects = draft.table("project_expenditure", "项目支出表", (("金额",),))
    draft.row(projects, "河道安全监督检测服务费", ("10.00",), body=SAFETY)
    draft.figures = [replace(f, year=2025) if f.column == ("2025年预算",) else f for f in draft.figures]
    return Asked(Assistant(Library(stored(folder, draft.parsed()).engine)))


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("云汀市水利局下面各单位中，今年预算增幅最大的是谁，增长百分之多少", ["50.00"]),
        ("云汀市水利局哪个下属单位预算比去年增加最多", ["60.00"]),
        ("云汀市水利局下属单位里今年预算比去年减少的有哪些", ["10.00"]),
        ("云汀市水利局三家预算单位按项目支出从多到少怎么排", ["90.00", "40.00", "10.00"]),
        ("云汀市水利局下属各单位项目支出从高到低是怎么排的", ["90.00", "40.00", "10.00"]),
        ("云汀市水利局下属单位里项目支出最低的两家", ["10.00", "90.00"]),
        ("云汀市水利局政府采购里服务多少", ["18.00"]),
        ("云汀市水利局政府采购里货物多少", ["17.00"]),
    ],
)
def test_units_by_their_change_and_kinds_of_procurement(tmp_path: Path, question: str, figures: list[str]) -> None:
    answer = house(tmp_path)(question)
    told = [i.value for i in answer.items] or [f.value for f in answer.figures]
    assert [f"{value:.2f}" for value in told if value is not None] == figures


def test_a_change_of_a_part_that_is_not_printed_is_not_told_of_the_whole(tmp_path: Path) -> None:
    assert house(tmp_path)("云汀市水利局下属单位三公经费比去年增加最多的是哪家").kind is AnswerKind.REFUSAL
