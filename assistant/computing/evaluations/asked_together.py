"""Several figures of one self-evaluation that a question asks for at once: target, what was done, points, money."""

import re
from collections.abc import Callable

from assistant.computing.evaluations.evaluated_targets import actual_found, is_missed, points_told, why_missed
from assistant.computing.evaluations.pool import Evaluation
from assistant.computing.figures.looking import Desk
from assistant.computing.targets.pool import Place, found_of_indicator
from assistant.finding.evidence import Found, Outcome, Quote, source_of
from assistant.understand.asks.evaluating import asked_parts, without_parts
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Figure

_EACH = re.compile(r"分别|各(?:是|为|自|有|多少|几)|[、,，和与及跟]")
_QUANTITY = re.compile(r"多少|几(?!乎)")
# It says how the points came out: 最后打了多少分, 实际得分.
_OF_POINTS = re.compile(r"(?:实际|真正|最后|最终)(?:上|的)?(?=(?:自评)?(?:得(?!到)|拿|打|评|扣|丢))")
_OF_A_FUND = re.compile(r"其中|拨款|其他资金|结转|自筹|债券|资金来源")
OF_THE_YEAR = re.compile(r"全年(?:预算|执行)数")  # the columns of a self-evaluation's money
_GRADE = re.compile(r"等[级次]|评级")
_KIND_OF_SPENDING = re.compile(r"(?:整体|项目|部门|基本)支出")
_OPENING = re.compile(r"年初(?:的)?(?:安排|预算)")
_IN_THE_YEAR = re.compile(r"(?:全年|调整后?的?)预算")

Told = Callable[[], list[Found] | None]


def asked_together(desk: Desk, entry: Evaluation, place: Place | None, question: str) -> Outcome | None:
    """All that is asked of an indicator, or of a project; None where it is one figure alone or no figure.

    A refusal where one of them is not printed: the others alone would not answer. Why an indicator fell short the
    narrative may tell where the form does not.
    """
    names = (place.indicator.name, place.keys[0]) if place is not None else ()
    spoken = _OF_POINTS.sub("", without(question, (*names, entry.label, entry.key)))
    parts = asked_parts(spoken)
    asked = _of_indicator(desk, place, spoken, parts) if place is not None else _of_project(desk, entry, spoken, parts)
    why = bool(parts & {"reason", "measures"}) and _QUANTITY.search(spoken) is not None
    several = len(_QUANTITY.findall(spoken)) > 1 or _EACH.search(spoken) is not None
    of_whole = place is None and entry.whole and bool(asked.keys() & {"budgeted", "spent"})
    if not asked or not (of_whole or (len(asked) + why > 1 and (several or why))):
        return None
    told = {part: find() for part, find in asked.items()}
    reasons = why_missed(desk, entry, place, "measures" in parts) if why else None
    if any(found is None for found in told.values()) or (why and reasons is None and place is None):
        return Outcome("refusal", message=say("answer.not_all_printed", desk.language, row=entry.label))
    found = [f for own in told.values() for f in own or ()]
    quotes = [Quote(f.note, f.sources, f.label) for f in found if f.value is None]
    if reasons is not None:  # of a project, why each of its indicators fell short
        quotes += [
            Quote(f.sources[-1].text, f.sources[-1:], f.label) for f in reasons.found if len(f.sources) > 2
        ] + reasons.quotes
    lead = ""
    if place is not None and {"target", "actual"} <= set(told) and (missed := is_missed(place.indicator)) is not None:
        lead = say("answer.missed" if missed else "answer.reached", desk.language)
    figures = [f for f in found if f.value is not None]
    kind = "figures" if figures else "quotes"
    return Outcome(kind, found=figures, quotes=quotes, lead=lead, narrowed=True, why_left=why and reasons is None)


def _of_indicator(desk: Desk, place: Place, spoken: str, parts: frozenset[str]) -> dict[str, Told]:
    """What is asked of an indicator, each part with what tells it."""

    def points(lost: bool) -> list[Found] | None:
        told = points_told(desk, place, lost)
        return None if told is None else told.found

    of: dict[str, Told] = {
        "target": lambda: [found_of_indicator(desk, place)],
        "actual": lambda: [actual_found(desk, place)] if place.indicator.actual else None,
        "score": lambda: points(False),
        "points_lost": lambda: points(True),
    }
    return {part: of[part] for part in of if part in parts and (part != "score" or _asks_points(spoken))}


def _of_project(desk: Desk, entry: Evaluation, spoken: str, parts: frozenset[str]) -> dict[str, Told]:
    """What is asked of a project beside its points or its rate, each part with what tells it."""
    columns = entry.whole and OF_THE_YEAR.search(spoken) is not None
    if not (parts & {"score", "rate"} or columns) or _OF_A_FUND.search(spoken):
        return {}

    def points() -> list[Found] | None:
        label = say("answer.score_label", desk.language, row=entry.label)
        unit = say("answer.points", desk.language)
        own = [Found(label, f.value, unit, [source_of(f, entry.holding)], figure=f) for f in entry.scores]
        return own or None

    def rate() -> list[Found] | None:
        found = entry.rate_found(desk.language)
        return None if found is None else [found]

    money = asked_parts(_KIND_OF_SPENDING.sub("", without_parts(spoken, "rate", "score")))
    asked: dict[str, Told] = {}
    if "budgeted" in money:
        asked["budgeted"] = lambda: _budgets(desk, entry, spoken)
    if "spent" in money:
        asked["spent"] = lambda: _amounts(desk, entry, [entry.spent])
    if "rate" in parts:
        asked["rate"] = rate
    if "score" in parts and _asks_points(spoken):
        asked["score"] = points
    if _GRADE.search(spoken):
        asked["grade"] = lambda: _grade(entry)
    return asked


def _grade(entry: Evaluation) -> list[Found] | None:
    """The grade that is printed in words."""
    grade = entry.grade
    return None if grade is None else [Found(entry.label, None, "", [entry.source_of_text(grade)], note=grade.text)]


def _budgets(desk: Desk, entry: Evaluation, spoken: str) -> list[Found] | None:
    """The budget of a project as it is called: of the year's opening, of the whole year, or both."""
    called = ((Stage.BUDGET, _OPENING), (Stage.ADJUSTED_BUDGET, _IN_THE_YEAR))
    stages = [stage for stage, said in called if said.search(spoken)]
    return _amounts(desk, entry, [entry.money.get(stage) for stage in stages] or [entry.budget])


def _amounts(desk: Desk, entry: Evaluation, figures: list[Figure | None]) -> list[Found] | None:
    """Amounts of a project under the names of their columns; None where one is not printed."""
    found = []
    for figure in figures:
        if figure is None or figure.value is None:
            return None
        label = say("answer.evaluated_amount", desk.language, row=entry.label, column=figure.column[-1])
        found.append(Found(label, figure.value, figure.unit.name, [source_of(figure, entry.holding)], figure=figure))
    return found


def _asks_points(spoken: str) -> bool:
    """Whether the points are asked for, and not those that were lost alone."""
    return "score" in asked_parts(without_parts(spoken, "points_lost"))
