"""What one of a thing costs, from the number and the amount of its own row."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.parse import parse
from ingest.reading.pdf import read_pdf
from tests.assistant.town import stored
from tests.ingest.conftest import Drawing


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    page = Drawing(tmp_path / "drawn.pdf", (595.0, 842.0))
    page.text(40, 60, "云溪市水务局2026年部门预算")
    page.text(40, 80, "政府采购预算表")
    page.text(40, 95, "单位：万元")
    rows = [
        ["品目名称", "采购数量", "计量单位", "采购预算金额"],
        ["照明设备", "1200", "套", "180.00"],
        ["巡查服务", "", "", "20.00"],
        ["合计", "", "", "200.00"],
    ]
    page.table(40, 110, [160, 80, 80, 100], rows)
    return Assistant(Library(stored(tmp_path, parse(read_pdf(page.done()), "e" * 16)).engine))


@pytest.mark.parametrize("question", ["云溪市水务局照明设备每套多少元", "云溪市水务局要采购的照明设备折合一套多少元"])
def test_the_amount_is_divided_by_the_number_beside_it(told: Assistant, question: str) -> None:
    answer = told.ask(Question(question))
    assert answer.figures and answer.figures[0].value == Decimal(1500), answer.text


@pytest.mark.parametrize("question", ["云溪市水务局巡查服务每套多少元", "云溪市水务局照明设备每台多少元"])
def test_an_amount_of_the_row_is_no_cost_of_one(told: Assistant, question: str) -> None:
    assert not told.ask(Question(question)).figures
