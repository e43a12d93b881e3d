"""Projects chosen by their indicators: those that set one, or set it so high, counted, listed, ranked or added up.

A condition on a target (满意度不低于95%) says which projects are meant and is none on what they cost; what is asked of
them is done over their rows as over those of any other set.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.answer import SourceRef
from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.rows.members import Member, Population, narrowed
from assistant.computing.rows.parts import leaves
from assistant.computing.rows.population import members_of, project_tables
from assistant.computing.sets.over_members import over_members
from assistant.computing.targets.described_targets import best_described, words_said
from assistant.computing.targets.fitting import comparable, fitting, is_level, meets, names_one, own_name
from assistant.computing.targets.pool import Place
from assistant.finding.evidence import Found, Outcome, source_of_indicator
from assistant.finding.holdings import Holding, RowView, TableView
from assistant.finding.matching import label_cost
from assistant.finding.scope import Place as Body
from assistant.plan import OVER_ALL, RANKS, Ask, Filter, Operation, Plan, Term, replace
from assistant.saying.wordings import threshold
from assistant.understand.words.alike import held
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_NONE = re.compile(r"没有?设|未设|没有?定|无|没有?(?![达到超])|不(?:含|设|考核)")
# 90%以上（不含90%） says where a limit ends, and leaves no indicator out.
_LIMIT_ITSELF = re.compile(r"不(?:含|包[含括])(?:等于)?(?:本数|[\d零〇一二两三四五六七八九十百千万亿.]+[%％]?)")
_DENIED = re.compile(r"(?:不是|不等于|不为|并非|不要求)[^，,。；;？?]{0,4}\d")
_OR = re.compile(r"[或]|要么")
_HOLDS = 0.6
_OF_SETS = re.compile(
    r"(?:哪|有|几|多少)[^，,。？?]{0,4}项目|考核|[设定当拿把有](?:了|有|置|过)?|没有?|指标|提到|作为|里|要求|以上|以下|不低于|不超过|\d+(?:\.\d+)?%?"
)
# 项目总成本不超过50万元: an amount right behind a target's name is the target's own.
_ITS_AMOUNT = (
    r"(?:指标|目标)?值?的?(?:要求)?[^\d一二两三四五六七八九十百，,。；;、？?项]{0,6}"
    r"[\d一二两三四五六七八九十百][\d.,一二两三四五六七八九十百千]*(?![\d.%％])"
)
_TOGETHER = re.compile(r"同时|[都均]|又|并且|而且|且|既")
_WORKED = (*RANKS, *OVER_ALL)
OF_TARGETS = re.compile(r"指标|考核|目标|要求|率|满意度")
PROJECTS = re.compile(
    r"(?:哪些|哪几?个|几个|多少个?)[^，,。？?]{0,6}项目|项目[^，,。？?]{0,2}(?:哪些|有?几个|多少个)(?![^，,。？?]{0,6}指标)"
    r"|项目(?:的)?(?:个数|数量|数目|名单|清单)|项目[里中当][^，,。？?]{0,14}(?:哪些|哪?几个|多少个)"
)
_COUNTED = re.compile(r"(?:多少|几)[个项](?P<kind>(?:[一-龥]{2,6}?项目)?)(?:项目)?")
_OF_A_SET = re.compile(r"指标|考核|哪|[设定]了|(?:设|还?有)(?:多少|几)[个项]")
_PIECES = ("个", "项")
_SETS_ONE = re.compile(r"[设有写列含]|考核|提到|[定要]")
_MONEY = re.compile(r"[钱元]|金额|资金|预算|经费|投入|花")


def named_by(ask: Ask, pool: Sequence[Place]) -> tuple[Term, ...]:
    """The terms of an ask that name an indicator or a level of them, and no project."""
    return tuple(
        t
        for t in ask.terms
        if t.concept is None
        and any(names_one(t, p.keys[0]) or is_level(t, p.indicator) for p in pool)
        and not any(label_cost(t, p.keys[1]) is not None for p in pool)
    )


def done_with_projects(plan: Plan, ask: Ask, pool: Sequence[Place]) -> list[Operation]:
    """What is done with the projects that an ask chooses by their targets; nothing where it chooses none so.

    哪个项目的满意度最高 ranks targets; only money can be added up or ranked over the projects chosen.
    """
    words = plan.question
    named = named_by(ask, pool)
    by_target = ask.operation is Operation.TARGET or ask.on_indicators
    if not by_target and (not named or set(plan.unexplained) - {"没有"}):
        return []
    if any(not set(a.terms) <= set(ask.terms) for a in plan.asks):
        return []
    worked = [Operation.SUM if a.summed else a.operation for a in plan.asks if a.summed or a.operation in _WORKED]
    beside = [
        a.operation for a in plan.asks if a.operation in (Operation.LIST, Operation.COUNT) and not a.on_indicators
    ]
    if worked:
        told_by = bool(ask.filters) or _SETS_ONE.search(without(words, [t.text for t in ask.terms])) is not None
        over_money = _MONEY.search(words) is not None and told_by
        return list(dict.fromkeys((*beside, *worked))) if over_money and ask.entity == "project" else []
    spoken = without_counted(words, pool, ask.scope.said)
    return [counted_or_listed(words)] if PROJECTS.search(spoken) and (named or OF_TARGETS.search(words)) else []


def without_counted(words: str, pool: Sequence[Place], said: tuple[str, ...]) -> str:
    """The words without the projects that a target counts (参与多少个审计项目 of 参与审计项目数): they are no set's."""
    counted = _COUNTED.search(words)
    if counted is None or _OF_A_SET.search(words):
        return words
    if not counted["kind"]:  # 质量检查要做多少个项目: what the projects are is said before
        best = best_described(pool, words, said)
        of_target = best is not None and best.indicator.unit in _PIECES and "项目" in best.keys[0]
    else:
        of_target = any(counted["kind"] in p.keys[0] for p in pool if p.indicator.unit in _PIECES)
    return words.replace(counted[0], "") if of_target else words


