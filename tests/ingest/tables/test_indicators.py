"""Indicators of tables and forms, from pages to records."""

from decimal import Decimal

from ingest.parse import parse
from ingest.records.figure import Indicator
from ingest.records.layout import Cell, Grid, Reading
from tests.ingest.narrative.pages import centered, grid, line, page, reading


def indicators(file: Reading) -> tuple[Indicator, ...]:
    """The indicators of a file."""
    return parse(file, "b" * 16).indicators


def test_running_text_in_a_cell() -> None:
    head = (centered("项目支出绩效目标表", 40, 14.0), line("部门名称：甲市水务局    单位：万元", 70, full=False))
    text = "一、产出指标： 1.清淤长度，年度指标值：≥300公里。 2.按期完成，年度指标值：8月前。"
    rows = (
        ("项目名称(资金使用单位)", "总计", "财政拨款", "绩效目标", "绩效指标"),
        ("合 计", "3.00", "3.00", "", ""),
        ("甲市水务局", "3.00", "3.00", "", ""),
        ("河道清淤", "3.00", "3.00", "保持河道畅通，保障行洪安全。", text),
    )
    found = indicators(reading(page(1, *head, grids=(grid(1, *rows, top=100),))))
    assert [(i.row_label, i.level1, i.name, i.comparator, i.value, i.unit, i.period) for i in found] == [
        ("河道清淤", "产出", "清淤长度", "≥", Decimal(300), "公里", "年度"),
        ("河道清淤", "产出", "按期完成", None, None, None, "年度"),
    ]


def laid_out(page_number: int, texts: list[tuple[int, int, str, int, int]], width: int) -> Grid:
    """A grid of cells (row, column, words, rows, columns) whose columns are so many points wide."""
    cells = tuple(
        Cell(r, c, text, (90 + width * c, 120 + 20 * r, 90 + width * (c + w), 120 + 20 * (r + h)), h, w)
        for r, c, text, h, w in texts
    )
    rows, columns = max(r + h for r, _, _, h, _ in texts), max(c + w for _, c, _, _, w in texts)
    return Grid(page_number, (90, 120, 90 + width * columns, 120 + 20 * rows), rows, columns, cells)


def form(page_number: int) -> Grid:
    """A form of one project with levels printed once for several lines."""
    texts: list[tuple[int, int, str, int, int]] = [
        (0, 0, "项目名称", 1, 1), (0, 1, "河道清淤", 1, 4),
        (1, 0, "主管部门", 1, 1), (1, 1, "甲市水务局", 1, 4),
        (2, 0, "资金情况（万元）", 1, 1), (2, 1, "资金总额：", 1, 2), (2, 3, "3.00", 1, 2),
        (3, 0, "总体目标", 1, 1), (3, 1, "保持河道畅通，保障行洪安全。", 1, 4),
        (4, 0, "绩效指标", 4, 1), (4, 1, "一级指标", 1, 1), (4, 2, "二级指标", 1, 1), (4, 3, "三级指标", 1, 1),
        (4, 4, "指标值", 1, 1),
        (5, 1, "产出指标", 2, 1), (5, 2, "数量指标", 1, 1), (5, 3, "清淤长度（公里）", 1, 1), (5, 4, "≥300", 1, 1),
        (6, 2, "质量指标", 1, 1), (6, 3, "验收合格率", 1, 1), (6, 4, "100%", 1, 1),
        (7, 1, "效益指标", 1, 1), (7, 2, "社会效益指标", 1, 1), (7, 3, "水环境", 1, 1), (7, 4, "持续改善", 1, 1),
    ]  # fmt: skip
    return laid_out(page_number, texts, 80)


