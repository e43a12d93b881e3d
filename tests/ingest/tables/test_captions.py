"""Whose a table is, by the lines above it."""

import pytest

from ingest.tables.captions import _table_number, department_in


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("部门名称：云溪市水务局", "云溪市水务局"),
        ("378002云溪市康复医院", "云溪市康复医院"),
        ("[378001]云溪市水务局本级", "云溪市水务局本级"),
        ("2130301行政运行", None),
        ("2026年部门收入总表", None),
        ("单位：万元", None),
    ],
)
def test_a_line_names_the_body_of_a_table(line: str, body: str | None) -> None:
    assert department_in(line) == body


@pytest.mark.parametrize("number", ["公开03表", "决算公开8表", "预算公开12表", "财决公开01表", "附件2表", "表12-1"])
def test_a_line_that_only_numbers_a_table_is_no_title(number: str) -> None:
    assert _table_number(number) == number
