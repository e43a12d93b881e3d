"""Why two numbers differ that a question states: 编制60人，为何只有52人, told by the sentence that prints them both."""

import re

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import lead_of, quote_of
from assistant.descriptive.stretches import sentences
from assistant.finding.evidence import Outcome, Quote
from assistant.plan import Plan
from ingest.records.passage import PassageKind
from ingest.wording.glyphs import bare

_NUMBER = re.compile(r"(?<![\d.])(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>[人名个辆台套项家次期场户件]|[万亿]?元)")
_YEAR = re.compile(r"20\d\d年(?:度|\d{1,2}月|初|底|末)?")
# What a sentence says of how one number became the other.
_TELLS = re.compile(r"因|由于|尚未|未|退休|调[出入动]|离职|辞职|新[聘招录进增]|减少|增加|扣除|其中|合并|划[出入转]")


def numbers_explained(desk: Desk, plan: Plan) -> Outcome | None:
    """The one sentence that prints all the numbers a question states and says how they hang together."""
    said = {(m["number"].replace(",", ""), m["unit"]) for m in _NUMBER.finditer(_YEAR.sub("", plan.question))}
    ask = next((a for a in plan.asks if len(a.scope.departments) == 1), None)
    if ask is None or len(said) < 2:
        return None
    told: dict[str, Quote] = {}
    places = []
    for holding, _ in holdings_of(desk, ask):
        for passage in holding.passages:
            if passage.kind is not PassageKind.NARRATIVE:
                continue
            for start, end, words in sentences(passage.text):
                printed = {(m["number"].replace(",", ""), m["unit"]) for m in _NUMBER.finditer(passage.text[start:end])}
                if said <= printed and _TELLS.search(words):
                    place = Spot(holding, passage, "")
                    quote = quote_of(place, start, end)
                    told.setdefault(bare(quote.text), quote)
                    places.append(place)
    if len(told) != 1:
        return None
    return Outcome("quotes", quotes=list(told.values()), lead=lead_of(plan, places[0]))