def test_a_form_with_levels_in_columns() -> None:
    title = (centered("项目支出绩效目标表", 60, 14.0), line("（2026年度）", 90, full=False))
    found = indicators(reading(page(1, *title, grids=(form(1),))))
    assert [(i.level1, i.level2, i.name, i.comparator, i.value, i.unit) for i in found] == [
        ("产出", "数量", "清淤长度（公里）", "≥", Decimal(300), "公里"),
        ("产出", "质量", "验收合格率", "=", Decimal(100), "%"),
        ("效益", "社会效益", "水环境", None, None, None),
    ]
    assert {i.row_label for i in found} == {"河道清淤"}
    assert found[2].text == "持续改善"


def test_sign_value_and_unit_in_three_columns() -> None:
    rows = (
        (
            "项目名称",
            "项目总额",
            "绩效目标",
            "一级指标",
            "二级指标",
            "三级指标",
            "绩效指标性质",
            "本年绩效指标值",
            "绩效度量单位",
        ),
        ("河道清淤", "3.00", "保持河道畅通，保障行洪安全。", "产出指标", "数量指标", "清淤长度", "≥", "300", "公里"),
        ("水质监测", "1.00", "掌握水质变化，及时发布预警。", "效益指标", "社会效益指标", "公众了解", "定性", "优", ""),
    )
    title = (centered("项目支出绩效目标表", 40, 14.0), line("单位：万元", 70, full=False))
    found = indicators(reading(page(1, *title, grids=(grid(1, *rows, top=100),))))
    assert [(i.row_label, i.name, i.text, i.comparator, i.value, i.unit) for i in found] == [
        ("河道清淤", "清淤长度", "≥300公里", "≥", Decimal(300), "公里"),
        ("水质监测", "公众了解", "优", None, None, None),
    ]


def test_the_first_indicator_of_a_page_is_not_the_rest_of_the_one_before() -> None:
    header = ("项目名称", "资金总额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位")
    first = [
        ("河道清淤", "3.00", "保持河道畅通。", "产出指标", "数量指标", "清淤长度", "≥", "300", "公里"),
        ("堤防养护", "5.00", "保持堤防完好。", "产出指标", "质量指标", "验收合格率", "=", "100", "%"),
    ]
    second = [
        ("", "", "", "效益指标", "生态效益指标", "水质改善情况", "定性", "持续改善", ""),
        ("水库巡查", "2.00", "消除隐患。", "产出指标", "数量指标", "巡查次数", "≥", "12", "次"),
    ]
    head = (centered("项目支出绩效目标表", 40, 14.0), line("部门名称：甲市水务局    单位：万元", 70, full=False))
    pages = (
        page(1, *head, grids=(grid(1, header, *first, top=100),)),
        page(2, grids=(grid(2, *second, top=40),)),
    )
    found = indicators(reading(*pages))
    assert [(i.row_label, i.level2, i.name, i.text) for i in found] == [
        ("河道清淤", "数量", "清淤长度", "≥300公里"),
        ("堤防养护", "质量", "验收合格率", "=100%"),
        ("堤防养护", "生态效益", "水质改善情况", "持续改善"),
        ("水库巡查", "数量", "巡查次数", "≥12次"),
    ]


