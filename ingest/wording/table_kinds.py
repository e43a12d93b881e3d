"""What a table is, from its title and header: one slug for the same table in every place's wording.

Titles seen: Guangzhou's 12 tables, Shenzhen's 11, Beijing's 预算01-13表, Jiangsu's 公开01-13表, Shandong, Zhejiang,
Shanghai and Shaanxi forms, the nine 公开 tables of final accounts, and the goal forms of single projects.
"""

import re

from ingest.wording.glyphs import bare

OTHER = "other"
LIST = "table_list"
COSTS = "cost_details"  # what one project's money is for, a line each: of no title of its own

#: Slug -> the name people use for the table.
KIND_NAMES: dict[str, str] = {
    "income_expenditure_total": "收支总表",
    "income_total": "收入总表",
    "expenditure_total": "支出总表",
    "fiscal_income_expenditure": "财政拨款收支总表",
    "fiscal_expenditure": "财政拨款支出表",
    "fiscal_basic": "财政拨款基本支出表",
    "general_public": "一般公共预算支出表",
    "general_public_economic": "一般公共预算支出表（按经济分类）",
    "general_public_basic": "一般公共预算基本支出表",
    "general_public_basic_function": "一般公共预算基本支出表（按功能分类）",
    "general_public_project": "一般公共预算项目支出表",
    "three_public": "“三公”经费表",
    "agency_operating": "机关运行经费表",
    "government_fund": "政府性基金预算表",
    "state_capital": "国有资本经营预算表",
    "social_insurance": "社会保险基金预算表",
    "special_account": "财政专户管理资金表",
    "basic_expenditure": "基本支出表",
    "project_expenditure": "项目支出表",
    "performance_targets": "项目支出绩效目标表",
    "overall_performance": "部门整体支出绩效目标表",
    "special_fund_performance": "专项资金绩效目标表",
    "performance_evaluation": "绩效自评表",
    "transfer_payments": "转移支付表",
    "carryover": "上年结转资金表",
    "procurement": "政府采购表",
    "purchased_services": "政府购买服务表",
    COSTS: "项目经费明细表",
    "new_assets": "新增资产配置表",
    "state_assets": "国有资产表",
    "staff": "机构人员表",
    "economic_classification": "支出经济分类表",
    "functional_classification": "支出功能分类表",
    "government_economic": "政府预算支出经济分类表",
    "rent_income": "非税收入表",
    LIST: "表格目录",
    OTHER: "其他表",
}

# (what the squeezed title must match, what it must not, slug); the first rule that fits decides.
_RULES: tuple[tuple[str, str, str], ...] = (
    (r"目录$|是否空表|公开报表$", "购买|采购", LIST),
    (r"自评|绩效评价(?:表|结果|报告|得分|情况)|评价表", "", "performance_evaluation"),
    (r"(?:整体)(?:支出)?绩效|整体绩效", "", "overall_performance"),
    (r"专项资金.*绩效|转移支付.*绩效目标", "含转移支付", "special_fund_performance"),
    (r"绩效目标|绩效表|绩效指标|绩效情况", "自评", "performance_targets"),
    (r"三公|因公出国.*(?:接待|公务用车)|公务用车.*接待", "", "three_public"),
    (r"政府购买服务|购买服务(?:预算|支出|明细|项目)", "采购", "purchased_services"),
    (r"采购", "", "procurement"),
    (r"新增资产|资产配置|资产购置", "", "new_assets"),
    (r"国有资产|固定资产|资产占[有用]|资产情况", "经营预算", "state_assets"),
    (r"机关运行|行政经费", "", "agency_operating"),
    (r"^(?:部门|单位|综合预算|市级|区级|县级|省级|本级)*政府性?基金", "", "government_fund"),
    (r"^(?:部门|单位|综合预算|市级|区级|县级|省级|本级)*国有资本", "", "state_capital"),
    (r"政府性?基金", "收支总|收支预算总|财政拨款收支|财政拨款收入支出|一般公共", "government_fund"),
    (r"国有?资本?经营|国有资本", "收支总|收支预算总|财政拨款收支|一般公共", "state_capital"),
    (r"社会保险基金|社保基金", "", "social_insurance"),
    (r"财政专户", "收支总|收入总", "special_account"),
    (r"(?:上年)?结转(?:结余)?(?:资金)?.*(?:支出|预算|情况)表?", "收支|收入", "carryover"),
    (r"转移支付", "含转移支付", "transfer_payments"),
    (r"财政拨款(?:收支|收入支出|收入和支出|预算收支|收、支)", "", "fiscal_income_expenditure"),
    (r"财政拨款(?:预算)?.*总(?:体|表|括)", "支出总|一般公共|基本|项目", "fiscal_income_expenditure"),
    (r"(?:一般公共预算|公共财政|一般预算).*基本支出.*功能分?类?", "经济", "general_public_basic_function"),
    (r"(?:一般公共预算|公共财政|一般预算).*基本支出", "", "general_public_basic"),
    (r"^(?:部门|单位)?项目(?:收入支出|收支)[预决]?算?(?:总|明细)?表$", "", "project_expenditure"),
    (r"(?:一般公共预算|公共财政|一般预算).*项目支出", "", "general_public_project"),
    (r"(?:一般公共预算|公共财政|一般预算).*经济", "功能", "general_public_economic"),
    (r"一般公共预算|公共财政预?算?|一般预算", "收支总", "general_public"),
    (r"财政拨款.*基本支出", "", "fiscal_basic"),
    (r"财政拨款.*项目支出", "", "project_expenditure"),
    (r"财政拨款.*支出", "收支", "fiscal_expenditure"),
    (r"(?:专项|项目).*表$|项目支出|项目经费|专项业务经费", "基本|收支|收入|债务|(?<!支出)总表$", "project_expenditure"),
    (r"项目支出", "基本支出", "project_expenditure"),
    (r"基本支出|人员经费|公用经费", "项目支出", "basic_expenditure"),
    (r"收支|收入(?:、|和|及|与)?支出|收入支出", "", "income_expenditure_total"),
    (r"收入", "支出", "income_total"),
    (r"政府(?:预算)?(?:支出)?经济分?类?", "", "government_economic"),
    (r"支出(?:预算|决算|计划)?(?:总体|总表|总括|汇总|情况|表)|支出总", "经济|功能", "expenditure_total"),
    (r"经济分?类?科目|经济分类", "", "economic_classification"),
    (r"功能分?类?科目|功能分类", "", "functional_classification"),
    (r"支出", "", "expenditure_total"),
    (r"人员(?:情况|编制)|机构(?:人员|情况|编制)", "", "staff"),
)  # fmt: skip
_COMPILED = tuple((re.compile(a), re.compile(b) if b else None, slug) for a, b, slug in _RULES)

