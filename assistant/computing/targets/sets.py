"""Indicators as a set: how many there are, which ones, which projects set one and which do not, which sets most."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.computing.figures.looking import Desk
from assistant.computing.rows.members import compare
from assistant.computing.rows.parts import leaves
from assistant.computing.rows.population import project_tables
from assistant.computing.targets.described_targets import words_said
from assistant.computing.targets.pool import Place, found_of_indicator
from assistant.finding.evidence import Found, Outcome, source_of, source_of_indicator
from assistant.finding.holdings import Holding, RowView
from assistant.finding.matching import label_cost
from assistant.plan import Ask, Filter, Operation, Term
from assistant.saying.wordings import threshold
from assistant.understand.words.alike import held
from ingest.messages import say
from ingest.records.figure import Indicator
from ingest.wording.glyphs import bare

_NONE = re.compile(r"没有?设|未设|没有?定|无|没有|不(?:含|设|考核)")
_HOLDS = 0.6
_OF_SETS = re.compile(
    r"(?:哪|有|几|多少)[^，,。？?]{0,4}项目|考核|[设定当拿把有](?:了|有|置|过)?|没有?|指标|提到|作为|里|要求|以上|以下|不低于|不超过|\d+(?:\.\d+)?%?"
)


def listed(desk: Desk, ask: Ask, pool: Sequence[Place]) -> Outcome | None:
    """The number of the indicators the terms fit, or the indicators themselves."""
    kept = _fitting(ask, pool)
    if not kept:
        return None
    if ask.operation in (Operation.MAX, Operation.MIN):
        return _most(desk, ask, kept)
    rows = {p.indicator.row_id or p.keys[1] for p in kept}
    asked = "、".join(t.text for t in (*ask.context, *ask.terms)) or "、".join(ask.scope.said)
    sources = [source_of_indicator(p.indicator, p.holding.document) for p in kept]
    if ask.operation is Operation.COUNT:
        label = say("answer.indicator_count", desk.language, asked=asked)
        return Outcome(
            "figures",
            found=[Found(label, Decimal(len(kept)), say("answer.piece", desk.language), sources, True)],
            method=[say("answer.indicators_of_rows", desk.language, count=len(kept), rows=len(rows))],
            narrowed=True,
        )
    found = []
    for place in kept:
        line = found_of_indicator(desk, place)
        line.label = f"{place.indicator.name}：{place.indicator.text}"
        found.append(line)
    lead = say("answer.indicators_lead", desk.language, asked=asked, count=len(found))
    return Outcome("list", found=found, lead=lead, narrowed=True)


def _most(desk: Desk, ask: Ask, kept: Sequence[Place]) -> Outcome | None:
    """The project that sets most indicators, or fewest, with their number; several where they are equal."""
    of_row: dict[str, list[Place]] = {}
    for place in kept:
        of_row.setdefault(place.indicator.row_id or place.keys[1], []).append(place)
    numbers = [len(places) for places in of_row.values()]
    wanted = max(numbers) if ask.operation is Operation.MAX else min(numbers)
    found = [
        Found(
            places[0].indicator.row_label,
            Decimal(len(places)),
            say("answer.piece", desk.language),
            [source_of_indicator(p.indicator, p.holding.document) for p in places],
            True,
        )
        for places in of_row.values()
        if len(places) == wanted
    ]
    return Outcome("list", found=found)


def projects_with(desk: Desk, ask: Ask, pool: Sequence[Place], words: str) -> Outcome | None:
    """The projects that set an indicator (or do not), as a list or their number; None where none is described."""
    without = _NONE.search(words) is not None
    kept = (_fitting(ask, pool) if ask.terms else []) or _described(ask, pool, words)
    if not kept or len(kept) == len(pool):
        return None
    bearing: dict[str, list[Place]] = {}
    for place in kept:
        bearing.setdefault(place.indicator.row_id or place.keys[1], []).append(place)
    rows = [(h, r) for h, r in _projects(pool) if (r.row.id in bearing) != without]
    if not rows:
        return None
    sources = [source_of_indicator(p.indicator, p.holding.document) for p in kept]
    if ask.operation is Operation.COUNT:
        asked = "、".join(t.text for t in ask.terms) or "".join(_words_of(ask, pool, words))
        asked += "".join(threshold(f, desk.language) for f in ask.filters)
        key = "answer.projects_without" if without else "answer.projects_with"
        found = [
            Found(
                say(key, desk.language, asked=asked),
                Decimal(len(rows)),
                say("answer.piece", desk.language),
                sources,
                True,
            )
        ]
        return Outcome("figures", found=found, narrowed=True)
    return Outcome("list", found=[_project(h, r, bearing.get(r.row.id, [])) for h, r in rows], narrowed=True)


def _projects(pool: Sequence[Place]) -> Iterator[tuple[Holding, RowView]]:
    """The projects of the documents looked into, each once, from the fullest table of each."""
    seen: set[str] = set()
    for holding in {p.holding.document.id: p.holding for p in pool}.values():
        bearing = {p.indicator.row_id for p in pool if p.holding is holding}
        for table in project_tables(holding):
            rows = leaves(table)
            if any(row.row.id in bearing for row in rows):
                for row in rows:
                    if row.row.id not in seen:
                        seen.add(row.row.id)
                        yield holding, row


def _project(holding: Holding, row: RowView, targets: Sequence[Place]) -> Found:
    """A project of a list with its amount, and its targets as what it stands there for."""
    sources = [source_of_indicator(p.indicator, holding.document) for p in targets]
    figure = row.cells[0][1] if row.cells else None
    if figure is None or figure.amount is None:
        return Found(row.row.label, None, "", sources)
    own = source_of(figure, holding)
    return Found(row.row.label, figure.amount.value, figure.unit.name, [own, *sources], figure=figure)


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
        if all(held(word, own) >= _HOLDS for word in said) and all(_meets(place.indicator, f) for f in ask.filters):
            kept.append(place)
    return kept


def _fitting(ask: Ask, pool: Sequence[Place]) -> list[Place]:
    """The indicators that every term fits: in their row, their name or their level."""
    whole = _with_terms(ask, pool, (*ask.context, *ask.terms))
    return whole or (_with_terms(ask, pool, ask.terms) if ask.context else [])


def _with_terms(ask: Ask, pool: Sequence[Place], wanted: Sequence[Term]) -> list[Place]:
    terms = [t for t in wanted if t.concept != "project_expenditure"]
    terms = [_as_the_rows(t, pool) for t in terms]
    exact = {t: any(t.text == p.keys[1] or (t.names and t.names[0][0] == p.keys[1]) for p in pool) for t in terms}
    kept = []
    for place in pool:
        fits = True
        for term in terms:
            row = label_cost(term, place.keys[1])
            if exact[term] and row is not None and row > 0.1 + (1.0 - term.names[0][1] if term.names else 0.0) + 0.2:
                row = None
            level = _is_level(term, place.indicator)
            # Beside a project of that very name, indicators of others that hold it in theirs are none of its own.
            named = None if exact[term] else label_cost(term, place.keys[0])
            if row is None and named is None and not level:
                fits = False
                break
        if fits and all(_meets(place.indicator, f) for f in ask.filters):
            kept.append(place)
    return _of_years_named(ask, kept)


def _as_the_rows(term: Term, pool: Sequence[Place]) -> Term:
    """A project's name without the 项目 behind it that the rows of its indicators leave out."""
    short = term.text.removesuffix("项目")
    if short == term.text or not any(place.keys[1] == short for place in pool):
        return term
    return Term(short, "name", None, ((short, 1.0),))


