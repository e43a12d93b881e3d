"""What the sentences of short pages state: groups, guests, totals that moved, who spends."""

import pytest

from ingest.narrative.clauses import statements_in
from ingest.narrative.stated import Statement
from ingest.records.figure import Relation


def read(text: str) -> list[Statement]:
    """The statements of a paragraph."""
    return list(statements_in(text, "甲县人民政府").statements)


def test_groups_and_guests_are_counted_by_what_they_are() -> None:
    found = read(
        "主要用于2个因公出国（境）团组10人次的费用。国内公务接待427批，4527人次；国（境）外公务接待批次3个，接待人次9人。"
    )
    assert [(s.label, str(s.value)) for s in found] == [
        ("因公出国（境）团组", "2"),
        ("因公出国（境）人次", "10"),
        ("国内公务接待批次", "427"),
        ("国内公务接待人次", "4527"),
        ("国（境）外公务接待批次", "3"),
        ("国（境）外公务接待人次", "9"),
    ]


def test_a_reason_behind_counts_is_of_what_moved_that_way() -> None:
    found = read("因公出国（境）费30万元，较上年增加11万元。用于2个因公出国（境）团组，增长的主要原因是出访计划增加。")
    assert [s.reason for s in found if s.relation is Relation.CHANGE] == ["出访计划增加"]


def test_a_side_that_moved_is_the_total_told_of_it() -> None:
    found = read("收入总计90万元，支出总计80万元。与2015年决算数相比，收入增加9万元，支出增加8万元。")
    assert [(s.label, str(s.value)) for s in found if s.relation is Relation.CHANGE] == [
        ("收入总计", "9"),
        ("支出总计", "8"),
    ]


def test_who_spends_is_no_part_of_the_three_lines() -> None:
    (told, moved) = read(
        "各乡（镇）、县本级部门使用一般公共预算拨款安排的“三公”经费决算支出数为90万元，按同口径同比减少6万元。"
    )
    assert (told.label, moved.label, str(moved.value)) == ("“三公”经费", "“三公”经费", "-6")


def test_a_reason_ends_where_the_other_side_begins_and_a_change_behind_a_list_is_of_no_line() -> None:
    found = read(
        "收入包括：一般公共预算拨款收入90万元，比上年减少2万元，主要是人员减少；"
        "支出包括：教育支出60万元，住房保障支出30万元，比上年减少2万元，主要是人员减少。"
    )
    assert [(s.label, s.relation.value, str(s.value), s.reason) for s in found] == [
        ("一般公共预算拨款收入", "amount", "90", None),
        ("一般公共预算拨款收入", "change", "-2", "人员减少"),
        ("教育支出", "amount", "60", None),
        ("住房保障支出", "amount", "30", None),
    ]
    own = read("收入包括：拨款收入90万元；支出包括：基本支出60万元；项目支出30万元，比上年减少2万元。")
    assert [s.label for s in own if s.relation is Relation.CHANGE] == ["项目支出"]


def test_cars_kept_are_told_from_those_bought() -> None:
    found = read("2017年本部门公务用车保有18辆，购置公务用车0辆。")
    assert [(s.label, str(s.value)) for s in found] == [("公务用车保有量", "18"), ("公务用车购置数", "0")]


@pytest.mark.parametrize("basis", ["较2024年的", "比2024年预算的"])
def test_the_amount_compared_with_may_stand_between_basis_and_change(basis: str) -> None:
    found = read(f"2025年收入预算{basis}600.00万元增加20.00万元，增长3.33%。")
    told = [(s.label, s.relation, str(s.value)) for s in found]
    assert told == [
        ("收入预算", Relation.AMOUNT, "600.00"),
        ("收入预算", Relation.CHANGE, "20.00"),
        ("收入预算", Relation.RATE, "3.33"),
    ]
