"""Indicator questions: what a target is, how many there are, which projects set it.

A question seldom says an indicator's name as printed ("要办几场讲堂"), so besides the exact way there is a search by
character pairs, weighed by how telling each pair is among the indicators looked into; it answers only where nearly
everything said is found in one indicator and its row.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.computing.looking import Desk
from assistant.computing.members import compare
from assistant.computing.population import leaves, project_tables
from assistant.finding.evidence import Found, Outcome, Quote, source_of_indicator
from assistant.finding.holdings import Holding
from assistant.finding.matching import label_cost
from assistant.finding.scope import periods_of, places_of
from assistant.finding.stated import row_prints
from assistant.plan import Ask, Filter, Operation, Plan, Term
from assistant.understand.alike import held
from ingest.messages import say
from ingest.records.figure import Indicator
from ingest.wording.glyphs import bare

_ENOUGH = 0.74
_PART = 0.4  # of every word that was said
_NOISE = re.compile(
    r"请问|多少钱|(?:多少|几)(?:人次|[个场次人名台条篇册份期家项批辆套件种天])?|是什么|什么|指标值|目标值|指标|目标|年度|要求|达到|应该|应|需要|需|要|的|了|是|吗|呢|有|项目|不能低于|不得低于|不低于|不超过|"
    r"上限|下限|每年|全年|一年|今年|本年|实施周期|设定|设置|定为|定的|20\d\d年?|个|预算|局里|要搞|要办|搞|办"
)
_MEASURED = re.compile(
    r"(?:几|多少)(?!钱|万|元|亿|资金|经费|预算|支出|收入|费|百分之|个?项目|个?单位|个?部门)([\u4e00-\u9fff])"
)
_NONE = re.compile(r"没有?设|未设|没有?定|无|没有")


@dataclass(slots=True)
class Place:
    """An indicator where it stands."""

    holding: Holding
    indicator: Indicator
    keys: tuple[str, str, str]  # name, row, target and levels in comparison form


def places(desk: Desk, ask: Ask) -> list[Place]:
    """All indicators an ask looks into, one a row and name: the year's target before the whole term's."""
    found: dict[tuple[object, ...], Place] = {}
    whole_term = "实施周期" in ask.words or "周期" in ask.words
    for options in places_of(desk.library, ask.scope, desk.units):
        for place in options:
            for period in periods_of(place, ask.scope):
                for document in period.documents:
                    holding = desk.library.holding(document.id)
                    seen: dict[tuple[object, ...], int] = {}  # of this document: one published twice counts once
                    for indicator in holding.indicators:
                        row = holding.rows.get(indicator.row_id or "")
                        if place.unit and not (row is not None and row.body and bare(row.body) == place.unit):
                            continue
                        name = (
                            document.department or "",
                            document.year,
                            bare(indicator.row_label),
                            bare(indicator.name),
                        )
                        turn = seen.get((*name, indicator.period), 0)
                        seen[(*name, indicator.period)] = turn + 1
                        key = (*name, turn)
                        levels = f"{indicator.level1 or ''}{indicator.level2 or ''}"
                        made = Place(
                            holding,
                            indicator,
                            (bare(indicator.name), bare(indicator.row_label), bare(indicator.text + levels)),
                        )
                        wanted = (indicator.period == "实施周期") == whole_term
                        if key not in found or (wanted and (found[key].indicator.period == "实施周期") != whole_term):
                            found[key] = made
    return list(found.values())


def asked_in_own_unit(words: str) -> bool:
    """Whether a question asks for a quantity that is no money: 几场, 多少人次."""
    return _MEASURED.search(words) is not None and "多少钱" not in words


def indicator_answer(desk: Desk, ask: Ask, plan: Plan, exact_only: bool = False) -> Outcome | None:
    """The indicator a question describes; None where none fits well enough."""
    pool = [p for p in places(desk, ask) if all(held(h, "\n".join(p.keys)) >= _PART for h in ask.hints)]
    if ask.stated:
        rows = [p.holding.rows.get(p.indicator.row_id or "") for p in pool]
        told = [p for p, row in zip(pool, rows, strict=True) if row is not None and row_prints(row, ask.stated)]
        pool = told or pool
    if not pool:
        return None
    if ask.entity == "project" and ask.operation in (Operation.COUNT, Operation.LIST):
        return _projects_with(desk, ask, pool)
    if ask.operation in (Operation.COUNT, Operation.LIST) or ask.filters:
        return _listed(desk, ask, pool)
    exact = _exact(ask, pool)
    if len({p.keys for p in exact}) > 1:
        exact = _nearest(ask, plan, exact, 0.0) or exact
    chosen = exact or ([] if exact_only else _nearest(ask, plan, pool))
    if not chosen:
        return None
    return _told(desk, ask, chosen)


def _exact(ask: Ask, pool: Sequence[Place]) -> list[Place]:
    """The indicators whose own name and row explain every term, the closest alone."""
    if not ask.terms:
        return []
    scored: list[tuple[float, Place]] = []
    for place in pool:
        total, named = 0.0, False
        for term in ask.terms:
            name = label_cost(term, place.keys[0])
            row = label_cost(term, place.keys[1])
            if name is None and row is None:
                break
            named = named or (name is not None and name <= 1.2)
            total += min(c for c in (name, None if row is None else 0.05 + row * 0.6) if c is not None)
        else:
            if named:
                for term in ask.context:
                    if label_cost(term, place.keys[1]) is None:
                        total += 0.4
                scored.append((total, place))
    if not scored:
        return []
    least = min(cost for cost, _ in scored)
    return [place for cost, place in scored if cost <= least + 0.1]


def _nearest(ask: Ask, plan: Plan, pool: Sequence[Place], enough: float = _ENOUGH) -> list[Place]:
    """The indicators that hold nearly all that was said; empty where none does."""
    said = bare(ask.words)
    firm = [p for p in dict.fromkeys(plan.pieces) if p in said and not _NOISE.fullmatch(p)]
    loose = [p for p in dict.fromkeys(plan.loose) if p in said and not _NOISE.fullmatch(p)]
    if sum(map(len, firm)) < 2:
        return []
    rarity = {}
    for piece in (*firm, *loose):
        bearing = sum(held(piece, key) >= 1.0 for place in pool for key in ("\n".join(place.keys),))
        rarity[piece] = len(piece) * (0.2 + math.log((len(pool) + 2) / (bearing + 1)))
    whole = sum(rarity[p] for p in firm)
    required = {*plan.unexplained, *(hint for one in plan.asks for hint in one.hints)} & set(firm)
    unit = _MEASURED.search(ask.words)
    context = [t.text for t in ask.context]
    scored: list[tuple[float, Place]] = []
    for place in pool:
        name, row, text = place.keys
        shares = {p: max(held(p, name), held(p, row), held(p, text)) for p in (*firm, *loose)}
        in_name = sum(rarity[p] * held(p, name + text) * (0.3 if p in row else 1.0) for p in (*firm, *loose))
        share = sum(rarity[p] * shares[p] for p in firm) / whole
        if share < enough or in_name <= 0 or (enough and any(shares[p] < _PART for p in required)):
            continue
        measured = unit is not None and unit.group(1) in (place.indicator.unit or "") + place.indicator.text
        score = share + (0.05 if measured else 0.0) + 0.1 * in_name / whole
        score += sum(0.05 for c in context if c in row)
        score += 0.1 * sum(rarity[p] * held(p, name) for p in loose) / (whole or 1.0)
        scored.append((score, place))
    best = max((score for score, _ in scored), default=0.0)
    return [place for score, place in scored if score >= best - 0.02]


def _told(desk: Desk, ask: Ask, chosen: list[Place]) -> Outcome:
    language = desk.language
    targets = {bare(p.indicator.text): p for p in reversed(chosen)}
    rows = {p.keys[1] for p in chosen}
    if len(targets) > 1 and (len(rows) > 1 or len({p.keys[0] for p in chosen}) > 1):
        choices = [
            say(
                "answer.choice_indicator",
                language,
                row=p.indicator.row_label,
                name=p.indicator.name,
                text=p.indicator.text,
            )
            for p in chosen[:12]
        ]
        message = say("answer.which_line", language, asked=ask.words.strip(), count=len(choices))
        return Outcome("clarification", message=message, choices=choices)
    found = [found_of_indicator(desk, p) for p in list(targets.values())[::-1]]
    if all(f.value is None for f in found):
        quotes = [Quote(f.note, f.sources, f.label) for f in found]
        return Outcome("quotes", quotes=quotes, lead=say("answer.target_words", language, label=found[0].label))
    return Outcome("figures", found=found)


def found_of_indicator(desk: Desk, place: Place) -> Found:
    """An indicator's target as a value with its words."""
    indicator = place.indicator
    label = say(
        "answer.indicator_label", desk.language, row=indicator.row_label, name=indicator.name, text=indicator.text
    )
    source = source_of_indicator(indicator, place.holding.document)
    return Found(
        label,
        indicator.value,
        indicator.unit or "",
        [source],
        note="" if indicator.value is not None else indicator.text,
    )


