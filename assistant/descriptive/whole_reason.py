"""Why all the money of a body moved, where a question names no line: 今年盘子缩了点，官方怎么解释."""

import re

from assistant.answer import SourceRef
from assistant.computing.figures.looking import Desk, holdings_of
from assistant.descriptive.shape import one_way
from assistant.finding.evidence import Outcome, Quote, source_of, source_of_words
from assistant.finding.holdings import Holding
from assistant.lexicon import TOTALS
from assistant.plan import Ask, Plan
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation
from ingest.wording.glyphs import bare

# All that such a question says: the year, how much, that it moved, and what asks why. Any other word names a line.
_MONEY = (
    r"预算|盘子|家底|钱袋子|经费|资金|财政拨款|拨款|收支|收入|支出|花销|开支|开销|花费|费用|钱数?"
    r"|[总金数]额|总[数量]|规模|合计|总计"
)
_SAYS_WHY = (
    r"为什么|为何|为啥|因为|因何|缘何|什么|啥|哪|何|原因|缘故|由头|缘由|原由|理由|道理|因素|怎么|如何|怎样|咋|回事|情况"
    r"|解释|说法|说明|交代|说|讲|写|表述|官方|文件|材料|书|背后|主要|出于|导致|造成|引起|带来|让|使|靠|凭"
)
_MOVED = (
    r"增加|增长|增多|上涨|上升|变[多大少小]|更[多少]|减少|下降|下滑|下调|上调|缩水|缩减|缩|压减|压缩"
    r"|削减|[增涨升多减少掉降低高砍压大小变]|变化|变动|调整|翻番"
)
_SMALL = (
    r"(?:19|20)\d\d年?度?|(?:今|本|当|去|上|这|往|头|上一|前一|这一)年|全年|年度|[\d.,]+|[一二两三四五六七八九十百千万亿半几]|元|块|成|倍|%|点|条|个|项|笔|些|截"
    r"|部门|单位|全局|局里|整个|整体|总体|全部|全|总|共|不|只|够|很|许|好|几乎|差|突然|忽然|一下子?|左右|以上"
    r"|比|较|跟|和|与|同|相|于|起来|来|给|出|上|下|里|中"
    r"|[的了得着过是有要会能又还就都却这那么呢啊呀吗它其去到给在]|反而|反倒|到底|究竟"
)
_OF_THE_WHOLE = re.compile(rf"(?:{_MONEY}|{_SAYS_WHY}|{_MOVED}|{_SMALL})+")
_TO_BUDGET = re.compile(
    r"[比较跟和与于]了?(?:年初)?预算|预算数?[大多少小高低超]于?了?(?:$|的)"
)  # held against its own budget
_YEARS = re.compile(r"(?:19|20)\d\d(?=年)")
_NAMES_MONEY = re.compile(_MONEY)
_OF_GRANTS = re.compile(r"拨款")
_SIDE = r"(?:收入、?支出|收、?支|收入|支出)"
_WHOSE = r"(?:[\u4e00-\u9fff]{0,16}?(?:局|委员?会|厅|院|馆|中心|处|办|街道|部门|单位|监狱|学校))?(?:当年|本年|年度)*"
_WHOLE = re.compile(rf"{_WHOSE}(?:预算|决算)?{_SIDE}总?(?:预算|决算)?(?:总数|总计|合计|总额)?")
_GRANTS = re.compile(rf"{_WHOSE}财政拨款{_SIDE}总?(?:预算|决算)?(?:总数|总计|合计|总额)?")


def reason_of_all(desk: Desk, plan: Plan) -> Outcome | None:
    """The one reason printed for a change of all the money of the one body asked about; None where there is none."""
    asks = [ask for ask in plan.asks if ask.scope.departments]
    said = bare(without(plan.question, plan.bodies))
    if len({ask.scope for ask in asks}) != 1 or not any(body in plan.question for body in plan.bodies):
        return None
    if not (_NAMES_MONEY.search(said) and _OF_THE_WHOLE.fullmatch(said)) or _TO_BUDGET.search(said):
        return None
    return _told(desk, asks[0], said)


def reason_of_the_budget(desk: Desk, ask: Ask) -> Outcome | None:
    """The same for one ask of several that goes on with the whole: 今年预算多少，怎么涨的."""
    said = bare(without(ask.words, ask.scope.said))
    of_all = bool(ask.terms) and all(term.concept in TOTALS for term in ask.terms)
    if not of_all or not _OF_THE_WHOLE.fullmatch(said) or _TO_BUDGET.search(said):
        return None
    return _told(desk, ask, said)


def _told(desk: Desk, ask: Ask, said: str) -> Outcome | None:
    way = one_way(said)
    whole: list[tuple[Figure, Quote | None]] = []
    grants: list[tuple[Figure, Quote | None]] = []
    for holding, _ in holdings_of(desk, ask):
        year = holding.document.year or 0
        if any(int(said_year) not in (year, year - 1) for said_year in _YEARS.findall(said)):
            return None  # than a year that no sentence holds it against
        settled = holding.document.stage is Stage.FINAL_ACCOUNT
        for figure in holding.spoken:
            label = bare(figure.label)
            of_all, of_grants = _WHOLE.fullmatch(label), _GRANTS.fullmatch(label)
            moved = figure.relation is Relation.CHANGE and figure.amount is not None
            against_own = settled and "预算" in (figure.basis or "")
            if not (of_all or of_grants) or not moved or against_own or figure.year != year:
                continue
            quote = None
            if figure.reason:
                quote = Quote(figure.reason, place_of_reason(holding, figure, figure.reason), figure.label)
            (grants if of_grants else whole).append((figure, quote))
    told = grants if _OF_GRANTS.search(said) or not whole else whole
    told = [(figure, quote) for figure, quote in told if _of_side(said, bare(figure.label))]
    agreeing = [
        quote for figure, quote in told if quote and (not way or (figure.amount and figure.amount.value * way > 0))
    ]
    if len({quote.text for quote in agreeing}) != 1:
        return None
    return Outcome(
        "quotes", quotes=agreeing[:1], lead=say("answer.reason_lead", desk.language, label=agreeing[0].heading)
    )


def _of_side(said: str, label: str) -> bool:
    """Whether a line is of the side of the budget a question names, where it names one alone."""
    income, spending = ("收" in said, "支" in said)
    return income == spending or ("收" in label if income else "支" in label)


def place_of_reason(holding: Holding, figure: Figure, text: str) -> list[SourceRef]:
    passage = holding.passage_of(figure)
    if passage is not None:
        at = passage.text.find(text)
        if at >= 0:
            return source_of_words(passage, holding.document, at, at + len(text))
        return source_of_words(passage, holding.document, 0, len(passage.text))
    return [source_of(figure, holding)]
