"""No name takes in some members of a series and leaves the ones beside them."""

import pytest

from assistant.understand.names.in_series import in_series, parts_series
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of


def _stretch(text: str, piece: str) -> tuple[int, int]:
    start = words_of(text).key.index(piece)
    return start, start + len(piece)


@pytest.mark.parametrize(
    ("text", "piece", "parts"),
    [
        ("计算机、打印机、扫描仪各多少台", "打印机扫描仪", True),
        ("计算机、打印机、扫描仪各多少台", "计算机打印机扫描仪", False),
        ("打印机、扫描仪各多少台", "打印机扫描仪", False),
        ("打印机、扫描仪两项合计多少", "打印机扫描仪", True),  # so many as are said
        ("某局 设备购置 打印机 扫描仪 台数", "打印机扫描仪", True),
        ("某局 打印机 扫描仪", "打印机扫描仪", False),
    ],
)
def test_a_part_of_a_series(text: str, piece: str, parts: bool) -> None:
    assert parts_series(words_of(text), *_stretch(text, piece)) is parts


def test_what_nobody_knows_is_cut_where_members_meet() -> None:
    words = words_of("计算机、打印机、扫描仪各多少台")
    token = Span(3, 9, "unknown", "unknown", "打印机扫描仪")
    assert [t.text for t in in_series(words, [token])] == ["打印机", "扫描仪"]
