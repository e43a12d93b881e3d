"""Questions that ask for bodies: which office does a thing, how many units or offices there are, or which."""

import itertools
import re
from dataclasses import replace

from assistant.computing.figures.looking import Desk
from assistant.descriptive.enumerated import Bodies, bodies_told, kind_said, tabled_bodies
from assistant.descriptive.offices import asks_office, offices_named
from assistant.descriptive.places import Spot, spots_of
from assistant.descriptive.quoting import lead_of, quote_of
from assistant.descriptive.sought import Sought
from assistant.finding.evidence import Found, Outcome, source_of_words
from assistant.plan import Plan, Scope
from assistant.understand.door import LIST_OUT, SO_MANY, Door, sections_asked
from assistant.understand.words.limits_said import number_of
from ingest.messages import say
from ingest.wording.glyphs import bare

LISTS = ("organisation", "units")  # sections that are one list of bodies
_HOW_MANY = re.compile(r"(?<!哪)(?:几|多少)[个家所座]|有多少$|有几$")
_NAMES_TOO = re.compile(r"哪[些几]|叫(?:什么|啥)|都?是谁|名[字称]|分别")  # 有几个，都叫什么
_SAID_NUMBER = re.compile(r"([一二两三四五六七八九十\d]+)[个家所座]")  # 三家直属单位叫什么
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")  # 某局（汇总）
_CLAUSES = re.compile(r"[，,。；;？?！!]")


def office_told(desk: Desk, plan: Plan, places: list[Spot], seek: Sought, scope: Scope) -> Outcome | None:
    """The offices whose names say what a question asks an office for, where a body's offices are listed."""
    if not scope.departments or not asks_office(plan.question):
        return None
    listed = spots_of(desk, scope, replace(seek, door=Door.SECTION))  # a unit's own document may list them
    named = offices_named(listed, plan.question, _owners(places, scope))
    if named is None:
        return None
    told = _named(plan, replace(named[0], names=named[1]))
    return replace(told, lead=say("describe.office_by_name", plan.language) + told.lead)


def _owners(places: list[Spot], scope: Scope) -> set[str]:
    """The bare names by which the bodies of a question are called, in it and in their documents."""
    departments = {_BRACKETS.sub("", place.holding.document.department or "") for place in places}
    called = [*map(bare, departments), *map(bare, scope.said)]
    return set(map(bare, scope.said)) | {name[at:] for name in called for at in range(max(len(name) - 2, 0))}


def bodies_asked(plan: Plan, places: list[Spot], seek: Sought, scope: Scope) -> Outcome | None:
    """How many bodies of a kind there are, or which, where sentences count or name them; clause by clause."""
    if not any(section.id in LISTS for section in seek.sections):
        return None
    owners = _owners(places, scope)
    number = number_of(said[1]) if (said := SO_MANY.search(bare(plan.question))) is not None else None
    said_once = (LIST_OUT.sub("", bare(c)) for c in _CLAUSES.split(SO_MANY.sub("哪几", plan.question)))
    clauses = [c for c in said_once if c]
    counting = [c for c in clauses if _HOW_MANY.search(c)]
    several = seek.listed or "哪" in plan.question or LIST_OUT.search(bare(plan.question)) is not None
    if not counting and not several:
        return None
    section = ""
    told: list[Bodies] = []
    # 甲专业署，底下设了几个处: whose they are may be said ahead.
    before = itertools.takewhile(lambda c: c not in counting, clauses) if counting else ()
    ahead = "".join(c for c in before if not sections_asked(c))
    asked = [(at, clause) for at, clause in enumerate(clauses) if clause in counting] or [(0, "".join(clauses))]
    for at, clause in asked:
        led = ahead + clause if not told else clause
        kinds = [s.id for s in sections_asked(led) if s.id in LISTS]
        section = kinds[0] if kinds else section or next(s.id for s in seek.sections if s.id in LISTS)
        topic = "".join(clauses[:at]) + clause if len(counting) == 1 else led  # 某专业署，底下设了几个处
        bodies = bodies_told(places, section, topic, owners, by_name=not counting)
        bodies = [one for one in bodies if (one.kind if counting else one.names)]
        if not bodies and section == "units":
            bodies = tabled_bodies(places, topic, owners)
        if len({one.number if counting else one.names for one in bodies}) != 1:
            return None
        if number is not None and number != len(bodies[0].names):
            return None
        told.append(bodies[0])
    if counting and len(told) == 1 and (others := _named_beside(clauses, counting)):
        return _counted_and_named(plan, places, told[0], others, owners)
    if counting and _NAMES_TOO.search(plan.question) and len(told) == 1 and len(told[0].names) == told[0].number:
        listed, kind = _named(plan, told[0]), told[0].whose + told[0].kind
        return replace(
            listed, lead=say("describe.so_many", plan.language, kind=kind, count=len(told[0].names)) + listed.lead
        )
    return _counted(plan, told) if counting else _named(plan, told[0])


def _named_beside(clauses: list[str], counting: list[str]) -> list[str]:
    """The clauses that ask for the names of another kind of bodies than those counted: 有几个科室，直属单位叫什么."""
    counted = "|".join(counting)
    naming = [c for c in clauses if c not in counting and _NAMES_TOO.search(c)]
    return [c for c in naming if (kind := kind_said(c)) is not None and kind[1] not in counted]


def _counted_and_named(
    plan: Plan, places: list[Spot], counted: Bodies, naming: list[str], owners: set[str]
) -> Outcome | None:
    """The number of one kind of bodies and the names of another; None where either is not told, or not told alike."""
    kind = kind_said(naming[0])
    named = bodies_told(places, kind[0], naming[0], owners, by_name=True) if kind is not None else []
    number = number_of(said[1]) if (said := _SAID_NUMBER.search(naming[0])) is not None else None
    if len(naming) != 1 or len({one.names for one in named}) != 1 or number not in (None, len(named[0].names)):
        return None
    listed = _named(plan, named[0])
    count = say("describe.so_many", plan.language, kind=counted.whose + counted.kind, count=int(counted.number))
    quote = quote_of(counted.spot, counted.start, counted.end)
    return replace(listed, lead=count + listed.lead, quotes=[quote, *listed.quotes])


def _counted(plan: Plan, told: list[Bodies]) -> Outcome:
    unit = say("answer.piece", plan.language)
    places = [source_of_words(one.spot.passage, one.spot.holding.document, one.start, one.end) for one in told]
    found = [
        Found(
            one.whose + one.kind, one.number, unit, sources, computed=one.printed is None or not one.printed.isdigit()
        )
        for one, sources in zip(told, places, strict=True)
    ]
    method = [
        say("answer.read_from_text" if one.printed else "describe.counted", plan.language, page=sources[0].page)
        for one, sources in zip(told, places, strict=True)
    ]
    document = told[0].spot.holding.document
    year = say("describe.year", plan.language, year=document.year) if document.year else ""
    place = (document.department or document.title) + year
    quotes = [quote_of(one.spot, one.start, one.end) for one in told]
    return Outcome("figures", found=found, quotes=quotes, method=method, place=place)


def _named(plan: Plan, told: Bodies) -> Outcome:
    sources = source_of_words(told.spot.passage, told.spot.holding.document, told.start, told.end)
    rows = [[row] for row in told.rows] or [sources] * len(told.names)
    found = [Found(name, None, "", places) for name, places in zip(told.names, rows, strict=True)]
    quote = quote_of(told.spot, told.start, told.end)
    return Outcome("list", found=found, quotes=[quote], lead=lead_of(plan, told.spot))
