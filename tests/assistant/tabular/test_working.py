"""Conditions, ranks and counts over the rows of tables of two families; what restricts is never dropped."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from assistant.answer import Answer, AnswerKind
from eval.tables_runner import GivenTable, flat_table
from tests.assistant.tabular.conftest import Asking

_SHOPS = ("书店名称", "城区", "平均书价(元)", "售出册数", "经营公司", "月份")
_RENTS = ("门店编号", "签约日期", "承租公司", "租金总价(万元)", "面积比", "城区", "状态")


def _shops(month: str, more: int) -> GivenTable:
    title = f"云川市临河区{month}书店销售表"
    rows = [
        ("晨光书屋", "云川市临河区", f"{32 + more}.50", f"{310 + more}", "江海文化有限公司", month),
        ("北岸书局", "云川市临河区", f"{41 + more}.00", f"{120 + more}", "沧浪图书有限公司", month),
        ("南桥书店", "云川市临河区", f"{27 + more}.00", f"{580 + more}", "江海文化有限公司", month),
        ("听雨书坊", "云川市临河区", f"{55 + more}.25", f"{70 + more}", "沧浪图书有限公司", month),
    ]
    return flat_table(title, title, _SHOPS, rows)


@pytest.fixture
def streets(asking: Callable[..., Asking]) -> Asking:
    """Bookshops month by month, and shops let in one table with days."""
    title = "云川市临河区门店租赁信息表"
    held = [
        ("A-01门店", "2031年02月11日", "江海文化有限公司", "120", "1.8", "租金正常"),
        ("A-02门店", "2031年02月20日", "沧浪图书有限公司", "95", "2.2", "租金拖欠"),
        ("B-07门店", "2031年03月05日", "江海文化有限公司", "300", "0.9", "租金正常"),
        ("B-09门店", "2030年11月05日", "远山出版有限公司", "15000", "3.1", "租金拖欠"),
        *((f"C-0{n}门店", "2030年12月05日", "江海文化有限公司", f"{n}1", f"1.{n}", "租金正常") for n in range(1, 7)),
    ]
    rows = [(*row[:5], "云川市临河区", row[5]) for row in held]
    months = [_shops("2031年02月", 0), _shops("2031年03月", 1), _shops("2031年04月", 2)]
    return asking(*months, flat_table(title, title, _RENTS, rows))


def labels(answer: Answer) -> list[str]:
    return [item.label for item in answer.items]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("在2031年2月，云川市临河区签约的门店中，哪一间的租金最便宜？", ["A-02门店"]),
        ("2031年2月云川市临河区签约的门店中最贵的是哪一间？", ["A-01门店"]),
        ("2031年2月云川市临河区哪家书店的书价最亲民？", ["南桥书店"]),
        ("2031年2月云川市临河区最贵的两家书店是哪几家？", ["听雨书坊", "北岸书局"]),
        ("2031年2月云川市临河区哪家书店的销售表现最不理想？", ["听雨书坊"]),
        ("2031年2月，云川市临河区的晨光书屋和北岸书局，哪家卖出的图书更多？", ["晨光书屋"]),
        ("2031年2月云川市临河区书价位于30元至50元之间且售出册数最多的书店是哪家？", ["晨光书屋"]),
        ("云川市临河区租金超过1亿元的门店有哪些？", ["B-09门店"]),
        ("云川市临河区租金低于100万元的门店里租金最高的是哪一间？", ["A-02门店"]),
        ("租金拖欠的门店里哪一间的租金最低？", ["A-02门店"]),
        ("2031年2月云川市临河区有哪些书店？", ["晨光书屋", "北岸书局", "南桥书店", "听雨书坊"]),
    ],
)  # fmt: skip
def test_the_rows_asked_for_are_named(streets: Asking, question: str, expected: list[str]) -> None:
    assert labels(streets(question)) == expected


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("2031年3月，江海文化有限公司在云川市临河区承租了多少间门店？", 1),
        ("2031年4月，江海文化有限公司在云川市临河区承租了多少间门店？", 0),
        ("南桥书店在2031年2月卖出了多少册图书？", 580),
    ],
)
def test_how_many_there_are(streets: Asking, question: str, count: int) -> None:
    answer = streets(question)
    assert answer.kind is AnswerKind.NUMBER
    assert answer.figures[0].value == Decimal(count)
    assert answer.sources


@pytest.mark.parametrize(
    "question",
    [
        "2031年4月，云川市临河区签约的门店里哪一间租金最低？",
        "2031年2月云川市临河区哪家书店的环境最安静？",
        "2031年2月云川市临河区售出册数排名前三的书店里环境最好的是哪家？",
        "2031年2月云川市临河区哪家书店的店员更多？",
        "2031年2月云川市临河区有哪些书店是连锁的？",
    ],
)
def test_a_word_that_nothing_answers_to_is_not_dropped(streets: Asking, question: str) -> None:
    assert streets(question).kind is AnswerKind.REFUSAL


def test_values_of_several_tables_are_told_with_the_table_they_are_of(streets: Asking) -> None:
    answer = streets("请问2031年2月和同年4月云川市临河区北岸书局的平均书价各是多少？")
    assert [item.value for item in answer.items] == [Decimal("41.00"), Decimal("43.00")]
    assert ["2031年02月" in label for label in labels(answer)] == [True, False]
