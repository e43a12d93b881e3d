"""What counts as right, as a miss, and as a wrong figure."""

from decimal import Decimal

import pytest

from eval.cases import Expected, ExpectedFigure, ExpectedItem
from eval.given import Given, GivenFigure
from eval.metrics import items_right, right, same_figure, same_label, source_right, wrong_figure


def answer(kind: str, text: str = "", **parts: object) -> Given:
    whole = {"figures": (), "items": (), "places": (), "choices": (), **parts}
    return Given(kind=kind, text=text, **whole)  # type: ignore[arg-type]


def figure(value: str, unit: str | None = "万元", label: str = "", computed: bool = False) -> GivenFigure:
    return GivenFigure(label, Decimal(value), unit, computed)


def wanted(value: str, unit: str | None = "万元") -> ExpectedFigure:
    return ExpectedFigure(Decimal(value), unit)


NUMBER = Expected("number", figures=(wanted("1266.19"),))


@pytest.mark.parametrize(
    ("expected", "came", "same"),
    [
        (wanted("1266.19"), figure("1266.19"), True),
        (wanted("1266.19"), figure("12661900", "元"), True),
        (wanted("1266.19"), figure("0.126619", "亿元"), True),
        (wanted("1266.19"), figure("1266.190"), True),
        (wanted("9628.22"), figure("96282213.44", "元"), True),
        (wanted("9628.22"), figure("96282250.01", "元"), False),
        (wanted("19577"), figure("195774300", "元"), True),
        (wanted("1266.19"), figure("1266.19", "元"), False),
        (wanted("1266.19"), figure("1266.194"), False),  # printed figures are exact
        (wanted("1266.19"), figure("1266.194", computed=True), True),
        (wanted("1266.19"), figure("1266.196", computed=True), False),
        (wanted("31.56", "%"), figure("31.5550", "%", computed=True), True),
        (wanted("31.56", "%"), figure("31.56", "万元"), False),
        (wanted("3", "个"), figure("3", "项"), True),
        (wanted("3", "个"), figure("2.9", "项", computed=True), False),
        (wanted("3", "个"), figure("3", "万元"), False),
        (wanted("3", None), figure("3", "万元"), True),
        (wanted("1200", "元"), figure("1200", "元/人/天"), True),
        (wanted("1200", "元/人/天"), figure("1200", "元/人/天"), True),
        (wanted("1200", "万元"), figure("1200", "元/人/天"), False),
        (wanted("0"), GivenFigure("", None, "万元"), False),  # a blank is not zero
    ],
)
def test_figures_are_compared_exactly_in_one_unit(expected: ExpectedFigure, came: GivenFigure, same: bool) -> None:
    assert same_figure(expected, came) is same


def test_only_the_first_figure_is_the_answer() -> None:
    assert right(NUMBER, answer("number", figures=(figure("1266.19"), figure("1"))))
    assert not right(NUMBER, answer("number", figures=(figure("1"), figure("1266.19"))))


def test_a_list_of_one_line_is_its_figure() -> None:
    assert right(NUMBER, answer("list", items=(figure("1266.19", label="河道清淤"),)))
    assert not right(NUMBER, answer("list", items=(figure("1266.19"), figure("1"))))


def test_a_refusal_is_a_miss_and_another_figure_is_wrong() -> None:
    assert not wrong_figure(NUMBER, answer("refusal"))
    assert not wrong_figure(NUMBER, answer("clarification", choices=("a", "b")))
    assert wrong_figure(NUMBER, answer("number", figures=(figure("1266.2"),)))
    assert wrong_figure(Expected("refusal"), answer("number", figures=(figure("1266.2"),)))
    assert wrong_figure(Expected("text", contains=("因为",)), answer("list", items=(figure("1"),)))


def test_several_asked_figures_may_come_as_figures_or_items() -> None:
    both = Expected("number", figures=(wanted("1"), wanted("2")))
    assert right(both, answer("list", items=(figure("2"), figure("1"))))
    assert right(both, answer("number", figures=(figure("1"), figure("2"))))
    assert not right(both, answer("number", figures=(figure("1"),)))


def test_an_alternative_is_as_right() -> None:
    either = Expected("number", figures=(wanted("1"),), alternatives=(Expected("clarification"),))
    assert right(either, answer("clarification"))
    assert not wrong_figure(either, answer("clarification"))


def test_names_are_compared_without_typesetting() -> None:
    assert same_label("“三公”经费", "三公经费")
    assert same_label("运维费", "某系统（二期）运维费")
    assert not same_label("甲项目", "乙项目")
    assert not same_label("", "乙项目")


def test_lists_hold_all_and_nothing_else() -> None:
    first, second = ExpectedItem("甲", wanted("5")), ExpectedItem("乙", wanted("3"))
    came = (figure("3", label="乙"), figure("5", label="甲"))
    assert items_right((first, second), came, ordered=False)
    assert not items_right((first, second), came, ordered=True)
    assert items_right((first, second), came[::-1], ordered=True)
    assert not items_right((first,), came, ordered=False)
    assert not items_right((first, ExpectedItem("乙", wanted("4"))), came, ordered=False)


def test_names_that_contain_each_other_pair_the_way_that_fits() -> None:
    items = (ExpectedItem("运维", None), ExpectedItem("平台运维", None))
    came = (GivenFigure("平台运维", None, None), GivenFigure("运维", None, None))
    assert items_right(items, came, ordered=False)
    assert items_right(items[::-1], came, ordered=False)


def test_a_text_holds_its_phrases() -> None:
    expected = Expected("text", contains=("人员增加",))
    assert right(expected, answer("text", "主要原因是“人员 增加”。"))
    assert not right(expected, answer("text", "主要原因是车辆更新。"))
    assert not right(expected, answer("refusal", "人员增加"))


def test_a_refusal_may_be_asked_to_say_what_is_there() -> None:
    expected = Expected("refusal", contains=("2026",))
    assert right(expected, answer("refusal", "只有2026年。"))
    assert not right(expected, answer("refusal", "没有。"))


def test_sources_lead_to_the_page() -> None:
    expected = Expected("number", figures=(wanted("1"),), document="a.pdf", pages=(3, 4))
    assert source_right(expected, answer("number", places=(("a.pdf", 4),))) is True
    assert source_right(expected, answer("number", places=(("a.pdf", 5), ("b.pdf", 3)))) is False
    assert source_right(NUMBER, answer("number")) is None
