"""Two amounts in one cell, the second in brackets, as the header says; a negative amount in brackets stays one."""

from collections.abc import Callable
from typing import Any

from tests.ingest.tables.test_build import one, read, titled, values

Draw = Callable[..., Any]


def drawn(page: Any, names: list[str], rows: list[tuple[str, ...]]) -> Any:
    titled(page, "支出预算明细表")
    top = 90
    for k, row in enumerate([("项目", *names), *rows]):
        for j, text in enumerate(row):
            page.canvas.rect(40 + 140 * j, page.size[1] - top - 30, 140, 30)
            for i, line in enumerate(text.split("|")):
                page.text(44 + 140 * j, top + 4 + 12 * i, line)
        top += 30
        assert k < 9
    return read(page.done())


def test_a_name_and_its_part_in_brackets_are_two_columns(drawing: Draw) -> None:
    names = ["合计|（其中：财政拨款）", "项目支出|（其中：财政拨款）", "备注"]
    rows = [
        ("水库维护", "30.00|（20.00）", "12.00|（7.50）", ""),
        ("防汛", "8.00|（0.00）", "-", ""),
        ("合计", "38.00|（20.00）", "12.00|（7.50）", ""),
    ]
    parsed = drawn(drawing(), names, rows)
    assert values(parsed, "水库维护") == ["30.00", "20.00", "12.00", "7.50"]
    assert values(parsed, "防汛")[:2] == ["8.00", "0.00"]
    assert one(parsed, "水库维护", "项目支出", "其中：财政拨款").text == "7.50"


def test_a_negative_amount_in_brackets_stays_one(drawing: Draw) -> None:
    parsed = drawn(
        drawing(),
        ["预算数|（万元）", "增减额|（减少以括号表示）"],
        [("水库维护", "30.00", "（2.00）"), ("防汛", "8.00", "（1.00）")],
    )
    assert values(parsed, "水库维护") == ["30.00", "-2.00"]
