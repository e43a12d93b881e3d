"""The bodies of a department as a set, each with the figure that terms name."""

import re
from collections.abc import Callable

from assistant.computing.figures.looking import Desk, is_of_totals, of_whole_tables
from assistant.computing.rows.added_up import is_of_projects
from assistant.computing.rows.members import Member, Population, measured_alike, passes
from assistant.finding.scope import Period, Place
from assistant.finding.select import candidates
from assistant.finding.wanted import Candidate, Wanted
from assistant.plan import EVERY, OWN_LEVEL, RANKS, Ask, Operation, Term, replace
from assistant.understand.words.body_forms import is_of_kind
from assistant.understand.words.concept_terms import concept_term
from ingest.messages import say
from ingest.records.document import RowRole, Stage
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body

ByProjects = Callable[[Desk, Ask, Period, dict[str, str]], list[Member]]
# Units below a department: its own office is one of them where so many are said as there are with it.
_BELOW = re.compile(
    r"(?:下属|所属|直属|下辖|底下|下面)的?(?:预算)?(?:[几两三四五六七八九十\d]+[个家所])?的?(?:预算|事业|二级)?(?:单位|学校|院校|医院|机构)"
)
_BELOW_ONLY = re.compile(
    r"(?<![和与及跟、含括同算加上连])(?:下属|直属|下辖|二级)的?(?:各|每)?[个家]?(?:预算|(?P<kind>事业))?(?:单位|机构)"
)  # no own office among these, but with 本级和下属单位 and 含下属单位


def units_of(desk: Desk, ask: Ask, place: Place, period: Period, by_projects: ByProjects) -> Population | None:
    """The bodies of a department, each with the figure the terms name (their total where none is named)."""
    keys: dict[str, str] = {}
    for document in period.documents:
        holding = desk.library.holding(document.id)
        keys |= holding.with_sets
        for row in holding.rows.values():
            if row.body:
                key = bare(read_body(row.body).name)
                if key not in keys or (key == place.key and _says_own(row.body) and not _says_own(keys[key])):
                    keys[key] = row.body  # 甲局机关 rather than 甲局 beside its units
            elif row.row.role is RowRole.ITEM and not row.is_total and bare(read_body(row.row.label).name) == place.key:
                keys.setdefault(place.key, row.row.label)  # …（本级）, the department as one of its units
    held = dict(keys)  # a complete list of projects gives all of these theirs
    chosen = _chooses_below(ask) and ask.said_count != len(keys)  # 下属各单位（含本级，共7家）
    below = _BELOW.search(ask.topic + ask.words) is not None
    under = below and ask.said_count == len(keys) - 1
    if any(t.text == OWN_LEVEL for t in ask.excluded) or under or (chosen and len(keys) > 2):
        keys.pop(place.key, None)
    for term in (t for t in ask.excluded if t.text != OWN_LEVEL):
        gone = {k for k in keys if is_of_kind(term.text, k) or term.text in k}
        if not gone:
            return None  # what is to be left out is no unit
        keys = {k: n for k, n in keys.items() if k not in gone}
    terms = ask.terms
    every, kept = keys, {k for k in keys for t in terms if t.kind in ("name", "like") and is_of_kind(t.text, k)}
    kept = _bearing_at_end(kept, terms, place.key)
    loosely: dict[str, str] = {}
    if kept:  # 四所监狱: a word that only some units bear picks them
        loosely = {k: n for k, n in keys.items() for t in terms if is_of_kind(t.text, k, loosely=True)}
        keys = {k: n for k, n in keys.items() if k in kept}
        terms = tuple(t for t in terms if not any(is_of_kind(t.text, k) for k in kept))
        for term in terms:  # 四所监狱（东郊、…）: a word that only some of them bear names these
            if term.kind in ("name", "like") and (named := {k: n for k, n in keys.items() if term.text in k}):
                keys, terms = named, tuple(t for t in terms if t is not term)
    members: list[Member] = []
    narrowed = ""
    for wish in _wishes(ask, terms, period):
        members = _of_units(desk, ask, period, keys, place, wish)
        if members:
            if not terms and any(t.concept == "project_expenditure" for t in wish):
                narrowed = f"（{wish[0].text}）" if desk.language == "zh" else " (project expenditure)"
            break
    if ask.said_count and len(members) < ask.said_count and len(loosely) > len(keys):
        more = _of_units(desk, ask, period, loosely, place, wish)
        members = more if len(more) == ask.said_count else members  # 8所学校: there are so many with a kindergarten
    if below and ask.said_count == len(members) - 1:
        members = [m for m in members if m.label != keys.get(place.key)]  # 下属8个单位
    alone = len(members) == 1 and members[0].label in (place.name, place.key)
    if alone and ask.filters:
        alone = len(_of_units(desk, replace(ask, filters=()), period, keys, place, wish)) == 1  # of several one passes
    if not members and is_of_projects(terms):
        members = [m for m in by_projects(desk, ask, period, held) if m.label in keys.values()]
    if members and ask.without:
        members = _without(desk, ask, period, place, members) or []
    if not members or (alone and ask.scope.departments):
        return None  # the department alone ranks no units
    whole = len(every)
    first = members[0].candidate
    title = first.table.table.title if first.table else ""
    return Population(
        members, say("answer.noun_unit", desk.language) + narrowed, place.name, title, first.figure.page, whole
    )


