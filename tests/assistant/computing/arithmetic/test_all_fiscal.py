"""The change of a total that is all fiscal money is told of that money, and said to be."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from ingest.records.figure import Relation
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


def asked(folder: Path, other: str) -> Asked:
    draft = Draft("g", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("expenditure_total", "支出总体情况表", (("合计",),))
    draft.row(table, "支出总计", (other,), role=RowRole.GRAND_TOTAL, level=0)
    draft.said("财政拨款支出", "120.00")
    draft.said("财政拨款支出", "20.00", Relation.CHANGE, basis="上年")
    return Asked(Assistant(Library(stored(folder, draft.parsed()).engine)))


@pytest.mark.parametrize("question", ["水利局总盘子比去年涨了百分之几", "水利局支出总额比上年增长百分之几"])
def test_all_of_it_is_fiscal(tmp_path: Path, question: str) -> None:
    answer = asked(tmp_path, "120.00")(question)
    assert [str(f.value) for f in answer.figures][:1] == ["20.00"]
    assert "财政拨款" in answer.text


def test_other_money_is_in_it(tmp_path: Path) -> None:
    assert asked(tmp_path, "150.00")("水利局总盘子比去年涨了百分之几").kind is AnswerKind.REFUSAL


@pytest.mark.parametrize(("other", "told"), [("120.00", ["20.00"]), ("150.00", [])])
def test_fiscal_money_moved_as_the_budget_it_is_all_of(tmp_path: Path, other: str, told: list[str]) -> None:
    draft = Draft("g", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("财政拨款收入", other)
    draft.said("一般公共预算拨款", "120.00")
    draft.said("一般公共预算拨款", "20.00", Relation.CHANGE, basis="上年")
    ask = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    assert [str(f.value) for f in ask("水利局财政拨款收入比上年增加多少").figures][:1] == told
