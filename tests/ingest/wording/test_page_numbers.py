"""Page numbers in all the forms that print them."""

import pytest

from ingest.wording.page_numbers import is_page_number, without_page_number


@pytest.mark.parametrize(
    "text",
    ["7", "- 12 -", "第 3 页", "第 1 页，共 140 页", "第1页/共9页", "第 2 页 共 9 页", "共 9 页 第 2 页", "3/140", 
     "第3页（共9页）", "Page 3 of 12", "·5·", "ⅱ", "iv",
     "第 1 页    2021/2/9", "2021-02-09 12:30    第 1 页"],
)  # fmt: skip
def test_page_numbers(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["1,266.19", "2026年", "合计", "第三部分", "12 项", "5.20", "共 9 项", "2021/2/9"])
def test_other_lines(text: str) -> None:
    assert not is_page_number(text)


def test_what_a_foot_says_beside_its_number() -> None:
    assert without_page_number("甲市水务局预算 第 3 页，共 9 页") == without_page_number(
        "甲市水务局预算 第 4 页，共 9 页"
    )
