"""Self-evaluation forms drawn on the spot: a project's after the ministry's template, a whole department's, a list.

All names and numbers are invented.
"""

from collections.abc import Sequence
from typing import Any

Cell = tuple[int, int, str, int, int]  # row, column, words, rows, columns

MINISTRY = (  # project, unit, money lines, indicators, score
    (
        "河道清淤工程", "云溪市河道管理所",
        (("年度资金总额", "400.00", "420.00", "412.50", "10", "98.21%", "9.82"),
         ("其中：当年财政拨款", "400.00", "400.00", "392.50", "—", "98.13%", "—"),
         ("上年结转资金", "", "20.00", "20.00", "—", "100.00%", "—"),
         ("其他资金", "", "", "", "—", "", "—")),
        ("清淤35公里，恢复行洪能力。", "清淤36.2公里，行洪能力恢复。"),
        (("产出指标", "数量指标", "清淤河道长度", "≥35公里", "36.2公里", "15", "15", ""),
         ("产出指标", "数量指标", "新建护岸处数", "12处", "9处", "15", "11.25", "三处护岸因汛期停工"),
         ("产出指标", "质量指标", "工程验收合格率", "≥98%", "100%", "10", "10", ""),
         ("产出指标", "时效指标", "完工时间", "2024年10月底前", "2024年11月", "10", "8", "雨天较多，工期顺延"),
         ("成本指标", "经济成本指标", "每公里清淤成本", "≤12万元", "11.4万元", "10", "10", ""),
         ("效益指标", "社会效益指标", "受益村庄", "≥18个", "18个", "20", "20", ""),
         ("满意度指标", "服务对象满意度指标", "沿河居民满意度", "≥90%", "86.5%", "10", "9", "施工噪声扰民")),
        "93.07",
    ),
    (
        "防汛物资储备", "云溪市水务局本级",
        (("年度资金总额", "200.00", "200.00", "200.00", "10", "100.00%", "10"),
         ("其中：当年财政拨款", "200.00", "200.00", "200.00", "—", "100.00%", "—"),
         ("上年结转资金", "", "", "", "—", "", "—"),
         ("其他资金", "", "", "", "—", "", "—")),
        ("备足防汛物资。", "防汛物资已备足。"),
        (("产出指标", "数量指标", "编织袋数量", "≥5万条", "5.6万条", "30", "30", ""),
         ("产出指标", "质量指标", "物资完好率", "≥95%", "99%", "20", "20", ""),
         ("效益指标", "社会效益指标", "险情处置及时", "及时", "达成预期指标", "30", "30", ""),
         ("满意度指标", "服务对象满意度指标", "乡镇满意度", "≥90%", "96%", "10", "10", "")),
        "100",
    ),
)  # fmt: skip

LISTED = (
    ("河道清淤工程", "河道管理所", "420.00", "412.50", "98.21%", "93.07", "优"),
    ("防汛物资储备", "局本级", "200.00", "200.00", "100.00%", "100", "优"),
    ("农村饮水维修", "局本级", "80.00", "66.40", "83.00%", "88.30", "良"),
    ("泵站更新", "河道管理所", "150.00", "141.00", "94.00%", "91.40", "优"),
)


def boxes(
    page: Any, left: float, top: float, widths: Sequence[float], texts: Sequence[Cell], high: float = 22
) -> float:
    """Cells with their rows and columns, ruled; gives the lower edge."""
    edges = [left + sum(widths[:i]) for i in range(len(widths) + 1)]
    last = top
    for row, column, words, rows, columns in texts:
        x0, x1, y0, y1 = edges[column], edges[column + columns], top + high * row, top + high * (row + rows)
        page.canvas.rect(x0, page.size[1] - y1, x1 - x0, y1 - y0)
        fits = max(1, int((x1 - x0 - 4) / 7))
        lines = [words[i : i + fits] for i in range(0, len(words), fits)] or [""]
        for k, line in enumerate(lines):
            page.text(x0 + 2, y0 + (y1 - y0 - 8.5 * len(lines)) / 2 + 8.5 * k, line, 7)
        last = max(last, y1)
    return last


