"""A department's final account: overview, nine tables, what was done with the money, glossary; contents with pages."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from samples.classification import FUNCTIONS
from samples.document_budget_text import DUTIES
from samples.document_final_tables import FinalTables
from samples.emergency_reasons import REASONS
from samples.facts_emergency import ASSETS, PURCHASES, facts
from samples.final_account import CARRIED_IN, OTHER_INCOME, daily_cost, staff_cost
from samples.fonts import width_of
from samples.glossary import TERMS
from samples.grid import Ruled, draw, head, label
from samples.model_emergency import DEPARTMENT, book, projects, units
from samples.money import ZERO, printed, rounded, share, total
from samples.ordinals import ordinal
from samples.paper import Paper
from samples.recorded import Printed
from samples.sentences import changed, executed, part

WHY = REASONS["final"]
PARTS = (
    f"第一部分 {DEPARTMENT}概况",
    "第二部分 2025年度部门决算表",
    "第三部分 2025年度部门决算情况说明",
    "第四部分 名词解释",
)
TABLES = (
    "收入支出决算总表",
    "收入决算表",
    "支出决算表",
    "财政拨款收入支出决算总表",
    "一般公共预算财政拨款支出决算表",
    "一般公共预算财政拨款基本支出决算明细表",
    "财政拨款“三公”经费支出决算表",
    "政府性基金预算财政拨款收入支出决算表",
    "国有资本经营预算财政拨款支出决算表",
)


def write(path: Path) -> list[Printed]:
    """Print it twice: the first run finds the pages that the contents name."""
    first = Paper(path, f"{DEPARTMENT}2025年度部门决算", numbering="{}")
    _print(first, {})
    second = Paper(path, f"{DEPARTMENT}2025年度部门决算", numbering="{}")
    return _print(second, first.places)


def _print(paper: Paper, places: dict[str, int]) -> list[Printed]:
    paper.page("A4", numbered=False)
    paper.y -= 190
    paper.centered(DEPARTMENT, 26, after=12)
    paper.centered("2025年度部门决算", 26)
    paper.page("A4", numbered=False)
    paper.centered("目  录", 20, after=18)
    for name in PARTS:
        _entry(paper, name, places, 13.5)
        if name == PARTS[1]:
            for place, table in enumerate(TABLES, 1):
                _entry(paper, table, places, 12, f"    {ordinal(place)}、")
    paper.page("A4")
    _overview(paper)
    FinalTables(paper).write()
    paper.page("A4")
    _narrative(paper)
    paper.page("A4")
    paper.part(PARTS[3])
    for place, (term, words) in enumerate(TERMS, 1):
        paper.paragraph(f"{ordinal(place)}、{term}：{words}", 14, 25)
    return paper.close()


def _entry(paper: Paper, name: str, places: dict[str, int], size: float, before: str = "") -> None:
    """A line of the contents: words, dots, page."""
    words, page = before + name, str(places.get(name, 0))
    dots = "." * int((paper.text_width - width_of(words + page, size)) / width_of(".", size))
    paper.left(words + dots + page, size, after=13)


def _overview(paper: Paper) -> None:
    paper.part(PARTS[0])
    paper.heading("一、主要职能", 14, 28, 25)
    for place, duty in enumerate(DUTIES, 1):
        paper.paragraph(f"（{ordinal(place)}）{duty}", 14, 25)
    paper.heading("二、部门决算单位构成", 14, 28, 25)
    paper.paragraph(f"纳入{DEPARTMENT}2025年度部门决算编制范围的单位共{len(units())}个，详见下表：", 14, 25)
    paper.y -= 10
    body = [
        [head(str(place)), label(unit.name + ("（本级）" if place == 1 else "")), label("")]
        for place, unit in enumerate(units(), 1)
    ]
    paper.caption = ("部门决算单位构成", "", "")
    draw(paper, Ruled((10, 60, 30), ((head("序号"), head("单位名称"), head("备注")),), body, size=11))


def _narrative(paper: Paper) -> None:
    def heading(words: str) -> None:
        paper.heading(words, 14, 28, 25)

    def say(words: str) -> None:
        paper.paragraph(words, 14, 25)

    now, plan, before = facts("final"), facts("last"), facts("before_final")
    whole, granted, planned = book("final"), book("final").granted(), book("last").granted()
    income = granted.sum() + OTHER_INCOME
    turnover, turnover_before = income + CARRIED_IN, before.total + CARRIED_IN
    paper.part(PARTS[2])
    heading("一、收入支出决算总体情况说明")
    say(
        f"{DEPARTMENT}2025年度收入支出总计{printed(turnover)}万元。与2024年度相比，收入支出总计"
        f"{changed(turnover, turnover_before, '')}。主要原因：{WHY['total']}。"
    )
    heading("二、收入决算情况说明")
    say(
        f"本年收入合计{printed(income)}万元，其中：{part('财政拨款收入', granted.sum(), income)}；"
        f"{part('其他收入', OTHER_INCOME, income)}。"
    )
    heading("三、支出决算情况说明")
    say(
        f"本年支出合计{printed(whole.sum())}万元，其中：{part('基本支出', whole.basic().sum(), whole.sum())}；"
        f"{part('项目支出', whole.projects().sum(), whole.sum())}。"
    )
    heading("四、财政拨款收入支出决算总体情况说明")
    say(f"{DEPARTMENT}2025年度财政拨款收入支出总计{printed(granted.sum())}万元。财政拨款收支年初、年末均无结转结余。")
    heading("五、一般公共预算财政拨款支出决算情况说明")
    say(
        f"（一）总体情况。一般公共预算财政拨款{executed(planned.sum(), granted.sum())}。"
        f"决算数小于预算数的主要原因：{WHY['under']}。"
    )
    classes = [code for code in granted.functions() if len(code) == 3]
    shares = "；".join(part(f"{FUNCTIONS[code]}（类）", granted.function(code), granted.sum()) for code in classes)
    say(f"（二）结构情况。一般公共预算财政拨款支出主要用于以下方面：{shares}。")
    say("（三）具体情况。")
    items = [code for code in planned.functions() if len(code) == 7]
    for place, code in enumerate(items, 1):
        say(_item(place, code, planned.function(code), granted.function(code)))
    heading("六、一般公共预算财政拨款基本支出决算情况说明")
    say(
        f"一般公共预算财政拨款基本支出{printed(granted.basic().sum())}万元。其中：人员经费{printed(staff_cost(granted))}万元，"
        "主要包括基本工资、津贴补贴、奖金、绩效工资、社会保障缴费、住房公积金、离休费和退休费；"
        f"公用经费{printed(daily_cost(granted))}万元，主要包括办公费、水电费、邮电费、差旅费、工会经费和其他交通费用。"
    )
    heading("七、财政拨款“三公”经费支出决算情况说明")
    say(
        f"（一）“三公”经费财政拨款支出{executed(plan.public, now.public).replace('完成年初预算', '完成预算')}，其中："
        f"因公出国（境）费支出决算为{printed(now.abroad)}万元，完成预算的{_done(now.abroad, plan.abroad)}%；"
        f"公务用车购置及运行维护费支出决算为{printed(now.cars)}万元，完成预算的{_done(now.cars, plan.cars)}%；"
        f"公务接待费支出决算为{printed(now.host)}万元，完成预算的{_done(now.host, plan.host)}%。"
        f"决算数小于预算数的主要原因：{WHY['public']}。"
    )
    say(
        f"（二）“三公”经费支出决算比2024年度减少{printed(before.public - now.public)}万元，"
        f"下降{rounded((before.public - now.public) / before.public * 100)}%。"
        "其中：因公出国（境）费支出安排团组2个、累计5人次；公务用车购置费支出0.00万元，公务用车保有量68辆；公务接待46批次、398人次。"
    )
    heading("八、其他重要事项的情况说明")
    _others(say)


def _done(outturn: Decimal, budget: Decimal) -> Decimal:
    return share(outturn, budget)


def _item(place: int, code: str, budget: Decimal, outturn: Decimal) -> str:
    words = f"{place}、{FUNCTIONS[code[:3]]}（类）{FUNCTIONS[code[:5]]}（款）{FUNCTIONS[code]}（项）。"
    words += executed(budget, outturn)
    if outturn == budget:
        return words + "，决算数与预算数持平。"
    return words + "，决算数小于预算数的主要原因是据实支付，节约使用资金。"


def _others(say: Callable[[str], None]) -> None:
    now, before = facts("final"), facts("before_final")
    buying, assets = PURCHASES["final"], ASSETS["final"]
    say(
        f"（一）机关运行经费支出情况。机关运行经费支出{printed(now.operating)}万元，"
        f"{changed(now.operating, before.operating, '比2024年度')}。主要原因：{WHY['operating']}。"
    )
    say(
        f"（二）政府采购支出情况。2025年度政府采购支出总额{printed(buying.total)}万元，其中：货物支出{printed(buying.goods)}万元、"
        f"工程支出{printed(buying.works)}万元、服务支出{printed(buying.services)}万元。"
    )
    say(
        f"（三）国有资产占有使用情况。截至{assets.day}，{DEPARTMENT}共有车辆{assets.vehicles}辆；"
        f"单价100万元（含）以上设备（不含车辆）{assets.equipment}台（套）。"
    )
    reviewed = [each for each in projects() if each.amounts["last"] and not each.transfer and not each.secret]
    money = total(each.amounts["last"] or ZERO for each in reviewed)
    say(
        f"（四）预算绩效管理情况。对2025年度{len(reviewed)}个项目开展绩效自评，涉及预算资金{printed(money)}万元，"
        f"平均得分96.85分，其中评级为“优”的项目{len(reviewed) - 5}个，评级为“良”的项目5个。"
    )
