"""What the narrative tells of the projects that report targets, are tracked or assess themselves: number and money."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.computing.arithmetic.aggregate import ranked
from assistant.computing.arithmetic.exact import rounded
from assistant.computing.figures.conditions import numbered_thing
from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.figures.lookup import found_of
from assistant.computing.rows.members import found_meets, narrowed, passes
from assistant.finding.evidence import Found, Outcome, converted
from assistant.finding.holdings import Holding
from assistant.finding.wanted import Candidate
from assistant.plan import RANKS, Ask, Operation, Plan, Term
from assistant.saying.wordings import money as shown
from ingest.messages import say
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_ACT = r"(?:[编申上填]报|编制?|报|设[定置]?|列入?|做|开展|实行|纳入)(?:了|过|有|着|出来|的|进了?)?"
_REPORTED = re.compile(
    rf"{_ACT}(?:\d+|几|多少)?(?:个)?(?:项目)?(?:的)?(?:预算|部门预算)?(?:支出)?(?:绩效|目标)|编报|绩效(?:目标|管理)?的?(?:那[几些]个?)?项目|"
    r"项目(?:支出)?的?绩效目标|绩效(?:跟踪|自评|评价|监控)|自评|评级|一级项目"
)
# The stages of a project's target: how they are asked for, and the words of the figure that tells of them.
_STAGES = (
    (re.compile(r"评级|[拿得评][了到为]?[“\"]?(?:优|良|合格|不合格)"), re.compile("评级")),
    (re.compile(r"自评"), re.compile("自评")),
    (re.compile(r"跟踪|监控"), re.compile("跟踪|监控")),
    (re.compile(""), re.compile("编报|纳入|设置|绩效目标|一级")),
)
_GRADE = re.compile(r"不合格|合格|优|良")
_MANY = re.compile(
    r"(?:(?<![那这哪前后])几|多少)个?[^，,。？?多少几]{0,8}项目|项目[^，,。？?]{0,8}(?:几|多少)[个项]|项目(?:个|总)?数|"
    r"(?:几|多少)[个项](?=[，,。？?]|$|(?:(?:一共|总共|合计)?涉及)?(?:项目)?(?:预算)?(?:资金|金额))"
)
_MONEY = re.compile(r"多少(?:钱|资金|经费|预算|万|亿|元)|几[万亿]|资金(?!性)|金额|的钱|预算(?:是|有)?多少")
_SCORE = re.compile(r"(?:平均|均)[^，,。？?]{0,6}?(?:多少|几)分|平均(?:得|评)?分|均分|得分|(?:多少|几)分")
_QUANTITY = re.compile(r"多少|(?<![那这])几(?!个?月)")
_OF_EACH = re.compile(r"哪些|叫[什啥]|名单|[各每]|分别|中位|[比较](?:上年|去年|20)")
_BOTH_TOLD = re.compile(r"(?:各自?|分别)(?=[是为有]?多少)")  # 项目数量及涉及资金各是多少
_PLAIN = (Operation.LOOKUP, Operation.COUNT, Operation.SUM, Operation.PURPOSE, Operation.TARGET)
#: Words for what projects scored, which no line of a budget is called by.
SCORE_WORDS = frozenset(("分", "得分", "评分", "均分", "平均分", "打分"))
_OF_A_FUND = re.compile(r"财政(?!局|厅|部|所)|(?:单位|自有|自筹|其他)资金|一般公共预算|政府性基金")
_OF_WHOLE = re.compile(r"整体(?:支出|绩效)?(?!.*项目)")  # 整体支出纳入绩效目标管理: no projects
_POINTS = "分"
_BARE_MONEY = re.compile(r"(?:涉及|覆盖)?的?(?:项目)?(?:预算)?(?:资金|金额|经费|预算)(?:规模|总额|额)?")
_COVERED = re.compile(r"资金|金额|经费|预算拨款")


@dataclass(frozen=True, slots=True)
class _Told:
    """A number of projects, the money it covers and what they scored, as the narrative tells them in turn."""

    count: Figure | None
    money: Figure | None
    score: Figure | None = None


def reported(desk: Desk, plan: Plan) -> Outcome | None:
    """The number of projects under target management and the money they cover, as asked; None where not told once."""
    words = bare(plan.question)
    if (numbered_thing(words) and "项目" not in words) or _OF_WHOLE.search(words):
        return None  # 自评发现问题多少个: no number of projects
    if not plan.asks or not _REPORTED.search(words) or len({a.scope.departments for a in plan.asks}) > 1:
        return None
    averaged = all(a.operation is Operation.MEAN and not a.filters and _is_money(a.terms) for a in plan.asks)
    if averaged and not _SCORE.search(words):
        return _mean(desk, plan, words)
    if len(plan.asks) == 1 and plan.asks[0].operation in (Operation.LIST, Operation.MEDIAN, *RANKS):
        return _one_by_one(desk, plan.asks[0])
    said = {"count": _MANY.search(words), "money": _MONEY.search(words), "score": _SCORE.search(words)}
    parts = sorted((match.start(), kind) for kind, match in said.items() if match is not None)
    if len(parts) < len(_QUANTITY.findall(words)):
        return None  # something else is asked as well
    plain = (*_PLAIN, Operation.MEAN) if said["score"] else _PLAIN
    both = _BOTH_TOLD.sub("", words) if len(parts) > 1 else words
    if not parts or _OF_EACH.search(both) or any(a.operation not in plain or a.filters for a in plan.asks):
        return None
    told = _told(desk, plan, words)
    asked: list[Found] = []
    for _, kind in parts:
        figures = [(h, f) for h, pair in told if (f := getattr(pair, kind)) is not None]
        if len({(f.amount.value if f.amount else None, f.unit.name) for _, f in figures}) != 1:
            return None
        holding, figure = figures[0]
        if kind == "money" and _OF_A_FUND.search(words) and "财政" not in figure.label:
            return None  # 其中财政拨款4.5万元 is a part of what the projects come to
        asked.append(found_of(desk, plan.asks[0], Candidate(figure, holding, None, None, None, 0.0)))
    method = [say("answer.read_from_text", desk.language, page=asked[0].sources[0].page)]
    return Outcome("figures", found=asked, method=method, place=told[0][0].document.department or "")


def _is_money(terms: tuple[Term, ...]) -> bool:
    """Whether terms say no more than that money is meant, which is told of all projects: 平均每个项目资金."""
    return all(t.concept == "reported_money" or _BARE_MONEY.fullmatch(t.text) for t in terms)


def _told(desk: Desk, plan: Plan, words: str) -> list[tuple[Holding, _Told]]:
    """What the narratives tell of the projects at the stage asked for."""
    wanted = next(printed for said, printed in _STAGES if said.search(words))
    grade = _GRADE.search(words) if wanted.pattern == "评级" else None
    return [
        (holding, pair)
        for holding, _ in holdings_of(desk, plan.asks[0])
        for pair in _pairs(holding)
        if wanted.search(pair.count.label if pair.count else pair.money.label if pair.money else "")
        and (grade is None or (pair.count and f"“{grade[0]}”" in pair.count.label))
    ]


def _mean(desk: Desk, plan: Plan, words: str) -> Outcome | None:
    """The money told of the projects by their told number, two decimals; None where not both are told, once."""
    both = [(h, p.count, p.money) for h, p in _told(desk, plan, words) if p.count is not None and p.money is not None]
    if len({(c.amount, m.amount) for _, c, m in both}) != 1:
        return None
    holding, count, money = both[0]
    if count.amount is None or money.amount is None or not count.amount.value:
        return None
    ask = plan.asks[0]
    parts = [found_of(desk, ask, Candidate(f, holding, None, None, None, 0.0)) for f in (money, count)]
    value, unit = converted(rounded(money.amount.value / count.amount.value), money.unit, desk.unit)
    label = say("answer.mean_of", desk.language, what=parts[1].label)
    mean = Found(label, value, unit, [s for f in parts for s in f.sources], True)
    method = [f"{shown(parts[0].value, parts[0].unit)} ÷ {shown(parts[1].value, parts[1].unit)}"]
    return Outcome("figures", found=[mean, *parts], method=method, place=holding.document.department or "")


def _one_by_one(desk: Desk, ask: Ask) -> Outcome | None:
    """The projects the narrative tells one by one after their number and money, listed or ranked; None elsewhere.

    They are all there are: as many as told, and together they come to the money told.
    """
    plain = all(t.concept in ("project_expenditure", "reported_money") for t in ask.terms)
    if (
        not (ask.entity == "project" or (ask.entity is None and ask.terms))
        or not plain
        or ask.excluded
        or ask.dropped
        or ask.level
    ):
        return None
    lists = [
        (h, told)
        for h, _ in holdings_of(desk, ask)
        for pair in _pairs(h)
        if (told := _told_after(h, pair)) and ask.said_count in (None, len(told)) and _comes_to(pair, ask)
    ]
    if len(lists) != 1:
        return None
    holding, figures = lists[0]
    lines = [found_of(desk, ask, Candidate(f, holding, None, None, None, 0.0)) for f in figures]
    out = narrowed(ranked(desk, ask, [line for line in lines if found_meets(line, ask)]))
    out.method.append(say("answer.read_from_text", desk.language, page=figures[0].page))
    return out


def _comes_to(pair: _Told, ask: Ask) -> bool:
    """Whether the money told of projects is what the question takes them to come to."""
    return pair.money is not None and all(passes(pair.money, stated) for stated in ask.stated)


def _told_after(holding: Holding, pair: _Told) -> list[Figure]:
    """The amounts told right after a number of projects and their money, where they are that many and come to it."""
    if pair.count is None or pair.money is None or pair.count.amount is None or pair.money.amount is None:
        return []
    told = [f for f in holding.spoken if f.passage_id == pair.money.passage_id and f.relation is Relation.AMOUNT]
    at = next((i for i, f in enumerate(told) if f is pair.money), len(told))
    after = told[at + 1 : at + 1 + int(pair.count.amount.value)]
    bases = [f.amount.base for f in after if f.amount is not None and f.unit.kind is UnitKind.MONEY]
    if len(bases) < 2 or len(bases) != pair.count.amount.value or sum(bases) != pair.money.amount.base:
        return []
    return after


def _pairs(holding: Holding) -> Iterator[_Told]:
    """Each number of projects with the money told after it in its passage; money told of projects alone as well."""
    told = [f for f in holding.spoken if f.relation is Relation.AMOUNT and f.amount is not None]
    taken: set[str] = set()
    for at, figure in enumerate(told):
        if figure.unit.kind is UnitKind.COUNT and "项目" in figure.label and re.search("绩效|一级", figure.label):
            after = [f for f in told[at + 1 : at + 3] if f.passage_id == figure.passage_id]
            money = next((f for f in after[:1] if f.unit.kind is UnitKind.MONEY and _COVERED.search(f.label)), None)
            score = next((f for f in after if f.unit.name == _POINTS and "绩效" in f.label), None)
            if money is not None:
                taken.add(money.id)
            yield _Told(figure, money, score)
        elif figure.unit.kind is UnitKind.MONEY and "绩效" in figure.label and figure.id not in taken:
            yield _Told(None, figure)