def with_all_named(plan: Plan, ask: Ask) -> Ask:
    """The ask with the indicators of its siblings, where projects are to set all of them: 同时设有甲和乙的项目."""
    beside = [a for a in plan.asks if (a.operation, a.entity, a.filters) == (ask.operation, ask.entity, ask.filters)]
    joined = _TOGETHER.search(plan.question) or _OR.search(plan.question)
    if len(beside) < len(plan.asks) or not joined:
        return ask
    return replace(ask, terms=tuple(dict.fromkeys(t for a in beside for t in a.terms)))


def counted_or_listed(words: str) -> Operation:
    """Whether projects are listed or counted: 哪几个项目 are listed, 几个项目 counted."""
    listing = re.search(r"哪|名单|清单", words) or not re.search(r"几|多少|个数|数[量目]", words)
    return Operation.LIST if listing else Operation.COUNT


def projects_with(desk: Desk, ask: Ask, pool: Sequence[Place], words: str, left: Sequence[str] = ()) -> Outcome | None:
    """What the projects come to that set an indicator (or do not); None where none is described.

    ``left`` are words that nothing explains: 服务对象忠诚度 is no indicator of 服务对象满意度.
    """
    named = named_by(ask, pool)
    spoken = without(words, [t.text for t in ask.terms])
    lacking = _NONE.search(_LIMIT_ITSELF.sub("", spoken)) is not None
    of_target, of_amount = _parted(ask, named, words)
    if lacking and of_target:
        return None
    asked = replace(ask, filters=of_target)
    bearing = _bearing(asked, pool, named, words)
    if any(not _writes(word, bearing) for word in left):
        return None
    denied = bool(of_target) and _DENIED.search(spoken) is not None
    if denied:
        every = _bearing(replace(asked, filters=()), pool, named, words)
        bearing = {row: places for row, places in every.items() if row not in bearing}
    told = sum(len(places) for places in bearing.values())
    empty = not bearing and bool(of_target and named) and all(_is_known(t, of_target, pool) for t in named)
    if (not bearing and not empty) or told == len(pool):
        return None
    others = tuple(t for t in ask.terms if t not in named) if named else ()
    set_ask = replace(
        ask, entity="project", terms=others, filters=of_amount, stated=(), context=(), hints=(), on_indicators=False
    )
    every_row = list(_members(desk, set_ask, pool))
    members = [m for m, _ in every_row if (_row_of(m) in bearing) != lacking]
    asked_for = "、".join(t.text for t in named) or "".join(_words_of(ask, pool, words))
    bounds = (threshold(f, desk.language) for f in of_target)
    asked_for += "".join(say("answer.denied", desk.language, told=b) if denied else b for b in bounds)
    if not members:
        return _none(desk, set_ask, pool, named, asked_for) if empty and every_row else None
    key = "answer.noun_without_target" if lacking else "answer.noun_with_target"
    noun = say(key, desk.language, asked=asked_for, noun=say("answer.noun_project", desk.language))
    first = members[0]
    title = first.candidate.table.table.title if first.candidate.table is not None else ""
    place = "、".join(dict.fromkeys(b.unit or b.name for m, b in every_row if m in members))
    whose = Population(members, noun, place, title, first.candidate.figure.page)
    return _with_targets(narrowed(over_members(desk, set_ask, members, whose)), members, bearing)


def _parted(ask: Ask, named: Sequence[Term], words: str) -> tuple[tuple[Filter, ...], tuple[Filter, ...]]:
    """The conditions of an ask that are set to a target, and those that are set to what a project costs."""
    own = any(re.search(re.escape(t.text) + _ITS_AMOUNT, words) for t in named)
    of_amount = tuple(f for f in ask.filters if money_unit(f.unit) is not None and not own and named)
    return tuple(f for f in ask.filters if f not in of_amount), of_amount


