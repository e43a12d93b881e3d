"""Figures of a government's budget in two tiers: the one said is meant, with none said both are asked back."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored, water

TOWN = "云汀市人民政府"


@pytest.fixture
def town(tmp_path: Path) -> Asked:
    draft = Draft("g", TOWN, 2026, DocumentKind.GOVERNMENT_BUDGET)
    for tier, amounts in (("全市", ("900.00", "300.00")), ("市本级", ("400.00", "100.00"))):
        table = draft.table("general_public", f"2026年{tier}一般公共预算支出表", (("2026年预算数",),))
        for label, amount in zip(("教育支出", "卫生健康支出"), amounts, strict=True):
            draft.row(table, label, (amount,))
    fund = draft.table("government_fund", "政府性基金收入表", (("全市", "2026年预算数"), ("市本级", "2026年预算数")))
    draft.row(fund, "彩票公益金收入", ("20.00", "8.00"))
    debt = draft.table("other", "2025年地方政府债务余额表", (("合计",), ("一般债务",)))
    whole = draft.row(debt, "全市", ("70.00", "50.00"), role=RowRole.SUBTOTAL)
    for label, amounts in (("市本级", ("30.00", "20.00")), ("柳溪县", ("40.00", "30.00"))):
        draft.row(debt, label, amounts, parent=whole, level=2)
    parsed = draft.parsed()
    last = {f.id for f in parsed.figures if f.table_id == debt.id}
    figures = tuple(replace(f, year=2025) if f.id in last else f for f in parsed.figures)
    store = stored(tmp_path, replace(parsed, figures=figures), water())
    return Asked(Assistant(Library(store.engine)))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云汀全市教育支出今年多少", "900.00"),
        ("云汀市本级今年教育支出安排多少", "400.00"),
        ("云汀市级卫生健康支出", "100.00"),
        ("云汀全市彩票公益金收入", "20.00"),
        ("云汀市本级彩票公益金收入", "8.00"),
        ("云汀市本级一般债务是多少", "20.00"),
        ("云汀市柳溪县的一般债务", "30.00"),
    ],
)
def test_the_tier_said_is_meant(town: Asked, question: str, value: str) -> None:
    answer = town(question)
    assert [str(f.value) for f in answer.figures[:1]] == [value], answer.text


@pytest.mark.parametrize("question", ["云汀市教育支出多少", "云汀市彩票公益金收入多少", "云汀市政府一般债务"])
def test_both_are_asked_back_where_none_is_said(town: Asked, question: str) -> None:
    answer = town(question)
    assert answer.kind is AnswerKind.CLARIFICATION
    assert "市本级" in answer.text
    assert "全市" in answer.text


def test_the_own_level_of_a_department_is_no_tier(town: Asked) -> None:
    assert town("水利局本级的公务接待费多少").kind is not AnswerKind.CLARIFICATION


def test_a_field_of_spending_is_not_the_money_received_for_it(tmp_path: Path) -> None:
    draft = Draft("g", TOWN, 2026, DocumentKind.GOVERNMENT_BUDGET)
    spent = draft.table("general_public", "2026年一般公共预算支出表", (("2026年预算数",),))
    draft.row(spent, "科学技术支出", ("60.00",), code="206", scheme="functional")
    got = draft.table("transfer_payments", "2026年转移支付表", (("2026年预算数",),))
    head = draft.row(got, "专项转移支付收入", ("7.00",), role=RowRole.SUBTOTAL)
    draft.row(got, "科学技术", ("7.00",), parent=head, level=2)
    town = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), water()).engine)))
    assert [str(f.value) for f in town("云汀市2026年科学技术支出预算是多少").figures] == ["60.00"]


def test_what_is_owed_is_no_limit_and_spending_no_income(tmp_path: Path) -> None:
    draft = Draft("g", TOWN, 2026, DocumentKind.GOVERNMENT_BUDGET)
    debt = draft.table("other", "云汀市地方政府债务限额和余额情况表", (("2026年预算数",),))
    draft.row(debt, "地方政府一般债务余额限额", ("90.00",))
    draft.row(debt, "地方政府一般债务余额", ("80.00",))
    spent = draft.table("general_public", "2026年一般公共预算支出表", (("2026年预算数",),))
    draft.row(spent, "财政对居民医疗保险基金的补助", ("60.00",), code="2101202", scheme="functional")
    town = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), water()).engine)))
    assert [str(f.value) for f in town("云汀市2026年一般债务余额是多少").figures] == ["80.00"]
    assert town("云汀市2026年居民医疗保险基金的收入预算是多少").kind is AnswerKind.REFUSAL
