"""Several targets of one row that a question names one after the other: 某项目 计算机 打印机 扫描仪 台数."""

import re
from collections.abc import Iterable, Sequence

from assistant.computing.figures.looking import Desk
from assistant.computing.targets.pool import Place, found_of_indicator
from assistant.computing.targets.units import unit_fit
from assistant.finding.evidence import Outcome
from assistant.finding.matching import label_cost
from assistant.plan import Ask, Term
from assistant.understand.words.alike import held
from ingest.wording.glyphs import bare

_ROW_AND_TWO = 3  # terms: the row, and two things of it at least
_NEARLY = 0.4  # the cost of a row called by its name but for 项目 or 经费
_NAMED = ("name", "like")


def several_named(desk: Desk, ask: Ask, pool: Sequence[Place]) -> Outcome | None:
    """The targets of one row that terms said as keywords name, one each: 某项目 计算机 打印机 扫描仪 台数.

    None where one of them names none of that row, or where another thing is asked for.
    """
    if len(ask.terms) < _ROW_AND_TWO or ask.filters or ask.hints or any(t.kind not in _NAMED for t in ask.terms):
        return None
    for row in dict.fromkeys(p.keys[1] for p in pool):
        things = [t for t in ask.terms if (cost := label_cost(t, row)) is None or cost > _NEARLY]
        if len(things) != len(ask.terms) - 1:
            continue
        own = [p for p in pool if p.keys[1] == row]
        told = [_named_by(t, own, _without(ask.words, [o for o in things if o is not t])) for t in things]
        found = {p.keys[0]: p for p in told if p is not None}
        if len(found) == len(things):
            return Outcome("figures", found=[found_of_indicator(desk, p) for p in found.values()])
    return None


def _without(words: str, others: Sequence[Term]) -> str:
    """The words without the other things named: 每公里补助标准 says nothing of 补助镇乡数量 beside it."""
    for other in others:
        words = words.replace(other.text, " ")
    return words


def _named_by(term: Term, own: list[Place], words: str) -> Place | None:
    """The one target with a value that a term names; None where it names none or several."""
    costs = [(cost, p) for p in own if (cost := label_cost(term, p.keys[0])) is not None and unit_fit(words, p)]
    least = min((cost for cost, _ in costs), default=0.0)
    nearest = [p for cost, p in costs if cost == least and p.indicator.value is not None]
    return nearest[0] if len(nearest) == 1 else None


def names_others(ask: Ask, one: Place, pool: Sequence[Place]) -> bool:
    """Whether a thing said names another target of the row alone: 打印机 is left where 计算机 is told."""
    own = [p for p in pool if p.keys[1] == one.keys[1] and p.holding is one.holding]
    said = [t for t in ask.terms if t.kind in _NAMED and label_cost(t, one.keys[1]) is None]
    others = (_named_by(t, own, ask.words) for t in said if label_cost(t, one.keys[0]) is None)
    return any(p is not None and p.keys[0] != one.keys[0] for p in others)


def said_alone(word: str, words: str) -> bool:
    """Whether a word is a keyword or a member of a series by itself, and so a thing of its own."""
    return re.search(rf"[ 、]{re.escape(word)}(?=[ 、]|各|多少|几)", words) is not None


def leaves_a_thing(one: Place, asks: Iterable[Ask]) -> bool:
    """Whether a thing that is said by itself, of which no document knows a name, has no part in a target."""
    text = "|".join(one.keys)
    return any(said_alone(h, a.words) and held(h, text) < 1.0 for a in asks for h in a.hints)


def of_another_kind(one: Place, pool: Iterable[Place], asks: Iterable[Ask]) -> bool:
    """Whether a word said right before a name (文书 in 文书档案数字化) is printed of another row, not of a target's."""
    kinds = {
        bare(kind)
        for a in asks
        for kind in (*a.hints, *(t.text for t in a.terms))
        if len(bare(kind)) > 1 and any(f"{kind}{t.text}" in a.words for t in a.terms)
    }
    own = _printed_of(one) if kinds else ""
    left = [kind for kind in kinds if held(kind, own) < 1.0]
    return bool(left) and any(kind in _printed_of(p) for p in pool for kind in left if p.keys[1] != one.keys[1])


def _printed_of(place: Place) -> str:
    """The name, row and target of an indicator, with the words printed beside its row."""
    row = place.indicator.row_id or ""
    told = [text.text for text in place.holding.texts.get(row, [])]
    told += [p.text for p in place.holding.passages if row and p.row_id == row]
    return bare("|".join((*place.keys, *told)))
