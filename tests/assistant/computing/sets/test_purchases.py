"""Purchases ranked one by one, not by the kinds they are divided into."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from ingest.records.units import Amount, Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored

SETS = Unit("台", UnitKind.COUNT)


def test_the_largest_purchase_is_an_item(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("procurement", "政府采购预算表", (("采购预算金额",),))
    for name, amount in (("管网检测", "1560.00"), ("河道监测", "468.00"), ("水质化验", "96.30"), ("物业管理", "38.00")):
        draft.row(table, name, (amount,))
    for kind, amount in (
        ("政府采购货物预算", "283.50"),
        ("政府采购工程预算", "4791.00"),
        ("政府采购服务预算", "691.90"),
    ):
        draft.said(kind, amount)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    answer = asked("水利局政府采购里金额最大的两笔是什么")
    assert [item.value for item in answer.items] == [Decimal("1560.00"), Decimal("468.00")]


def test_a_list_of_purchases_is_counted_item_by_item(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("procurement", "政府采购预算表", (("采购预算金额",),))
    for name, amount in (("管网检测", "15.00"), ("河道监测", "4.00"), ("水质化验", "9.00"), ("物业管理", "3.00")):
        draft.row(table, name, (amount,))
    for kind in ("货物", "工程", "服务"):
        draft.said(f"政府采购{kind}预算", "10.00")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert asked("水利局政府采购明细一共几项").figures[0].value == 4
    assert [i.value for i in asked("水利局政府采购里最大的一项是什么").items] == [Decimal("15.00")]


def test_a_line_for_smaller_firms_is_not_that_for_small_and_middling_ones(tmp_path: Path) -> None:
    draft = Draft("s", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.said("政府采购预算", "100.00")
    draft.said("面向中小企业预留政府采购项目预算", "60.00")
    draft.said("预留给小型和微型企业的政府采购项目预算", "40.00")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert asked("水利局留给中小企业的采购预算多少").figures[0].value == Decimal("60.00")
    both = asked("水利局采购预算里，留给中小企业多少？其中小微呢？")
    assert [f.value for f in both.figures] == [Decimal("60.00"), Decimal("40.00")], both.text


def test_an_item_in_a_list_carries_the_project_it_is_bought_for(tmp_path: Path) -> None:
    draft = Draft("w", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("procurement", "政府采购支出表", (("总计",),))
    for name, amount, project in (("水泵", "90.00", "河道清淤"), ("围栏", "8.00", "堤防养护"), ("电脑", "6.00", "")):
        row = draft.row(table, name, (amount,))
        if project:
            draft.words(row, "对应项目", project)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    found = asked("水利局政府采购里金额最大的三笔是什么")
    assert [item.label for item in found.items] == ["水泵（河道清淤）", "围栏（堤防养护）", "电脑"]


def test_the_way_of_buying_is_no_total_of_purchases(tmp_path: Path) -> None:
    draft = Draft("w", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("procurement", "政府采购支出表", (("总计",),))
    draft.row(table, "合计", ("100.00",), role=RowRole.GRAND_TOTAL, level=0)
    for name, amount, way in (
        ("复印纸", "4.00", "集中采购"),
        ("水泵", "90.00", "分散采购"),
        ("电脑", "6.00", "集中采购"),
    ):
        draft.words(draft.row(table, name, (amount,)), "采购组织形式", way)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert asked("水利局集中采购合计多少").figures[0].value == Decimal("10.00")
    assert asked("水利局集中采购的有几项").figures[0].value == 2
    assert [item.label for item in asked("水利局集中采购的项目有哪些").items] == ["复印纸", "电脑"]
    assert [item.label for item in asked("水利局都买些什么东西").items] == ["复印纸", "水泵", "电脑"]


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("水利局采购清单里金额最大的一笔，占全部采购预算的百分之多少", "90.00"),
        ("水利局政府采购里最大的一笔占采购总额的几成", "90.00"),
        ("水利局采购表里最大的两笔合计占采购预算多少", "96.00"),
    ],
)
def test_bought_items_have_their_share_of_all_that_is_bought(tmp_path: Path, words: str, share: str) -> None:
    draft = Draft("w", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("procurement", "政府采购支出表", (("总计",),))
    draft.row(table, "合计", ("100.00",), role=RowRole.GRAND_TOTAL, level=0)
    for name, amount in (("复印纸", "4.00"), ("水泵", "90.00"), ("电脑", "6.00")):
        draft.row(table, name, (amount,))
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    answer = asked(words)
    assert answer.figures[0].value == Decimal(share), answer.text


def test_the_number_and_the_prices_of_a_purchase_are_those_of_its_row(tmp_path: Path) -> None:
    draft = Draft("w", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("procurement", "政府采购预算表", (("数量",), ("单价",), ("政府采购金额",)))
    pump = draft.row(table, "水泵（WQ）", ("3", "30.00", "90.00"))
    draft.figures[:] = [
        replace(f, unit=SETS, amount=Amount(f.amount.value, SETS)) if f.column == ("数量",) and f.amount else f
        for f in draft.figures
    ]
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert pump
    for words, values in (
        ("水利局水泵买几台", ["3"]),
        ("水利局水泵采购数量是多少", ["3"]),
        ("水利局水泵单价多少，总价多少", ["30.00", "90.00"]),
    ):
        answer = asked(words)
        assert [f.value for f in answer.figures] == [Decimal(value) for value in values], (words, answer.text)
    assert asked("水利局总价多少").kind is AnswerKind.REFUSAL
