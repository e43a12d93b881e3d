"""Tables that are no budget beside budgets: they answer only what the budgets refuse, and only in full."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.tabular.answering import LooseTables
from assistant.tabular.shelf import TableShelf
from eval.tables_runner import reading_of
from ingest.parse import parse
from tests.assistant.conftest import Asked
from tests.assistant.tabular.conftest import ferries
from tests.assistant.town import parks, stored, water


@pytest.fixture
def ask_beside(tmp_path: Path) -> Asked:
    """The invented town's budgets with one table of ferries."""
    table = ferries("云川市临河区", "2031年03月", ("望江渡", "4.50", "31", "云川轮渡有限公司"),
                    ("石埠渡", "6.00", "12", "沧浪航运有限公司"))  # fmt: skip
    store = stored(tmp_path, water(), water(2025), parks(), parse(reading_of(table), "f" * 16))
    return Asked(Assistant(Library(store.engine), loose=LooseTables(TableShelf(store.engine))))


def test_a_table_answers_what_no_budget_speaks_of(ask_beside: Asked) -> None:
    answer = ask_beside("2031年3月云川市临河区石埠渡的平均票价是多少？")
    assert answer.kind is AnswerKind.NUMBER
    assert [source.text for source in answer.sources] == ["6.00"]


def test_budget_questions_are_answered_as_without_it(ask: Asked, ask_beside: Asked) -> None:
    for question in ("水务局2026年三公经费是多少？", "水务局2026年支出总计是多少？", "公园局2040年的支出是多少？"):
        assert ask_beside(question).text == ask(question).text
        assert ask_beside(question).figures == ask(question).figures


def test_words_a_table_does_not_have_are_not_dropped(ask_beside: Asked) -> None:
    answer = ask_beside("2031年3月云川市临河区石埠渡的桥墩检修合同金额是多少？")
    assert answer.kind is not AnswerKind.NUMBER
