"""A department budget as published in the south: overview, twelve tables, narrative, glossary."""

from pathlib import Path

from samples.document_budget_tables import Tables
from samples.emergency_reasons import REASONS
from samples.facts_emergency import ASSETS, PURCHASES, facts
from samples.glossary import TERMS
from samples.grid import Ruled, draw, head, label, number
from samples.model_emergency import BOOKS, DEPARTMENT, book, projects, units
from samples.money import ZERO, blank, printed, spoken, total
from samples.ordinals import ordinal
from samples.paper import PAGE_BREAK, Paper
from samples.recorded import Printed
from samples.sentences import changed

CONTENTS = (
    ("第一部分 {department}概况", ("主要职责", "部门机构设置", "部门预算构成")),
    (
        "第二部分 {year}年部门预算表",
        (
            "收支总体情况表",
            "收入总体情况表",
            "本年支出总体情况表",
            "财政拨款收支总体情况表",
            "一般公共预算支出情况表（按功能分类科目）",
            "一般公共预算基本支出情况表（按经济分类科目）",
            "一般公共预算项目支出情况表（按经济分类科目）",
            "财政拨款安排的行政经费及“三公”经费预算表",
            "政府性基金预算支出情况表",
            "国有资本经营预算支出情况表",
            "部门预算基本支出预算表",
            "部门预算项目支出及其他支出预算表",
        ),
    ),
    ("第三部分 {year}年部门预算情况说明", ()),
    ("第四部分 名词解释", ()),
)
DUTIES = (
    "组织编制全市应急体系建设、安全生产和综合防灾减灾规划，起草有关地方性法规草案和规章草案。",
    "指导各区县、各部门应对安全生产、自然灾害等突发事件，建立分级负责的应急预案体系，组织预案演练。",
    "牵头建立统一的应急管理信息系统，负责预警发布、值班值守和信息报送工作。",
    "依法行使安全生产综合监督管理职权，组织开展矿山、危险化学品、工贸等行业领域的执法检查。",
    "统筹应急救援力量建设，指挥协调森林火灾、水旱灾害、地震和地质灾害的抢险救援。",
    "管理市级应急物资储备，组织灾情核查、损失评估和救灾捐赠，分配救灾款物并监督使用。",
    "承担防震减灾工作，组织地震监测、预警信息服务和科普宣传。",
    "完成市委、市政府交办的其他任务。",
)
GOALS = {
    "amount": ("航空护林飞行服务", "市级救灾物资采购", "危险化学品企业安全风险智能化管控平台建设项目（一期）"),
    "last": ("航空护林飞行服务", "市级救灾物资采购", "森林消防队伍装备更新"),
}
BEFORE = {"amount": "last", "last": "before"}
# On purpose: the rate printed for 委托业务费 of 2026 turns two digits round (see README, "Slips").
SLIPS = {"amount": "4.9", "last": None}


def write_2026(path: Path) -> list[Printed]:
    """The 2026 budget: nothing is printed as 0.00."""
    return _write(path, "amount")


def write_2025(path: Path) -> list[Printed]:
    """The 2025 budget: the wide tables leave cells of nothing blank."""
    return _write(path, "last")


def _write(path: Path, key: str) -> list[Printed]:
    year = BOOKS[key][0]
    paper = Paper(path, f"{year}年{DEPARTMENT}部门预算")
    paper.page("A4", numbered=False)
    paper.y -= 190
    paper.centered(f"{year}年", 24, after=10)
    paper.centered(f"{DEPARTMENT}部门预算", 24)
    _contents(paper, year)
    paper.page("A4")
    _overview(paper)
    paper.page("A4", landscape=True, margin=42)
    Tables(paper, key, book(key), facts(key), printed if key == "amount" else blank).write()
    paper.page("A4")
    _narrative(paper, key)
    paper.page("A4")
    paper.part("第四部分 名词解释")
    for place, (term, words) in enumerate(TERMS, 1):
        paper.paragraph(f"{ordinal(place)}、{term}：{words}")
    return paper.close()


def _contents(paper: Paper, year: int) -> None:
    paper.page("A4", numbered=False)
    paper.centered("目  录", 20, after=16)
    for part, lines in CONTENTS:
        paper.left(part.format(year=year, department=DEPARTMENT), 14, bold=True, after=11)
        for place, line in enumerate(lines, 1):
            paper.left(f"{ordinal(place)}、{line}", 14, after=11)