def _bearing_at_end(kept: set[str], terms: tuple[Term, ...], whole: str) -> set[str]:
    """The units of a kind without their department, whose name but holds the word: 某省监狱管理局 is no 监狱."""
    ends = tuple(t.text for t in terms if t.kind in ("name", "like"))
    only = {k for k in kept if k.endswith(ends)}
    return kept - {whole} if only and whole not in only else kept


def units_below_alone(ask: Ask) -> bool:
    """Whether the units below a department are meant, and not the department itself: 下属单位三公多少."""
    return ask.entity == "unit" and len(ask.scope.departments) == 1 and _BELOW_ONLY.search(ask.words) is not None


def _chooses_below(ask: Ask) -> bool:
    """Whether some of the units below a department are chosen or all are added up; in order its own office is told."""
    below = _BELOW_ONLY.search(ask.words)
    every = ask.operation in RANKS and ask.number == EVERY and not ask.filters and below and not below["kind"]
    return below is not None and not every and (ask.operation in (*RANKS, Operation.SUM) or bool(ask.filters))


def _says_own(name: str) -> bool:
    """Whether a name says that a department's own office is meant: 甲局机关, 甲局（本级）."""
    return read_body(name).scope == OWN_LEVEL


_SPENT = re.compile(r"支出|开支|花|用(?:了|掉|得|钱)")


def _wishes(ask: Ask, terms: tuple[Term, ...], period: Period) -> list[tuple[Term, ...]]:
    """What is looked for of every unit, in turn: of a plain total also the income, which a budget spends in full."""
    if terms and not is_of_totals(terms):
        return [terms]
    if ask.entity == "project" and not terms:
        return [_whole("project_expenditure")]  # 各单位的项目各多少钱: no unit's whole budget
    spent = _SPENT.search(ask.words) is not None or any(t.concept == "expenditure_total" for t in terms)
    first: tuple[str, ...] = ("expenditure_total", "income_total") if spent else ("income_total", "expenditure_total")
    if any(d.stage is not Stage.BUDGET for d in period.documents):
        first = first[:1] + (("expenditure_this_year",) if spent else ("income_this_year",))
    return [_whole(concept) for concept in (*first, *(() if terms else ("project_expenditure",)))]


def _whole(concept: str) -> tuple[Term, ...]:
    return (concept_term(concept),)


def _without(desk: Desk, ask: Ask, period: Period, place: Place, members: list[Member]) -> list[Member] | None:
    """The units that have nothing of what they are said to be without; None where no unit has any of it."""
    keys = {place.key if _says_own(m.label) else bare(read_body(m.label).name): m.label for m in members}
    plain = replace(ask, filters=(), without=())
    left = {m.label for m in members}
    for term in ask.without:
        have = _of_units(desk, plain, period, keys, place, (term,))
        if not have and not _printed(desk, period, term):
            return None  # what nobody has may be no line at all
        left -= {m.label for m in have if m.base}
    return [m for m in members if m.label in left]


def _printed(desk: Desk, period: Period, term: Term) -> bool:
    """Whether a document prints what a term names, for anybody."""
    wanted = Wanted((term,), (), (period.year,) if period.year else (), (), frozenset())
    return any(candidates(desk.library.holding(d.id), wanted) for d in period.documents)


def _of_units(
    desk: Desk, ask: Ask, period: Period, keys: dict[str, str], place: Place, wish: tuple[Term, ...]
) -> list[Member]:
    """The figure of every unit that has one; a total is of no table that holds a part of it only."""
    found: dict[str, list[Candidate]] = {}
    years = (period.year,) if period.year else ()
    for key, name in sorted(keys.items()):
        own: list[Candidate] = []
        wanted = Wanted(wish, (), years, ask.scope.stages, frozenset({f"={key}" if key == place.key else key}))
        for document in period.documents:
            own.extend(candidates(desk.library.holding(document.id), wanted))
        if is_of_totals(wish):
            own = of_whole_tables(own)
        found[name] = [
            c
            for c in sorted(own, key=lambda c: (round(c.cost, 3), c.figure.page, c.figure.id))
            if (c.figure.amount or any(f.on == "absent" for f in ask.filters))
            and all(measured_alike(c.figure, f) for f in ask.filters)
        ]
    measures = [_measure(own[0]) for own in found.values() if own]
    usual = max(measures, key=measures.count, default="")  # a sum of money ranks with no number of pupils
    alike = {name: [c for c in own if _measure(c) == usual] for name, own in found.items()}
    return [
        Member(own[0], name)
        for name, own in alike.items()
        if own and all(passes(own[0].figure, f) for f in ask.filters)
    ]


def _measure(candidate: Candidate) -> str:
    """What a figure is measured in: money, or the unit of what is counted."""
    unit = candidate.figure.unit
    return unit.kind.value if unit.kind is UnitKind.MONEY else unit.name
