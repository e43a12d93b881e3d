"""Purchases ranked one by one, not by the kinds they are divided into."""

from decimal import Decimal
from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored


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
