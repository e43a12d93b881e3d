"""What the treasury gives of all income is a line of it, and not the total of the treasury's own table."""

from decimal import Decimal
from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


def test_it_is_told_without_what_was_carried_over(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    whole = draft.table("income_expenditure", "收支总表", (("收入", "预算数"),))
    draft.row(whole, "一、财政拨款收入", ("300.00",))
    draft.row(whole, "二、其他收入", ("20.00",))
    draft.row(whole, "收入总计", ("330.00",), role=RowRole.GRAND_TOTAL, level=0)
    treasury = draft.table("fiscal_income_expenditure", "财政拨款收支总表", (("收入", "预算数"),))
    draft.row(treasury, "上年结转", ("10.00",))
    draft.row(treasury, "收入总计", ("310.00",), role=RowRole.GRAND_TOTAL, level=0)
    ask = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    for told in (ask("水利局总收入里财政拨款多少？"), ask("其中财政拨款呢？", "水利局总收入多少？")):
        assert [f.value for f in told.figures] == [Decimal("300.00")], told.text
