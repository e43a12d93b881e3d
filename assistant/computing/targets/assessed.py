"""How a project is assessed: by the indicators it sets (那个项目怎么考核, 拿什么衡量)."""

import re
from collections.abc import Sequence

from assistant.computing.figures.looking import Desk
from assistant.computing.targets.pool import Place, places
from assistant.computing.targets.sets import listed
from assistant.finding.evidence import Outcome
from assistant.finding.stated import row_prints
from assistant.plan import Filter, Operation, Plan, Term, replace
from ingest.wording.glyphs import bare

_ASSESSED = r"(?:考核|考评|衡量|评判|评价|打分|(?:计|测|核)?算(?:出来)?|统计|验收|检验)"
_SIDE = (
    r"(?:(?P<satisfied>满意)(?:不满意|度|程度)?|(?P<quality>质量)|(?P<benefit>效[果益]|成效)|(?P<cost>成本)|(?P<amount>数量)"
    r"|(?P<time>时效|进度))"
)
_ASKED = re.compile(
    rf"(?:要|是|会|又|都)*(?:(?:怎么|如何|怎样|咋)(?:个|样)?(?:来|去)?{_ASSESSED}(?:法|的|呢)*"
    rf"|(?:拿|用|靠|凭|按照?|以)(?:什么|啥|哪些)(?:样的)?(?:指标|标准|东西)?(?:来|去)*{_ASSESSED}(?:的|呢)*"
    r"|考[核评](?:的是|些)?(?:哪[些几]个?|什么|啥|几[个项])(?:绩效)?(?:指标|内容|方面|东西)?"
    r"|(?:做到|达到)(?:什么|啥|怎样的?|哪种)(?:程度|样子?|地步|水平|标准)?(?:才|就)*(?:算)(?:是)?(?:合格|达标|过关|通过|完成)(?:了)?)"
    rf"(?:它的?|其)?(?:{_SIDE})?(?:的?(?:好坏|高低))?(?:的|呢)*$"
)
_AHEAD = re.compile(rf"的?(?:服务|群众|对象|用户)*{_SIDE}$")  # 某项目的满意度怎么考核
# How the levels of indicators name each side of a project.
_LEVELS = {"satisfied": "满意", "quality": "质量", "benefit": "效益", "cost": "成本", "amount": "数量", "time": "时效"}
_OF_PROJECT = re.compile(r"(?:那|这|个|笔|的|项目|资金|经费|预算|钱|[\d一二两三四五六七八九十百千万亿元块多来几余])*")
_LONG = 4  # signs of a part of a name that tells its row
_NEAR = 0.85  # from which on a name is that of the row


def assessed(desk: Desk, plan: Plan) -> Outcome | None:
    """The indicators of the one project whose assessment is asked for; None where it is a body's, or sets none."""
    asked = _ASKED.search(bare(plan.question))
    if asked is None or len(plan.asks) != 1:
        return None
    ask = plan.asks[0]
    named = [(term, rows) for term in ask.terms if (rows := _rows_of(term, places(desk, ask)))]
    if len(named) != 1:
        return None
    (term, rows), stated = named[0], (*ask.stated, *ask.filters)
    said = bare(plan.question)[: asked.start()]
    ahead = _AHEAD.search(said) if _side_of(asked) is None else None
    side = _side_of(asked) or _side_of(ahead)
    said = said[: ahead.start()] if ahead is not None else said
    behind = said[said.find(term.text) + len(term.text) :] if term.text in said else said
    if not _OF_PROJECT.fullmatch(behind) or not all(_prints(place, stated) for place in rows):
        return None
    rows = [place for place in rows if side is None or _is_of(place, side)]
    if not rows:
        return None
    of_project = replace(ask, operation=Operation.LIST, terms=(term,), context=(), filters=(), hints=())
    return listed(desk, of_project, rows)


def _side_of(asked: re.Match[str] | None) -> str | None:
    """The side of a project that is asked about, as the levels of indicators call it."""
    said = (name for name, words in (asked.groupdict().items() if asked is not None else ()) if words)
    return next((_LEVELS[name] for name in said), None)


def _is_of(place: Place, side: str) -> bool:
    indicator = place.indicator
    return side in f"{indicator.level1 or ''}{indicator.level2 or ''}" or side in indicator.name


def _rows_of(term: Term, pool: Sequence[Place]) -> list[Place]:
    """The indicators of the row a term names; none where it may name several."""
    names = {term.text, *(name for name, score in term.names[:1] if score >= _NEAR)}
    rows = [place for place in pool if place.keys[1] in names]
    if not rows and len(term.text) >= _LONG:  # 平台等保测评 of 某市智慧平台等保测评服务
        rows = [place for place in pool if term.text in place.keys[1]]
    return rows if len({place.indicator.row_id or place.keys[1] for place in rows}) == 1 else []


def _prints(place: Place, stated: Sequence[Filter]) -> bool:
    """Whether the row of an indicator prints every amount that is said of its project."""
    row = place.holding.rows.get(place.indicator.row_id or "")
    return not stated or (row is not None and row_prints(row, stated))