def ministry_form(page: Any, project: tuple[Any, ...], top: float = 90) -> float:
    """项目支出绩效自评表 after the ministry's template; the goal and what was done stand side by side."""
    name, unit, money, goals, indicators, score = project
    page.text(400, top - 45, "项目支出绩效自评表", 14, "center")
    page.text(380, top - 22, "（2024年度）")
    cells: list[Cell] = [
        (0, 0, "项目名称", 1, 2), (0, 2, name, 1, 7),
        (1, 0, "主管部门", 1, 2), (1, 2, "云溪市水务局", 1, 2), (1, 4, "实施单位", 1, 2), (1, 6, unit, 1, 3),
        (2, 0, "项目资金（万元）", 1 + len(money), 2), (2, 2, "", 1, 1),
    ]  # fmt: skip
    heads = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    cells += [(2, 3 + i, head, 1, 1) for i, head in enumerate(heads)]
    for at, line in enumerate(money, 3):
        cells += [(at, 2 + i, words, 1, 1) for i, words in enumerate(line)]
    at = 3 + len(money)
    cells += [
        (at, 0, "年度总体目标", 2, 2), (at, 2, "预期目标", 1, 3), (at, 5, "实际完成情况", 1, 4),
        (at + 1, 2, goals[0], 1, 3), (at + 1, 5, goals[1], 1, 4),
    ]  # fmt: skip
    at += 2
    cells.append((at, 0, "绩效指标", 1 + len(indicators), 1))
    heads = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
    cells += [(at, 1 + i, head, 1, 1) for i, head in enumerate(heads)]
    for level in (0, 1):
        start = 0
        for i in range(1, len(indicators) + 1):
            if i == len(indicators) or indicators[i][: level + 1] != indicators[start][: level + 1]:
                cells.append((at + 1 + start, 1 + level, indicators[start][level], i - start, 1))
                start = i
    for i, line in enumerate(indicators):
        cells += [(at + 1 + i, 3 + j, words, 1, 1) for j, words in enumerate(line[2:])]
    at += 1 + len(indicators)
    cells += [(at, 0, "总分", 1, 6), (at, 6, "100", 1, 1), (at, 7, score, 1, 1), (at, 8, "", 1, 1)]
    return boxes(page, 40, top, [40, 62, 88, 110, 76, 76, 62, 62, 150], cells)


