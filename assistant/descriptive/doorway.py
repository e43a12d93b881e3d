"""Which door a plan goes through: whether its words ask for figures, or for text although figures are named."""

import re

from assistant.descriptive.counts_under import asks_counting
from assistant.descriptive.nature import asks_nature
from assistant.lexicon import TOTALS
from assistant.plan import RANKS, Operation, Plan, Term
from assistant.understand.asks.sets_by_condition import asks_whose
from assistant.understand.door import Door, asks_basis, asks_figures, door_of
from assistant.understand.words.sets_said import without_reported
from assistant.understand.words.text import without
from ingest.wording.glyphs import bare

_ENDS = r"(?:思路|办法|做法|方式|对象|重点|事项|措施|举措|机制|体制)[。？?]?$"  # what only sentences tell
# Asks for what a text tells of a thing and for no figure of it: 重点盯什么, 去哪儿; not 是什么.
_OPEN = re.compile(
    r"(?:的是|(?<![是叫为]))(?:什么|啥)|(?:去|到|往|在|从)哪|哪(?:些|方面|几?方面|一?种|一?类|一?行|儿|里)"
)
_WHICH_PROJECTS = re.compile(r"(?:哪些|哪几?个)(?:具体)?的?项目(?:组成|构成|支出)?(?:[，,]|[。？?]?$)")
_AMOUNT_HEADING = "年度预算安排"  # heads nothing but the amount of a project
_LINE = re.compile(
    r"(?:什么|啥|哪\w?)(?:科目|项目|单位|部门|代码|编码|水平|口径|比例|程度|数)|(?:买|采购|购)[了些点的]*(?:什么|啥|哪)"
)


def door_for(plan: Plan) -> Door | None:
    """The door of a plan's question; None where it asks for figures."""
    words = _without_bodies(plan)
    listed = any(a.operation is Operation.LIST and a.entity == "project" for a in plan.asks)
    if listed and _all_projects(plan):
        return None
    door = door_of(without_reported(words) if listed or _chooses(plan) else words)
    if asks_nature(words) or asks_counting(words):
        return Door.TEXT  # 行政单位还是事业单位 names no line, 算不算三公经费 asks for no sum
    if door is Door.GOAL and any(t.concept == "reported_money" for a in plan.asks for t in a.terms):
        return None
    if door is Door.SECTION and _bodies_of_a_line(plan):
        return None
    if door is None and _asks_openly(plan):
        return Door.TEXT
    figures = door in (Door.SECTION, Door.TEXT) and (_plainly_figures(plan) or _chooses(plan))
    return None if figures and not asks_basis(words) else door


def _all_projects(plan: Plan) -> bool:
    """Whether a question asks which projects a body has and for nothing else: 有哪几个项目, 项目支出包括哪些项目."""
    named = all(t.concept == "project_expenditure" for a in plan.asks for t in a.terms)
    plain = named and not plan.unexplained and not any(a.hints or a.context for a in plan.asks)
    return plain and _WHICH_PROJECTS.search(plan.question) is not None


def _bodies_of_a_line(plan: Plan) -> bool:
    """Whether a question lists the bodies that have a line or a project, and no bodies as such."""
    return (
        bool(plan.asks)
        and not plan.unexplained
        and all(a.operation is Operation.LIST and a.terms and asks_whose(a.words) for a in plan.asks)
    )


def _asks_openly(plan: Plan) -> bool:
    """Whether a question of no amount names things and asks what a text tells of them."""
    plain = all(
        a.operation is Operation.LOOKUP
        and not (
            (a.entity and not (a.entity == "project" and a.terms))
            or a.which
            or a.filters
            or any(t.kind == "code" for t in a.terms)
        )
        for a in plan.asks
    )
    said = _without_bodies(plan)
    return (
        bool(plan.asks)
        and plain
        and _OPEN.search(said) is not None
        and not (asks_figures(bare(said)) or _LINE.search(said))
    )


def _plainly_figures(plan: Plan) -> bool:
    """Whether a question names lines of a budget and nothing but words for them, and asks for no words."""
    changes = all(a.operation in (Operation.CHANGE, Operation.GROWTH) and a.terms for a in plan.asks)
    if plan.asks and changes and not plan.unexplained and not re.search(r"怎么|如何|怎样|为什么|原因", plan.question):
        return True  # 有变化吗 asks for the change
    asks_words = (
        rf"([管审查])不\1|负不负责|该不该|能不能|"
        rf"怎么|如何|怎样|谁|(?:去|赴|前往)(?:的是)?哪|哪些|什么|啥|吗|介绍|职[责能]|机构|资产[^，,]{{0,8}}情况|{_ENDS}"
    )
    if plan.unexplained or re.search(asks_words, plan.question):
        return False
    of_amount = _AMOUNT_HEADING in plan.question
    return bool(plan.asks) and all(
        a.operation is Operation.LOOKUP
        and any((t.concept and not _unsaid(t, plan)) or (of_amount and _is_row(t)) for t in a.terms)
        for a in plan.asks
    )


def _unsaid(term: Term, plan: Plan) -> bool:
    """Whether a term is the whole budget that stands for no line being named: 某局2026年的工作任务 names none."""
    return term.concept in TOTALS and bare(term.text) not in bare(plan.question)


def _is_row(term: Term) -> bool:
    """Whether a term says the whole name of a printed row."""
    return term.kind == "name" and term.names[:1] == ((term.text, 1.0),)


def _chooses(plan: Plan) -> bool:
    """Whether a question ranks, filters or compares: no text answers that."""
    return not plan.unexplained and any(
        a.operation in _CHOOSING or a.filters or a.by_columns or a.moved for a in plan.asks
    )


_CHOOSING = (
    *RANKS,
    Operation.COMPARE,
    Operation.DIFFERENCE,
    Operation.RATIO,
    Operation.MEAN,
    Operation.MEDIAN,
)


def _without_bodies(plan: Plan) -> str:
    """The question without the names of bodies: 市长专线电话受理中心 asks for no telephone number."""
    return re.sub(r"[（(]含[^）)]*[)）]|含(?:下属|所属|直属)单位", "", without(plan.question, plan.bodies))


def told_in_words(plan: Plan) -> bool:
    """Whether a question has its answer in words: what a term means, or the goal of a project."""
    if any(a.operation is Operation.DEFINE for a in plan.asks):
        return True
    goals = bool(plan.asks) and all(a.operation is Operation.PURPOSE for a in plan.asks)
    of_use = any(a.entity == "project" for a in plan.asks) or "目标" not in plan.question  # 用来做什么
    return goals and of_use and not (re.search(r"率|满意|指标", plan.question) or asks_figures(bare(plan.question)))
