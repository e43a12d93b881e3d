"""Which body gives the largest or smallest part of a whole to a line: each body's own share, and no part of one."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored


@pytest.mark.parametrize(("words", "share"), [("比例最高", "50.00"), ("比例最低", "10.00"), ("比例最小", "10.00")])
def test_the_share_of_each_body_is_ranked(tmp_path: Path, words: str, share: str) -> None:
    drafts = []
    for id, place, amount in (("a", "云汀市", "1.00"), ("b", "青川市", "2.00"), ("c", "白溪市", "5.00")):
        draft = Draft(id, f"{place}审计局", 2026, DocumentKind.DEPARTMENT_BUDGET)
        table = draft.table("project_expenditure", "项目支出预算表", (("总计",),))
        draft.row(table, "合计", ("90.00",), role=RowRole.GRAND_TOTAL, level=0)
        draft.row(table, "综合管理", ("90.00",))
        draft.said("公务接待费", amount)
        draft.said("“三公”经费", "10.00")
        drafts.append(draft.parsed())
    ask = Asked(Assistant(Library(stored(tmp_path, *drafts).engine)))
    told = ask(f"哪个审计局的公务接待费占三公的{words}？")
    assert [f.value for f in told.figures][:1] == [Decimal(share)], told.text
