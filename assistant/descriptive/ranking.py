"""The sentences that speak of what a question seeks, ranked by their words; of those held alike meaning picks one."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.computing.figures.looking import Desk
from assistant.descriptive.places import Spot, departments_said, homes_said, of_bodies_said, spots_of, units_said
from assistant.descriptive.sought import Sought, sought
from assistant.descriptive.stretches import Stretch, best_of, led_by
from assistant.descriptive.wanted_words import Wanted
from assistant.descriptive.word_weights import weighed
from assistant.plan import Plan, Scope
from assistant.understand.door import Door
from assistant.understand.words.text import without
from ingest.records.document import Stage
from ingest.records.passage import Passage
from ingest.wording.glyphs import bare

_WHOLE_NAME = 6  # signs of a name that no other words make up
_OTHER_STAGE = 0.15  # how far a final account stands back where budgets are spoken of
# Of sentences that words hold alike, meaning puts the right one first a little oftener: 265 to 273 of 337 questions of
# words (weights from 3 to 8 do much the same); reasons and definitions, told by their own marks, gain nothing or lose.
_BY_MEANING = (Door.TEXT, Door.SECTION, Door.GOAL)
_MEANING = 4
ALIKE = 0.15  # by how little sentences stand behind the first that meaning may put before it
_TITLE = re.compile(r"[^。，；：？！,;:?!\n]{4,40}表(?:[（(][^）)]{1,12}[)）])?")
_OF_ACCOUNT = re.compile(r"项目(?:概[况述]|简介|背景|内容)|立项依据|实施(?:主体|方案|周期|内容)")
QUOTED = re.compile(r"[“\"「『《]([^”\"」』》]+)[”\"」』》]")


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a question seeks, where it was looked for, and the sentences that speak of it, best first."""

    seek: Sought
    places: list[Spot]
    wanted: tuple[Wanted, ...] = ()
    stretches: tuple[tuple[Stretch, Spot], ...] = ()


def ranked(desk: Desk, plan: Plan, door: Door, scope: Scope, nil: bool = False) -> Ranking:
    """Every sentence of a scope by how well it answers; ``nil`` seeks why there is none of a line."""
    homes = homes_said(desk, scope)
    seek = sought(plan, door, departments_said(desk, scope), nil, units_said(desk, scope), homes)
    places = spots_of(desk, scope, seek)
    if door in (Door.GOAL, Door.TEXT):
        places = _of_quoted(plan, places, door)
    texts = [bare(p.passage.text + "".join(p.passage.section)) + bare(p.label + p.title) for p in places]
    moved = bool(seek.direction or seek.amounts or seek.nil)
    wanted = weighed(seek.wanted, texts, door, moved)
    places = of_bodies_said(desk, scope, places, plan.question)  # what another body's row tells is no answer
    led = led_by([place.passage for place in places]) if door is Door.WHY else {}
    of_tasks = any(section.id == "tasks" for section in seek.sections)  # they are not told by the duties beside them
    around = _around(places, door) if (seek.sections and not of_tasks) or door is Door.GOAL else {}
    stretches = [
        (stretch, place)
        for place in places
        if not _is_title(place)
        and (
            stretch := best_of(
                place.passage,
                seek,
                wanted,
                place.label,
                place.title or around.get(parent_of(place.passage), ""),
                led.get(place.passage.id, ""),
                place.holding.document.department or "",
            )
        )
    ]
    stretches.sort(key=lambda pair: _order(pair, scope))
    if door in _BY_MEANING and desk.likeness is not None:
        stretches = _by_meaning(desk.likeness, plan, scope, stretches)
    return Ranking(seek, places, wanted, tuple(stretches))


def _is_title(place: Spot) -> bool:
    """Whether a text is but the title of its document or of a table, which tells nothing."""
    text = place.passage.text.strip()
    return bare(text) == bare(place.holding.document.title) or _TITLE.fullmatch(text) is not None


def _of_quoted(plan: Plan, places: list[Spot], door: Door) -> list[Spot]:
    """The places that tell of a row whose whole name the question puts in quotes; all of them where it names none.

    Of goals the longest name that it says whole is meant, and none that begins with it: 甲经费, not 甲经费（一期）.
    """
    quoted = {bare(name) for name in QUOTED.findall(plan.question)}
    labels = {bare(place.label.split(" ")[0]) for place in places}
    named = quoted & labels
    if not named and door is Door.GOAL:
        said = bare(plan.question)
        whole = [label for label in labels if len(label) >= _WHOLE_NAME and label in said]
        longest = max(whole, key=len, default="")
        if longest and any(label.startswith(longest) for label in labels - {longest}):
            return [p for p in places if bare(p.label.split(" ")[0]) == longest] or places
    told = [p for p in places if any(name in bare(p.label) or name in bare(p.passage.text) for name in named)]
    return told or places


def _by_meaning(
    likeness: Callable[[str, list[Passage]], dict[str, float]],
    plan: Plan,
    scope: Scope,
    stretches: list[tuple[Stretch, Spot]],
) -> list[tuple[Stretch, Spot]]:
    """The sentence that words and meaning together put first of those that words hold nearly alike, then the others.

    Meaning puts in order and never admits: it finds something near for every question.
    """
    least = max((stretch.rank for stretch, _ in stretches), default=0.0) - ALIKE
    alike = [pair for pair in stretches if pair[0].rank >= least]
    if len(alike) < 2:
        return stretches
    near = likeness(without(plan.question, scope.said), [spot.passage for _, spot in alike])
    usual = sum(near.values()) / len(near) if near else 0.0
    told_apart = [
        (replace(stretch, rank=stretch.rank + _MEANING * (near.get(spot.passage.id, usual) - usual)), spot)
        for stretch, spot in alike
    ]
    first = min(range(len(alike)), key=lambda at: _order(told_apart[at], scope))
    return [alike[first], *alike[:first], *alike[first + 1 :], *(p for p in stretches if p[0].rank < least)]


def _order(pair: tuple[Stretch, Spot], scope: Scope) -> tuple[float, str, int]:
    """Best first; of equals the document of the stage budgets are asked in, then the general before the special."""
    stretch, place = pair
    document = place.holding.document
    other_stage = 0.0 if scope.stages or document.stage is Stage.BUDGET else _OTHER_STAGE
    return (-round(stretch.rank - other_stage, 2), document.id, place.passage.ordinal)


def _around(places: list[Spot], door: Door) -> dict[tuple[str, ...], str]:
    """What stands under one heading, by its parent: 立项依据 does not repeat the project that 项目概述 names.

    A goal is told around only in an account of one project: the tasks of a body are not those of all its duties.
    """
    found: dict[tuple[str, ...], str] = {}
    accounts = {parent_of(p.passage) for p in places if _OF_ACCOUNT.search("".join(p.passage.section[-1:]))}
    for place in places:
        if len(place.passage.section) > 1 and place.passage.row_id is None:
            key = parent_of(place.passage)
            if door is not Door.GOAL or (key in accounts and "实施主体" not in place.passage.section[-1]):
                found[key] = found.get(key, "") + bare(place.passage.text)
    return found


def parent_of(passage: Passage) -> tuple[str, ...]:
    return (passage.document_id, *passage.section[:-1]) if len(passage.section) > 1 else (passage.id,)
