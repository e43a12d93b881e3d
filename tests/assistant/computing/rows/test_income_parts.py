"""Where a body's money comes from: the sources of its income, and not what it is spent on."""

from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


def house(folder: Path) -> Asked:
    """A bureau whose income is printed by the functions it pays for, its sources in the columns."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    income = draft.table("income", "部门收入预算总表", (("合计",), ("财政拨款收入",), ("事业收入",), ("其他收入",)))
    for name, code, *amounts in (
        ("农林水支出", "213", "900.00", "800.00", "60.00", "40.00"),
        ("住房保障支出", "221", "100.00", "100.00", "0.00", "0.00"),
    ):
        draft.row(income, name, tuple(amounts), code=code, scheme="functional")
    draft.row(income, "合计", ("1,000.00", "900.00", "60.00", "40.00"), role=RowRole.GRAND_TOTAL, level=0)
    spent = draft.table("economic", "基本支出经济分类表", (("合计",),))
    head = draft.row(spent, "商品和服务支出", ("90.00",), code="302", scheme="economic", role=RowRole.SUBTOTAL)
    for name, code, amount in (("办公费", "30201", "20.00"), ("差旅费", "30211", "70.00")):
        draft.row(spent, name, (amount,), code=code, scheme="economic", level=2, parent=head)
    by_unit = draft.table("economic", "机关运行经费表", (("合计",),))
    draft.row(by_unit, "水利局机关—商品和服务支出", ("60.00",))
    draft.row(by_unit, "泵站—商品和服务支出", ("30.00",))
    return Asked(Assistant(Library(stored(folder, draft.parsed()).engine)))


@pytest.mark.parametrize(
    "question",
    ["水利局今年的钱从哪来", "水利局资金来源有哪些", "水利局的收入是怎么构成的", "水利局的经费是谁给的"],
)
def test_the_sources_of_income_are_told(tmp_path: Path, question: str) -> None:
    answer = house(tmp_path)(question)
    assert [(i.label, f"{i.value}") for i in answer.items] == [
        ("财政拨款收入", "900.00"), ("事业收入", "60.00"), ("其他收入", "40.00"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "question", ["云汀市水利局2026年支出按功能科目分别是多少", "云汀市水利局2026年各功能科目支出各多少"]
)
def test_spending_is_told_by_its_classes(ask: Asked, question: str) -> None:
    assert {i.label for i in ask(question).items} & {"农林水支出", "行政运行"}


def test_the_largest_within_a_class_are_its_lines_and_none_of_its_name(tmp_path: Path) -> None:
    answer = house(tmp_path)("水利局商品和服务支出里最大的两项")
    assert [i.label for i in answer.items] == ["差旅费", "办公费"], answer.text