def test_a_form_that_the_page_breaks_below_its_names_or_between_a_number_and_words_keeps_every_indicator() -> None:
    lines = (("产出指标", "数量指标", "清淤长度", "≥3公里"), ("效益指标", "社会效益指标", "公共服务水平", "有效提升"))
    told = (*lines, ("", "", "服务覆盖人口", "≥300人"), ("满意度指标", "服务对象满意度指标", "公众满意度", "≥95%"))
    for cut in (0, 2, 3):
        texts: list[tuple[int, int, str, int, int]] = [
            (0, 0, "项目名称", 1, 1), (0, 1, "河道清淤", 1, 4), (1, 0, "主管部门", 1, 1), (1, 1, "甲市水务局", 1, 4),
            (2, 0, "项目资金（万元）", 1, 1), (2, 1, "年度资金总额", 1, 2), (2, 3, "3.00", 1, 2),
            (3, 0, "总体目标", 1, 1), (3, 1, "保持河道畅通，保障行洪安全。", 1, 4), (4, 0, "绩效指标", cut + 1, 1),
            *((4, k + 1, name, 1, 1) for k, name in enumerate(("一级指标", "二级指标", "三级指标", "指标值"))),
        ]  # fmt: skip
        cells = [(r, k + 1, text, 1, 1) for r, row in enumerate(told) for k, text in enumerate(row)]
        if cut != 2:  # one merged cell over the two rows
            cells = [(r, c, t, 2 if r == 1 and c < 3 else 1, w) for r, c, t, _, w in cells if r != 2 or c > 2]
        texts += [(5 + r, *more) for r, *more in cells if r < cut]
        rest = [(r - cut, *more) for r, *more in cells if r >= cut]
        below = laid_out(2, [(0, 0, "", len(told) - cut, 1), *rest], 80)
        title = (centered("项目支出绩效目标表", 60, 14.0), line("（2026年度）", 90, full=False))
        found = indicators(reading(page(1, *title, grids=(laid_out(1, texts, 80),)), page(2, grids=(below,))))
        assert [(i.level1, i.level2, i.name, i.text) for i in found] == [
            ("产出", "数量", "清淤长度", "≥3公里"),
            ("效益", "社会效益", "公共服务水平", "有效提升"),
            ("效益", "社会效益", "服务覆盖人口", "≥300人"),
            ("满意度", "服务对象满意度", "公众满意度", "≥95%"),
        ]


def _merged(number: int, top: float, header: bool, *projects: tuple[tuple[str, str, str], tuple[str, ...]]) -> Grid:
    """A page of projects, each with cells merged over its indicators; name, money and goal may be empty."""
    texts: list[tuple[int, int, str, int]] = []
    names = ("项目名称", "资金总额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位")
    at = 0
    if header:
        texts += [(0, column, text, 1) for column, text in enumerate(names)]
        at = 1
    for project, lines in projects:
        texts += [(at, column, text, len(lines)) for column, text in enumerate(project)]
        for below, line_ in enumerate(lines):
            own = ("产出指标", "数量指标", line_, "≥", "3", "个")
            texts += [(at + below, 3 + column, text, 1) for column, text in enumerate(own)]
        at += len(lines)
    cells = tuple(
        Cell(r, c, text, (40 + 60 * c, top + 20 * r, 100 + 60 * c, top + 20 * (r + h)), h, 1) for r, c, text, h in texts
    )
    return Grid(number, (40, top, 580, top + 20 * at), at, 9, cells)


def test_lines_before_a_page_break_are_of_the_project_whose_words_stand_behind_it() -> None:
    head = (centered("项目支出绩效目标表", 40, 14.0), line("部门名称：甲市水务局    单位：万元", 70, full=False))
    first = (
        (("河道清淤", "3.00", "保持河道畅通。"), ("清淤长度", "清淤点位")),
        (("", "", ""), ("养护堤段", "养护水闸")),
    )
    second = (
        (("堤防养护", "5.00", "保持堤防完好。"), ("加固堤段", "更换闸门")),
        (("水库巡查", "2.00", "消除隐患。"), ("巡查次数", "巡查水库")),
    )
    pages = (
        page(1, *head, grids=(_merged(1, 100, True, *first),)),
        page(2, grids=(_merged(2, 40, False, *second),)),
    )
    found = indicators(reading(*pages))
    assert [(i.row_label, i.name) for i in found] == [
        ("河道清淤", "清淤长度"), ("河道清淤", "清淤点位"), ("堤防养护", "养护堤段"), ("堤防养护", "养护水闸"),
        ("堤防养护", "加固堤段"), ("堤防养护", "更换闸门"), ("水库巡查", "巡查次数"), ("水库巡查", "巡查水库"),
    ]  # fmt: skip


