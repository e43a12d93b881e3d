"""A part pointed at with 其中 is a part of what was asked before it, and so are those asked on after it."""

import pytest

from tests.assistant.conftest import Asked


@pytest.mark.parametrize(
    ("question", "shares"),
    [
        ("水利局2026年农林水支出多少，其中行政运行占几成", ["35.71"]),
        ("水利局2026年三公经费多少，其中公务接待费占百分之几，公务用车购置及运行维护费占百分之几", ["21.95", "78.05"]),
        ("水利局2026年行政运行占农林水支出的百分之几，水利前期工作占几成", ["35.71", "64.29"]),
        ("水利局2026年项目一共多少钱，其中河道清淤工程项目占几成", ["44.44"]),
        ("水利局2026年三公经费多少，其中公务接待费多少，公务用车购置及运行维护费占百分之几", ["78.05"]),
        ("水利局2026年行政运行占几成", ["33.33"]),
    ],
)
def test_the_whole_of_a_part_is_what_was_told(ask: Asked, question: str, shares: list[str]) -> None:
    answer = ask(question)
    assert [str(f.value) for f in answer.figures if f.unit == "%"] == shares, answer.text


def test_a_part_of_the_projects_of_a_unit_is_of_their_sum(ask: Asked) -> None:
    answer = ask("雨水泵站管理中心2026年项目支出一共多少，其中泵站运行维护经费占几成")
    assert [str(f.value) for f in answer.figures if f.unit == "%"] == ["92.00"], answer.text
