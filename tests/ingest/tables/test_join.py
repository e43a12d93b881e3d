"""Tables over pages, as spreadsheets print them: a merged cell's words stand once, wherever its middle falls."""

from dataclasses import replace

from ingest.records.layout import Cell, Grid, Line, Page, Reading
from ingest.tables.celltext import cell_text
from ingest.tables.columns import columns_of
from ingest.tables.heading import heading_of
from ingest.tables.join import sheets_of
from ingest.tables.mend import mended
from ingest.tables.sheet import Sheet

WIDTH, HEIGHT = 90.0, 20.0


def grid(page: int, rows: int, cells: list[tuple[int, int, str, int]]) -> Grid:
    """A ruled grid of four columns: (row, column, words, rows over which the cell reaches)."""
    made = [
        Cell(row, column, text, (WIDTH * column, HEIGHT * row, WIDTH * (column + 1), HEIGHT * (row + over)), over, 1)
        for row, column, text, over in cells
    ]
    return Grid(page, (0.0, 0.0, 4 * WIDTH, HEIGHT * rows), rows, 4, tuple(made))


def joined(below: str = "") -> list[Sheet]:
    """A table of projects whose last one is broken by the page, its name on the second page only."""
    header = [(0, 0, "项目名称", 1), (0, 1, "金额", 1), (0, 2, "一级指标", 1), (0, 3, "三级指标", 1)]
    first = [
        *header,
        (1, 0, "河道清淤", 2), (1, 1, "3.00", 2), (1, 2, "产出指标", 2), (1, 3, "清淤长度", 1), (2, 3, "合格率", 1),
        (3, 0, "", 2), (3, 1, "", 2), (3, 2, "产出指标", 2), (3, 3, "养护长度", 1), (4, 3, "养护面积", 1),
    ]  # fmt: skip
    second = [
        *header[:2], (0, 2, "一级指标\n产出指标", 1), header[3],
        (1, 0, "堤防养护", 1), (1, 1, "5.00", 1), (1, 2, "", 1), (1, 3, "养护次数", 1),
    ]  # fmt: skip
    lines = (Line(below, (0.0, 105.0, 200.0, 115.0), 9.0, False),) if below else ()
    pages = (Page(1, 400.0, 800.0, (grid(1, 5, first),), lines), Page(2, 400.0, 800.0, (grid(2, 2, second),), ()))
    return sheets_of(Reading("a.pdf", "pdf", pages, ()))


def test_a_merged_cell_named_after_the_break_reaches_over_both_its_parts() -> None:
    (sheet,) = joined()
    names = [cell.text for row in range(1, sheet.rows) if (cell := sheet.at(row, 0)) is not None]
    assert names == ["河道清淤"] * 2 + ["堤防养护"] * 3
    levels = {sheet.at(row, 2).text for row in range(3, sheet.rows)}  # type: ignore[union-attr]
    assert levels == {"产出指标"}


def test_words_that_ran_over_the_foot_and_are_printed_again_end_no_table() -> None:
    assert len(joined("堤防养护    5.00    第 1 页")) == 1
    assert len(joined("注：本表按项目列示。")) == 2


def cell(row: int, column: int, text: str, over: int = 1, wide: int = 1, top: float = 0.0) -> Cell:
    """A cell of a form of five columns that begins at a height of its page."""
    box = (WIDTH * column, top + HEIGHT * row, WIDTH * (column + wide), top + HEIGHT * (row + over))
    return Cell(row, column, text, box, over, wide)


def a_grid(page: int, cells: list[Cell], top: float) -> Grid:
    """A ruled grid of five columns at a height of its page."""
    rows = max(c.row + c.row_span for c in cells)
    return Grid(page, (0.0, top, 5 * WIDTH, top + HEIGHT * rows), rows, 5, tuple(cells))


def form_head(name: str, top: float, begin: int = 0) -> list[Cell]:
    """The first lines of a form of one project, from one of them on."""
    lines = [("项目名称", name), ("主管部门", "云汀市水利局"), ("年度资金总额", "12.00"), ("总体目标", "河道畅通。")]
    return [
        c
        for row, (label, value) in enumerate(lines[begin:])
        for c in (cell(row, 0, label, top=top), cell(row, 1, value, wide=4, top=top))
    ]


def indicators(row: int, lines: list[tuple[str, ...]], top: float) -> list[Cell]:
    """Rows of a grid of indicators."""
    return [cell(row + i, at, text, top=top) for i, line in enumerate(lines) for at, text in enumerate(line)]


GRID_HEADER = ("一级指标", "二级指标", "三级指标", "指标值", "单位")


def over_pages(first: list[Grid], second: list[Grid], tops: list[list[Line]]) -> list[Sheet]:
    """The sheets of two pages with their lines."""
    pages = (
        Page(1, 600.0, 800.0, tuple(first), tuple(tops[0])),
        Page(2, 600.0, 800.0, tuple(second), tuple(tops[1])),
    )
    return sheets_of(Reading("a.pdf", "pdf", pages, ()))


def line(text: str, top: float, left: float = 100.0) -> Line:
    return Line(text, (left, top, left + 60.0, top + 9.0), 9.0, False)


