"""Rows that a question may mean: of the department and of its units."""

from pathlib import Path

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.town import STATION, WATER, Draft, stored


def test_projects_of_one_name_that_bear_their_units_codes_are_asked_about(tmp_path: Path) -> None:
    draft = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("other", "专项资金预算汇总表", (("总计",),))
    top = draft.row(table, "合计", ("82.00",), role=RowRole.GRAND_TOTAL, level=0)
    for body, code, amount in ((f"{WATER}本级", "301001", "62.00"), (STATION, "301002", "20.00")):
        unit = draft.row(table, body, (amount,), code=code, scheme="unit", role=RowRole.SUBTOTAL, parent=top, body=body)
        draft.row(table, "业务工作专项", (amount,), code=code, scheme="unit", level=2, parent=unit, body=body)
    targets = draft.table("performance_targets", "项目支出绩效目标表", (("资金总额",),))
    draft.row(targets, "业务工作专项", ("62.00",), code="301001", scheme="unit")
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    assert assistant.ask(Question("水利局2026年业务工作专项是多少")).kind is AnswerKind.CLARIFICATION
    answer = assistant.ask(Question("雨水泵站管理中心2026年业务工作专项是多少"))
    assert [str(figure.value) for figure in answer.figures] == ["20.00"]


def test_the_zero_of_an_empty_table_is_not_told_where_another_prints_an_amount(tmp_path: Path) -> None:
    draft = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    units = draft.table("income_total", "收入表", (("收入合计",), ("财政拨款收入",)))
    top = draft.row(units, "合计", ("30.00", "30.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(units, STATION, ("20.00", "20.00"), role=RowRole.ITEM, parent=top, level=1)
    draft.table("other", "收入支出表", (("收入",), ("支出",)), nil=True)
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    for words in ("水利局2026年收入合计是多少", "雨水泵站管理中心2026年收入合计是多少"):
        assert all(figure.value for figure in assistant.ask(Question(words)).figures)
