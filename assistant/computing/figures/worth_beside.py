"""The worth that a sentence prints right behind the number of a thing: 房屋12486平方米，价值1415.30万元."""

import re

from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found, Outcome, source_of_words
from ingest.messages import say
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.numbers import value_of

_WORTH = re.compile(
    r"[，,、（(]?(?:账面)?(?P<name>价值|原值|净值|账面价值)(?:合计|共计|约|为|是)*(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>[万亿]?元)"
)
_ASKED = re.compile(r"价值|(?<!价)值(?:多少|几)|原值|净值")


def asks_worth(words: str) -> bool:
    """Whether words ask what a thing is worth."""
    return _ASKED.search(bare(words)) is not None


def worth_beside(desk: Desk, outcome: Outcome) -> Outcome | None:
    """The worth of the one thing whose number was found; None where its sentence prints none behind it."""
    figure = outcome.found[0].figure if outcome.kind == "figures" and len(outcome.found) == 1 else None
    if figure is None or figure.passage_id is None or figure.unit.kind is not UnitKind.COUNT:
        return None
    holding = desk.library.holding(figure.document_id)
    passage = holding.passage_of(figure)
    number = rf"{re.escape(figure.text)}(?:{re.escape(figure.unit.name)})?"
    places = list(re.finditer(number, passage.text)) if passage is not None else []
    told = _WORTH.match(passage.text, places[0].end()) if passage is not None and len(places) == 1 else None
    if passage is None or told is None:
        return None
    sources = source_of_words(passage, holding.document, places[0].start(), told.end())
    found = Found(f"{outcome.found[0].label}{told['name']}", value_of(told["number"]), told["unit"], sources)
    method = [say("answer.read_from_text", desk.language, page=passage.page)]
    return Outcome("figures", found=[found], method=method, place=outcome.place)
