"""What the money of one line is for, as the sentence says that names it first: 1.某类经费6.5万元，主要用于….

A goal tells what is to come about; where the narrative prints the use itself, that is the answer, the goal beside it.
"""

import re
from collections.abc import Iterable

from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import lead_of, quote_of, whole_quote
from assistant.descriptive.wanted_words import Wanted
from assistant.finding.evidence import Outcome, Quote
from assistant.lexicon import TOTALS, concepts_in
from assistant.plan import Operation, Plan, Term
from ingest.records.passage import PassageKind
from ingest.wording.glyphs import bare

_ASKED = re.compile(
    r"用[于在到](?:了)?(?:什么|啥|哪|何)|(?:花|投|使)(?:在|到|去|往)了?(?:哪|什么|啥|何处)|用途|用来|拿[来去]|"
    r"(?:干|做|作|办)(?:什么|啥|嘛|何)?事?[的用]|什么用处?|(?:干|做|办)(?:什么|啥)(?:事|$)"
)
_NUMBER = r"(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]\s*)?"
_SAYS = re.compile(
    rf"(?:^|(?<=[。；;\n]))\s*{_NUMBER}[“\"]?(?P<head>[^，,。；;：:\n\d]{{2,60}})(?:20\d\d\s*年?[^，,。；;：:\n\d]{{0,12}})?"
    r"(?:[。：:]\s*(?:20\d\d\s*年)?[^，,。；;：:\n\d]{0,16})?\d[\d,.，\s]*[万亿]?元"
    r"(?P<between>[^。；;：:\n]*?)[。；;]?主要(?P<verb>(?:是|都)?用于|包括|安排|[为是](?!了|用|因|由|新|增|减|原))[^。；;\n]*[。；;]?"
)
_OF_PARTS = re.compile(r"其中")  # 其中甲3万元，主要用于…: of the part, not of the line
_MOVED = re.compile(r"[增减涨降]|持平")  # …，比上年减少3万元，主要是压减会议: why it moved
_BEHIND_HEAD = re.compile(
    r"(?:科目|(?:20\d\d)?年?(?:初|度)?|支出|预算|决算|安排|经费(?=经费)|项目|数|[“”\"（）()\s])*$"
)
_LEVEL = re.compile(r"[（(][类款项][）)]")
_MONEY = re.compile(r"(?:年度?|财政|预算|拨款|安排|资金|经费|支出|项目|当年|[这那该本笔个钱的])+")  # of every line
_SEVERAL = 2  # sentences of one line; more are of several bodies or funds and no answer to one question


def use_said(plan: Plan, places: Iterable[Spot], wanted: Iterable[Wanted]) -> Outcome | None:
    """The sentence that says what the one line asked about is mainly used for, and the goals printed of it."""
    terms = {ask.terms for ask in plan.asks}
    kinds = {ask.operation for ask in plan.asks} - {Operation.LOOKUP}  # 这个项目的钱花在哪
    if len(terms) != 1 or kinds != {Operation.PURPOSE} or not _ASKED.search(plan.question):
        return None
    places = list(places)
    lines = next(iter(terms))
    for term in lines:
        beside = [other for other in lines if other is not term and other.concept not in TOTALS]
        told = _told(term, beside, places, list(wanted))
        if 0 < len(told) <= _SEVERAL:
            quotes = [quote for _, quote in told]
            return Outcome("quotes", quotes=[*quotes, *_goals(term, places)[:1]], lead=lead_of(plan, told[0][0]))
    return None


def _told(term: Term, beside: list[Term], places: list[Spot], wanted: list[Wanted]) -> list[tuple[Spot, Quote]]:
    """The sentences that say of one line what it is for, where all else that is asked stands with them."""
    told: dict[str, tuple[Spot, Quote]] = {}
    for spot in places:
        if spot.passage.kind is not PassageKind.NARRATIVE or spot.label:
            continue
        for found in _SAYS.finditer(spot.passage.text):
            whole = bare(found.group())
            if not _of(term, found["head"]) or _OF_PARTS.search(found["between"]):
                continue
            if not found["verb"].endswith("用于") and _MOVED.search(found["between"]):
                continue
            near = whole + bare("".join(spot.passage.section))
            if all(bare(other.text) in near for other in beside) and _honours(wanted, [term, *beside], near):
                told.setdefault(whole, (spot, quote_of(spot, found.start(), found.end())))
    return list(told.values())


def _goals(term: Term, places: list[Spot]) -> list[Quote]:
    """The goals printed of the row of a line, each once."""
    goals: dict[str, Quote] = {}
    for spot in places:
        if spot.passage.kind is PassageKind.GOAL and bare(spot.label.split(" ")[0]) in _names(term):
            goals.setdefault(bare(spot.passage.text), whole_quote(spot))
    return list(goals.values())


def _names(term: Term) -> set[str]:
    return {bare(term.text), *(bare(name) for name, _ in term.names)}


def _of(term: Term, head: str) -> bool:
    """Whether what a sentence begins with is the line, and not one that holds its name."""
    last = bare(next((part for part in reversed(_LEVEL.split(head)) if part.strip(' ”“"')), head))
    shown = bare(_BEHIND_HEAD.sub("", last))
    if shown in _names(term) or last in _names(term):
        return True
    return term.concept is not None and concepts_in(last) == frozenset({term.concept})


def _honours(wanted: list[Wanted], terms: list[Term], told: str) -> bool:
    """Whether the words asked beside the lines stand in the sentence or in what it stands under."""
    named = "".join(name for term in terms for name in _names(term))
    beside = [w for w in wanted if not (w.slight or w.unit or any(form in named for form in w.forms))]
    return all(w.stands_in(told) or _MONEY.fullmatch(w.forms[0]) for w in beside)