def test_what_a_target_means_is_no_second_target() -> None:
    rows = (
        (
            "单位（专项）名称", "资金总额", "实施期绩效目标", "一级指标", "二级指标", "三级指标",
            "指标值", "指标值内容", "评（扣）分标准", "度量单位", "指标值类型",
        ),
        (
            "河道清淤", "3.00", "保持河道畅通。", "产出指标", "数量指标", "清淤长度",
            "300", "完成清淤长度", "每少1公里扣1分", "公里", "≥",
        ),
    )  # fmt: skip
    head = (centered("项目支出绩效目标表", 40, 14.0), line("部门名称：甲市水务局    单位：万元", 70, full=False))
    found = indicators(reading(page(1, *head, grids=(grid(1, *rows, top=100),))))
    assert [(i.row_label, i.name, i.comparator, i.value, i.unit) for i in found] == [
        ("河道清淤", "清淤长度", "≥", Decimal(300), "公里")
    ]


def test_a_goal_before_the_names_is_no_target() -> None:
    head = (centered("部门预算项目绩效目标表", 40, 14.0), line("部门：甲市水务局    单位：万元", 70, full=False))
    rows = (
        (
            "单位名称",
            "项目名称",
            "预算数",
            "年度目标",
            "一级指标",
            "二级指标",
            "三级指标",
            "指标性质",
            "指标值",
            "度量单位",
        ),
        ("甲市水务局", "河道清淤", "3.00", "保持河道畅通。", "产出指标", "数量指标", "清淤长度", "≥", "36.8", "公里"),
    )
    found = indicators(reading(page(1, *head, grids=(grid(1, *rows, top=100),))))
    assert [(i.name, i.comparator, i.value, i.unit) for i in found] == [("清淤长度", "≥", Decimal("36.8"), "公里")]


_ALONE = ("单位名称、项目名称", "项目年度绩效目标", "一级指标", "二级指标", "三级指标", "指标性质", "指标值")
_ALONE += ("度量单位", "指标属性", "指标内容")


def _levels_alone(number: int, top: float, *rows: tuple[int, int, str], at: int) -> Grid:
    """A page of indicators whose levels stand in rows of their own, in ten columns; projects merged over rows."""
    filled = {(row, column): text for row, column, text in rows}
    tall = {0: at} if number > 1 else {4: at - 4}
    cells = []
    for row in range(at):
        for column in range(10):
            inside = any(start < row < start + height for start, height in tall.items())
            if column < 2 and inside:
                continue
            height = tall.get(row, 1) if column < 2 else 1
            box = (40 + 50 * column, top + 20 * row, 90 + 50 * column, top + 20 * (row + height))
            cells.append(Cell(row, column, filled.get((row, column), ""), box, height, 1))
    return Grid(number, (40, top, 540, top + 20 * at), at, 10, tuple(cells))


def _told(row: int, *texts: str) -> list[tuple[int, int, str]]:
    """An indicator's cells from its name on."""
    return [(row, 4 + column, text) for column, text in enumerate(texts)]


def test_levels_in_rows_of_their_own_hold_over_the_page_and_need_no_amounts() -> None:
    first = [(0, column, text) for column, text in enumerate(_ALONE)]
    first += [(1, column, str(column + 1)) for column in range(10)]
    first += [(2, 0, "甲市水务局"), (3, 0, "甲市水文站"), (4, 0, "河道清淤"), (4, 1, "保持河道畅通，保障行洪安全。")]
    first += [
        (4, 2, "产出指标"),
        (5, 3, "数量指标"),
        *_told(6, "清淤长度", ">=", "300", "公里", "定量指标", "反映长度。"),
    ]
    first += [(7, 3, "时效指标"), *_told(8, "完成时限", "<=", "次月10日", "日期", "定量指标", "反映进度。")]
    first += [(9, 2, "效益指标")]
    second = [(0, 3, "社会效益"), *_told(1, "水环境", "=", "持续改善", "无", "定性指标", "反映水环境。")]
    head = (centered("项目支出绩效目标表", 40, 14.0), line("单位名称：甲市水务局", 70, full=False))
    found = indicators(
        reading(
            page(1, *head, grids=(_levels_alone(1, 100, *first, at=10),)),
            page(2, grids=(_levels_alone(2, 40, *second, at=2),)),
        )
    )
    assert [(i.row_label, i.level1, i.level2, i.name, i.text, i.value) for i in found] == [
        ("河道清淤", "产出", "数量", "清淤长度", ">=300公里", Decimal(300)),
        ("河道清淤", "产出", "时效", "完成时限", "<=次月10日", None),
        ("河道清淤", "效益", "社会效益", "水环境", "持续改善", None),
    ]


