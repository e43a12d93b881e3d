"""Lines of a final account with their opening budget and completion, in the wordings that accounts use."""

import pytest

from ingest.narrative.build import narrative_of
from ingest.narrative.identity import Identity
from ingest.records.document import DocumentKind, Row, RowRole, Stage
from ingest.records.figure import Figure
from ingest.records.layout import Line, Page, Reading

ID = "a" * 16
ACCOUNT = Identity(
    "甲区民政局2024年度部门决算",
    "甲区民政局",
    2024,
    Stage.FINAL_ACCOUNT,
    DocumentKind.DEPARTMENT_FINAL_ACCOUNT,
    "万元",
)
NAMES = {
    "208": "社会保障和就业支出",
    "20802": "民政管理事务",
    "2080201": "行政运行",
    "2080299": "其他民政管理事务支出",
    "221": "住房保障支出",
    "22102": "住房改革支出",
    "2210201": "住房公积金",
}
HEAD = "五、一般公共预算财政拨款支出决算情况说明"
WHOLE = "一般公共预算财政拨款支出年初预算为1000.00万元，支出决算为1100.00万元，完成年初预算的110%。其中："


def told(*paragraphs: str) -> list[Figure]:
    """What the paragraphs of an account's explanation state below its first sentence."""
    lines = tuple(Line(text, None, 15.0) for text in (HEAD, *paragraphs))
    rows = tuple(
        Row(f"{ID}-{code}", f"{ID}-t0", ID, i, name, name, code, "functional", RowRole.ITEM, 1, None, None, 1, 1, None)
        for i, (code, name) in enumerate(NAMES.items())
    )
    reading = Reading("任意.docx", "word", (Page(1, 595.0, 842.0, (), lines),))
    return [f for f in narrative_of(reading, ID, ACCOUNT, (), rows, ()).figures if f.label.endswith(("项）", "运行"))]


def short(figures: list[Figure]) -> list[tuple[str, str, str]]:
    """Code, stage or relation, and value."""
    return [
        (f.code or "", f.stage.value if f.relation.value == "amount" else f.relation.value, str(f.value))
        for f in figures
    ]


LINE = "社会保障和就业支出（类）民政管理事务（款）行政运行（项）"


@pytest.mark.parametrize(
    "text",
    [
        f"1.{LINE}。年初预算为50.00万元，支出决算为40.00万元。",
        f"1.{LINE}，主要用于支付在职人员经费、公用经费等支出。年初预算数为50.00万元，支出决算数为40.00万元。",
        f"1.{LINE}，主要用于人员经费，包括工资、津补贴、设备购置费等经费支出，年初预算为50.00万元，当年支出决算为40.00万元。",
        f"1.“{LINE}”科目，年初预算50.00万元，支出决算40.00万元。",
        "1.社会保障和就业（类）民政管理事务（款）行政运行（项）：2024年年初预算50.00万元，2024年决算支出40.00万元。",
        "1.2080201行政运行。年初预算50.00万元，支出决算40.00万元。",
    ],
)
def test_a_budget_is_of_the_line_its_paragraph_opens_with(text: str) -> None:
    assert short(told(WHOLE, text)) == [("2080201", "预算", "50.00"), ("2080201", "决算", "40.00")]


def test_an_amount_before_what_a_line_is_for_is_what_was_spent() -> None:
    found = told(WHOLE, f"1、{LINE}40.00万元。主要用于：全国普查。年初预算为50.00万元，支出决算为40.00万元。")
    assert short(found) == [
        ("2080201", "决算", "40.00"),
        ("2080201", "预算", "50.00"),
        ("2080201", "决算", "40.00"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出决算40.00万元，完成预算80%，决算数小于预算数。", [("决算", "40.00"), ("share", "80")]),
        (
            "支出决算40.00万元，年初预算50.00万元，完成年初预算的80%。",
            [("决算", "40.00"), ("预算", "50.00"), ("share", "80")],
        ),
        (
            "年初预算50.00万元，支出决算40.00万元，预算完成率80%。",
            [("预算", "50.00"), ("决算", "40.00"), ("share", "80")],
        ),
        (
            "支出决算40.00万元，比年初预算数50.00万元减少10.00万元，下降20%。",
            [("决算", "40.00"), ("预算", "50.00"), ("change", "-10.00"), ("rate", "-20")],
        ),
        ("年初未安排预算，支出决算为40.00万元，主要原因是年中追加。", [("预算", "0"), ("决算", "40.00")]),
        ("年初无预算，支出决算为40.00万元。", [("预算", "0"), ("决算", "40.00")]),
    ],
)
def test_how_a_line_stands_to_its_budget(text: str, expected: list[tuple[str, str]]) -> None:
    found = told(WHOLE, f"1.{LINE}：{text}")
    assert [(kind, value) for _, kind, value in short(found)] == expected
    assert all(f.stage is Stage.FINAL_ACCOUNT for f in found if f.relation.value != "amount")


def test_that_nothing_was_budgeted_in_a_reason_is_no_amount() -> None:
    found = told(WHOLE, f"1.{LINE}：支出决算40.00万元，比年初预算数增加40.00万元，主要原因是年初未安排预算。")
    assert [f.text for f in found] == ["40.00万元", "40.00万元"]
