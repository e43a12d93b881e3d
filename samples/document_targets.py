"""项目支出绩效目标表（含转移支付项目）: the projects of a year with goals and indicators."""

from pathlib import Path

from samples.grid import Cell, Ruled, draw, head, label, number
from samples.model_emergency import DEPARTMENT, Indicator, Project, granted, listed, units
from samples.money import ZERO, blank, printed, total
from samples.paper import Paper
from samples.recorded import Printed

TITLE = "项目支出绩效目标表（含转移支付项目）"
WIDTHS = (15, 8.2, 8.2, 5.4, 6.4, 27, 39)
HEADER = (
    (
        head("项目名称\n（资金使用单位）"),
        head("总计"),
        head("财政拨款"),
        head("财政专户拨款"),
        head("其他资金"),
        head("绩效目标"),
        head("绩效指标"),
    ),
)
FIRST = {"1": "产出指标", "2": "效益指标", "3": "满意度指标", "4": "成本指标"}
SECOND = {
    "11": "数量指标",
    "12": "质量指标",
    "13": "时效指标",
    "21": "经济效益",
    "22": "社会效益",
    "23": "生态效益",
    "24": "可持续影响",
    "31": "服务对象满意度",
    "41": "经济成本指标",
}


def write(path: Path) -> list[Printed]:
    """Print the table of the 2026 budget, A3 upright: header on the first sheet only, rows broken over sheets."""
    paper = Paper(path, TITLE, numbering="")
    paper.page("A3", margin=66, numbered=False)
    paper.centered(TITLE, 17, after=14)
    paper.both(f"部门名称：{DEPARTMENT}", "单位：万元", 9.5)
    paper.caption = (TITLE, "", "万元")
    draw(paper, Ruled(WIDTHS, HEADER, _rows("amount"), size=9, pad=5, repeat_header=False, break_rows=True, least=30))
    return paper.close()


def _rows(key: str) -> list[list[Cell]]:
    everything = [project for unit in units() for project in listed(key, unit.name)]
    rows = [_sum_row("合计", everything, key)]
    for unit in units():
        rows.append(_sum_row(unit.name, listed(key, unit.name), key))
        rows.extend(_project_row(project, key) for project in listed(key, unit.name))
    return rows


def _sum_row(name: str, projects: list[Project], key: str) -> list[Cell]:
    whole = total(project.amounts[key] or ZERO for project in projects)
    own = total(project.own[key] for project in projects)
    return [
        label(name),
        number(printed(whole)),
        number(printed(whole - own)),
        number(""),
        number(blank(own)),
        label(""),
        label(""),
    ]


def _project_row(project: Project, key: str) -> list[Cell]:
    return [
        label("　" + project.name),
        number(printed(project.amounts[key] or ZERO)),
        number(printed(granted(project, key))),
        number(""),
        number(blank(project.own[key])),
        label(project.goal),
        label(running_text(project.indicators)),
    ]


def running_text(indicators: tuple[Indicator, ...]) -> str:
    """The indicators as the 2026 forms print them: numbered, code and name of both levels, both targets."""
    return "".join(
        f"{place}、{each.code[0]}-{FIRST[each.code[0]]}；{each.code}-{SECOND[each.code]}；{each.name}；"
        f"实施周期指标值:{each.whole}；年度指标值:{each.year}。"
        for place, each in enumerate(indicators, 1)
    )
