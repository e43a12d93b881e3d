"""Quotations of passages with their places: a stretch, a whole passage, a whole section, what a sentence announces."""

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.computing.figures.looking import Desk
from assistant.descriptive.extent import extent
from assistant.descriptive.places import Spot, sentences_of
from assistant.descriptive.sought import Sought, under
from assistant.descriptive.stretches import Stretch
from assistant.finding.evidence import Quote, source_of_words
from assistant.plan import Ask, Plan
from assistant.understand.door import Section
from ingest.messages import say
from ingest.records.passage import Passage

# Sections in which an account of one project is told, each under a heading of its own.
OF_A_MATTER = ("overview", "basis", "implementer", "implementation", "schedule", "payment")
_SECTION = 1600  # characters of a section that are quoted at most


def section_quotes(place: Spot, places: list[Spot]) -> list[Quote]:
    """All passages under the heading of one, in order, as far as a reader will follow."""
    same = [
        p
        for p in places
        if p.holding.document.id == place.holding.document.id
        and p.passage.section == place.passage.section
        and p.passage.kind is place.passage.kind
    ]
    quotes: list[Quote] = []
    length, page = 0, None
    for one in sorted(same, key=lambda p: p.passage.ordinal):
        if page is not None and one.passage.page > page + 1:
            break  # a heading that nothing follows up: what stands pages on is of another section
        quotes.append(whole_quote(one))
        page = one.passage.page_end
        length += len(one.passage.text)
        if length >= _SECTION:
            break
    return quotes


def sections_beside(asked: Iterable[Section], place: Spot, places: list[Spot]) -> list[Quote]:
    """The other sections asked for that stand beside the one quoted, on the same matter: 谁来实施，依据是什么."""
    above = place.passage.section[:-1]
    if not above or place.passage.row_id is not None:
        return []
    beside = [p for p in places if p.holding is place.holding and p.passage.section[:-1] == above]
    quotes: list[Quote] = []
    for section in asked:
        if section.id in OF_A_MATTER and not under((section,), place.passage):
            told = next((p for p in beside if under((section,), p.passage)), None)
            quotes += section_quotes(told, beside) if told is not None else []
    return quotes


def announced_after(quote: Quote, place: Spot, places: list[Spot]) -> Spot | None:
    """What follows on the page where a quote ends by announcing it: 纳入编制范围的单位包括："""
    if not quote.text.endswith(("：", ":")):
        return None
    end = max(((s.page, s.box[3]) for s in quote.sources if s.box is not None), default=None)
    following = [
        (top, p)
        for p in places
        if end is not None
        and p.holding.document.id == place.holding.document.id
        and (top := _top(p.passage)) is not None
        and end < top <= (end[0] + 1, end[1])
    ]
    return min(following, key=lambda pair: pair[0])[1] if following else None


def _top(passage: Passage) -> tuple[int, float] | None:
    box = passage.spots[0].box if passage.spots else None
    return (passage.page, box[1]) if box is not None else None


def whole_quote(place: Spot) -> Quote:
    """The whole text of a passage."""
    return quote_of(place, 0, len(place.passage.text))


def sentences_quoted(seek: Sought, stretch: Stretch, place: Spot) -> Quote:
    """A sentence that answers, with those before and after it that it needs."""
    return quote_of(place, *extent(seek, stretch, place.label))


def first_told(desk: Desk, ask: Ask, pattern: re.Pattern[str]) -> tuple[Spot, Quote] | None:
    """The first sentence of the documents an ask is about whose bare form a pattern finds; None where none says it."""
    for holding, passage, start, end, said in sentences_of(desk, ask):
        if pattern.search(said):
            place = Spot(holding, passage, "")
            return place, quote_of(place, start, end)
    return None


def quote_of(place: Spot, start: int, end: int) -> Quote:
    """A stretch of a passage with its places; the row a goal belongs to is part of them."""
    sources = source_of_words(place.passage, place.holding.document, start, end)
    if place.label:
        sources = [replace(source, row=place.label) for source in sources]
    return Quote(place.passage.text[start:end].strip(), sources, place.label)


def lead_of(plan: Plan, place: Spot) -> str:
    """The sentence that says where a quotation comes from."""
    document = place.holding.document
    body = document.department or document.title
    section = place.label or (place.passage.section[-1] if place.passage.section else document.title)
    year = say("describe.year", plan.language, year=document.year) if document.year else ""
    return say("describe.lead", plan.language, body=body, year=year, kind=document.kind.value, section=section)
