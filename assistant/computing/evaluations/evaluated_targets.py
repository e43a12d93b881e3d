"""What a self-evaluation says of one indicator: target and what was done, how far apart, points, and why."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answer import SourceRef
from assistant.computing.evaluations.pool import Evaluation
from assistant.computing.figures.looking import Desk
from assistant.computing.rows.members import compare
from assistant.computing.targets.pool import Place, found_of_indicator
from assistant.finding.evidence import Found, Outcome, Quote, source_of_indicator
from assistant.plan import Filter
from assistant.understand.words.alike import held
from ingest.messages import say
from ingest.records.figure import Indicator
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_HOLDS = 0.6
_SIGNS = {"≥": ">=", "≤": "<=", "=": ">=", ">": ">", "<": "<"}
_REASON = ("原因", "偏差", "未完成")
_MEASURE = ("措施", "改进")
_AS_ABOVE = re.compile(
    r"(?:偏差|未完成)?(?:原因)?(?:分析)?(?:及[^：:，,。；]{0,8})?[：:]?(?:同上|同前|与上(?:述|面)?(?:相同|一致|同))"
)


def is_missed(indicator: Indicator) -> bool | None:
    """Whether what was done falls short of the target: by their values, else by the points; None if neither tells."""
    scored = indicator.points is not None and indicator.full_points is not None
    lost = scored and (indicator.points or Decimal(0)) < (indicator.full_points or Decimal(0))
    pair = values_of(indicator)
    if pair is None or (indicator.comparator == "=" and scored):
        return lost if scored else None
    return not compare(pair[1], Filter(_SIGNS.get(indicator.comparator or "", ">="), pair[0], ""))


def values_of(indicator: Indicator) -> tuple[Decimal, Decimal, str] | None:
    """Target and actual value in the unit of the target; None where they are no two numbers of one unit."""
    target, actual = indicator.value, indicator.actual_value
    if target is None or actual is None:
        return None
    one, other = indicator.unit or "", indicator.actual_unit or ""
    if one == other or not other:
        return target, actual, one
    units = money_unit(one), money_unit(other)
    if units[0] is not None and units[1] is not None:
        return target, actual * units[1].scale / units[0].scale, one
    for word, times in (("万", Decimal(10_000)), ("亿", Decimal(100_000_000))):
        if one == word + other:
            return target, actual / times, one
        if other == word + one:
            return target, actual * times, one
    return None


def lines_of(place: Place) -> list[SourceRef]:
    """The target of an indicator and what was done, each where it is printed."""
    document = place.holding.document
    return [source_of_indicator(place.indicator, document, t) for t in (place.indicator.text, place.indicator.actual)]


def actual_found(desk: Desk, place: Place) -> Found:
    """What was done, as a value with its words."""
    indicator = place.indicator
    text = indicator.actual or ""
    label = say("answer.actual_label", desk.language, row=indicator.row_label, name=indicator.name, text=text)
    source = source_of_indicator(indicator, place.holding.document, text)
    value = indicator.actual_value
    return Found(label, value, indicator.actual_unit or "", [source], note="" if value is not None else text)


def both_told(desk: Desk, place: Place, with_target: bool) -> Outcome:
    """What was done, after the target where it is asked for; in words where they are no numbers."""
    done = actual_found(desk, place)
    found = [found_of_indicator(desk, place), done] if with_target else [done]
    lead = ""
    if with_target and (missed := is_missed(place.indicator)) is not None:
        lead = say("answer.missed" if missed else "answer.reached", desk.language)
    if all(f.value is not None for f in found):
        return Outcome("figures", found=found, lead=lead, narrowed=True)
    quotes = [Quote(f.note or f.sources[0].text, f.sources, f.label) for f in found]
    label = say("answer.indicator_of", desk.language, row=place.indicator.row_label, name=place.indicator.name)
    return Outcome("quotes", quotes=quotes, lead=say("answer.target_words", desk.language, label=label))


def apart(desk: Desk, place: Place) -> Outcome | None:
    """How far what was done is from the target, with both; None where they are no numbers of one unit."""
    pair = values_of(place.indicator)
    if pair is None:
        return None
    target, actual, unit = pair
    both = [found_of_indicator(desk, place), actual_found(desk, place)]
    indicator = place.indicator
    key = "answer.gap_equal" if actual == target else "answer.gap_over" if actual > target else "answer.gap_under"
    label = say(
        key, desk.language, row=indicator.row_label, name=indicator.name, actual=indicator.actual, target=indicator.text
    )
    unit = say("answer.percentage_points", desk.language) if unit == "%" else unit
    gap = Found(label, abs(actual - target), unit, [s for f in both for s in f.sources], True)
    return Outcome("figures", found=[gap], narrowed=True)


def points_told(desk: Desk, place: Place, lost: bool) -> Outcome | None:
    """The points an indicator got, or lost; None where none are printed."""
    indicator = place.indicator
    points, full = indicator.points, indicator.full_points
    if points is None or (lost and full is None):
        return None
    of = format(full, "f") if full is not None else "—"
    text = f"{format(points, 'f')}/{of}"
    source = source_of_indicator(indicator, place.holding.document, text)
    key = "answer.points_lost" if lost else "answer.points_label"
    label = say(key, desk.language, row=indicator.row_label, name=indicator.name, full=of)
    unit = say("answer.points", desk.language)
    value = (full or points) - points if lost else points
    return Outcome("figures", found=[Found(label, value, unit, [source], lost)], narrowed=True)


def lost_in(entries: list[Evaluation]) -> list[Place]:
    """The indicators that got fewer points than they could."""
    own = [(p, p.indicator.points, p.indicator.full_points) for e in entries for p in e.places]
    return [place for place, points, full in own if points is not None and full is not None and points < full]


def lost_most(entries: list[Evaluation], by_loss: bool) -> list[Place]:
    """The indicators that lost the most points, or that got the fewest; all that are equal."""
    own = [(p, p.indicator.points, p.indicator.full_points) for e in entries for p in e.places]
    by = [
        (p, points - full if by_loss else points) for p, points, full in own if points is not None and full is not None
    ]
    least = min((value for _, value in by), default=None)
    return [place for place, value in by if value == least]


def lost_listed(desk: Desk, places: list[Place], reasons: list[Quote] | None = None, ranked: bool = False) -> Outcome:
    """The indicators that got fewer points than they could, with both, and why where that is asked; of a rank too."""
    found = []
    for place in places:
        told = points_told(desk, place, False)
        assert told is not None
        found += [_with_reason(desk, place, f, reasons) for f in told.found] if reasons is not None else told.found
    lead = "" if ranked else say("answer.lost_lead", desk.language, count=len(found))
    return Outcome("list", found=found, quotes=reasons or [], lead=lead, narrowed=True)


def missed_in(entries: list[Evaluation]) -> list[Place]:
    """The indicators that were not reached."""
    return [place for entry in entries for place in entry.places if is_missed(place.indicator)]


def missed_listed(desk: Desk, places: list[Place], count: bool, reasons: list[Quote] | None = None) -> Outcome:
    """The indicators that were not reached with target and actual value (and why, where asked), or their number."""
    if not count:
        told = evaluated_listed(desk, places, "answer.missed_lead")
        if reasons is not None:
            told.found = [_with_reason(desk, *each, reasons) for each in zip(places, told.found, strict=True)]
            told.quotes = reasons
        return told
    sources = [source for place in places for source in lines_of(place)]
    label, piece = say("answer.missed_count", desk.language), say("answer.piece", desk.language)
    return Outcome("figures", found=[Found(label, Decimal(len(places)), piece, sources, True)], narrowed=True)


def indicators_counted(desk: Desk, entry: Evaluation) -> Found:
    """How many indicators a project's form sets."""
    label = say("answer.indicator_count", desk.language, asked=entry.label)
    sources = [source for place in entry.places for source in lines_of(place)]
    return Found(label, Decimal(len(entry.places)), say("answer.piece", desk.language), sources, True)


