"""Of several lines that a question names the first or last by amount."""

from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored

LINES = (("30201", "办公费", "9.00"), ("30205", "水费", "3.00"), ("30206", "电费", "4.00"), ("30211", "差旅费", "7.00"))


@pytest.fixture
def lines(tmp_path: Path) -> Asked:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("economic", "基本支出情况表", (("合计",), ("人员经费",), ("公用经费",)))
    draft.row(table, "合计", ("23.00", None, "23.00"), role=RowRole.GRAND_TOTAL, level=0)
    goods = draft.row(
        table, "商品和服务支出", ("23.00", None, "23.00"), code="302", scheme="economic", role=RowRole.SUBTOTAL
    )
    for code, name, amount in LINES:
        draft.row(table, name, (amount, None, amount), code=code, scheme="economic", level=2, parent=goods)
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("水利局水费、电费、差旅费哪个最高", ["7.00"]),
        ("水利局水费、电费和差旅费中哪项最少", ["3.00"]),
        ("水利局办公费、电费、差旅费三项里最大的是哪一项", ["9.00"]),
        ("水利局水费、电费、差旅费哪个更低", ["3.00"]),
        ("水利局水费电费差旅费 哪个最高", ["7.00"]),
        ("水利局水费、办公费、差旅费从高到低排", ["9.00", "7.00", "3.00"]),
        ("水利局水费、办公费、差旅费里最大的两项是哪些", ["9.00", "7.00"]),
    ],
)
def test_the_lines_named_are_ranked_among_themselves(lines: Asked, question: str, told: list[str]) -> None:
    answer = lines(question)
    assert [str(item.value) for item in answer.items] == told, answer.text


def test_the_mean_of_the_lines_named_is_theirs(lines: Asked) -> None:
    assert [str(f.value) for f in lines("水利局水费、办公费、差旅费平均是多少").figures][:1] == ["6.33"]


def test_a_line_that_is_not_there_leaves_no_rank(lines: Asked) -> None:
    assert not lines("水利局水费、印刷费、差旅费哪个最高").items


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("水利局水费多少", "电费呢", "差旅费呢", "这三个哪个最高"), "差旅费"),
        (("水利局水费多少", "电费呢", "差旅费呢", "谁最少"), "水费"),
        (("水利局水费多少", "电费呢", "差旅费呢", "哪个最高"), "差旅费"),
    ],
)
def test_the_lines_of_as_many_turns_are_ranked(lines: Asked, turns: tuple[str, ...], told: str) -> None:
    *before, last = turns
    assert [item.label for item in lines(last, *before).items] == [told]
