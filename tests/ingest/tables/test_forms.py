"""Forms of one project or department: task lists, values under headings, scores, projects merged over pages."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ingest.parse import parse
from ingest.reading.pdf import read_pdf
from tests.ingest.tables.test_build import one, read, titled, values

Draw = Callable[..., Any]


def form_of_a_department(page: Any) -> None:
    """A 整体支出绩效目标表: a list of tasks with money beside one tall label, values under headings, indicators."""
    page.text(400, 45, "部门整体支出绩效目标表", 14, "center")
    page.text(380, 68, "（2026年度）")
    texts: list[tuple[int, int, str, int, int]] = [
        (0, 0, "部门（单位）名称", 1, 2), (0, 2, "云溪市审计局", 1, 4),
        (1, 0, "年度主要任务", 5, 1), (1, 1, "任务名称", 2, 1), (1, 2, "主要内容", 2, 1),
        (1, 3, "预算金额（千元）", 1, 3),
        (2, 3, "总额", 1, 1), (2, 4, "财政拨款", 1, 1), (2, 5, "其他资金", 1, 1),
        (3, 1, "审计外勤", 1, 1), (3, 2, "组织外勤审计", 1, 1),
        (3, 3, "30.00", 1, 1), (3, 4, "20.00", 1, 1), (3, 5, "10.00", 1, 1),
        (4, 1, "人员培训", 1, 1), (4, 2, "组织业务培训", 1, 1),
        (4, 3, "5.00", 1, 1), (4, 4, "5.00", 1, 1), (4, 5, "", 1, 1),
        (5, 1, "金额合计", 1, 2), (5, 3, "35.00", 1, 1), (5, 4, "25.00", 1, 1), (5, 5, "10.00", 1, 1),
        (6, 0, "年度资金（千元）", 2, 1), (6, 1, "基本支出", 1, 2), (6, 3, "项目支出", 1, 3),
        (7, 1, "12.00", 1, 2), (7, 3, "23.00", 1, 3),
        (8, 0, "年度总体目标", 1, 1), (8, 1, "完成年度审计任务。", 1, 5),
    ]  # fmt: skip
    for row, column, words, height, width in texts:
        page.canvas.rect(40 + 120 * column, page.size[1] - 90 - 20 * (row + height), 120 * width, 20 * height)
        page.text(44 + 120 * column, 94 + 20 * row, words)


def test_a_list_of_tasks_in_a_form_is_a_table_of_its_own(drawing: Draw) -> None:
    page = drawing()
    form_of_a_department(page)
    parsed = read(page.done())
    assert values(parsed, "审计外勤") == ["30.00", "20.00", "10.00"]
    assert values(parsed, "人员培训") == ["5.00", "5.00", None]
    assert one(parsed, "金额合计", "预算金额（千元）", "总额").unit.name == "千元"
    assert {t.kind for t in parsed.tables} == {"overall_performance"}


def list_of_tasks(page: Any, label: str | None, total: bool = True) -> None:
    """A form whose label beside its tasks is not merged over them, or that has none."""
    page.text(400, 45, "部门整体支出绩效目标表", 14, "center")
    page.text(380, 68, "单位：万元")
    side = [label] if label else []
    blank = [""] if label else []
    rows = [
        ["部门名称", "云溪市审计局", None, None] + ([None] if label else []),
        [*side, "任务名称", "主要内容", "总额", "财政拨款"],
        [*blank, "审计外勤", "组织外勤审计", "30.00", "20.00"],
        [*blank, "人员培训", "组织业务培训", "5.00", "5.00"],
        *([[*(["年度部门整体支出预算"] if label else []), "金额合计", None, "35.00", "25.00"]] if total else []),
        ["年度总体目标", "完成年度审计任务。", None, None] + ([None] if label else []),
        ["年度绩效指标", "一级指标", "三级指标", "指标值"] + ([None] if label else []),
        ["", "产出指标", "审计项目数", "≥20个"] + ([None] if label else []),
    ]
    page.table(40, 90, [140] * (5 if label else 4), rows)


def test_a_list_of_tasks_goes_on_under_a_label_that_is_not_merged(drawing: Draw) -> None:
    page = drawing()
    list_of_tasks(page, "年度主要任务")
    parsed = read(page.done())
    assert values(parsed, "审计外勤") == ["30.00", "20.00"]
    assert values(parsed, "人员培训") == ["5.00", "5.00"]
    assert values(parsed, "金额合计") == ["35.00", "25.00"]


def test_a_list_of_tasks_without_a_label_ends_with_its_amounts(drawing: Draw) -> None:
    page = drawing()
    list_of_tasks(page, None)
    parsed = read(page.done())
    assert values(parsed, "人员培训") == ["5.00", "5.00"]
    assert values(parsed, "金额合计") == ["35.00", "25.00"]


def test_a_line_of_money_at_the_top_of_a_page_is_not_the_rest_of_the_line_before(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "项目支出绩效目标表", 14, "center")
    head = [
        ["项目名称", "安静小区建设", None, None],
        ["主管部门", "云溪市审计局", "实施单位：云溪市审计服务中心", "起止时间：2026-03至2026-12"],
    ]
    rest = [
        ["项目总预算（元）", "1,476,300", "当年预算（元）", "1,470,000"],
        ["上年预算（元）", "0", "资金来源", "一般公共预算"],
        ["年度总目标", "建成一批安静小区。", None, None],
        ["一级指标", "二级指标", "三级指标", "指标目标值"],
        ["产出指标", "数量指标", "建成数量", "≥8个"],
    ]
    page.table(40, page.size[1] - 90, [140] * 4, head)
    page.next_page()
    page.table(40, 40, [140] * 4, rest)
    parsed = read(page.done())
    assert values(parsed, "安静小区建设") == ["1476300", "1470000", "0"]
    assert ("起止时间", "2026-03至2026-12") in [(t.column, t.text) for t in parsed.row_texts]
    assert {r.body for r in parsed.rows} == {"云溪市审计服务中心"}


def test_values_under_their_headings_in_a_form(drawing: Draw) -> None:
    page = drawing()
    form_of_a_department(page)
    parsed = read(page.done())
    assert one(parsed, "云溪市审计局", "基本支出").value == Decimal("12.00")
    assert one(parsed, "云溪市审计局", "项目支出").value == Decimal("23.00")


def test_the_last_line_of_a_merged_project_on_a_new_page_stays_with_it(drawing: Draw) -> None:
    page = drawing()
    titled(page, "项目支出绩效目标表")
    header = ["项目名称", "资金总额", "二级指标", "三级指标", "指标值"]
    widths = [150, 90, 110, 150, 100]
    edges = [40, 190, 280, 390, 540, 640]
    page.table(40, 90, widths, [header])
    lines = [("数量指标", "清淤长度", "≥300公里"), ("质量指标", "验收合格率", "≥95%")]
    for x, top, bottom in ((40, 108, 144), (190, 108, 144)):
        page.canvas.rect(x, page.size[1] - bottom, edges[edges.index(x) + 1] - x, bottom - top)
    page.text(44, 120, "河道清淤")
    page.text(277, 120, "3.00", align="right")
    for i, line in enumerate(lines):
        for j, words in enumerate(line):
            left = edges[j + 2]
            page.canvas.rect(left, page.size[1] - 126 - 18 * i, edges[j + 3] - left, 18)
            page.text(left + 3, 112 + 18 * i, words)
    page.next_page()
    page.table(
        40,
        40,
        widths,
        [["", "", "时效指标", "按期完成率", "≥90%"], ["堤防养护", "5.00", "数量指标", "养护长度", "≥20公里"]],
    )
    file = parse(read_pdf(page.done()), "d")
    found = [(i.row_label, i.name) for i in file.indicators]
    assert found == [
        ("河道清淤", "清淤长度"), ("河道清淤", "验收合格率"), ("河道清淤", "按期完成率"), ("堤防养护", "养护长度"),
    ]  # fmt: skip


def test_scores_of_a_self_evaluation_are_kept_as_words(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "项目支出绩效自评表", 14, "center")
    rows = [
        ["项目名称", "河道清淤", None, None, None],
        ["主管部门", "云溪市水务局", None, None, None],
        ["项目资金", "年初预算数", "全年预算数", "全年执行数", "得分"],
        ["年度资金总额", "3.00", "4.00", "3.50", "8.75"],
        ["一级指标", "三级指标", "年度指标值", "分值", "得分"],
        ["产出指标", "清淤长度", "≥300公里", "50", "50"],
        ["总分", None, None, "100", "97.25"],
    ]
    page.table(40, 90, [120, 160, 100, 100, 100], rows)
    (table,) = read(page.done()).read
    assert {("总分/得分", "97.25"), ("年度资金总额/得分", "8.75")} <= {(t.column, t.text) for t in table.texts}


def test_a_plan_of_spending_by_months_and_a_form_named_by_its_title(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "（四）预算项目绩效目标", 12, "center")
    page.text(400, 66, "1、农村公路养护补助资金绩效目标表", 12, "center")
    page.text(600, 70, "单位：万元")
    rows = [
        ["项目编码", "100000001P001", "实施单位", "云溪市公路中心", ""],
        ["预算规模", "预算数", "12.00", "其中：财政资金", "12.00"],
        ["资金支出计划（%）", "3月底", "6月底", "10月底", "12月底"],
        ["", "25%", "50%", "80%", "100%"],
        ["绩效目标", "道路平整。", None, None, None],
        ["一级指标", "二级指标", "三级指标", "指标描述", "指标值"],
        ["产出指标", "数量指标", "修补面积", "修补的面积", "≥2万平方米"],
    ]
    page.table(40, 90, [120, 100, 160, 100, 120], rows)
    parsed = read(page.done())
    assert {f.label for f in parsed.figures} == {"农村公路养护补助资金"}
    assert parsed.tables[0].unit == "万元"
    assert one(parsed, "农村公路养护补助资金", "预算规模", "其中：财政资金").unit.name == "万元"
    plan = {f.column[-1]: (str(f.value), f.unit.name) for f in parsed.figures if "月底" in f.column[-1]}
    assert plan == {"3月底": ("25", "%"), "6月底": ("50", "%"), "10月底": ("80", "%"), "12月底": ("100", "%")}


def test_forms_of_projects_or_policies_go_on_over_the_page(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "项目（政策）绩效目标表", 14, "center")
    grid = [["一级指标", "二级指标", "三级指标", "指标值", "度量单位", "", ""]]
    grid.append(["产出指标", "数量指标", "清淤长度", "30", "公里", "", ""])
    first = ["项目（政策）名称", "河道清淤", None, "实施单位", "云溪市水务局", None, None]
    money = ["预算资金情况（万元）", "资金总额", "9.00", "其中：财政资金", "6.00", "其他资金", "3.00"]
    goal = ["总体目标", "河道畅通。", None, None, None, None, None]
    second = ["项目（政策）名称", "堤防养护", None, "实施单位", "云溪市水务局", None, None]
    page.table(40, 90, [140, 90, 80, 120, 100, 90, 60], [first, money, goal, *grid, second])
    page.next_page()
    page.table(40, 40, [140, 90, 80, 120, 100, 90, 60], [money, goal, *grid])
    parsed = read(page.done())
    assert values(parsed, "河道清淤") == values(parsed, "堤防养护") == ["9.00", "6.00", "3.00"]
    assert {row.body for row in parsed.rows} == {"云溪市水务局"}


def test_a_group_beside_the_first_names_its_lines_too(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "部门整体绩效目标表", 14, "center")
    texts: list[tuple[int, int, str, int, int]] = [
        (0, 0, "部门（单位）名称", 1, 1), (0, 1, "云溪市审计局", 1, 5),
        (1, 0, "年度预算（万元）", 3, 1), (1, 1, "部门收入", 1, 1), (1, 2, "合计", 1, 1), (1, 3, "9.00", 1, 1),
        (1, 4, "其中：财政拨款", 1, 1), (1, 5, "6.00", 1, 1),
        (2, 1, "部门支出", 2, 1), (2, 2, "人员类项目", 1, 1), (2, 3, "4.00", 1, 1),
        (2, 4, "公用经费类项目", 1, 1), (2, 5, "3.00", 1, 1),
        (3, 2, "特定目标类项目", 1, 1), (3, 3, "2.00", 1, 1), (3, 4, "其他运转类项目", 1, 1), (3, 5, "0.00", 1, 1),
        (4, 0, "年度绩效目标", 1, 1), (4, 1, "完成年度审计任务。", 1, 5),
    ]  # fmt: skip
    for row, column, words, height, width in texts:
        page.canvas.rect(40 + 120 * column, page.size[1] - 90 - 20 * (row + height), 120 * width, 20 * height)
        page.text(44 + 120 * column, 94 + 20 * row, words)
    told = {f.column: str(f.value) for f in read(page.done()).figures}
    assert told == {
        ("部门收入", "合计"): "9.00",
        ("部门收入", "其中：财政拨款"): "6.00",
        ("部门支出", "人员类项目"): "4.00",
        ("部门支出", "公用经费类项目"): "3.00",
        ("部门支出", "特定目标类项目"): "2.00",
        ("部门支出", "其他运转类项目"): "0.00",
    }


def test_the_money_of_a_whole_term_is_told_from_the_money_of_a_year(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "财政项目支出绩效目标申报表", 14, "center")
    texts: list[tuple[int, int, str, int, int]] = [
        (0, 0, "项目名称", 1, 1), (0, 1, "河道清淤", 1, 4),
        (1, 0, "项目资金（元）", 4, 1), (1, 1, "项目资金总额", 1, 1), (1, 2, "9,000.00", 1, 1),
        (1, 3, "年度资金申请总额", 1, 1), (1, 4, "3,000.00", 1, 1),
        (2, 1, "其中：财政资金", 2, 1), (2, 2, "8,000.00", 2, 1),
        (2, 3, "其中：当年财政拨款", 1, 1), (2, 4, "2,500.00", 1, 1),
        (3, 3, "上年结转资金", 1, 1), (3, 4, "400.00", 1, 1),
        (4, 1, "其他资金", 1, 1), (4, 2, "1,000.00", 1, 1), (4, 3, "其他资金", 1, 1), (4, 4, "100.00", 1, 1),
        (5, 0, "年度总体目标", 1, 1), (5, 1, "河道畅通。", 1, 4),
    ]  # fmt: skip
    for row, column, words, height, width in texts:
        page.canvas.rect(40 + 140 * column, page.size[1] - 90 - 20 * (row + height), 140 * width, 20 * height)
        page.text(44 + 140 * column, 94 + 20 * row, words)
    told = {f.column: str(f.value) for f in read(page.done()).figures}
    assert told == {
        ("项目资金总额",): "9000.00",
        ("项目资金总额", "其中：财政资金"): "8000.00",
        ("项目资金总额", "其他资金"): "1000.00",
        ("年度资金申请总额",): "3000.00",
        ("其中：当年财政拨款",): "2500.00",
        ("上年结转资金",): "400.00",
        ("年度资金申请总额", "其他资金"): "100.00",
    }


def test_amounts_in_one_cell_with_their_name() -> None:
    from ingest.records.layout import Cell
    from ingest.tables.forms import _amount_within

    cell = Cell(0, 0, "其中：基本支出：3416.48", 1, 1)
    told = _amount_within(cell)
    assert told is not None and (told[0], told[1].text) == ("基本支出", "3416.48")
    assert _amount_within(Cell(0, 0, "目标1：完成任务", 1, 1)) is None


def test_a_sentence_that_fills_a_line_of_a_group_is_the_groups(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "1、农村公路养护补助资金绩效目标表", 12, "center")
    texts: list[tuple[int, int, str, int, int]] = [
        (0, 0, "项目编码", 1, 1), (0, 1, "100000001P001", 1, 1), (0, 2, "项目名称", 1, 1), (0, 3, "公路养护", 1, 1),
        (1, 0, "预算规模及资金用途", 2, 1), (1, 1, "预算数", 1, 1), (1, 2, "12.00", 1, 1), (1, 3, "", 1, 1),
        (2, 1, "用于修补路面。", 1, 3), (3, 0, "绩效目标", 1, 1), (3, 1, "道路平整。", 1, 3),
        (4, 0, "一级指标", 1, 1), (4, 1, "二级指标", 1, 1), (4, 2, "三级指标", 1, 1), (4, 3, "指标值", 1, 1),
        (5, 0, "产出指标", 1, 1), (5, 1, "数量指标", 1, 1), (5, 2, "修补面积", 1, 1), (5, 3, "≥2万平方米", 1, 1),
    ]  # fmt: skip
    for row, column, words, height, width in texts:
        page.canvas.rect(40 + 150 * column, page.size[1] - 90 - 20 * (row + height), 150 * width, 20 * height)
        page.text(44 + 150 * column, 94 + 20 * row, words)
    parsed = read(page.done())
    assert ("预算规模及资金用途", "用于修补路面。") in {(t.column, t.text) for t in parsed.row_texts}


def test_money_under_two_headings_and_targets_that_a_page_breaks_are_one_form(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "部门整体支出绩效目标表", 14, "center")
    texts: list[tuple[int, int, str, int, int]] = [
        (0, 1, "部门名称", 1, 1), (0, 2, "云溪市审计局", 1, 4),
        (1, 1, "总体资金情况（万元）", 3, 1), (1, 2, "预算支出总额", 2, 1), (1, 3, "财政拨款", 1, 3),
        (2, 3, "合计", 1, 1), (2, 4, "基本支出", 1, 1), (2, 5, "项目支出", 1, 1),
        (3, 2, "40.00", 1, 1), (3, 3, "35.00", 1, 1), (3, 4, "12.00", 1, 1), (3, 5, "23.00", 1, 1),
        (4, 1, "整体绩效目标", 4, 1), (4, 2, "坚持依法审计，做到应审尽审、凡审必严。", 1, 4),
        (5, 2, "其他说明", 1, 1), (5, 3, "", 1, 3),
        (6, 2, "绩效指标", 1, 1), (6, 3, "指标性质", 1, 1), (6, 4, "指标值", 1, 1), (6, 5, "度量单位", 1, 1),
        (7, 2, "产出指标数量指标完成审计项目数量", 1, 1), (7, 3, "≥", 1, 1), (7, 4, "77", 1, 1), (7, 5, "项", 1, 1),
        *((row, 0, "", 1, 1) for row in range(8)),
    ]  # fmt: skip
    edges = [40, 60, 180, 400, 480, 560, 640]

    def ruled(top: int, row: int, column: int, words: str, height: int, width: int) -> None:
        left, right = edges[column], edges[column + width]
        page.canvas.rect(left, page.size[1] - top - 20 * (row + height), right - left, 20 * height)
        page.text(left + 3, top + 4 + 20 * row, words)

    for each in texts:
        ruled(90, *each)
    page.next_page()
    page.text(63, 36, "整体绩效目标")
    on = [(0, 0, "", 1, 1), (0, 1, "", 1, 1), (0, 2, "产出指标数量指标开展检查", 1, 1)]
    for each in [*on, (0, 3, "≥", 1, 1), (0, 4, "8", 1, 1), (0, 5, "个", 1, 1)]:
        ruled(60, *each)
    file = parse(read_pdf(page.done()), "d")
    assert [(f.column, f.text) for f in file.figures] == [
        (("预算支出总额",), "40.00"),
        (("财政拨款", "合计"), "35.00"),
        (("财政拨款", "基本支出"), "12.00"),
        (("财政拨款", "项目支出"), "23.00"),
    ]
    assert [(i.name, i.value, i.unit) for i in file.indicators] == [
        ("完成审计项目数量", Decimal(77), "项"),
        ("开展检查", Decimal(8), "个"),
    ]


def test_a_value_under_no_heading_of_money_in_an_overall_target_is_no_amount(drawing: Draw) -> None:
    page = drawing()
    titled(page, "整体支出绩效目标")
    page.table(40, 90, [200, 100, 100], [["项目", "完成数", "预算金额"], ["检查", "77", "12.00"]])
    parsed = read(page.done())
    assert values(parsed, "检查") == ["12.00"]
    assert ("完成数", "77") in [(t.column, t.text) for t in parsed.row_texts]


def test_money_of_several_years_and_a_list_of_projects_in_a_form(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "部门整体绩效目标申报表", 14, "center")
    page.text(380, 68, "（2025年度）单位：万元")
    texts: list[tuple[int, int, str, int, int]] = [
        (0, 0, "部门名称", 1, 1), (0, 1, "云溪市水务局", 1, 5),
        (1, 0, "部门总体资金情况", 4, 1), (1, 1, "", 1, 2), (1, 3, "2025年金额", 1, 1), (1, 4, "占比", 1, 1),
        (1, 5, "2024年收支金额", 1, 1),
        (2, 1, "收入构成", 3, 1), (2, 2, "财政拨款", 1, 1), (2, 3, "70.00", 1, 1), (2, 4, "70.00%", 1, 1),
        (2, 5, "66.00", 1, 1),
        (3, 2, "单位资金", 1, 1), (3, 3, "30.00", 1, 1), (3, 4, "30.00%", 1, 1), (3, 5, "12.00", 1, 1),
        (4, 2, "合计", 1, 1), (4, 3, "100.00", 1, 1), (4, 4, "100.00%", 1, 1), (4, 5, "78.00", 1, 1),
        (5, 0, "项目支出情况", 3, 1), (5, 1, "项目名称", 1, 1), (5, 2, "项目类型", 1, 1), (5, 3, "项目总预算", 1, 1),
        (5, 4, "项目本年度预算", 1, 1), (5, 5, "用途", 1, 1),
        (6, 1, "河道清淤", 1, 1), (6, 2, "特定目标类", 1, 1), (6, 3, "90.00", 1, 1), (6, 4, "40.00", 1, 1),
        (6, 5, "清淤", 1, 1),
        (7, 1, "堤防养护", 1, 1), (7, 2, "特定目标类", 1, 1), (7, 3, "20.00", 1, 1), (7, 4, "10.00", 1, 1),
        (7, 5, "养护", 1, 1),
        (8, 0, "一级指标", 1, 1), (8, 1, "二级指标", 1, 1), (8, 2, "三级指标", 1, 1), (8, 3, "指标值", 1, 3),
        (9, 0, "产出指标", 1, 1), (9, 1, "数量指标", 1, 1), (9, 2, "清淤长度", 1, 1), (9, 3, "≥3公里", 1, 3),
    ]  # fmt: skip
    for row, column, words, height, width in texts:
        page.canvas.rect(40 + 120 * column, page.size[1] - 90 - 20 * (row + height), 120 * width, 20 * height)
        page.text(44 + 120 * column, 94 + 20 * row, words)
    parsed = read(page.done())
    told = {("/".join(f.column), f.year, f.unit.name): str(f.amount.value) for f in parsed.figures if f.amount}
    assert told["收入构成/单位资金/2025年金额", 2025, "万元"] == "30.00"
    assert told["收入构成/单位资金/2024年收支金额", 2024, "万元"] == "12.00"
    assert told["收入构成/合计/2024年收支金额", 2024, "万元"] == "78.00"
    assert values(parsed, "河道清淤") == ["90.00", "40.00"]
    assert values(parsed, "堤防养护") == ["20.00", "10.00"]


def test_money_lines_printed_with_their_labels_beside_a_label_of_money(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "项目支出绩效目标表", 14, "center")
    rows = [
        ["项目名称", "乡村道路养护", None, None],
        ["预算金额（万元）", "总额：42.60", "财政拨款：40.00", "其他资金：2.60"],
        ["年度绩效目标", "完成养护任务。", None, None],
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出指标", "数量指标", "养护里程", "≥80公里"],
    ]
    page.table(40, 90, [140, 120, 120, 120], rows)
    found = {f.column: (f.text, f.unit.name) for f in read(page.done()).figures}
    assert found == {
        ("总额",): ("42.60", "万元"),
        ("财政拨款",): ("40.00", "万元"),
        ("其他资金",): ("2.60", "万元"),
    }


def test_an_amount_between_others_is_money_whatever_its_label(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "项目支出绩效目标表", 14, "center")
    rows = [
        ["项目名称", "审计外勤", None, None, None, None],
        ["当年预算", "22.50", "本级安排", "20.25", "上级补助", "2.25"],
    ]
    page.table(
        40,
        90,
        [90] * 6,
        [*rows, ["指标名称", "指标值", "计量单位", None, None, None], ["审计项目数", "20", "个", None, None, None]],
    )
    assert values(read(page.done()), "审计外勤") == ["22.50", "20.25", "2.25"]