def evaluated_listed(desk: Desk, places: list[Place], lead: str) -> Outcome:
    """Indicators with their target and what was done."""
    found = []
    for place in places:
        own = place.indicator
        label = say("answer.indicator_of", desk.language, row=own.row_label, name=own.name)
        note = say("answer.target_and_actual", desk.language, target=own.text, actual=own.actual or "")
        found.append(Found(label, own.actual_value, own.actual_unit or "", lines_of(place), note=note))
    return Outcome("list", found=found, lead=say(lead, desk.language, count=len(found)), narrowed=True)


def _reason_of(place: Place) -> Indicator | None:
    """The indicator whose words tell the reason of one: its own, or of 同上 the nearest above that says it."""
    if not place.indicator.deviation:
        return None
    own = [i for i in place.holding.indicators if i.row_id == place.indicator.row_id]
    above = own[: own.index(place.indicator) + 1] if place.indicator in own else [place.indicator]
    said = (i for i in reversed(above) if i.deviation and not _AS_ABOVE.match(i.deviation))
    return next(said, place.indicator)


def closing_reasons(entry: Evaluation, measures: bool = False) -> list[Quote]:
    """The reasons (or what is done about them) that a form prints below its indicators."""
    wanted = _MEASURE if measures else _REASON
    texts = [text for text in entry.texts if any(word in text.column for word in wanted)]
    return [Quote(text.text, [entry.source_of_text(text)], text.column) for text in texts]


def _with_reason(desk: Desk, place: Place, found: Found, closing: list[Quote]) -> Found:
    """What is told of an indicator with the printed reason; that none is printed where the form tells none below."""
    of = _reason_of(place)
    why = of.deviation if of is not None else None
    if of is None or not why:
        if closing:
            return found
        note = say("answer.no_reason_printed", desk.language)
        return replace(found, note="；".join(filter(None, (found.note, note))))
    source = source_of_indicator(of, place.holding.document, why)
    note = say("answer.reason_printed", desk.language, reason=why)
    return replace(found, note="；".join(filter(None, (found.note, note))), sources=[*found.sources, source])


def why_missed(
    desk: Desk, entry: Evaluation, place: Place | None, measures: bool, about: Sequence[str] = ()
) -> Outcome | None:
    """Why an indicator, or a project's, fell short (or what is done about it), in the form's own words.

    Of a project's those that hold the words said of them: 渠道衬砌 that was done is told of by none.
    """
    closing = closing_reasons(entry, measures)
    missed = missed_in([entry]) if place is None else []
    missed = [
        p
        for p in missed
        if all(held(w, "\n".join((*p.keys, bare(p.indicator.deviation or "")))) >= _HOLDS for w in about)
    ]
    if any(p.indicator.deviation for p in missed):
        return missed_listed(desk, missed, False, closing if measures else [])
    lead = say("answer.target_words", desk.language, label=entry.label)
    of = _reason_of(place) if place is not None else None
    if place is None or of is None or not of.deviation:
        return Outcome("quotes", quotes=closing, lead=lead) if closing else None
    label = say("answer.indicator_of", desk.language, row=place.indicator.row_label, name=place.indicator.name)
    quotes = [Quote(of.deviation, [source_of_indicator(of, entry.holding.document, of.deviation)], label)]
    return Outcome("quotes", quotes=[*quotes, *(closing if measures else ())], lead=lead)
