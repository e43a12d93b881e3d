"""Targets ranked by what they are to reach: among the projects that set one, whose is the highest or the lowest."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.computing.figures.looking import Desk
from assistant.computing.targets.described_targets import of_the_whole
from assistant.computing.targets.fitting import is_level, measured_so, names_one
from assistant.computing.targets.pool import Place, found_of_indicator, places
from assistant.finding.evidence import Outcome
from assistant.finding.matching import label_cost
from assistant.plan import Ask, Operation, Plan, Term, replace
from assistant.understand.words.concept_terms import name_term
from ingest.messages import say
from ingest.records.figure import Indicator
from ingest.wording.units import money_unit

# 目标最高的, 指标值定得最低的: what is ranked is the target; 目标最多的 counts them, 最高要求 bounds one.
RANKED = re.compile(
    r"(?:(?:目标|指标|要求|标准|控制|把控|卡|管)值?(?:[定设订]?得|[定设订]|要求)?(?:的|是|为)?最|[定设订]得最)"
    r"(?:(?P<high>[高大])|(?P<low>[低小])|(?P<strict>严格?|紧)|松)(?!(?:是|为|能|可以?|到|给|要|花)*(?:多少|几|不|什么))"
)
_RANK_WORDS = ("最", "严", "松", "紧", "严格", "最严", "最松", "最紧", "最严格")
_LEAST, _MOST = ("≥", ">", "="), ("≤", "<")
_OF_MONEY = re.compile(r"预算|资金|经费(?:最|多少)|拨|金额(?:最|多少)")


def highest_target(desk: Desk, plan: Plan) -> Outcome | None:
    """The targets of one name that are the highest or the lowest; None where no target is ranked."""
    ranked = RANKED.search(plan.question)
    if ranked is None or set(plan.unexplained) - set(_RANK_WORDS) or not plan.asks:
        return None
    ask = plan.asks[-1]
    if any(a.filters or a.excluded or a.terms != ask.terms or a.scope != ask.scope for a in plan.asks):
        return None
    pool = [p for p in places(desk, replace(ask, operation=Operation.TARGET)) if not of_the_whole(p)]
    own = {p.keys[0] for p in pool}
    terms = [name_term(t.text) if any(t.text in name for name in own) else t for t in ask.terms]
    named = [t for t in terms if any(_of_a_target(t, p) for p in pool)]
    if not named or _OF_MONEY.search(plan.question.replace(named[0].text, "")):
        return None
    kept = [p for p in pool if all(_of_a_target(t, p) or _of_its_row(t, p, named) for t in terms)]
    measured = [(value, p) for p in kept if (value := _measured(p.indicator)) is not None]
    if not kept or len(measured) < len(kept) or len({unit for (_, unit), _ in measured}) > 1:
        return _not_comparable(desk, ask)  # 满意度: ≥90% of one and 基本满意 of another have no order
    highest = ranked["high"] is not None if ranked["high"] or ranked["low"] else _strict_is_high(kept, ranked)
    if highest is None:
        return _not_comparable(desk, ask)
    best = (max if highest else min)(value for (value, _), _ in measured)
    found = [found_of_indicator(desk, p) for (value, _), p in measured if value == best]
    return Outcome("figures" if len(found) == 1 else "list", found=found, narrowed=True)


def _strict_is_high(kept: Sequence[Place], ranked: re.Match[str]) -> bool | None:
    """Whether the highest is meant by 最严 (of what is to be reached at least) or 最松; None where signs differ."""
    signs = {p.indicator.comparator for p in kept}
    if signs <= set(_LEAST):
        return ranked["strict"] is not None
    return ranked["strict"] is None if signs <= set(_MOST) else None


def _of_a_target(term: Term, place: Place) -> bool:
    """Whether a term names an indicator, or the level it is of."""
    of_level = is_level(term, place.indicator) and measured_so(term, place)
    return term.concept is None and (names_one(term, place.keys[0]) or of_level)


def _of_its_row(term: Term, place: Place, named: Sequence[Term]) -> bool:
    """Whether a term that names no indicator names the project whose it is."""
    return term not in named and label_cost(term, place.keys[1]) is not None


def _measured(indicator: Indicator) -> tuple[Decimal, str] | None:
    """What a target is to reach with its unit, amounts of money in 元."""
    if not isinstance(indicator.value, Decimal):
        return None
    money = money_unit(indicator.unit or "")
    return (indicator.value * money.scale, "元") if money is not None else (indicator.value, indicator.unit or "")


def _not_comparable(desk: Desk, ask: Ask) -> Outcome:
    asked = "、".join(t.text for t in ask.terms)
    return Outcome("refusal", message=say("answer.condition_left", desk.language, condition=asked))
