"""Receptions for foreign affairs, what is spent behind a budget, and the class of a line."""

from ingest.narrative.clauses import statements_in
from ingest.narrative.stated import Statement
from ingest.records.figure import Relation
from ingest.records.units import UnitKind


def read(text: str) -> tuple[Statement, ...]:
    """What a sentence states."""
    return statements_in(text, "云汀市水利局").statements


def test_receptions_for_foreign_affairs_are_counted_apart() -> None:
    found = read("国内公务接待46批次412人，其中：国内外事接待0批次，0人。")
    counts = {s.label: str(s.value) for s in found if s.unit.kind is UnitKind.COUNT}
    assert counts == {
        "国内公务接待批次": "46",
        "国内公务接待人次": "412",
        "外事接待批次": "0",
        "外事接待人次": "0",
    }


def test_what_is_spent_behind_the_budget_of_a_line_is_of_the_line() -> None:
    found = read("“三公”经费预算9.50万元，支出7.42万元，完成预算的78.11%。")
    assert [s.label for s in found if s.relation is Relation.AMOUNT] == ["“三公”经费预算", "“三公”经费支出"]


def test_the_class_a_line_is_said_to_be_is_not_its_name() -> None:
    found = read("教育支出类科目949.58万元，同比增加39.29万元。")
    assert {s.label for s in found} == {"教育支出"} and Relation.CHANGE in {s.relation for s in found}


def test_a_rate_behind_a_change_is_of_what_changed() -> None:
    found = read(
        "支出总计9万元，其中本年支出7万元、年末结转和结余2万元。与2020年度相比，本年支出减少1万元，下降12.5%。"
    )
    assert [(s.label, s.relation.value) for s in found[3:]] == [("本年支出", "change"), ("本年支出", "rate")]


def test_receptions_in_brackets_end_with_them() -> None:
    found = read("国内公务接待共30批次（其中外事接待0批次），190人次（其中外事接待0人次）。")
    counts = {s.label: int(s.value) for s in found}
    assert counts == {"国内公务接待批次": 30, "外事接待批次": 0, "国内公务接待人次": 190}


def test_receptions_that_are_planned_are_counted() -> None:
    found = read("公务接待费9万元，国内公务接待批次预计60批次、720人次。")
    assert [(s.label, int(s.value)) for s in found[1:]] == [("国内公务接待批次", 60), ("国内公务接待人次", 720)]


def test_an_income_in_a_row_of_what_pays_a_spending_is_a_part_of_it() -> None:
    found = read("本部门预算支出9万元，其中：一般公共预算拨款8万元、其他收入1万元，较上年增加2万元，增长28.57%。")
    assert [(s.relation.value, s.label, str(s.value)) for s in found] == [
        ("amount", "预算支出", "9"),
        ("amount", "一般公共预算拨款", "8"),
        ("amount", "其他收入", "1"),
        ("change", "预算支出", "2"),
        ("rate", "预算支出", "28.57"),
    ]
    anew = read("收入9万元，其中：一般公共预算拨款8万元、其他收入1万元；支出7万元，比上年减少2万元。")
    assert [(s.label, str(s.value)) for s in anew[-2:]] == [("支出", "7"), ("支出", "-2")]
