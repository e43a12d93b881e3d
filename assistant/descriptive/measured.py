"""Sizes that only a sentence tells, quoted or, where it is one figure, told: 楼有多大面积，地上主楼几层."""

import re
from dataclasses import replace

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.figures.lookup import found_of
from assistant.descriptive.described import described
from assistant.descriptive.sought import sought
from assistant.finding.evidence import Outcome
from assistant.finding.wanted import Candidate
from assistant.plan import Plan
from assistant.understand.door import Door
from assistant.understand.words.size_kinds import size_kinds
from assistant.understand.words.text import clauses_of, without, words_of
from ingest.messages import say
from ingest.wording.glyphs import bare

_ASKED = re.compile(r"多少|几|多[大高长宽深]|何时|什么|啥|谁|哪|怎|为何")
# What is asked for, the word for it that is printed (none where the unit says enough), and its unit.
_SIZES = (
    (re.compile(r"有?(?:几|多少)层(?:楼|高)?"), "", "层"),
    (re.compile(r"(?:占地|用地)(?:面积)?(?:是|有|为)?(?:多大|多少(?:平方米|平米|平方|亩)?)"), "用地面积", "平方米|亩"),
    (re.compile(r"(?:有|是)?多大的?面积|面积(?:是|有|为)?(?:多大|多少)(?:平方米|平米|平方)?"), "面积", "平方米"),
    (re.compile(r"有?(?:几|多少)(?:平方米|平米|平方)"), "面积", "平方米"),
    (re.compile(r"有?多高|高度(?:是|有|为)?(?:多少|几)米?|(?:多少|几)米高"), "高度", "米"),
    (re.compile(r"有?多宽|宽度(?:是|有|为)?(?:多少|几)米?|(?:多少|几)米宽"), "宽", "米"),
    (re.compile(r"有?多深|深度(?:是|有|为)?(?:多少|几)米?|(?:多少|几)米深"), "深", "米"),
    (
        re.compile(r"有?多长(?!时间)|(?:全长|长度)(?:是|有|为|约)*(?:多少|几)(?:米|公里)?|(?:几|多少)公里"),
        "长",
        "公里|千米|米",
    ),
)
_BETWEEN = re.compile(
    r"的|[那这][个座栋幢]?|[总一]共|新建|[要会盖建在是有约这]|规划|总?建筑面积|用地面积|总?面积|高度|我(?:是|家|住)?|居民|请问|街道"
)
_HOUSE = re.compile(r"(?:新?大?楼|工程|项目|房子)+$")
_IN_ALL = re.compile(r"[一总]共|总(?=(?:建筑|规划|用地|占地|建设)*面积)")
_HELD = 0.6  # share of the words of a clause that the quotation holds


def measured_in_text(desk: Desk, plan: Plan) -> Outcome | None:
    """The sentences that print every size asked for; None where one is missing or anything else is asked."""
    asked = _sizes_asked(plan)
    if asked is None:
        return None
    said, units = asked
    told = described(desk, replace(plan, question="，".join(said)), Door.TEXT)
    return told if told.kind == "quotes" and _tells(plan, told, said, units) else None


def size_itself(desk: Desk, plan: Plan, told: Outcome) -> Outcome:
    """The one size asked for as a figure, where the sentence quoted tells it: 总共盖多大面积 is that of the whole."""
    asked = _sizes_asked(plan) if told.kind == "quotes" and len(plan.asks) == 1 else None
    if asked is None or len(asked[1]) != 1 or not _tells(plan, told, *asked):
        return told
    printed = bare("".join(quote.text for quote in told.quotes))
    if not _names(without("".join(asked[0]), plan.asks[0].scope.said, "的"), printed):
        return told
    parts = size_kinds("".join(asked[0]))
    found = {
        figure.id: Candidate(figure, holding, None, None, None, 0.0)
        for holding, _ in holdings_of(desk, plan.asks[0])
        for figure in holding.spoken
        if re.fullmatch(asked[1][0], figure.unit.name)
        and bare(figure.text) in printed
        and size_kinds(figure.label) == parts
    }
    if len(found) != 1:
        return told
    (one,) = found.values()
    method = [say("answer.read_from_text", desk.language, page=one.figure.page)]
    place = one.holding.document.department or ""
    return Outcome("figures", found=[found_of(desk, plan.asks[0], one)], method=method, place=place)


def _sizes_asked(plan: Plan) -> tuple[list[str], list[str]] | None:
    """The clauses with the printed words for the sizes they ask for, and the units of these; None elsewhere."""
    if not any(a.scope.departments for a in plan.asks):
        return None
    said: list[str] = []
    units: list[str] = []
    for clause in clauses_of(words_of(plan.question).text):
        size = next(((found, word, unit) for ask, word, unit in _SIZES if (found := ask.search(clause))), None)
        if size is not None:
            found, word, unit = size
            units.append(unit)
            clause = _IN_ALL.sub("", clause[: found.start()] + word + clause[found.end() :])
        if _ASKED.search(clause):
            return None
        said.append(clause)
    return (said, units) if units else None


def _names(said: str, printed: str) -> bool:
    """Whether a text prints, nearly sign for sign, what is named: 综合楼 is no 陈列馆."""
    for name in _BETWEEN.split(without(bare(said), size_kinds(bare(said)), "的")):
        signs = ".{0,2}".join(map(re.escape, _HOUSE.sub("", name)))
        if re.search(signs, printed) is None:
            return False
    return True


def _tells(plan: Plan, told: Outcome, said: list[str], units: list[str]) -> bool:
    """Whether a quotation prints a number in every unit and most of the words of every clause."""
    printed = bare("".join(quote.heading + quote.text for quote in told.quotes))
    if not all(re.search(rf"\d(?:{unit})", printed) for unit in units):
        return False
    for clause in said:
        if not size_kinds(clause) <= size_kinds(printed):
            return False
        wanted = [w for w in sought(replace(plan, question=clause), Door.TEXT, ()).wanted if not w.slight]
        if sum(w.stands_in(printed) > 0 for w in wanted) < _HELD * len(wanted):
            return False
    return True
