"""Putting what was found in words: one sentence a value, in the question's language."""

import re
from collections.abc import Iterable

from assistant.answer import Answer, AnswerFigure, AnswerItem, AnswerKind, SourceRef
from assistant.finding.evidence import Found, Outcome
from assistant.plan import Plan, as_data
from assistant.saying.wordings import money, staged
from ingest.messages import say

_YEAR_LAST = re.compile(r"20\d\d年$")


class Sources:
    """The sources of an answer, each listed once."""

    def __init__(self) -> None:
        self.all: list[SourceRef] = []

    def of(self, sources: Iterable[SourceRef]) -> tuple[int, ...]:
        """The places of sources in the answer's list."""
        places = []
        for source in sources:
            if source not in self.all:
                self.all.append(source)
            places.append(self.all.index(source))
        return tuple(dict.fromkeys(places))


def composed(plan: Plan, outcomes: list[Outcome]) -> Answer:
    """The answer of a plan from what its asks came to."""
    data = as_data(plan)
    assert isinstance(data, dict)
    stop = next((o for o in outcomes if o.kind in ("refusal", "clarification")), None)
    done = [o for o in outcomes if o.kind not in ("refusal", "clarification")]
    if stop is not None and (not done or (stop is outcomes[0] and not stop.not_printed)):
        return _stopped(stop, data)
    sources = Sources()
    lines: list[str] = []
    figures: list[AnswerFigure] = []
    items: list[AnswerItem] = []
    shown: set[tuple[object, str, bool]] = set()
    for outcome in outcomes:
        lines.extend(line for line in _lines(outcome, plan.language, shown) if line not in lines)
        if outcome.kind == "list":
            items.extend(AnswerItem(f.label, f.said, f.unit or None, sources.of(f.sources)) for f in outcome.found)
        elif outcome.kind in ("refusal", "clarification"):
            lines.extend(outcome.choices if outcome.lists_choices else ())
            for found in outcome.found if outcome.choices else ():
                sources.of(found.sources)  # a choice shows its amount
        else:
            for found in outcome.found:
                if found.said is not None and (found.said, found.unit, found.computed) in shown:
                    continue
                shown.add((found.said, found.unit, found.computed))
                if found.said is not None:
                    figures.append(
                        AnswerFigure(found.said, found.unit, found.label, found.computed, sources.of(found.sources))
                    )
                else:
                    sources.of(found.sources)
        for quote in outcome.quotes:
            sources.of(quote.sources)
    method = "\n".join(dict.fromkeys(m for o in outcomes for m in o.method if m))
    kind = AnswerKind.NUMBER if figures else AnswerKind.LIST if items else AnswerKind.TEXT
    if items and outcomes[0].kind == "list":
        kind = AnswerKind.LIST
    if outcomes[0].kind == "quotes":
        kind = AnswerKind.REFUSAL if all(o.withheld for o in done) else AnswerKind.TEXT
    return Answer(kind, "\n".join(lines), tuple(figures), tuple(items), tuple(sources.all), (), method, data)


def _stopped(outcome: Outcome, data: dict[str, object]) -> Answer:
    kind = AnswerKind.CLARIFICATION if outcome.kind == "clarification" else AnswerKind.REFUSAL
    sources = Sources()
    for places in (*(found.sources for found in outcome.found), *(quote.sources for quote in outcome.near)):
        sources.of(places)
    text = outcome.message
    if outcome.lists_choices:
        text += "".join(f"\n{number}. {choice}" for number, choice in enumerate(outcome.choices, 1))
    method, near = "\n".join(outcome.method), bool(outcome.near)
    return Answer(kind, text, (), (), tuple(sources.all), tuple(outcome.choices), method, data, only_near=near)


def _lines(outcome: Outcome, language: str, told: set[tuple[object, str, bool]]) -> list[str]:
    """The sentences of one outcome; what it only tells beside its first value is not told again."""
    if outcome.kind in ("refusal", "clarification"):
        return [outcome.message]
    lines = [words for words in (outcome.message if outcome.kind == "blank" else "", outcome.lead) if words]
    if outcome.kind == "figures":
        for number, found in enumerate(outcome.found):
            if found.value is None and not found.note:
                continue  # a blank, told before
            if number and (found.said, found.unit, found.computed) in told:
                continue  # 多少，比上年变化多少: the amount that changed
            lines.append(_sentence(found, outcome.place if number == 0 else "", language))
    elif outcome.kind == "list":
        for number, found in enumerate(outcome.found, 1):
            amount = money(found.said, found.unit) if found.said is not None else ""
            lines.append(
                f"{number}. {found.label}"
                + (f"：{amount}" if amount else "")
                + (f"（{found.note}）" if found.note else "")
            )
    for quote in outcome.quotes:
        pages = "、".join(dict.fromkeys(str(s.page) for s in quote.sources))
        lines.append(say("answer.quote", language, text=quote.text, page=pages))
    return lines


def _behind(place: str, label: str) -> str:
    """A label behind its place; the year that ends the one and begins the other is said once: 2025年末债务余额."""
    year = _YEAR_LAST.search(place)
    return place + label[len(year[0]) :] if year is not None and label.startswith(year[0]) else place + label


def _sentence(found: Found, place: str, language: str) -> str:
    what = found.label if found.label.startswith(place) else _behind(place, found.label)
    if place and not found.computed:
        what = staged(what, found.figure, language)
    amount = money(found.said, found.unit)
    note = say("answer.note", language, note=found.note) if found.note else ""
    key = "answer.is_computed" if found.computed else "answer.is"
    if found.shown is not None:
        key = f"{key}_change"
    elif language == "zh" and what.endswith("的"):
        key = "answer.is_times"  # 培训费是会议费的4.30倍
    return say(key, language, what=what, amount=amount) + note
