"""Amounts that one sentence tells quarter by quarter, added up or told one by one: 四个季度总共打算付多少."""

import re
from collections.abc import Sequence

from assistant.computing.arithmetic.aggregate import aggregated
from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.figures.lookup import found_of
from assistant.finding.evidence import Outcome
from assistant.finding.holdings import Holding
from assistant.finding.wanted import Candidate
from assistant.lexicon import concepts
from assistant.plan import Ask, Operation, Plan, Term, replace
from assistant.understand.everyday.uncovered_words import naming_words
from assistant.understand.words.alike import held
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_SEVERAL = re.compile(
    r"(?P<end>前|后|头|最后)?(?P<count>[两二三四234])个?季度|(?P<all>(?:各|每|所有|全部|全年各)个?(?:的)?季度)|"
    r"(?P<half>[上下])半年(?=[^，,。]{0,6}季度)|"
    r"(?P<whole>(?:全|整|一整?)年(?=[^，,。]{0,8}(?:用款|付款|支付|拨款|拨付)|[^，,。]{0,4}[付花用]多少))"
)
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ONE = re.compile(
    r"(?<![前后头至到和与、—-])(?<![前后头至到和与、—-]第)(?P<number>[一二三四1-4])季度|[qQ](?P<sign>[1-4])(?!\d)"
)
_PLANNED = re.compile(r"[用付拨]款|(?:打算|计划|准备|要)[付花用]|[付花用]多少")
_OF_QUARTER = re.compile(r"第?(?P<number>[一二三四1-4])季度")
_SUMMED = re.compile(r"合计|总共|一共|共计|总计|总和|之和|加起来|合起来|加总|加在一起|总额|共(?=[计付用花要])")
_EACH = re.compile(r"各|分别|每|依次")
_TURNED = re.compile(r"最|比|占|平均|增|减|涨|降|哪|什么|啥|几个季度|为什么|怎么")
_EMPTY = re.compile(
    r"20\d\d年?度?|(?<!\d)2\d年|\d{1,2}月?[至到\-—~]\d{1,2}月|第?[一二三四1-4]季度|[qQ][1-4]|季度|安排|合计|总共|一共|共计|总计|总和|之和|起来|多少|几|打算|计划|[付花用]|支付|钱|款|年|[这那](?:个|栋|座|笔)?|前|后|[一二两三四]个"
)
_HELD = 0.5  # share of a word that the section has to hold


def of_quarters(desk: Desk, plan: Plan) -> Outcome | None:
    """The sum of the quarters that a question names, or each of them; None where no one sentence tells them all."""
    if len(plan.asks) != 1 or not plan.asks[0].scope.departments:
        return None
    ask = plan.asks[0]
    words = bare(plan.question)
    goes_on = "季度" not in words and ask.summed and any("季度" in t.text for t in ask.terms)  # 那2025年呢
    if _ONE.search(words) and not _SUMMED.search(words) and not goes_on:
        return _one_quarter(desk, ask, words)
    said = _SEVERAL.search(words)
    if not (said or goes_on):
        return None
    if _TURNED.search(words) or ask.filters:
        return None
    wanted = _wanted(said) if said is not None else (1, 2, 3, 4)
    named = () if goes_on else _named(words, ask)
    if said is not None and said["whole"] and not goes_on and (not named or any(map(_is_line, ask.terms))):
        return None  # 全年支付多少 of a line or of all there is asks for no plan of one work
    told = [t for holding, _ in holdings_of(desk, ask) for t in _told(holding, wanted) if _holds(*t, named)]
    if len(told) != 1:
        return None
    holding, figures = told[0]
    found = [found_of(desk, ask, Candidate(f, holding, None, None, None, 0.0)) for f in figures]
    method = [say("answer.read_from_text", desk.language, page=figures[0].page)]
    place = holding.document.department or ""
    if not goes_on and _EACH.search(words) and not _SUMMED.search(words):
        return Outcome("figures", found=found, method=method, place=place)
    these = say("answer.these", desk.language, count=len(found))
    summed = aggregated(desk, replace(ask, operation=Operation.SUM), found, these)
    if summed.kind != "figures":
        return summed
    return replace(summed, found=[*summed.found, *found], method=[*summed.method, *method], place=place)


def _one_quarter(desk: Desk, ask: Ask, words: str) -> Outcome | None:
    """What is planned for one quarter of a work that is named; None where no one sentence tells it with the others."""
    said = {_NUMBERS[m["number"] or m["sign"]] for m in _ONE.finditer(words)}
    named = _named(words, ask)
    of_work = any(_PLANNED.search(w) is None for w in named) and not any(map(_is_line, ask.terms))
    if len(said) != 1 or not of_work or not _PLANNED.search(words) or _TURNED.search(words) or ask.filters:
        return None
    told = [t for holding, _ in holdings_of(desk, ask) for t in _told(holding, tuple(said)) if _holds(*t, named)]
    if len(told) != 1:
        return None
    holding, figures = told[0]
    found = [found_of(desk, ask, Candidate(f, holding, None, None, None, 0.0)) for f in figures]
    method = [say("answer.read_from_text", desk.language, page=figures[0].page)]
    return Outcome("figures", found=found, method=method, place=holding.document.department or "")


def _is_line(term: Term) -> bool:
    """Whether a line of the budget is named; 工程 of the name of a work is none."""
    return term.concept is not None and concepts()[term.concept].part_of != "procurement"


def _wanted(said: re.Match[str]) -> tuple[int, ...]:
    """The quarters that are meant, as numbers."""
    if said["half"]:
        return (1, 2) if said["half"] == "上" else (3, 4)
    if said["all"] or said["whole"]:
        return (1, 2, 3, 4)
    count = _NUMBERS[said["count"]]
    if said["end"] in ("后", "最后"):
        return tuple(range(5 - count, 5))
    return tuple(range(1, count + 1)) if said["end"] or count == 4 else ()


def _named(words: str, ask: Ask) -> tuple[str, ...]:
    """What a question names besides the body, the quarters and their sum."""
    rest = without(words, map(bare, ask.scope.said), "，")
    return tuple(w for w in naming_words(_EMPTY.sub("，", rest)) if len(w) > 1)


def _told(holding: Holding, wanted: Sequence[int]) -> list[tuple[Holding, list[Figure]]]:
    """The amounts of the wanted quarters, one group for each sentence that tells all four of one thing."""
    groups: dict[tuple[str | None, str], dict[int, Figure]] = {}
    for figure in holding.spoken:
        number = _OF_QUARTER.search(figure.label)
        if number and figure.relation is Relation.AMOUNT and figure.unit.kind is UnitKind.MONEY and figure.amount:
            key = (figure.passage_id, _OF_QUARTER.sub("", figure.label))
            groups.setdefault(key, {})[_NUMBERS[number["number"]]] = figure
    whole = [g for g in groups.values() if len(g) == 4]
    return [(holding, [g[n] for n in wanted]) for g in whole if wanted]


def _holds(holding: Holding, figures: Sequence[Figure], named: Sequence[str]) -> bool:
    """Whether the section that tells the amounts holds every word that was named."""
    own = holding.passage_of(figures[0])
    if own is None:
        return False
    section = bare("".join(p.text for p in holding.passages if p.section[:1] == own.section[:1]))
    return all(held(word, section + bare("".join(own.section))) >= _HELD for word in named)
