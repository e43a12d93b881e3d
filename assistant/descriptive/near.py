"""What comes nearest where nothing answers: said and shown as such, with its places, and quoted as no answer."""

from collections.abc import Iterable, Iterator

from assistant.computing.figures.looking import Desk
from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import sentences_quoted
from assistant.descriptive.ranking import ranked
from assistant.descriptive.sought import Sought
from assistant.descriptive.stretches import Stretch
from assistant.finding.evidence import Outcome, Quote
from assistant.plan import Plan, replace
from assistant.understand.door import Door, asks_figures, door_of
from ingest.messages import say
from ingest.wording.glyphs import bare

_SHOWN = 3  # passages
_WORTH_TELLING, _WORTH_SHOWING = 0.3, 0.15  # share of the sought words' weight that one holds
_LONGEST = 120  # signs of the one that is told


def nothing_answers(plan: Plan, seek: Sought, stretches: Iterable[tuple[Stretch, Spot]]) -> Outcome:
    """The refusal of a question of words, with the places that come nearest to an answer."""
    near = list(_nearest(seek, pairs := list(stretches), _WORTH_SHOWING))
    if not pairs or pairs[0][0].score < _WORTH_TELLING:
        return _with(Outcome("refusal", message=say("describe.nothing", plan.language)), near, plan.language)
    stretch, place = pairs[0]
    message = say(
        "describe.nearest",
        plan.language,
        text=place.passage.text[stretch.start : stretch.end].strip()[:_LONGEST],
        page=place.passage.page,
        document=place.holding.document.title,
    )
    return Outcome("refusal", message=message, near=near)


def with_nearest(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """Refusals of a question that asks for words of bodies held, with the places that hold most of its words."""
    refused = bool(outcomes) and all(o.kind == "refusal" and not (o.near or o.found or o.instead) for o in outcomes)
    held = bool(plan.scope.departments) and all(plan.scope.departments)
    if not (refused and held) or asks_figures(bare(plan.question)) or door_of(plan.question) is Door.OUTSIDE:
        return outcomes
    found = ranked(desk, plan, Door.TEXT, plan.scope)
    near = list(_nearest(found.seek, found.stretches, _WORTH_TELLING))
    return [_with(outcomes[0], near, plan.language), *outcomes[1:]]


def _with(refused: Outcome, near: list[Quote], language: str) -> Outcome:
    """A refusal with what comes nearest, which it says to be no answer."""
    if not near:
        return refused
    shown = say("describe.near_shown", language)
    return replace(refused, message=f"{refused.message}{'' if language == 'zh' else ' '}{shown}", near=near)


def _nearest(seek: Sought, stretches: Iterable[tuple[Stretch, Spot]], least: float) -> Iterator[Quote]:
    """The sentences of the first passages, each once."""
    seen: set[str] = set()
    for stretch, place in stretches:
        if len(seen) == _SHOWN or stretch.score < least:
            return
        if place.passage.id not in seen:
            seen.add(place.passage.id)
            yield sentences_quoted(seek, stretch, place)