# Header words by which an untitled grid is known, all of a group needed.
_HEADERS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("因公出国", "公务用车", "接待"), "three_public"),
    (("绩效目标", "绩效指标"), "performance_targets"),
    (("一级指标", "二级指标"), "performance_targets"),
    (("收入", "支出", "项目"), "income_expenditure_total"),
    (("品目", "金额"), "procurement"),
    (("采购",), "procurement"),
    (("基本支出", "项目支出"), "expenditure_total"),
    (("财政拨款收入", "事业收入"), "income_total"),
    (("编制", "在职"), "staff"),
    (("在职", "退休"), "staff"),
)
# 国有资产监督管理委员会收支总表 is no table of state assets.
_BODY_IN_FRONT = re.compile(
    "^.*?(?:局|委员会|委|厅|办公室|中心|院|会|处|所|校|馆)(?=部门|单位|预算|收|支|财政|一般|政府|国有资本|三公|项目|基本|整体|专项)"
)


def _title_part(title: str) -> str:
    """The squeezed title without its year, table number and the body's name in front of the table's own words."""
    tight = bare(title)
    tight = re.sub(r"^(?:附?件?\d*)?(?:部门)?(?:预算|公开|决算)?\d{0,3}表\d{0,3}", "", tight)
    tight = re.sub(r"(?:19|20)\d\d年?度?", "", tight)
    return _BODY_IN_FRONT.sub("", tight)


def kind_of_title(title: str) -> str:
    """The slug of a printed table title; ``other`` where the words fit no known table."""
    tight = _title_part(title)
    for pattern, unless, slug in _COMPILED:
        if pattern.search(tight) and not (unless is not None and unless.search(tight)):
            return slug
    return OTHER


def kind_of(title: str, header: str = "") -> str:
    """The slug of a table: by its title, else by the words of its header."""
    slug = kind_of_title(title) if title else OTHER
    if slug != OTHER:
        return slug
    tight = bare(header)
    for words, named in _HEADERS:
        if all(bare(word) in tight for word in words):
            return named
    return OTHER


_TITLE_WORDS = re.compile(r"(?:表|一览|汇总)\s*(?:[（(][^（）()]{1,20}[)）])?\s*(?:[（(]?续表?[)）]?)?\s*\d{0,2}$")
_TITLE_STOP = re.compile(r"[。；，,;]|详见|见附|如下|[.．…·]{4,}|本表|此表|上表|下表|注：|说明：")


def is_table_title(line: str) -> bool:
    """Whether a printed line reads like a table's title, not like a sentence or a line of the contents."""
    text = line.strip()
    if not 3 <= len(text) <= 60 or _TITLE_STOP.search(text):
        return False
    return bool(_TITLE_WORDS.search(text)) and kind_of_title(text) != OTHER
