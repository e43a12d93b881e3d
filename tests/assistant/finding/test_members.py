"""One row of a table of details is not the line that its title names, where the line is printed itself."""

from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


def test_one_meeting_is_not_what_meetings_cost(tmp_path: Path) -> None:
    draft = Draft("w", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    draft.row(draft.table("other", "会议费明细表", (("金额",),)), "全市工作业务会", ("2.00",))
    draft.row(draft.table("basic_expenditure", "基本支出明细表", (("合计",),)), "会议费", ("3.00",))
    ask = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    told = ask("水利局会议费多少")
    assert "会议费" in told.text and "3.00" in told.text and "业务会" not in told.text
