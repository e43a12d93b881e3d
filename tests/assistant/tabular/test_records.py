"""Work over many titled tables of records: look-up, compare, difference, ranks, conditions, counts, means."""

from decimal import Decimal

import pytest

from assistant.answer import Answer, AnswerKind
from tests.assistant.tabular.conftest import Asking


def labels(answer: Answer) -> list[str]:
    return [item.label for item in answer.items]


def test_the_value_of_a_row_in_the_table_of_its_place_and_month(harbours: Asking) -> None:
    answer = harbours("请问2031年4月云川市临河区石埠渡的平均票价是多少？")
    assert answer.kind is AnswerKind.NUMBER
    assert answer.figures[0].value == Decimal("6.50")
    assert answer.figures[0].unit == "元"
    assert [source.document for source in answer.sources] == ["云川市临河区2031年04月轮渡运营表"]
    assert answer.sources[0].text == "6.50"


def test_words_of_a_cell_are_told_as_printed(harbours: Asking) -> None:
    answer = harbours("2031年3月鹭屿市北湾区珊瑚渡的运营公司是哪家？")
    assert answer.kind is AnswerKind.TEXT
    assert answer.sources[0].text == "鹭屿船务有限公司"


def test_two_rows_asked_for_are_both_told(harbours: Asking) -> None:
    answer = harbours("2031年3月云川市临河区望江渡和新桥渡的平均票价分别是多少？")
    assert [item.value for item in answer.items] == [Decimal("4.50"), Decimal("9.25")]


def test_the_higher_of_two_is_named(harbours: Asking) -> None:
    answer = harbours("2031年3月云川市临河区的望江渡与石埠渡，哪个码头的平均票价更高？")
    assert labels(answer) == ["石埠渡"]
    assert answer.items[0].value == Decimal("6.00")


def test_a_difference_is_computed_from_both_cells(harbours: Asking) -> None:
    answer = harbours("2031年3月云川市临河区望江渡与新桥渡的平均票价相差多少？")
    assert answer.figures[0].value == Decimal("4.75")
    assert answer.figures[0].computed
    assert {source.text for source in answer.sources} == {"4.50", "9.25"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2031年3月云川市临河区平均票价最高的码头是哪个？", ["新桥渡"]),
        ("2031年3月云川市临河区班次数最少的码头是哪个？", ["新桥渡"]),
        ("2031年3月云川市临河区班次数排名前三的码头有哪些？", ["柳岸渡", "望江渡", "石埠渡"]),
        ("2031年3月云川市临河区班次数排名前三的码头里，哪个码头的平均票价最高？", ["石埠渡"]),
        ("2031年3月云川市临河区哪些码头的平均票价在4至7元之间？", ["望江渡", "石埠渡"]),
        ("2031年3月云川市临河区哪些码头的班次数超过20？", ["望江渡", "柳岸渡"]),
    ],
)
def test_ranks_and_conditions_name_the_rows(harbours: Asking, question: str, expected: list[str]) -> None:
    assert labels(harbours(question)) == expected


def test_each_of_two_places_has_its_first(harbours: Asking) -> None:
    answer = harbours("2031年3月，云川市临河区和鹭屿市北湾区各自平均票价最低的码头是哪个？")
    assert sorted(labels(answer)) == ["柳岸渡", "珊瑚渡"]


def test_rows_with_a_value_are_counted(harbours: Asking) -> None:
    answer = harbours("2031年3月沧浪航运有限公司在云川市临河区有多少个码头？")
    assert answer.figures[0].value == 2
    assert answer.figures[0].computed


def test_every_month_between_two_is_told(harbours: Asking) -> None:
    answer = harbours("2031年3月至2031年5月期间，云川市临河区望江渡每个月的平均票价是多少？")
    assert [(item.label, item.value) for item in answer.items] == [
        ("2031年03月", Decimal("4.50")),
        ("2031年04月", Decimal("4.80")),
        ("2031年05月", Decimal("5.00")),
    ]


@pytest.mark.parametrize(
    "question",
    [
        "2033年4月云川市临河区石埠渡的平均票价是多少？",  # no table of that month
        "2031年3月云川市临河区哪些码头的平均票价超过50元？",  # no row meets it
    ],
)
def test_what_no_table_has_yields_no_figure(harbours: Asking, question: str) -> None:
    answer = harbours(question)
    assert answer.kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION)
    assert not answer.figures
    assert not answer.items
