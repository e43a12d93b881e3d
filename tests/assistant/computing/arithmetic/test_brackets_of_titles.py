"""A part of what a table's title names together with others in brackets."""

from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


def test_a_class_of_what_is_bought_is_within_all_of_it(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    bought = draft.table("procurement", "政府采购（资产配置、购买服务）预算表", (("预算金额",),))
    draft.row(bought, "合计", ("402.00",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(bought, "体检服务", ("402.00",))
    draft.said("政府采购服务类预算", "402.00")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    answer = asked("云汀市水利局政府采购预算多少，其中服务类多少")
    assert [f"{f.value}" for f in answer.figures] in (["402.00"], ["402.00", "402.00"]), answer.text
    assert "不在前面说的" not in answer.text
