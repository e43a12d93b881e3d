"""A line said with its payee is the line where its sentence names the payee, and no line else."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored

_TOLD = "印刷费20.00万元，主要用于委托中介机构开展审计；培训费5.00万元，主要用于学员食宿。"


def test_a_payee_is_left_out_where_the_line_s_own_sentence_names_it(tmp_path: Path) -> None:
    draft = Draft("q", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("expenditure_total", "部门支出总表", (("合计",),))
    draft.row(table, "印刷费", ("20.00",), code="30202", scheme="department_economic")
    draft.row(table, "培训费", ("5.00",), code="30216", scheme="department_economic")
    projects = draft.table("project_expenditure", "项目支出预算表", (("合计",),))
    draft.row(projects, "中介机构服务", ("9.00",))
    spot = PassageSpot(8, None, 0, len(_TOLD))
    passage = Passage("q-p", draft.document.id, 1, PassageKind.NARRATIVE, ("说明",), _TOLD, 8, 8, (spot,))
    asked = Asked(Assistant(Library(stored(tmp_path, replace(draft.parsed(), passages=(passage,))).engine)))
    assert asked("水利局2026年付给中介的印刷费是多少").figures[0].value == Decimal("20.00")
    assert asked("水利局2026年付给中介的培训费是多少").kind is AnswerKind.REFUSAL