def _fitting(ask: Ask, pool: Sequence[Place], rows_only: bool = False) -> list[Place]:
    """The indicators that every term fits: in their row, their name or their level."""
    terms = [t for t in ask.terms if t.concept != "project_expenditure"]
    exact = {t: any(t.text == p.keys[1] or (t.names and t.names[0][0] == p.keys[1]) for p in pool) for t in terms}
    kept = []
    for place in pool:
        fits = True
        for term in terms:
            row = label_cost(term, place.keys[1])
            if exact[term] and row is not None and row > 0.1 + (1.0 - term.names[0][1] if term.names else 0.0) + 0.2:
                row = None
            others = (label_cost(term, place.keys[0]), 0.0 if _is_level(term, place.indicator) else None)
            if row is None and all(c is None for c in others):
                fits = False
                break
        if fits and all(_meets(place.indicator, f) for f in ask.filters):
            kept.append(place)
    return kept


def _is_level(term: Term, indicator: Indicator) -> bool:
    wanted = term.text.removesuffix("指标")
    return any(
        wanted and wanted == bare(level).removesuffix("指标")
        for level in (indicator.level1 or "", indicator.level2 or "")
    )


def _meets(indicator: Indicator, condition: Filter) -> bool:
    if indicator.value is None or (condition.unit and condition.unit not in (indicator.unit or "")):
        return False
    return compare(indicator.value, condition)