def test_a_form_goes_on_under_the_title_rows_that_are_printed_atop_every_page() -> None:
    whole = [
        *form_head("河道保洁", 40.0),
        *indicators(4, [GRID_HEADER, ("产出指标", "数量指标", "里程", "≥4", "公里")], 40.0),
    ]
    begun = a_grid(1, form_head("水闸养护", 300.0)[:2], 300.0)
    rest = [*form_head("", 40.0, 1), *indicators(3, [GRID_HEADER, ("产出指标", "数量指标", "水闸", "≥3", "座")], 40.0)]
    title = [line("项目绩效目标表", 10.0), line("金额单位：万元", 25.0)]
    sheets = over_pages([a_grid(1, whole, 40.0), begun], [a_grid(2, rest, 40.0)], [title, title])
    assert len(sheets) == 2
    assert [c.text for c in sheets[1].cells if c.text in ("水闸养护", "12.00", "水闸")] == ["水闸养护", "12.00", "水闸"]
    other = [line("项目绩效自评表", 10.0), line("金额单位：万元", 25.0)]
    assert len(over_pages([a_grid(1, whole, 40.0), begun], [a_grid(2, rest, 40.0)], [title, other])) == 3


def broken(above: str, names: tuple[str, str], foot: str) -> Sheet:
    """A form whose grid of indicators the page breaks within its first levels."""
    first = [*form_head("河道保洁", 40.0), *indicators(4, [GRID_HEADER, ("", "", "里程", "≥4", "公里")], 40.0)]
    second = indicators(0, [(*names, "人数", "≥6", "人"), ("产出指标", "质量指标", "达标率", "≥90", "%")], 40.0)
    below, on = [line(foot, 165.0)] if foot else [], [line(above, 30.0)] if above else []
    (sheet,) = over_pages([a_grid(1, first, 40.0)], [a_grid(2, second, 40.0)], [below, on])
    return sheet


def test_levels_named_below_the_break_hold_above_it_too() -> None:
    sheet = broken("", ("产出指标", "数量指标"), "产出指标")
    assert [sheet.at(5, column).text for column in (0, 1)] == ["产出指标", "数量指标"]  # type: ignore[union-attr]


def test_a_level_that_hangs_over_the_top_of_a_page_is_its_first_cells() -> None:
    sheet = broken("数量指标", ("产出指标", ""), "产出指标")
    assert [sheet.at(row, 1).text for row in (5, 6)] == ["数量指标", "数量指标"]  # type: ignore[union-attr]


def test_a_list_of_targets_below_the_break_is_no_level_above_it() -> None:
    sheet = broken("", ("产出指标", "一、数量指标：1.报告6份"), "")
    assert [sheet.at(5, column).text for column in (0, 1)] == ["产出指标", ""]  # type: ignore[union-attr]


def listed(page: int, edges: tuple[float, ...], *rows: tuple[str, ...], foot: str = "") -> Page:
    """A page with a ruled list between given edges, and what stands at its foot."""
    cells = tuple(
        Cell(at, column, text, (edges[column], 60 + 30.0 * at, edges[column + 1], 90 + 30.0 * at))
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    )
    made = Grid(page, (edges[0], 60.0, edges[-1], 60 + 30.0 * len(rows)), len(rows), len(edges) - 1, cells)
    lines = (Line(foot, (270.0, 800.0, 330.0, 810.0), 9.0),) if foot else ()
    return Page(page, 600.0, 842.0, (made,), lines)


HEAD = ("序号", "单位", "项目名称", "金额（万元）", "目标")
EDGES, OTHER = (40.0, 70.0, 150.0, 260.0, 320.0, 560.0), (40.0, 70.0, 142.0, 250.0, 300.0, 560.0)


def test_a_list_goes_on_over_numbered_pages_with_other_widths() -> None:
    first = listed(1, EDGES, HEAD, ("1", "水务局", "河道清淤", "12.50", "畅通"), foot="第 1 页，共 2 页")
    second = listed(2, OTHER, ("2", "水务局", "堤防养护", "8.00", "安全"), foot="第 2 页，共 2 页")
    (sheet,) = sheets_of(Reading("a.pdf", "pdf", (first, second), ()))
    assert (sheet.rows, sheet.columns) == (3, 5)
    assert [sheet.at(row, 3).text for row in (1, 2)] == ["12.50", "8.00"]  # type: ignore[union-attr]


def test_an_amount_cut_by_the_page_is_one_amount() -> None:
    rows = [(str(n), "水务局", f"第{'一二三四五六'[n - 1]}泵站维修", f"{n}0.50", "安全") for n in range(1, 7)]
    first = listed(1, EDGES, HEAD, *rows, ("7", "水务", "堤防养", "264.0", "堤防安"))
    second = listed(2, EDGES, ("", "局", "护", "8", "全无险情"), ("8", "水务局", "水文监测", "3.20", "准确"))
    (sheet,) = sheets_of(Reading("a.pdf", "pdf", (first, second), ()))
    heading = heading_of(sheet)
    whole = mended(sheet, heading, columns_of(sheet, heading))
    assert whole.rows == sheet.rows - 1
    assert [cell_text(cell.text) for cell in whole.starting(7)] == [
        "7",
        "水务局",
        "堤防养护",
        "264.08",
        "堤防安全无险情",
    ]
    goal = whole.at(7, 4)
    assert goal is not None
    assert [whole.piece_at(goal, at).page for at in (0, 5)] == [1, 2]


