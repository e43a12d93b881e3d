"""Words that name no line but stand beside a figure, in its table's note."""

from dataclasses import replace
from pathlib import Path

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.town import WATER, Draft, stored

NOTE = "填报说明：固定资产＝房屋构筑物＋车辆；填报金额为资产“账面净值”。"


def test_what_a_note_says_its_amounts_are_is_heard_of_them_alone(tmp_path: Path) -> None:
    draft = Draft("d", WATER, 2024, DocumentKind.DEPARTMENT_FINAL_ACCOUNT)
    table = draft.table("other", "国有资产占有情况表", (("固定资产", "小计"), ("固定资产", "车辆"), ("在建工程",)))
    draft.row(table, "合计", ("90.00", "18.00", "40.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.said("固定资产", "90.00")
    parsed = draft.parsed()
    parsed = replace(parsed, tables=tuple(replace(t, note=NOTE) for t in parsed.tables))
    assistant = Assistant(Library(stored(tmp_path, parsed).engine))
    answer = assistant.ask(Question("水利局2024年固定资产净值是多少"))
    assert [str(figure.value) for figure in answer.figures] == ["90.00"]
    assert assistant.ask(Question("水利局2024年固定资产原值是多少")).kind is AnswerKind.REFUSAL
