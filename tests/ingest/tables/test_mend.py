"""Rows broken by the page's edge."""

from collections.abc import Callable
from typing import Any

from tests.ingest.tables.test_build import read, values

Draw = Callable[..., Any]


def test_an_amount_that_the_page_cuts_beside_whole_ones_is_made_whole(drawing: Draw) -> None:
    page = drawing(size=(595, 842))
    page.text(40, 600, "单位：元")
    page.text(250, 600, "支出决算表")
    head = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
    widths = [60, 160, 90, 90, 90]
    rows = [
        head,
        ["205", "教育支出", "167,368.54", "167,368.54", "0.00"],
        ["208", "社会保障", "1,051.41", "1,051.41", "0.00"],
    ]
    page.table(40, 700, widths, [*rows, ["21208", "国有土地使用权出让", "4,894,838.", "0.00", "4,894,838."]])
    page.next_page()
    page.table(
        40,
        40,
        widths,
        [["", "收入安排的支出", "68", "", "68"], ["213", "农林水支出", "7,291.15", "1,022.64", "6,268.51"]],
    )
    assert values(read(page.done()), "国有土地使用权出让收入安排的支出") == ["4894838.68", "0.00", "4894838.68"]
