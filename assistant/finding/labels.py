"""What a printed label or header says by itself: a total, a year, a change, a unit, or a name to look for."""

import re
from functools import lru_cache

from assistant.lexicon import concepts, concepts_in
from ingest.records.figure import Figure, Relation
from ingest.wording.codes import UNIT
from ingest.wording.glyphs import bare
from ingest.wording.names import place_parts, read_body

_TOTAL_LEAF = re.compile(
    r"(?:20\d\d年?度?)?(?:本年|当年|年初|全年|本期)?(?:财政拨款)?(?:收入|支出)?"
    r"(?:(?:年度|项目)*经费(?:总额|总计|合计|总量)|(?:年度(?:项目)?)?资金(?:申请)?(?:总额|总计|合计|总量)|项目资金(?:合计|总计|总量)|项目总额|总金额|合计|总计|小计|总额|金额|数额|预算数?|预算金额|预算额|决算数?|决算金额|(?:决算)?统计数|执行数|调整预算数?|全年预算数?|年初预算数?|支出数|收入数)"
)
_WITH_UNIT = re.compile(
    r"^((?:20\d\d年?度?|当年|本年|全年)预算(?:数|总?额|金额)?|金额)(?:[百千万亿]|百万)?元$"
)  # 当年预算（万元）, 金额（元）
_TOTAL_ROW = re.compile(r"(?:合计|总计|小计|总额|本年合计|部门合计|单位合计)?")
_YEAR_ROW = re.compile(r"20\d\d年?度?(?:年初)?(?:预算|预算数|决算|决算数|执行数)?")
_CHANGE = re.compile(
    r"(?:比上年|较上年|与上年|同比|本年比上年)?(?:增减|增长|变动|变化|增加|增减变化|比上年增减)(?:变化|情况|变动)?(?:金额|额|数|数额)?(?:万元|元)?"
)
_RATE = re.compile(
    r"(?:比上年|较上年|与上年|同比)?(?:增减|增长|变动|变化|增减变化)(?:变化|情况)?(?:率|幅度|比例|比率|百分比|幅|%)(?:%)?"
)

_SIDE_LEVEL = re.compile(r"(?:本年)?(?:收入|支出)(?:预算)?(?:栏|部分)?")
_OF_ITS_YEAR = re.compile(r"^20\d\d年?度?(?=[^\d年度]{3})")


#: Schemes of codes that are subjects of a classification.
SUBJECT_SCHEMES = ("functional", "department_economic", "government_economic")
#: Titles of tables that list projects one by one, the forms of one project each among them.
PROJECT_FORMS = ("performance_targets", "performance_evaluation")  # kinds of tables that are a form a project
PROJECT_TABLES = re.compile(r"项目支出|绩效目标|项目.{0,6}(?:预算|明细|情况)?表|专项")


def line_of(figure: Figure) -> str:
    """The label of a figure with the headings it stands under."""
    return "".join((figure.label, *figure.column))


@lru_cache(maxsize=65536)
def is_total_leaf(key: str) -> bool:
    """Whether a header in comparison form names nothing but the amount itself: 合计, 预算数, 2026年预算."""
    return _TOTAL_LEAF.fullmatch(_WITH_UNIT.sub(r"\1", key)) is not None or key in (
        "",
        "收入",
        "支出",
        "预算",
        "数额",
        "本年支出",
        "本年收入",
    )


@lru_cache(maxsize=65536)
def relation_of(key: str) -> Relation:
    """What a header or label in comparison form makes of its figures: a change, a rate, or the amount itself."""
    if _RATE.fullmatch(key):
        return Relation.RATE
    return Relation.CHANGE if _CHANGE.fullmatch(key) else Relation.AMOUNT


def is_year_row(key: str) -> bool:
    """Whether a row label is nothing but a year: the row of that year's whole."""
    return _YEAR_ROW.fullmatch(key) is not None


def is_plain(key: str) -> bool:
    """Whether a header or label says nothing but amount, total or year: no name to look for."""
    return (
        is_total_leaf(key)
        or is_total_label(key)
        or re.fullmatch(r"(?:20\d\d)?年?度?(?:预算|决算|预算数|决算数)?", key) is not None
    )


def is_total_label(key: str) -> bool:
    """Whether a row label in comparison form names nothing but the whole."""
    return _TOTAL_ROW.fullmatch(key) is not None


_OF_A_BODY = re.compile(
    r"平台|项目|经费|运维|建设|采购|设备|活动|工作|服务$|补助|系统$|培训|费$|支出|收入|合计|会议|情况|总体|目标|说明"
    r"|(?:业务|工作|座谈|推进|动员|研讨|评审|交流|协调|联席|培训|表彰|听证|发布|博览|运动|展览|论证|调度|[年例大])会$"
)


