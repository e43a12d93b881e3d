"""Whether there is any money of a fund: the zero of its empty table answers."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked


@pytest.mark.parametrize(
    "words", ["水利局用了政府性基金没有", "水利局有没有政府性基金的支出", "水利局动用政府性基金了吗"]
)
def test_an_empty_fund_table_is_zero(ask: Asked, words: str) -> None:
    answer = ask(words)
    assert answer.kind is AnswerKind.NUMBER
    assert answer.figures[0].value == 0


def test_what_is_asked_beside_it_is_told_too(ask: Asked) -> None:
    answer = ask("水利局今年有没有出国经费，公务接待费多少")
    assert [figure.value for figure in answer.figures] == [Decimal("0.00"), Decimal("4.50")], answer.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("水利局公务接待费超过4万元吗", "是的"),
        ("水利局的公务接待费有没有超过5万元", "不是"),
        ("水利局公务接待费是否低于5万元", "是的"),
        ("水利局公务接待费过4万元没有", "是的"),
        ("水利局公务接待费达到5万元了没有", "不是"),
        ("水利局公务接待费够不够5万元", "不是"),
        ("水利局公务接待费有没有4万元", "是的"),
    ],
)
def test_whether_a_line_passes_a_limit_is_told_with_its_amount(ask: Asked, words: str, said: str) -> None:
    answer = ask(words)
    assert answer.text.startswith(said), answer.text
    assert [figure.value for figure in answer.figures] == [Decimal("4.50")]


def test_whether_a_body_is_done_asks_for_no_total(ask: Asked) -> None:
    assert ask("水利局2026年完成了没有").kind is AnswerKind.REFUSAL
    assert ask("水利局2026年预算多少").kind is AnswerKind.NUMBER


@pytest.mark.parametrize(
    ("words", "said", "value"),
    [
        ("水利局2026年2130301超过400万元吗", "是的，2130301超过400万元", "500.00"),
        ("水利局2026年2130301科目不到400万元，对吗", "不是", "500.00"),
        ("水利局2026年功能科目2130301够不够600万元", "不是", "500.00"),
        ("水利局2026年河道清淤工程项目超过300万元了没有", "是的", "400.00"),
        ("水利局2026年收入合计超过1000万元吗", "是的", "1500.00"),
        ("Does the total expenditure of 水利局 in 2026 exceed 10 million yuan?", "Yes", "1500.00"),
        ("Is the total expenditure of 水利局 in 2026 more than 3000 ten thousand yuan?", "No", "1500.00"),
    ],
)
def test_a_line_named_by_its_code_or_its_own_name_is_held_to_a_limit(
    ask: Asked, words: str, said: str, value: str
) -> None:
    answer = ask(words)
    assert answer.text.startswith(said), answer.text
    assert [figure.value for figure in answer.figures] == [Decimal(value)]


def test_a_name_behind_a_limit_is_of_a_set(ask: Asked) -> None:
    answer = ask("水利局2026年有超过100万元的项目吗")
    assert len(answer.items) == 3, answer.text


@pytest.mark.parametrize(
    "words",
    [
        "水利局2130301是不是超过2080505",
        "水利局2130301高于2080505吗",
        "水利局2130301比2080505大吗",
        "水利局2080505低于2130301吗",
    ],
)
def test_a_code_behind_a_comparison_is_no_amount(ask: Asked, words: str) -> None:
    answer = ask(words)
    assert not answer.text.startswith(("是的", "不是")), answer.text
    assert "2,080,505" not in answer.text
    assert "2,130,301" not in answer.text


@pytest.mark.parametrize(
    "words",
    [
        "水利局2026年三公高于2025年吗",
        "水利局2026年公务接待费是否低于2025年",
        "水利局2026年高于2025年的项目有哪些",
        "水利局2026年超过2025年的科目有几个",
        "水利局2026年项目支出高于2025年多少",
    ],
)
def test_a_year_behind_a_comparison_is_no_amount(ask: Asked, words: str) -> None:
    assert "2,025" not in ask(words).text
