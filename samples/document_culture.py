"""A department budget in the eastern form: text, nine tables in 元 with 类/款/项 columns (三公 in 万元), notes."""

from decimal import Decimal
from pathlib import Path

from samples import model_culture as model
from samples.books import CAREER, OTHER
from samples.classification import FUNCTIONS
from samples.culture_tables import CultureTables
from samples.money import rounded, total
from samples.paper import PAGE_BREAK, Paper
from samples.recorded import Printed
from samples.small_books import project_amounts, unit_names

DEPARTMENT = model.DEPARTMENT
SIZE, LEADING = 12.0, 24.0
SPLIT = "2070205"  # the line whose amount a sheet ends in
DUTIES = (
    "1. 贯彻执行文化、广播电视、旅游和文物工作的法律法规，拟订本市发展规划并组织实施。",
    "2. 管理全市性重大文化活动，指导公共文化设施建设，推进基本公共文化服务均等化。",
    "3. 统筹文化产业和旅游产业发展，组织旅游整体形象推广。",
    "4. 负责文物和非物质文化遗产的保护、传承与利用。",
    "5. 指导全市文化市场综合执法，维护市场秩序。",
)
TERMS = (
    "（一）财政拨款收入：指本级财政当年拨付的资金。",
    "（二）事业收入：指事业单位开展专业业务活动取得的收入，例如博物馆临时展览和教育活动收入。",
    "（三）基本支出：指保障机构正常运转和日常任务所需的人员经费、公用经费。",
    "（四）项目支出：指为完成特定任务在基本支出之外安排的支出。",
    "（五）“三公”经费：指财政拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费。",
    "（六）机关运行经费：指行政单位和参照公务员法管理单位一般公共预算基本支出中的日常公用经费。",
)


def wan(yuan: Decimal, places: str = "0.01") -> str:
    """元 as the narrative prints 万元, with separators."""
    return f"{rounded(yuan / 10_000, Decimal(places)):,}"


def write(path: Path) -> list[Printed]:
    """Print the 2026 budget."""
    paper = Paper(path, f"{DEPARTMENT}2026年度部门预算", numbering="{}")
    paper.page("A4", numbered=False)
    paper.y -= 200
    paper.centered(DEPARTMENT, 22, after=14)
    paper.centered("2026年度部门预算", 22)
    paper.page("A4", numbered=False)
    paper.centered("目录", 18, after=22)
    parts = [
        "部门主要职能",
        "部门机构设置",
        "名词解释",
        "部门预算编制说明",
        "部门预算表",
        "其他相关情况说明",
        "项目经费情况说明",
    ]
    for place, line in enumerate(parts):
        paper.left(f"{'一二三四五六七'[place]}、{line}", 14, after=16)
    _texts(paper)
    CultureTables(paper).write()
    paper.page("A4")
    _others(paper)
    return paper.close()


def _say(paper: Paper, words: str) -> None:
    paper.paragraph(words, SIZE, LEADING)


def _head(paper: Paper, words: str) -> None:
    paper.y -= 8
    if paper.y < 150:
        paper.next_page()
    paper.centered(words, 16, after=10)


def _texts(paper: Paper) -> None:
    paper.page("A4")
    _head(paper, "部门主要职能")
    for duty in DUTIES:
        _say(paper, duty)
    _head(paper, "部门机构设置")
    names = unit_names(model.book())
    _say(
        paper,
        f"{DEPARTMENT}部门预算是包括{DEPARTMENT}本部以及下属{len(names) - 1}家预算单位的综合收支计划。"
        f"本部门中，行政单位1家，事业单位{len(names) - 1}家，具体包括：",
    )
    for place, name in enumerate(names, 1):
        _say(paper, f"{place}. {name}{'本部' if place == 1 else ''}")
    _head(paper, "名词解释")
    for term in TERMS:
        _say(paper, term)
    paper.page("A4")
    _head(paper, "2026年部门预算编制说明")
    _statement(paper)


def _statement(paper: Paper) -> None:
    book = model.book()
    income, grant = book.sum(), book.granted().sum()
    career, other = book.paid(CAREER).sum(), book.paid(OTHER).sum()
    up = wan(income - model.BEFORE_INCOME)
    _say(
        paper,
        f"2026年，{DEPARTMENT}收入预算{wan(income)}万元，其中：财政拨款收入{wan(grant)}万元，"
        f"比2025年预算增加{wan(grant - model.BEFORE_GRANT)}万元；事业收入{wan(career)}万元；事业单位经营收入0.00万元；"
        f"其他收入{wan(other)}万元。",
    )
    _say(
        paper,
        f"支出预算{wan(income)}万元，比2025年预算增加{up}万元，其中：财政拨款支出预算{wan(grant)}万元。"
        f"财政拨款支出预算中，一般公共预算拨款支出预算{wan(grant)}万元，政府性基金拨款支出预算0.00万元，与2025年预算持平；"
        "国有资本经营预算拨款支出预算0.00万元，与2025年预算持平。",
    )
    _say(paper, "财政拨款收入支出增加的主要原因是安排博物馆基本陈列改造提升项目，以及新增两处城市阅读驿站运行经费。")
    _say(paper, "财政拨款支出主要内容如下：")
    granted = book.granted()
    items = [code for code in granted.functions() if len(code) == 7]
    for place, code in enumerate(items, 1):
        amount = wan(granted.function(code))
        if code == SPLIT:  # a sheet ends inside the amount: its second half stands after the page number
            at = amount.index(",") + 1
            amount = amount[:at] + PAGE_BREAK + amount[at:]
        _say(
            paper,
            f"{place}. “{FUNCTIONS[code[:3]]}（类）{FUNCTIONS[code[:5]]}（款）{FUNCTIONS[code]}（项）”"
            f"科目{amount}万元，主要用于{_use(code)}。",
        )


