"""Several numbered names in one paragraph, each with what is told of it; dates right before what they date."""

import pytest

from tests.ingest.narrative.test_clauses import read


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("因公出国（境）费", "公务接待费"),
        ("办公费", "水费"),
        ("教育支出（类）普通教育（款）小学教育（项）", "农林水支出（类）水利（款）防汛（项）"),
    ],
)
@pytest.mark.parametrize("sign", ["：", "。"])
def test_each_numbered_name_in_one_paragraph_opens_what_is_told_of_it(first: str, second: str, sign: str) -> None:
    found = read(f"1.{first}{sign}支出决算为2万元，完成预算90%。2.{second}{sign}支出决算为3万元，完成预算100%。")
    assert [(s.label, str(s.value)) for s in found] == [(first, "2"), (first, "90"), (second, "3"), (second, "100")]


def test_a_day_ends_where_the_date_does() -> None:
    found = read("截至2024年12月31日共有公务用车2辆。")
    assert [(s.label, str(s.value), s.basis) for s in found] == [("公务用车", "2", "截至2024年12月31日")]


def test_the_whole_value_of_assets_is_an_amount() -> None:
    found = read("截至2024年12月31日，固定资产总值389.66万元，共有车辆11辆。")
    assert [(s.label, str(s.value)) for s in found] == [("固定资产总值", "389.66"), ("车辆", "11")]
