"""Lines named by their economic item, with the function they stand under in a column beside it."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored


@pytest.fixture
def items(tmp_path: Path) -> Asked:
    """An expenditure table whose rows print their function beside their economic item."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("expenditure_total", "支出总表", (("合计",), ("项目支出",)))
    draft.row(table, "合计", ("63.00", "51.00"), role=RowRole.GRAND_TOTAL, level=0)
    for function, item, code, amounts in (
        ("2130306-水利工程运行与维护", "租赁费", "30214", ("30.00", "30.00")),
        ("2130306-水利工程运行与维护", "劳务费", "30226", ("21.00", "21.00")),
        ("2130301-行政运行", "劳务费", "30226", ("12.00", None)),
    ):
        row = draft.row(table, item, amounts, code=code, scheme="economic")
        draft.words(row, "功能分类科目", function)
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水利局行政运行里的劳务费是多少", "12"),
        ("水利局行政运行（2130301）里的劳务费是多少", "12"),
        ("水利局水利工程运行与维护的劳务费是多少", "21"),
        ("水利局水利工程运行与维护2130306的租赁费是多少", "30"),
    ],
)
def test_the_function_beside_an_item_is_told_by_code_by_name_and_by_both(
    items: Asked, question: str, value: str
) -> None:
    assert [f"{f.value.normalize():f}" for f in items(question).figures] == [value]


def test_a_function_that_stands_beside_no_such_item_is_refused(items: Asked) -> None:
    assert items("水利局行政运行（2130301）里的租赁费是多少").kind is AnswerKind.REFUSAL
