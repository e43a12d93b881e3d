"""Reasons given to what they are of, and amounts of other years beside them."""

from tests.ingest.narrative.test_clauses import read


def test_why_spending_is_not_its_budget_and_how_it_moved() -> None:
    found = read(
        "公务接待费支出预算为14.50万元，支出决算为8.85万元，完成预算的61.03%，决算数小于预算数的主要原因是从严控制标准，"
        "与上年相比减少1.35万元，下降13.24%，主要原因是批次减少。"
    )
    assert [(s.relation.value, str(s.value), s.reason) for s in found[2:]] == [
        ("share", "61.03", "从严控制标准"),
        ("change", "-1.35", "批次减少"),
        ("rate", "-13.24", "批次减少"),
    ]


def test_last_years_amount_in_brackets_is_of_that_year() -> None:
    found = read("公务用车购置费支出决算为17.86万元，与上年相比增加17.86万元（上年为0.00万元）。")
    assert [(str(s.value), s.relative) for s in found if s.relation.value == "amount"] == [
        ("17.86", None),
        ("0.00", -1),
    ]


def test_a_reason_that_begins_with_a_journey_on_duty() -> None:
    found = read("因公出国费预算为0万元，比上年减少2.00万元，主要原因是因公出国费由外办统一编报。")
    assert {s.reason for s in found if s.relation.value == "change"} == {"因公出国费由外办统一编报"}
