"""A subject that stands once a unit, unnamed: its rows are added up where all rows come to the table's total."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


@pytest.mark.parametrize(("total", "told"), [("1,000.00", [Decimal("700.00")]), ("1,200.00", [])])
def test_rows_of_one_subject_are_added_where_they_are_parts_of_the_total(
    tmp_path: Path, total: str, told: list[Decimal]
) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("general_public", "一般公共预算支出表", (("合计",),))
    for label, code, amount in (
        ("行政运行", "2130301", "300.00"),
        ("住房公积金", "2210201", "100.00"),
        ("行政运行", "2130301", "400.00"),
        ("住房公积金", "2210201", "200.00"),
    ):
        draft.row(table, label, (amount,), code=code, scheme="functional")
    draft.row(table, "合计", (total,), role=RowRole.GRAND_TOTAL, level=0)
    answer = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))("水利局2130301是多少")
    assert [figure.value for figure in answer.figures if figure.computed] == told, answer.text
