"""English questions become Chinese ones in the order the grammar expects."""

import pytest

from assistant.understand.bodies import Bodies
from assistant.understand.english import in_chinese

BODIES = Bodies(["深圳市审计局", "北京市审计局", "上海市审计局", "上海市普陀区司法局"], {})


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("How much will Shenzhen Audit Bureau spend on official receptions in 2026?", "深圳审计局2026年公务接待费多少"),
        ("How much is the official reception budget of the audit bureau of Shenzhen?", "深圳审计局公务接待费预算多少"),
        ("List the five largest projects of Beijing Municipal Audit Bureau.", "北京市审计局金额最大的5个项目有哪些"),
        (
            "How many projects of Shenzhen Audit Bureau exceed 10 million yuan?",
            "深圳审计局超过10000000元的项目有多少个",
        ),
        (
            "By how much did the three public expenses of Shenzhen Audit Bureau change from 2025 to 2026?",
            "深圳审计局2026年三公经费比2025年变化多少",
        ),
        (
            "What share of Shenzhen Audit Bureau's expenditure is basic expenditure?",
            "深圳审计局基本支出占支出总计的比例是多少",
        ),
    ],
)
def test_pieces_are_put_in_the_order_of_a_chinese_question(english: str, chinese: str) -> None:
    assert in_chinese(english, BODIES).replace("预算数", "预算") == chinese


def test_two_bodies_stay_two() -> None:
    assert in_chinese(
        "Compare the three public expenses of Beijing Audit Bureau and Shanghai Audit Bureau", BODIES
    ).startswith("北京审计局和上海审计局")


def test_what_is_not_known_stays_to_be_refused() -> None:
    assert "Magic" in in_chinese("What is the budget of the Ministry of Magic in 2026?", BODIES)


def test_a_year_that_no_document_has_is_kept() -> None:
    assert "2031年" in in_chinese("What is the budget of Shenzhen Audit Bureau in 2031?", BODIES)
