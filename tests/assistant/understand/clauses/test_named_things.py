"""What a number before or behind a name counts."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import STATION, WATER, Draft, parks, stored


def test_what_is_built_is_no_unit(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_expenditure", "项目支出预算表", (("合计",),))
    gates = draft.row(table, "病险闸门改造工程", ("60.00",), body=WATER)
    draft.row(table, "河道清淤", ("40.00",), body=WATER)
    draft.indicator(gates, "改造闸门座数", "≥14座", "14", "座")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    answer = asked("水利局闸门今年要改造几座")
    assert answer.figures[0].value == Decimal(14), answer.text


@pytest.mark.parametrize("said", ["", "部门里，"])
def test_the_own_office_and_its_units_are_units(tmp_path: Path, said: str) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_expenditure", "项目支出预算表", (("合计",),))
    for body, amount in ((f"{WATER}（本级）", "60.00"), (STATION, "40.00")):
        draft.row(table, "巡河经费", (amount,), body=body)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    answer = asked(f"水利局{said}本级和一个下属单位的巡河经费加在一起是多少")
    assert answer.figures[0].value == Decimal("100.00"), answer.text


def test_what_stands_in_quotes_is_one_name(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_expenditure", "项目支出预算表", (("合计",),))
    for name, amount in (("堤防与闸门、泵站巡护项目", "60.00"), ("灌区、水库与渠道巡护项目", "40.00")):
        draft.row(table, name, (amount,), body=WATER)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    answer = asked("水利局“堤防与闸门、泵站”“灌区、水库与渠道”这两个项目一共安排多少钱")
    assert answer.figures[0].value == Decimal("100.00"), answer.text
