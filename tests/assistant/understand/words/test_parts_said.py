"""How people ask what a line is made of, and what is no such question."""

import pytest

from assistant.understand.words.parts_said import goes_over_items, is_composition, made_of_projects, parts_said


@pytest.mark.parametrize(
    "text",
    [
        "农林水支出由哪几块组成",
        "农林水支出下面分几块",
        "政府采购分哪三类",
        "采购分三类，从大到小各多少",
        "农林水支出所含各项级科目",
        "构成某局农林水支出的末级科目",
        "农林水支出的构成如何",
    ],
)
def test_composition_is_asked_in_many_words(text: str) -> None:
    assert is_composition(text)
    assert any(role == "parts" for *_, role in parts_said(text))


@pytest.mark.parametrize(
    "text", ["部门由哪些单位组成", "内部分成几个处室", "分三类核算", "农林水支出多少", "三公经费包括哪些"]
)
def test_bodies_and_amounts_are_no_composition(text: str) -> None:
    assert not list(parts_said(text))


def test_what_a_name_means_is_no_composition() -> None:
    assert not is_composition("名词解释里三公经费由哪几部分构成")


def test_each_goes_over_items() -> None:
    assert goes_over_items("农林水支出各项金额") and goes_over_items("工资福利各明细")
    assert not goes_over_items("各项目多少") and not goes_over_items("各单位多少")


def test_counted_parts_are_asked_with_their_amounts() -> None:
    assert any(role == "parts" for *_, role in parts_said("项目支出都有哪几块，各是多少钱"))
    assert not list(parts_said("项目支出都有哪几块"))  # as much a question of words


def test_projects_may_be_what_a_line_is_made_of() -> None:
    assert made_of_projects("项目支出由哪些项目组成") and not made_of_projects("部门由哪些单位组成")
