"""Places in an order as people enumerate them."""

import pytest

from assistant.understand.words.ranks_said import goes_on_said, orders_said, ranks_said


def test_the_first_ones_are_enumerated() -> None:
    assert ("top", "3") in [(role, number) for *_, role, number in ranks_said("第一、第二、第三分别是哪个科目")]
    assert ("top", "2") in [(role, number) for *_, role, number in ranks_said("第一、二名各是哪个科目")]


def test_each_place_of_several_is_said() -> None:
    assert [(role, number) for *_, role, number in ranks_said("排第二和第四的呢")][-2:] == [
        ("nth", "二"),
        ("nth", "四"),
    ]
    assert not list(ranks_said("第二、第三人民医院的预算"))


def test_numbered_bodies_are_no_ranks() -> None:
    assert not [1 for *_, role, _ in ranks_said("第一、第二人民医院多少钱") if role == "top"]


@pytest.mark.parametrize("text", ["前两个季度干什么", "头一条理由是啥", "第一大原因是什么"])
def test_quarters_and_reasons_are_no_places_among_rows(text: str) -> None:
    assert not list(ranks_said(text))


def test_by_size_is_an_order_at_the_end_of_a_clause() -> None:
    assert any(text[start:end] == "按大小排" for text in ("三个项目按大小排",) for start, end, _ in orders_said(text))


def test_an_order_is_said_in_one_word_or_after_its_measure() -> None:
    said = {
        "各项目金额 降序": ["top"],
        "按金额升序排列": ["bottom"],
        "按三公费用多寡排列": ["top"],
        "按高低列出来": ["top"],
        "多少钱": [],
    }
    assert {text: [role for *_, role in orders_said(text)][:1] for text in said} == said


def test_a_bare_ordinal_ranks_behind_what_is_measured() -> None:
    assert ("nth", "五") in [(role, number) for *_, role, number in ranks_said("资金第五的是哪个")]
    assert ("nth", "二") in [(role, number) for *_, role, number in ranks_said("规模仅次于首位的项目")]
    assert not list(ranks_said("第五中学的项目"))


def test_an_order_that_goes_on_says_no_more() -> None:
    said = "除了最贵的，数下来就轮到哪个最贵"
    assert [said[start:end] for start, end in goes_on_said(said)] == ["数下来就轮到"]
    assert not list(goes_on_said("第三贵的项目，往下数轮到谁"))


@pytest.mark.parametrize("text", ["金额倒数前三是哪几项", "倒数前三名"])
def test_the_last_ones_are_said_from_behind(text: str) -> None:
    assert ("bottom", "三") in [(role, number) for *_, role, number in ranks_said(text)]