def department_form(page: Any) -> float:
    """部门整体支出绩效自评表: the whole department, a score at the top, weights, reasons below the grid."""
    page.text(400, 45, "部门整体支出绩效自评表", 14, "center")
    page.text(380, 68, "（2024年度）")
    cells: list[Cell] = [
        (0, 0, "部门名称", 1, 1), (0, 1, "云溪市水务局", 1, 3), (0, 4, "自评得分", 1, 1), (0, 5, "95.6", 1, 2),
        (1, 0, "年度预算执行情况（万元）", 4, 1), (1, 1, "", 1, 2), (1, 3, "全年预算数", 1, 1),
        (1, 4, "全年执行数", 1, 1), (1, 5, "执行率", 1, 2),
        (2, 1, "年度资金总额", 1, 2), (2, 3, "1,500.00", 1, 1), (2, 4, "1,437.00", 1, 1), (2, 5, "95.80%", 1, 2),
        (3, 1, "其中：基本支出", 1, 2), (3, 3, "650.00", 1, 1), (3, 4, "617.10", 1, 1), (3, 5, "94.94%", 1, 2),
        (4, 1, "项目支出", 1, 2), (4, 3, "850.00", 1, 1), (4, 4, "819.90", 1, 1), (4, 5, "96.46%", 1, 2),
        (5, 0, "年度总体目标", 1, 1), (5, 1, "保障供水和防洪安全。", 1, 6),
        (6, 0, "一级指标", 1, 1), (6, 1, "二级指标", 1, 1), (6, 2, "三级指标", 1, 1), (6, 3, "指标值", 1, 1),
        (6, 4, "完成值", 1, 1), (6, 5, "权重", 1, 1), (6, 6, "得分", 1, 1),
        (7, 0, "产出指标", 2, 1), (7, 1, "数量指标", 2, 1), (7, 2, "水质抽检次数", 1, 1), (7, 3, "≥240次", 1, 1),
        (7, 4, "251次", 1, 1), (7, 5, "30", 1, 1), (7, 6, "30", 1, 1),
        (8, 2, "巡河里程", 1, 1), (8, 3, "≥8000公里", 1, 1), (8, 4, "7640公里", 1, 1), (8, 5, "30", 1, 1),
        (8, 6, "28.6", 1, 1),
        (9, 0, "满意度指标", 1, 1), (9, 1, "满意度指标", 1, 1), (9, 2, "用水户满意度", 1, 1), (9, 3, "≥92%", 1, 1),
        (9, 4, "93.4%", 1, 1), (9, 5, "20", 1, 1), (9, 6, "20", 1, 1),
        (10, 0, "总分", 1, 5), (10, 5, "100", 1, 1), (10, 6, "95.6", 1, 1),
        (11, 0, "未完成原因及改进措施", 1, 1), (11, 1, "巡河员缺岗两名，已补充招录。", 1, 6),
    ]  # fmt: skip
    return boxes(page, 40, 90, [110, 90, 120, 90, 90, 70, 70], cells)


def form_of_halves(page: Any) -> float:
    """A whole department's form that names nobody and begins with the halves of spending, points beside its labels."""
    page.text(400, 45, "2024年度云溪市水务局部门整体绩效自评表", 14, "center")
    page.text(40, 70, "单位名称：云溪市水务局")
    cells: list[Cell] = [
        (0, 0, "基本支出总额（万元）", 1, 2), (0, 2, "617.10", 1, 1),
        (0, 3, "项目支出总额（万元）", 1, 2), (0, 5, "819.90", 1, 2),
        (1, 0, "预算执行情况（万元）（20分）", 2, 1), (1, 1, "", 1, 1), (1, 2, "预算数（A）", 1, 1),
        (1, 3, "执行数（B）", 1, 2), (1, 5, "执行率（B/A）", 1, 1), (1, 6, "得分（20分×执行率）", 1, 1),
        (2, 1, "部门整体支出总额", 1, 1), (2, 2, "1,500.00", 1, 1), (2, 3, "1,437.00", 1, 2), (2, 5, "95.80%", 1, 1),
        (2, 6, "19.16", 1, 1),
        (3, 0, "一级指标", 1, 1), (3, 1, "二级指标", 1, 1), (3, 2, "三级指标", 1, 1), (3, 3, "年度指标值", 1, 1),
        (3, 4, "实际完成值", 1, 1), (3, 5, "分值", 1, 1), (3, 6, "得分", 1, 1),
        (4, 0, "产出指标（80分）", 1, 1), (4, 1, "数量指标", 1, 1), (4, 2, "巡河里程", 1, 1), (4, 3, "≥8000公里", 1, 1),
        (4, 4, "7640公里", 1, 1), (4, 5, "80", 1, 1), (4, 6, "76.4", 1, 1),
        (5, 0, "总分", 1, 5), (5, 5, "100", 1, 1), (5, 6, "95.56", 1, 1),
    ]  # fmt: skip
    return boxes(page, 40, 90, [110, 90, 120, 90, 90, 70, 70], cells)