_BODY = re.compile(
    r"(?:局|委员会|办公厅|办公室|中心|大学|学院|中学|小学|学校|幼儿园|医院|图书馆|博物馆|文化馆|档案馆|支队|大队|总队|办事处|街道|人民政府|监狱|戒毒所"
    r"|研究院|研究所|检察院|法院|分局|总站|党校|联合会|管委会|公司|报社|电视台|编辑部|交换站|学会|协会|总工会|厅"
    r"|[林农牧渔茶种剧]场|苗圃|园艺场|剧院|[团农]场部)$"
)
_BODY_SHORT = re.compile(r"(?:所|站|院|团|校|队|处|会|社|署|台|部|馆|园)$")


_OWN_OFFICE = re.compile(r"(?:机关|本级)$")  # 甲局机关, a department's own office among its units


def is_unit_label(label: str) -> bool:
    """Whether a row label names a body that spends, not one of its projects: a unit of a table by units."""
    name = re.split(r"[（(]", read_body(label).name if _OWN_OFFICE.search(label) else label)[0]
    if len(name) > 40 or (_OF_A_BODY.search(label) and not _is_placed_body(label)):
        return False
    if bool(_BODY.search(name)) and len(name) >= 5:
        return True
    # A short kind is a body's behind a place: 青泽县看守所, 青泽县福利院.
    return bool(_BODY_SHORT.search(name)) and (len(name) >= 7 or _is_placed(name))


def is_unit_row(scheme: str | None, label: str) -> bool:
    """Whether a row stands beside the code of a unit, which makes its label a body's name whatever its ending."""
    return scheme == UNIT and (is_unit_label(label) or _UNIT_NAME.fullmatch(label) is not None)


_UNIT_NAME = re.compile(r"(?!.*(?:支出|收入|经费|合计|费$|项目))[\u4e00-\u9fff（）()]{4,40}")


def _is_placed(name: str) -> bool:
    places, organ = place_parts(name)
    return bool(places) and len(organ) >= 3


def _is_placed_body(label: str) -> bool:
    """Whether a label is a place and its organ and nothing else: 青泽县项目建设服务中心."""
    whole = read_body(label).name
    return bool(place_parts(whole)[0]) and bool(_BODY.search(whole))


def is_side_level(key: str) -> bool:
    """Whether a header only says which half of a table it stands over: 收入, 本年支出."""
    return _SIDE_LEVEL.fullmatch(key) is not None


def without_year(key: str) -> str:
    """A header without the year before its own words: 2026年一般公共预算 is 一般公共预算."""
    return _OF_ITS_YEAR.sub("", key)


# 2026年, 预算, 采购预算金额, 安排金额: the amount of the row, and no part of it.
_AMOUNT_ITSELF = re.compile(
    r"20\d\d年?度?(?:预算数?|决算数?)?|预算|决算|(?:采购|安排|计划)?(?:预算)?金额|(?:采购|安排)预算数?额?"
)


def is_heading(key: str, title: frozenset[str]) -> bool:
    """Whether a header repeats the table's subject or names a fund, not a part of it: 一般公共预算支出, 2026年."""
    found = concepts_in(key)
    groups = {concepts()[c].group for c in found}
    if found and (found <= title or groups <= {"fund", "expenditure", "side", "classification"}):
        return True
    return is_total_leaf(key) or _AMOUNT_ITSELF.fullmatch(key) is not None


def with_side(key: str, whole: tuple[str, ...]) -> str:
    """A part with the side of the whole it is told of: 总收入…其中：一般公共预算 is income of it."""
    said = concepts_in(bare("".join(whole)))
    if "income_total" in said and "收入" not in key:
        return key + "收入"
    return key + "支出" if "expenditure_total" in said and "支出" not in key else key


def side_of(name: str) -> str | None:
    """The side of the budget that a name ends in."""
    return next((side for side in ("收入", "支出") if name.endswith(side)), None)


def is_of_other_side(name: str, header: tuple[str, ...]) -> bool:
    """Whether a column is of the other side of the budget than a name is, or of what is carried over."""
    side, said = side_of(name), "".join(header)
    if side is None or side in said:
        return False
    return ("支出" if side == "收入" else "收入") in said or re.search("结转|结余", said) is not None


def counts_no_car(label: str) -> bool:
    """Whether a line counts other things in 台 than cars: 购置单位价值100万元以上设备0台."""
    return "设备" in label and "车" not in label.partition("设备")[2]
