"""Subjects as a set: the table that lists them all, and no table of what one line is made of."""

from decimal import Decimal
from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


def test_the_table_of_operating_costs_lists_not_all_economic_lines(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    basic = draft.table("general_public_basic", "一般公共预算基本支出表（经济分类）", (("合计",),))
    running = draft.table("agency_operating", "一般公共预算机关运行经费支出预算表", (("机关运行经费支出",),))
    draft.row(basic, "合计", ("130.00",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(running, "合计", ("30.00",), role=RowRole.GRAND_TOTAL, level=0)
    scheme = "department_economic"
    wages = draft.row(basic, "工资福利支出", ("100.00",), code="301", scheme=scheme, role=RowRole.SUBTOTAL)
    draft.row(basic, "基本工资", ("60.00",), code="30101", scheme=scheme, level=2, parent=wages)
    draft.row(basic, "津贴补贴", ("40.00",), code="30102", scheme=scheme, level=2, parent=wages)
    for table in (basic, running):
        goods = draft.row(table, "商品和服务支出", ("30.00",), code="302", scheme=scheme, role=RowRole.SUBTOTAL)
        draft.row(table, "办公费", ("20.00",), code="30201", scheme=scheme, level=2, parent=goods)
        draft.row(table, "水费", ("10.00",), code="30205", scheme=scheme, level=2, parent=goods)
    ask = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    told = ask("水利局2026年金额最高的2个经济分类款级科目有哪些")
    assert [item.value for item in told.items] == [Decimal("60.00"), Decimal("40.00")], told.text
    assert ask("水利局2026年机关运行经费里最高的一项是什么").items[0].value == Decimal("20.00")


def test_the_mean_of_a_classification_is_of_its_lines(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    basic = draft.table("general_public_basic", "一般公共预算基本支出表（经济分类）", (("合计",),))
    draft.row(basic, "合计", ("130.00",), role=RowRole.GRAND_TOTAL, level=0)
    scheme = "department_economic"
    for code, label, parts in (("301", "工资福利支出", ("60.00", "40.00")), ("302", "商品和服务支出", ("30.00",))):
        whole = str(sum(map(Decimal, parts)))
        head = draft.row(basic, label, (whole,), code=code, scheme=scheme, role=RowRole.SUBTOTAL)
        for at, amount in enumerate(parts, 1):
            draft.row(basic, f"{label}{at}", (amount,), code=f"{code}0{at}", scheme=scheme, level=2, parent=head)
    ask = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    for words, value in (("平均每个经济科目多少钱", "43.33"), ("经济科目金额的中位数是多少", "40.00")):
        told = ask(f"水利局2026年{words}")
        assert f"{told.figures[0].value:.2f}" == value, told.text