def _overview(paper: Paper) -> None:
    paper.part(f"第一部分 {DEPARTMENT}概况")
    paper.heading("一、主要职责")
    for place, duty in enumerate(DUTIES, 1):
        paper.paragraph(f"（{ordinal(place)}）{duty}")
    paper.heading("二、部门机构设置")
    paper.paragraph(
        f"{DEPARTMENT}内设处室12个，分别是办公室、应急指挥处、预案管理处、安全生产综合协调处、危险化学品监管处、"
        "工贸监管处、火灾防治处、防汛防旱处、救灾和物资保障处、宣传法规处、规划财务处、人事处（机关党委）。"
    )
    paper.heading("三、部门预算构成")
    below = "、".join(unit.name for unit in units()[1:])
    paper.paragraph(
        f"本部门预算为汇总预算，包括{DEPARTMENT}本级预算，以及纳入编制范围的5个下属单位预算。下属单位具体包括：{below}。"
    )


def _narrative(paper: Paper, key: str) -> None:
    now, before, why = facts(key), facts(BEFORE[key]), REASONS[key]
    year, buying, assets = now.year, PURCHASES[key], ASSETS[key]
    granted = book(key).granted()
    paper.part(f"第三部分 {year}年部门预算情况说明")
    paper.heading("一、部门预算收支增减变化情况")
    change = changed(now.total, before.total)
    paper.paragraph(
        f"{year}年本部门收入预算{spoken(now.total)}万元，{change}，主要原因是{why['total']}；"
        f"支出预算{spoken(now.total)}万元，{change}，主要原因是{why['total']}。"
    )
    whole = book(key)
    paper.paragraph(
        f"支出预算中，基本支出{spoken(whole.basic().sum())}万元，项目支出{spoken(whole.projects().sum())}万元。"
    )
    paper.heading("二、“三公”经费安排情况")
    guests = changed(now.host, before.host)
    if key == "amount":  # the sheet ends between the word and the amount, as it falls in word processors
        guests = guests.replace("比上年减少", "比上年减少" + PAGE_BREAK, 1)
    paper.paragraph(
        f"{year}年本部门财政拨款安排“三公”经费{spoken(now.public)}万元，{changed(now.public, before.public)}，"
        f"主要原因是{why['public']}。其中：因公出国（境）费{spoken(now.abroad)}万元，"
        f"{changed(now.abroad, before.abroad)}，主要原因是{why['abroad']}；"
        f"公务用车购置及运行维护费{spoken(now.cars)}万元，{changed(now.cars, before.cars)}，"
        f"主要原因是{why['cars']}（公务用车购置费{spoken(now.buy)}万元，{changed(now.buy, before.buy)}，"
        f"主要原因是{why['buy']}；公务用车运行维护费{spoken(now.run)}万元，{changed(now.run, before.run)}，"
        f"主要原因是{why['run']}）；公务接待费{spoken(now.host)}万元，{guests}，"
        f"主要原因是{why['host']}。"
    )
    paper.heading("三、机关运行经费安排情况")
    paper.paragraph(
        f"{year}年，本部门行政单位和参照公务员法管理单位的机关运行经费安排{spoken(now.operating)}万元，"
        f"{changed(now.operating, before.operating)}，主要原因是{why['operating']}。"
    )
    paper.heading("四、政府采购情况")
    paper.paragraph(
        f"{year}年本部门政府采购安排{spoken(buying.total)}万元，其中：货物类采购预算{spoken(buying.goods)}万元，"
        f"工程类采购预算{spoken(buying.works)}万元，服务类采购预算{spoken(buying.services)}万元。"
    )
    paper.heading("五、国有资产占有使用情况")
    paper.paragraph(
        f"截至{assets.day}，本部门固定资产金额{spoken(assets.money)}万元，分布构成情况为：房屋{spoken(assets.floor)}平方米，"
        f"车辆{assets.vehicles}辆，单价在100万元以上的设备{assets.equipment}台（套）。"
        f"本年度拟购置固定资产{spoken(granted.economic('310'))}万元，主要是专用设备、信息网络及软件和办公设备购置。"
    )
    paper.heading("六、委托业务费安排情况")
    paper.paragraph(
        f"{year}年本部门一般公共预算安排委托业务费{spoken(now.commission)}万元，"
        f"{changed(now.commission, before.commission, wrong_rate=SLIPS[key])}，主要原因是{why['commission']}。"
    )
    paper.heading("七、预算绩效目标情况")
    listed = [each for each in projects() if each.amounts[key] is not None and not each.transfer]
    known = [each for each in listed if not each.secret]
    paper.paragraph(
        f"{year}年，本部门除涉密项目外的{len(known)}个项目全部编报绩效目标，"
        f"涉及项目支出{spoken(total(each.amounts[key] or ZERO for each in known))}万元。重点项目绩效目标情况如下："
    )
    paper.y -= 8
    body = [
        [label(each.name), number(printed(each.amounts[key] or ZERO)), label(each.goal)]
        for name in GOALS[key]
        for each in listed
        if each.name == name
    ]
    paper.caption = ("重点项目绩效目标情况", "", "万元")
    draw(paper, Ruled((28, 20, 52), ((head("项目"), head("预算数（单位：万元）"), head("绩效目标")),), body, size=10.5))
    paper.left("注：无。", 10)
