"""Which indicators terms and conditions fit: by their row, their name, their level, and the target they set."""

import re
from collections.abc import Sequence

from assistant.computing.rows.members import compare
from assistant.computing.targets.pool import Place
from assistant.finding.matching import label_cost
from assistant.plan import Ask, Filter, Term
from assistant.understand.words.concept_terms import name_term
from ingest.records.figure import Indicator
from ingest.records.units import Unit
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_BRACKET = re.compile(r"[(（][^()（）]*[)）]")
_TELLING = 4  # signs from which on a name is one indicator's own: 满意度 is said of many
_TOO_MUCH_A_HEAD = 10_000  # 元: from which on an amount said is that of a whole project
_BOUNDS = {"<": re.compile(r"低于|小于|不到|少于|不足|<|＜"), ">": re.compile(r"高于|大于|超过|多于|>|＞")}


def fitting(ask: Ask, pool: Sequence[Place]) -> list[Place]:
    """The indicators that every term fits: in their row, their name or their level."""
    whole = _with_terms(ask, pool, (*ask.context, *ask.terms))
    return whole or (_with_terms(ask, pool, ask.terms) if ask.context else [])


def names_one(term: Term, name: str) -> bool:
    """Whether a term is an indicator's name or a part of it."""
    return any(len(said) >= 2 and said in name for said in _said_or_meant(term))


def is_level(term: Term, indicator: Indicator) -> bool:
    """Whether a term names the level of an indicator: 满意度, 产出指标."""
    wanted = {said.removesuffix("指标") for said in _said_or_meant(term)} - {""}
    return any(bare(level or "").removesuffix("指标") in wanted for level in (indicator.level1, indicator.level2))


def _said_or_meant(term: Term) -> tuple[str, ...]:
    """What a term says, and the printed name it is taken for where it says that in other words."""
    return (term.text, term.names[0][0]) if term.kind == "like" and term.names else (term.text,)


def comparable(indicator: Indicator, condition: Filter) -> bool:
    """Whether a condition can be held against a target: both of money, or both in one unit."""
    if indicator.value is None:
        return False
    own, said = _money(indicator, condition), money_unit(condition.unit)
    if own is not None and said is not None:
        return True
    return not condition.unit or (said is None and condition.unit in (indicator.unit or ""))


def meets(indicator: Indicator, condition: Filter) -> bool:
    """Whether a target meets a condition in its unit; amounts of money in whatever unit each is said."""
    if indicator.value is None or not comparable(indicator, condition):
        return False
    own, said = _money(indicator, condition), money_unit(condition.unit)
    value = indicator.value * own.scale / said.scale if own is not None and said is not None else indicator.value
    bound = _BOUNDS.get(condition.sign)  # 低于20% is met by a target that is itself below 20%
    itself = bound is not None and value == condition.value and bound.search(indicator.text)
    return bool(itself) or compare(value, condition)


def _money(indicator: Indicator, condition: Filter) -> Unit | None:
    """The unit of money a target is in; one of so much a head (340元/人) is held against a small amount alone."""
    unit, _, of_each = (indicator.unit or "").partition("/")
    said = money_unit(condition.unit)
    small = said is not None and condition.value * said.scale < _TOO_MUCH_A_HEAD
    return money_unit(unit) if not of_each or small else None


def _with_terms(ask: Ask, pool: Sequence[Place], wanted: Sequence[Term]) -> list[Place]:
    terms = [_as_the_rows(t, pool) for t in wanted if t.concept != "project_expenditure"]
    exact = {t: any(t.text == p.keys[1] or (t.names and t.names[0][0] == p.keys[1]) for p in pool) for t in terms}
    own = {t: own_name(t, pool) for t in terms}
    kept = []
    for place in pool:
        fits = True
        for term in terms:
            row = label_cost(term, place.keys[1])
            if exact[term] and row is not None and row > 0.1 + (1.0 - term.names[0][1] if term.names else 0.0) + 0.2:
                row = None
            level = is_level(term, place.indicator) and (not ask.filters or measured_so(term, place))
            # Beside a project of that very name, indicators of others that hold it in theirs are none of its own.
            named = None if exact[term] else _name_cost(term, place.keys[0])
            if own[term]:  # nor are those of a longer name, where one is called just so
                named = 0.0 if _plain_name(place) == own[term] else None
            if row is None and named is None and not level:
                fits = False
                break
        if fits and all(meets(place.indicator, f) for f in ask.filters):
            kept.append(place)
    return _of_years_named(ask, kept)


def measured_so(term: Term, place: Place) -> bool:
    """Whether a target of a level measures what the level is called: 投诉率 ≤5% stands under 满意度 and is none."""
    return "满意" not in term.text or "满意" in place.keys[0]


def _as_the_rows(term: Term, pool: Sequence[Place]) -> Term:
    """A project's name without the 项目 behind it that the rows of its indicators leave out."""
    short = term.text.removesuffix("项目")
    if short == term.text or not any(place.keys[1] == short for place in pool):
        return term
    return name_term(short)


def own_name(term: Term, pool: Sequence[Place]) -> str:
    """The name of an indicator that a term says in full, but for what stands in brackets; empty where none is."""
    said = "" if term.kind == "like" else term.text
    for place in pool if len(said) >= _TELLING else ():
        if said in (place.keys[0], _plain_name(place)):
            return _plain_name(place)
    return ""


def _name_cost(term: Term, name: str) -> float | None:
    """What a term costs that names an indicator, in other words or in part: 专家评审成本 of 专家评审成本控制数."""
    cost = label_cost(term, name)
    like = cost is None and term.kind == "like" and names_one(term, name)
    return 1.0 if like else cost


def _plain_name(place: Place) -> str:
    """The name of an indicator without what stands in brackets: 公务住宿费控制标准（每人天）."""
    return bare(_BRACKET.sub("", place.indicator.name))


def _of_years_named(ask: Ask, kept: list[Place]) -> list[Place]:
    """Of rows that are told apart by years in their names, the ones whose years were said: 2024-2026年运维."""
    if len(ask.scope.years) < 2:
        return kept
    ends = (str(min(ask.scope.years)), str(max(ask.scope.years)))
    named = [p for p in kept if re.search(rf"{ends[0]}年?度?{ends[1]}", p.keys[1])]
    return named or kept
