"""What the report on a whole government's budget states: growth, debts, sides of a fund, parts of a total."""

from ingest.records.figure import Relation
from tests.ingest.narrative.test_clauses import read, short


def test_growth_without_a_basis_is_of_the_amount_just_before_it() -> None:
    found = read(
        "——教育支出100万元，增加10万元，增长11.1%。主要是提高标准。税收收入50万元，下降2%；"
        "会议费9万元，增加2万元用于换届。"
    )
    assert [s[:3] for s in short(found)] == [
        ("amount", "教育支出", "100"),
        ("change", "教育支出", "10"),
        ("rate", "教育支出", "11.1"),
        ("amount", "税收收入", "50"),
        ("rate", "税收收入", "-2"),
        ("amount", "会议费", "9"),
    ]
    assert found[1].reason == found[2].reason == "提高标准"


def test_debts_at_the_end_of_a_year_and_their_parts() -> None:
    found = read("2024年末我县政府债务余额30亿元，其中一般债务10亿元。2025年新增债务限额5亿元，其中一般债务2亿元。")
    assert [(s.label, str(s.value), s.year, s.whole) for s in found] == [
        ("政府债务余额", "30", 2024, None),
        ("一般债务", "10", 2024, "政府债务余额"),
        ("新增债务限额", "5", 2025, None),
        ("一般债务", "2", 2025, "新增债务限额"),
    ]


def test_a_side_alone_is_of_the_fund_whose_other_side_was_said() -> None:
    found = read("社会保险基金收入9亿元，增长4.5%；支出7亿元。国有资本经营预算收入3亿元，主要是利润。支出安排2亿元。")
    labels = [s.label for s in found if s.relation is Relation.AMOUNT]
    assert labels == ["社会保险基金收入", "社会保险基金支出", "国有资本经营预算收入", "国有资本经营预算支出"]


def test_parts_without_a_noun_of_the_budget_make_up_their_whole_with_the_others() -> None:
    found = read("“三保”支出45亿元，其中保基本民生19亿元、保工资24亿元、保运转2亿元。")
    assert {s.label: s.whole for s in found[1:]} == dict.fromkeys(["保工资", "保基本民生", "保运转"], "“三保”支出")


def test_what_stands_within_a_total_is_part_of_it() -> None:
    found = read("市本级支出中，上年结转安排4亿元。")
    assert [(s.label, s.whole) for s in found] == [("上年结转", "市本级支出")]


def test_a_tax_told_after_a_reason_is_no_part_of_the_reason() -> None:
    found = read("增值税完成9亿元，为预算的96%，主要是留抵退税；契税完成2亿元，仅为预算的80%，主要是销售下滑。")
    assert [s[:3] for s in short(found)] == [
        ("amount", "增值税", "9"),
        ("share", "增值税", "96"),
        ("amount", "契税", "2"),
        ("share", "契税", "80"),
    ]


def test_self_evaluation_is_not_the_keeping_of_goals() -> None:
    assert [s.label for s in read("对26个项目开展绩效自评，涉及资金3.6亿元。")] == ["项目绩效自评涉及资金"]