def _listed(desk: Desk, ask: Ask, pool: Sequence[Place]) -> Outcome | None:
    """The number of the indicators the terms fit, or the indicators themselves."""
    kept = _fitting(ask, pool)
    if not kept:
        return None
    rows = {p.indicator.row_id or p.keys[1] for p in kept}
    asked = "、".join(t.text for t in ask.terms) or "、".join(ask.scope.said)
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
    return Outcome(
        "list",
        found=found,
        lead=say("answer.indicators_lead", desk.language, asked=asked, count=len(found)),
        narrowed=True,
    )


def _projects_with(desk: Desk, ask: Ask, pool: Sequence[Place]) -> Outcome | None:
    """The projects that set an indicator (or do not), as a list or their number."""
    without = _NONE.search(ask.words) is not None
    kept = _fitting(ask, pool)
    if not kept:
        return None
    bearing = {p.indicator.row_id for p in kept}
    rows = []
    seen: set[str] = set()
    for holding in {p.holding.document.id: p.holding for p in pool}.values():
        for table in project_tables(holding)[:1]:
            for row in leaves(table):
                if row.row.id not in seen and (row.row.id in bearing) != without:
                    seen.add(row.row.id)
                    rows.append((holding, row))
    sources = [source_of_indicator(p.indicator, p.holding.document) for p in kept]
    if ask.operation is Operation.COUNT:
        label = say(
            "answer.projects_with" if not without else "answer.projects_without",
            desk.language,
            asked="、".join(t.text for t in ask.terms),
        )
        return Outcome(
            "figures",
            found=[Found(label, Decimal(len(rows)), say("answer.piece", desk.language), sources, True)],
            narrowed=True,
        )
    found = []
    for holding, row in rows:
        own = [source_of_indicator(p.indicator, holding.document) for p in kept if p.indicator.row_id == row.row.id]
        figure = row.cells[0][1] if row.cells else None
        from assistant.finding.evidence import source_of

        found.append(
            Found(row.row.label, None, "", own or ([source_of(figure, holding)] if figure is not None else []))
        )
    return Outcome("list", found=found, narrowed=True)


__all__ = ["asked_in_own_unit", "indicator_answer", "replace"]
