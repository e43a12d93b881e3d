"""The share of every part that a total is made of."""

from pathlib import Path

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


def _asked(folder: Path, fund: str) -> Asked:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    total = draft.table("income_expenditure_total", "收支总表", (("预算数",),))
    for label, value in (("一般公共预算拨款收入", "700.00"), ("政府性基金预算拨款收入", fund), ("其他收入", "100.00")):
        draft.row(total, label, (value,))
    draft.row(total, "收入总计", ("1000.00",), role=RowRole.GRAND_TOTAL)
    return Asked(Assistant(Library(stored(folder, draft.parsed()).engine)))


def test_every_part_has_its_share(tmp_path: Path) -> None:
    answer = _asked(tmp_path, "200.00")("水利局收入从哪来，各占几成")
    assert [str(i.value) for i in answer.items] == ["70.00", "20.00", "10.00"], answer.text


def test_parts_that_do_not_add_up_have_none(tmp_path: Path) -> None:
    assert _asked(tmp_path, "150.00")("水利局收入各占几成").kind is AnswerKind.REFUSAL