def _bearing(ask: Ask, pool: Sequence[Place], named: Sequence[Term], words: str) -> dict[str, list[Place]]:
    """The indicators that are meant, by the row of the project that sets them: one of all names, or one of each."""
    kept = (fitting(replace(ask, terms=tuple(named)), pool) if named else []) or (
        [] if len(named) > 1 or (named and ask.filters) else _described(ask, pool, words)
    )
    if not kept and len(named) > 1 and (not ask.filters or re.search("[都均]", words)):
        each = [_by_row(fitting(replace(ask, terms=(t,), context=()), pool)) for t in named]
        either = _OR.search(without(words, [t.text for t in named])) is not None
        rows = set().union(*each) if either else set(each[0]).intersection(*each[1:])
        return {row: [p for one in each for p in one.get(row, [])] for one in each for row in one if row in rows}
    return _by_row(kept)


def _writes(word: str, bearing: dict[str, list[Place]]) -> bool:
    """Whether a target chosen, its project or its level holds a word, or none is chosen."""
    chosen = [place for places in bearing.values() for place in places]
    return not chosen or any(held(bare(word), "\n".join(place.keys)) >= _HOLDS for place in chosen)


def _is_known(term: Term, conditions: Sequence[Filter], pool: Sequence[Place]) -> bool:
    """Whether a term is what an indicator or level is called, whose targets the conditions can be held against."""
    own = [p.indicator for p in pool if is_level(term, p.indicator) or own_name(term, [p])]
    return any(all(comparable(i, f) for f in conditions) for i in own)


def _by_row(kept: Sequence[Place]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in kept:
        found.setdefault(place.indicator.row_id or place.keys[1], []).append(place)
    return found


def _row_of(member: Member) -> str:
    row = member.candidate.row
    return row.row.id if row is not None else ""


def _members(desk: Desk, ask: Ask, pool: Sequence[Place]) -> Iterator[tuple[Member, Body]]:
    """The projects of the bodies looked into, each once, from the fullest table of each that sets targets."""
    seen: set[str] = set()
    wanted = {p.holding.document.id: p.holding for p in pool}
    bodies = [(h, b) for h, b in holdings_of(desk, ask) if h.document.id in wanted]
    if not bodies:  # the year that was said is part of a project's name
        scope = replace(ask.scope, years=(), pairs=())
        bodies = [(h, b) for h, b in holdings_of(desk, replace(ask, scope=scope)) if h.document.id in wanted]
    for holding, body in bodies:
        for table, rows in _tables_of(holding, {p.indicator.row_id for p in pool if p.holding is holding}):
            for member in members_of(ask, holding, table, rows, ask.terms, body) or []:
                if _row_of(member) not in seen:
                    seen.add(_row_of(member))
                    yield member, body


def _tables_of(holding: Holding, bearing: set[str | None]) -> Iterator[tuple[TableView, list[RowView]]]:
    """The tables of projects that set targets, with the rows that may be added up."""
    for table in project_tables(holding):
        rows = leaves(table)
        if any(row.row.id in bearing for row in rows):
            yield table, rows


def _with_targets(outcome: Outcome, members: Sequence[Member], bearing: dict[str, list[Place]]) -> Outcome:
    """The outcome with the places of the targets by which its projects were chosen."""
    of_figure = {m.candidate.figure.id: bearing.get(_row_of(m), []) for m in members}
    for found in outcome.found:
        if found.figure is not None and not found.computed:
            found.sources = [*found.sources, *_sources(of_figure.get(found.figure.id, []))]
    if outcome.kind == "figures" and len(outcome.found) == 1 and outcome.found[0].figure is None and bearing:
        counted = outcome.found[0]
        if counted.value == len(members):
            counted.sources = _sources([p for places in bearing.values() for p in places]) or counted.sources
    return outcome


def _sources(places: Sequence[Place]) -> list[SourceRef]:
    return [source_of_indicator(p.indicator, p.holding.document) for p in places]


def _none(desk: Desk, ask: Ask, pool: Sequence[Place], named: tuple[Term, ...], asked: str) -> Outcome:
    """That no project sets an indicator so: a number of nought, or the words for it, with where it is set otherwise."""
    sources = _sources(fitting(replace(ask, terms=named, filters=()), pool))
    noun = say("answer.noun_with_target", desk.language, asked=asked, noun=say("answer.noun_project", desk.language))
    place = "、".join(ask.scope.said)
    if ask.operation is Operation.COUNT:
        label = say("answer.count_of", desk.language, condition="", place=place, noun=noun)
        none = Found(label, Decimal(0), say("answer.piece", desk.language), sources, True)
        return Outcome("figures", found=[none], narrowed=True)
    lead = say("answer.no_such_projects", desk.language, place=place, noun=noun)
    return Outcome("blank", message=lead, found=[Found(noun, None, "", sources)])


def _words_of(ask: Ask, pool: Sequence[Place], words: str) -> list[str]:
    return [w for w in words_said(_OF_SETS.sub(" ", words), ask.scope.said, pool) if len(w) > 1]


def _described(ask: Ask, pool: Sequence[Place], words: str) -> list[Place]:
    """The indicators whose name, target or level holds every word that is said of them."""
    said = _words_of(ask, pool, words)
    if not said:
        return []
    kept = []
    for place in pool:
        own = place.keys[0] + "\n" + place.keys[2]
        if all(held(word, own) >= _HOLDS for word in said) and all(meets(place.indicator, f) for f in ask.filters):
            kept.append(place)
    return kept
