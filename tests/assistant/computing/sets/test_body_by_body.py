"""Members of a set counted and listed for each of several bodies, never all under the first one's name."""

from decimal import Decimal
from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from ingest.records.parsed import Parsed
from tests.assistant.town import PARKS, Draft, stored, water


def parks() -> Parsed:
    """The parks bureau's projects."""
    draft = Draft("c", PARKS, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_expenditure", "项目支出预算表", (("总计",), ("财政拨款",)))
    draft.row(table, "合计", ("90.00", "90.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(table, "行道树养护项目", ("60.00", "60.00"))
    draft.row(table, "花坛更新项目", ("30.00", "30.00"))
    return draft.parsed()


def test_projects_are_counted_for_each_body(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path / "two", water(), parks()).engine))
    for words in ("水利局和园林局各有多少个项目", "项目个数，水利局和园林局各是多少"):
        assert [f.value for f in assistant.ask(Question(words)).figures] == [Decimal(5), Decimal(2)], words
    both = assistant.ask(Question("水利局和园林局一共有多少个项目"))
    assert [f.value for f in both.figures] == [Decimal(7), Decimal(5), Decimal(2)]
    listed = assistant.ask(Question("水利局和园林局50万元以上的项目有哪些"))
    assert [item.label for item in listed.items][-1] == "园林局—行道树养护项目"
    assert [f.value for f in assistant.ask(Question("水利局雨水泵站管理中心有几个项目")).figures] == [Decimal(2)]
