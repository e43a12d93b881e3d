"""Stretches that no span covers, as the names and concepts they resemble."""

from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.town import WATER, Draft, stored


def test_what_lacks_but_the_last_sign_of_a_word_of_a_concept_is_looked_for_in_its_own_table(tmp_path: Path) -> None:
    draft = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    basic = draft.table("basic_expenditure", "一般公共预算基本支出表", (("金额",),))
    top = draft.row(basic, "合计", ("90.00",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(basic, "公务用车运行维护费", ("7.30",), code="30231", parent=top)
    cars = draft.table("three_public", "“三公”经费支出表", (("预算数",),))
    draft.row(cars, "公务用车运行维护费", ("12.40",))
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    for said in ("公务车运维费", "公务车运维", "公务用车运行维护费"):
        assert "12.40" in assistant.ask(Question(f"水利局2026年{said}多少")).text, said
