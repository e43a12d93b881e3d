"""Numbers of tables in one form."""

import pytest

from ingest.wording.table_numbers import table_key


@pytest.mark.parametrize(
    ("printed", "key"),
    [("表3-2", "3-2"), ("公开05表", "5"), ("预算12表", "12"), ("附表三", "3"), ("表十二", "12"), ("表３－２", "3-2")],
)
def test_numbers_compare_however_they_are_printed(printed: str, key: str) -> None:
    assert table_key(printed) == key