def by_years(page_number: int, *years: str) -> Grid:
    """A form with several years under one 指标值."""
    texts: list[tuple[int, int, str, int, int]] = [
        (0, 0, "项目名称", 1, 1), (0, 1, "河道清淤", 1, 6),
        (1, 0, "主管部门", 1, 1), (1, 1, "甲市水务局", 1, 6),
        (2, 0, "年度目标", 1, 1), (2, 1, "保持河道畅通，保障行洪安全。", 1, 6),
        (3, 0, "一级指标", 2, 1), (3, 1, "二级指标", 2, 1), (3, 2, "三级指标", 2, 1), (3, 3, "指标值", 1, 3),
        (3, 6, "绩效标准", 2, 1),
        *((4, 3 + at, year, 1, 1) for at, year in enumerate(years)),
        (5, 0, "产出指标", 1, 1), (5, 1, "数量指标", 1, 1), (5, 2, "清淤长度", 1, 1),
        (5, 3, "8公里", 1, 1), (5, 4, "9公里", 1, 1), (5, 5, "≥12公里", 1, 1), (5, 6, "计划标准", 1, 1),
    ]  # fmt: skip
    return laid_out(page_number, texts, 60)


def test_years_under_one_heading_are_the_years_target_and_what_was_reached_before() -> None:
    title = (centered("项目支出绩效目标表", 60, 14.0), line("（2025年度）", 90, full=False))
    for years in (("2023年", "2024年", "2025年预计当年实现"), ("前年", "上年", "预计当年实现")):
        found = indicators(reading(page(1, *title, grids=(by_years(1, *years),))))
        assert [(i.name, i.text, i.other_year) for i in found] == [
            ("清淤长度", "≥12公里", None),
            ("清淤长度", "8公里", 2023),
            ("清淤长度", "9公里", 2024),
        ]


def test_a_list_of_projects_with_an_indicator_each() -> None:
    head = (centered("项目支出绩效目标表", 40, 14.0), line("部门名称：甲市水务局    单位：万元", 70, full=False))
    rows = (
        ("项目名称", "三级指标", "指标值"),
        ("河道清淤", "清淤长度", "≥300公里"),
        ("档案整理", "扫描档案", "≥3600卷"),
    )
    found = indicators(reading(page(1, *head, grids=(grid(1, *rows, top=100),))))
    assert [(i.row_label, i.name, i.value, i.unit) for i in found] == [
        ("河道清淤", "清淤长度", Decimal(300), "公里"),
        ("档案整理", "扫描档案", Decimal(3600), "卷"),
    ]


def test_a_column_headed_by_its_level() -> None:
    head = (centered("项目绩效目标公开表", 40, 14.0), line("部门名称：甲市水务局    单位：万元", 70, full=False))
    rows = (
        ("项目名称", "预算金额", "绩效目标", "主要数量指标"),
        ("河道清淤", "3.00", "保持河道畅通", "清淤长度≥300公里"),
        ("设备更新", "2.00", "更新监测设备", "购置一体机=18套"),
    )
    found = indicators(reading(page(1, *head, grids=(grid(1, *rows, top=100),))))
    assert [(i.level2, i.name, i.value, i.unit) for i in found] == [
        ("数量", "清淤长度", Decimal(300), "公里"),
        ("数量", "购置一体机", Decimal(18), "套"),
    ]