def _use(code: str) -> str:
    uses = {
        "2070101": "局机关人员经费和日常公用经费",
        "2070102": "信息系统运行维护",
        "2070104": "市图书馆日常运转、文献资源采购和阅读驿站运行",
        "2070109": "市群众艺术馆日常运转和文化惠民演出",
        "2070112": "文化市场综合执法",
        "2070113": "旅游形象宣传推广",
        "2070204": "文物征集、保护修复和非物质文化遗产传承",
        "2070205": "市博物馆日常运转、陈列改造和展览教育",
        "2210201": "按规定为职工缴存住房公积金",
    }
    return uses.get(code, f"{FUNCTIONS[code]}")


def _others(paper: Paper) -> None:
    now, before = model.public(), model.BEFORE_PUBLIC
    sum_before = total(before.values())
    cars_before = before["buy"] + before["run"]
    _head(paper, "其他相关情况说明")
    _say(paper, "一、2026年“三公”经费预算情况说明")
    _say(
        paper,
        f"2026年“三公”经费预算数为{now['total']:.2f}万元，比2025年预算减少{sum_before - now['total']:.2f}万元。其中：",
    )
    _say(
        paper,
        f"（一）因公出国（境）费{now['abroad']:.2f}万元，与2025年预算持平，主要原因是团组安排与上年相同。",
    )
    _say(
        paper,
        f"（二）公务用车购置及运行费{now['cars']:.2f}万元，比2025年预算减少{cars_before - now['cars']:.2f}万元，"
        "主要原因是报废1辆老旧车辆，运行费相应减少。其中：公务用车购置费0.00万元，与2025年预算持平；"
        f"公务用车运行费{now['run']:.2f}万元，比2025年预算减少{before['run'] - now['run']:.2f}万元。",
    )
    _say(
        paper,
        f"（三）公务接待费{now['host']:.2f}万元，比2025年预算减少{before['host'] - now['host']:.2f}万元，"
        "主要原因是压减接待批次。",
    )
    _say(paper, "二、机关运行经费预算")
    _say(paper, f"2026年{DEPARTMENT}下属1家机关财政拨款的机关运行经费预算为{wan(model.operating())}万元。")
    _say(paper, "三、政府采购预算情况")
    _say(
        paper,
        "2026年本部门政府采购预算2,864.73万元，其中：政府采购货物预算1,126.40万元、政府采购工程预算318.00万元、"
        "政府采购服务预算1,420.33万元。",
    )
    projects = project_amounts(model.book())
    _say(paper, "四、绩效目标设置情况")
    _say(
        paper,
        f"按照预算绩效管理要求，本部门4个预算单位编报绩效目标的项目{len(projects)}个，"
        f"涉及项目预算资金{wan(total(projects.values()))}万元。",
    )
    _say(paper, "五、国有资产占有使用情况")
    _say(
        paper,
        f"截至2025年8月31日，{DEPARTMENT}共有车辆9辆，其中：应急保障用车2辆、特种专业技术用车3辆、其他用车4辆；"
        "单价100万元（含）以上设备（不含车辆）6台（套）。2026年部门预算未安排购置车辆。",
    )
    paper.page("A4")
    _head(paper, "项目经费情况说明")
    _project(paper, projects["基本陈列改造提升"])


def _project(paper: Paper, amount: Decimal) -> None:
    texts = (
        (
            "一、项目概述",
            "市博物馆基本陈列“澜水千年”建成已逾十二年，展柜、照明和多媒体设施老化，拟分区改造展厅2,600平方米。",
        ),
        ("二、立项依据", "市公共文化设施提升三年行动计划，以及市博物馆展陈提升可行性研究报告的批复。"),
        ("三、实施主体", "澜川市博物馆。"),
        ("四、实施方案", "2026年第一季度完成设计深化和招标，第二季度起分区闭馆施工，第四季度完成布展和试运行。"),
        ("五、实施周期", "2026年3月至2026年12月。"),
        ("六、年度预算安排", f"2026年安排预算{wan(amount)}万元。"),
        (
            "七、绩效目标",
            "改造展厅面积不少于2,600平方米，恒温恒湿展柜达标率100%，年接待观众不少于45万人次，观众满意度不低于92%。",
        ),
    )
    for title, words in texts:
        paper.y -= LEADING
        paper.text(paper.margin, paper.y, title, SIZE, bold=True)
        _say(paper, words)