def listed_projects(page: Any, top: float = 90) -> float:
    """The summary of all self-evaluated projects."""
    page.text(400, top - 45, "2024年度项目绩效自评结果汇总表", 14, "center")
    page.text(600, top - 20, "单位：万元")
    head = ["序号", "项目名称", "实施单位", "全年预算数", "全年执行数", "执行率", "自评得分", "自评等级"]
    rows = [[str(i), *line] for i, line in enumerate(LISTED, 1)]
    total = ["", "合计", "", "850.00", "819.90", "96.46%", "", ""]
    return float(page.table(40, top, [40, 150, 100, 80, 80, 70, 70, 70], [head, *rows, total]))


def all_forms(page: Any) -> None:
    """A final account with a list of its projects, a form of the whole department and two forms of projects."""
    page.text(400, 150, "云溪市水务局2024年度部门决算", 20, "center")
    page.next_page()
    listed_projects(page)
    page.next_page()
    department_form(page)
    for project in MINISTRY:
        page.next_page()
        ministry_form(page, project)


def form_in_pieces(page: Any, project: tuple[Any, ...], top: float = 90) -> float:
    """A form whose head, money lines and indicators are tables of their own; the unit stands above them."""
    name, unit, money, goals, indicators, score = project
    page.text(400, top - 45, "附件4  2024年度项目支出绩效自评表", 14, "center")
    page.text(40, top - 20, f"实施单位：{unit}")
    page.text(640, top - 20, "单位：万元")
    head = [
        (0, 0, "项目名称", 1, 1), (0, 1, name, 1, 1), (0, 2, "主管部门", 1, 1), (0, 3, "云溪市水务局", 1, 1),
        (1, 0, "年初设定目标", 1, 1), (1, 1, goals[0], 1, 1), (1, 2, "年度总体目标完成情况", 1, 1),
        (1, 3, goals[1], 1, 1),
    ]  # fmt: skip
    top = boxes(page, 40, top, [100, 263, 100, 263], head) + 24
    return pieces_of_form(page, money, indicators, score, top)


def pieces_of_form(page: Any, money: Any, indicators: Any, score: str, top: float) -> float:
    """The money lines, and right below them the indicators in columns of their own."""
    heads = ("预算执行情况（10分）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    cells = [(r, i, words, 1, 1) for r, line in enumerate((heads, *money)) for i, words in enumerate(line)]
    top = boxes(page, 40, top, [150, 100, 100, 100, 76, 100, 100], cells)
    heads = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析")
    cells = [(r, i, words, 1, 1) for r, line in enumerate((heads, *indicators)) for i, words in enumerate(line)]
    last = len(indicators) + 1
    cells += [(last, 0, "总分", 1, 5), (last, 5, "100", 1, 1), (last, 6, score, 1, 1), (last, 7, "", 1, 1)]
    return boxes(page, 40, top, [62, 88, 130, 96, 90, 62, 62, 136], cells)


def projects_with_indicators(page: Any, top: float = 90) -> float:
    """A list of projects, each with its score over several indicators."""
    page.text(400, top - 45, "其他重点项目绩效目标及完成情况表", 14, "center")
    page.text(600, top - 20, "单位：万元")
    heads = ("序号", "项目名称", "实施单位", "执行数", "绩效指标", "年度指标值", "实际完成值", "自评得分")
    cells: list[Cell] = [(0, i, head, 1, 1) for i, head in enumerate(heads)]
    listed = (
        (("1", "泵站更新", "管理所", "141.00"), ("更新泵站", "≥3座", "3座"), ("机组完好率", "≥95%", "91%"), "88.50"),
        (("2", "农村饮水维修", "局本级", "66.40"), ("维修管网", "≥9公里", "9公里"), ("办结率", "100%", "100%"), "96"),
    )  # fmt: skip
    for at, (project, one, two, score) in enumerate(listed):
        row = 1 + 2 * at
        cells += [(row, i, words, 2, 1) for i, words in enumerate(project)]
        cells += [(row + r, 4 + i, words, 1, 1) for r, line in enumerate((one, two)) for i, words in enumerate(line)]
        cells.append((row, 7, score, 2, 1))
    return boxes(page, 40, top, [40, 140, 100, 80, 120, 90, 90, 70], cells)