def _of_years_named(ask: Ask, kept: list[Place]) -> list[Place]:
    """Of rows that are told apart by years in their names, the ones whose years were said: 2024-2026年运维."""
    if len(ask.scope.years) < 2:
        return kept
    ends = (str(min(ask.scope.years)), str(max(ask.scope.years)))
    named = [p for p in kept if re.search(rf"{ends[0]}年?度?{ends[1]}", p.keys[1])]
    return named or kept


def _is_level(term: Term, indicator: Indicator) -> bool:
    wanted = term.text.removesuffix("指标")
    return any(
        wanted and wanted == bare(level).removesuffix("指标")
        for level in (indicator.level1 or "", indicator.level2 or "")
    )


_BOUNDS = {"<": re.compile(r"低于|小于|不到|少于|不足|<|＜"), ">": re.compile(r"高于|大于|超过|多于|>|＞")}


def _meets(indicator: Indicator, condition: Filter) -> bool:
    if indicator.value is None or (condition.unit and condition.unit not in (indicator.unit or "")):
        return False
    bound = _BOUNDS.get(condition.sign)  # 低于20% is met by a target that is itself below 20%
    itself = bound is not None and indicator.value == condition.value and bound.search(indicator.text)
    return bool(itself) or compare(indicator.value, condition)
