"""The number of a table in a question."""

import pytest

from assistant.understand.words.tables_said import without_table


@pytest.mark.parametrize(
    ("words", "rest", "number"),
    [
        ("某局表3-2里有几个项目", "某局有几个项目", "3-2"),
        ("按公开05表，接待费是多少", "，接待费是多少", "5"),
        ("某局在表三中的支出", "某局的支出", "3"),
        ("表1和表3里支出多少", "和支出多少", "1、3"),  # the number of no table
        ("What is the reception cost in table 8 of the office?", "What is the reception cost of the office?", "8"),
        ("the project spending (table 3-2)?", "the project spending?", "3-2"),
        ("列表3项支出", "列表3项支出", None),
        ("三公经费表里的接待费", "三公经费表里的接待费", None),
        ("报表4张", "报表4张", None),
        ("项目自评表一共设了几个指标", "项目自评表一共设了几个指标", None),
    ],
)
def test_a_table_is_named_by_its_number(words: str, rest: str, number: str | None) -> None:
    assert without_table(words) == (rest, number)
