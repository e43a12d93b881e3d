"""Rows broken by the page's edge."""

from collections.abc import Callable
from itertools import pairwise
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


GRID = [40, 170, 240, 400, 480, 600, 680]


def project(page: Any, top: int, words: list[tuple[str, ...]], lines: list[tuple[str, ...]]) -> None:
    """The merged cells of a project beside its rows of indicators; words wrapped over lines."""
    height = 18 * len(lines)
    for j, texts in enumerate(words):
        page.canvas.rect(GRID[j], page.size[1] - top - height, GRID[j + 1] - GRID[j], height)
        for k, text in enumerate(texts):
            page.text(GRID[j] + 3, top + 2 + 11 * k, text)
    for i, line in enumerate(lines):
        for j, text in enumerate(line, 3):
            page.canvas.rect(GRID[j], page.size[1] - top - 18 * (i + 1), GRID[j + 1] - GRID[j], 18)
            page.text(GRID[j] + 3, top + 2 + 18 * i, text)


def projects_over_a_page(page: Any, goal: str, rest: list[tuple[str, ...]]) -> Any:
    page.text(400, 45, "项目支出绩效目标表", 14, "center")
    page.text(600, 68, "单位：万元")
    header = ["项目名称", "资金总额", "绩效目标", "二级指标", "三级指标", "指标值"]
    page.table(40, 90, [b - a for a, b in pairwise(GRID)], [header])
    top = 108
    for name in ("河道清淤", "堤防养护", "水质监测", "渠道修缮"):
        project(
            page,
            top,
            [(name,), ("3.00",), ("完成全年任务。",)],
            [("数量指标", "长度", "≥3公里"), ("质量指标", "合格率", "≥9%")],
        )
        top += 36
    project(page, top, [("小型水库安全鉴",), ("7.50",), (goal,)], [("数量指标", "鉴定座数", "≥4座")])
    page.next_page()
    project(page, 40, rest, [("质量指标", "鉴定合格率", "≥95%"), ("时效指标", "按期完成率", "≥90%")])
    return read(page.done())


def test_the_words_of_a_merged_project_go_on_beside_its_blank_amount(drawing: Draw) -> None:
    rest = [("定与除险加固",), ("",), ("固完成全部鉴定。",)]
    parsed = projects_over_a_page(drawing(), "通过小型水库除险加", rest)
    assert values(parsed, "小型水库安全鉴定与除险加固") == ["7.50"]


def test_a_new_project_without_an_amount_is_not_the_rest_of_the_one_before(drawing: Draw) -> None:
    rest = [("移民后期扶持",), ("",), ("完成扶持任务。",)]
    parsed = projects_over_a_page(drawing(), "完成鉴定任务。", rest)
    assert values(parsed, "小型水库安全鉴") == ["7.50"]