def test_two_whole_amounts_are_two_rows() -> None:
    rows = [(str(n), "水务局", f"第{'一二三四五六'[n - 1]}泵站维修", f"{n}0.50", "安全") for n in range(1, 7)]
    first = listed(1, EDGES, HEAD, *rows)
    second = listed(2, EDGES, ("", "水务局", "水文监测", "3.20", "准确"))
    (sheet,) = sheets_of(Reading("a.pdf", "pdf", (first, second), ()))
    heading = heading_of(sheet)
    assert mended(sheet, heading, columns_of(sheet, heading)).rows == sheet.rows


def _two_pages(foot: str, head: str) -> list[Sheet]:
    """A table of one page, a line at its foot, and a table of the next page under another line."""
    cells = [
        (0, 0, "科目", 1),
        (0, 1, "合计", 1),
        (0, 2, "基本", 1),
        (0, 3, "项目", 1),
        (1, 0, "教育", 1),
        (1, 1, "3", 1),
    ]
    low = Line(foot, (0.0, 700.0, 200.0, 710.0), 9.0, False)
    over = Line(head, (0.0, -12.0, 80.0, -2.0), 9.0, False)
    pages = (Page(1, 400.0, 800.0, (grid(1, 2, cells),), (low,)), Page(2, 400.0, 800.0, (grid(2, 2, cells),), (over,)))
    return sheets_of(Reading("a.pdf", "pdf", pages, ()))


def test_a_title_left_alone_at_the_foot_of_a_page_is_that_of_the_table_overleaf() -> None:
    *_, second = _two_pages("财政拨款支出总表", "单位：元")
    assert [line.text for line in second.above] == ["财政拨款支出总表", "单位：元"]
    *_, own = _two_pages("财政拨款支出总表", "基本支出表")
    assert [line.text for line in own.above] == ["基本支出表"]
    *_, told = _two_pages("以上数据见附表", "单位：元")
    assert [line.text for line in told.above] == ["单位：元"]


def test_an_unruled_part_whose_words_are_shorter_has_the_columns_of_the_page_before() -> None:
    def part(page: int, rows: tuple[tuple[str, ...], ...], edges: tuple[int, ...]) -> Grid:
        cells = tuple(
            Cell(r, c, text, (float(edges[c]), 20.0 * r, float(edges[c + 1]), 20.0 * r + 20))
            for r, row in enumerate(rows)
            for c, text in enumerate(row)
        )
        return Grid(page, (0.0, 0.0, 420.0, 60.0), len(rows), 5, cells, ruled=False)

    head = ("单位编码", "单位名称", "项目名称", "合计", "其他")
    first = (head, ("431001", "甲旗农牧局本级", "草原防火", "3.00", "1.00"))
    second = (("431002", "甲旗草原站", "草原生态保护补助奖励", "5.00", "2.00"),)
    pages = (
        Page(1, 600.0, 800.0, (part(1, first, (0, 60, 180, 280, 350, 420)),), ()),
        Page(2, 600.0, 800.0, (part(2, second, (0, 60, 160, 280, 350, 420)),), ()),
    )
    (sheet,) = sheets_of(Reading("a.pdf", "pdf", pages, ()))
    assert [cell.text for cell in sheet.starting(2)] == list(second[0])
    assert sheet.columns == len(head)


def test_a_column_that_is_blank_on_the_next_page_keeps_its_place() -> None:
    def unruled(page: int, starts: tuple[float, ...], rows: tuple[tuple[str, ...], ...]) -> Grid:
        ends = (*starts[1:], 400.0)
        cells = tuple(
            Cell(row, column, text, (starts[column], HEIGHT * row, ends[column], HEIGHT * (row + 1)), indent=1.0)
            for row, texts in enumerate(rows)
            for column, text in enumerate(texts)
        )
        return Grid(page, (starts[0], 0.0, 400.0, HEIGHT * len(rows)), len(rows), len(starts), cells, False)

    first = unruled(
        1, (0.0, 60.0, 150.0, 250.0), (("单位", "项目", "合计", "其他"), ("水文站", "测报", "5.00", "1.00"))
    )
    second = unruled(2, (60.0, 200.0), (("疏浚", "7.00"), ("巡查", "8.00")))
    cells = tuple(replace(c, indent=51.0) if c.column == 1 else c for c in second.cells)
    pages = (Page(1, 400.0, 800.0, (first,)), Page(2, 400.0, 800.0, (replace(second, cells=cells),)))
    (sheet,) = sheets_of(Reading("a.pdf", "pdf", pages, ()))
    assert [(c.column, c.text) for c in sheet.cells if c.row == 2] == [(1, "疏浚"), (3, "7.00")]
