"""A bound that one sentence states, asked for in words of it: 多少万元及以下的项目由某局负责, 投资费用上限多少.

Every word of the question has to stand in the sentence, which states one bound of the way asked for; it is told as a
figure with the sentence.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.computing.figures.looking import Desk
from assistant.descriptive.places import Spot, departments_said, spots_of, units_said
from assistant.descriptive.quoting import quote_of
from assistant.descriptive.sought import sought
from assistant.descriptive.stretches import sentences
from assistant.finding.evidence import Found, Outcome
from assistant.plan import Plan, Scope
from assistant.understand.door import Door
from assistant.understand.everyday.uncovered_words import naming_words
from assistant.understand.words.alike import held
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.wording.glyphs import bare
from ingest.wording.numbers import value_of

_MANY = r"(?:多少|几)(?:个)?(?:万元|亿元|万|元|块)?(?:钱)?"
_INCLUDED = r"(?:[（(]?(?:及|含|包括)(?:本数)?[)）]?)?"
# How a question asks for a bound, by the way it limits.
_UPPER = re.compile(
    rf"(?:在)?{_MANY}{_INCLUDED}以[下内]{_INCLUDED}|(?:不超过|不高于|不多于|最[高多]){_MANY}|上限(?:[是为]|{_MANY})*|最高限额"
)
_LOWER = re.compile(
    rf"{_MANY}{_INCLUDED}以上{_INCLUDED}|(?:不低于|不少于|最[低少]){_MANY}|下限(?:[是为]|{_MANY})*|{_MANY}起"
)
_EITHER = re.compile(rf"(?:限额|限值|界限|标准线)(?:[是为]|{_MANY})*")
# How a sentence states one.
_AMOUNT = r"(?P<value>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|元)"
_STATED_UPPER = re.compile(
    rf"{_AMOUNT}{_INCLUDED}以[下内]|(?:不超过|不高于|不得超过|最高){_AMOUNT.replace('P<', 'P<u')}"
)
_STATED_LOWER = re.compile(rf"{_AMOUNT}{_INCLUDED}以上|(?:不低于|不少于|超过){_AMOUNT.replace('P<', 'P<u')}")
_PLACED = re.compile(
    r"^(?:根据|按照?|依据)[^，,]*(?:说明|规定|文件|公开|预算|决算)[，,]|(?:这|那)一?块|方面|\d{4}年?度?"
)
_WHO = re.compile(r"(?:归|由)(?P<who>[^，,。？?]{2,10}?)(?:来)?(?:管|负责|承担|审批)")
_STOPS = re.compile(r"[，,。；;：:、\n（）()]")
_OWN = re.compile(r"^由?(?:我|本)(?:[省市区县局院委厅]|单位|部门|机关)")
_LEAST = 3  # words that a question has to share with the sentence
_HELD = 0.9


@dataclass(frozen=True, slots=True)
class _Bound:
    """A bound with the sentence that states it."""

    label: str
    value: Decimal
    unit: str
    spot: Spot
    start: int
    end: int


def bound_told(desk: Desk, plan: Plan) -> Outcome | None:
    """The one bound that a sentence states in the words of a question; None where none, or another, is asked."""
    question = without(plan.question, plan.bodies)
    asked = next((kind for kind in (_UPPER, _LOWER, _EITHER) if kind.search(question)), None)
    scope = _narrowest(plan)
    if asked is None or scope is None:
        return None
    words = _words(asked.sub("，", _PLACED.sub("", question)))
    if len(words) < _LEAST:
        return None
    found = _bounds(desk, plan, scope, words, asked)
    if len({(b.value, b.unit) for b in found}) != 1:
        return None
    one = found[0]
    quote = quote_of(one.spot, one.start, one.end)
    method = [say("answer.read_from_text", desk.language, page=one.spot.passage.page)]
    told = Found(one.label, one.value, one.unit, list(quote.sources))
    return Outcome(
        "figures", found=[told], quotes=[quote], method=method, place=one.spot.holding.document.department or ""
    )


def _narrowest(plan: Plan) -> Scope | None:
    """The scope of the fewest bodies, where every ask takes them in: 普陀区…，…由区财政局负责; None elsewhere."""
    scopes = sorted({a.scope for a in plan.asks}, key=lambda scope: len(_keys(scope)))
    least = _keys(scopes[0]) if scopes else frozenset()
    return scopes[0] if least and all(least <= _keys(scope) for scope in scopes) else None


def _keys(scope: Scope) -> frozenset[str]:
    return frozenset(key for keys in scope.departments for key in keys)


def _words(text: str) -> tuple[str, ...]:
    """The words of a question that name something, and as one the body that answers for it."""
    who = tuple(bare(found["who"]) for found in _WHO.finditer(text))
    said = (w for w in naming_words(bare(text)) if len(w) > 1 and not w[0].isdigit())
    return tuple(dict.fromkeys((*said, *who)))


def _bounds(desk: Desk, plan: Plan, scope: Scope, words: tuple[str, ...], asked: re.Pattern[str]) -> list[_Bound]:
    """The bounds of the sentences that hold all words, each sentence stating one and of the way asked for."""
    seek = sought(plan, Door.TEXT, departments_said(desk, scope), units=units_said(desk, scope))
    found = []
    for spot in spots_of(desk, scope, seek):
        if spot.passage.row_id is not None:
            continue
        for start, end, key in sentences(spot.passage.text):
            if not all(held(word, key) >= _HELD for word in words):
                continue
            text = spot.passage.text[start:end]
            upper, lower = (list(kind.finditer(text)) for kind in (_STATED_UPPER, _STATED_LOWER))
            fits = upper if asked is _UPPER else lower if asked is _LOWER else [*upper, *lower]
            if len(upper) + len(lower) == 1 and len(fits) == 1:
                value = fits[0]["value"] or fits[0]["uvalue"]
                unit = fits[0]["unit"] or fits[0]["uunit"]
                label = _OWN.sub("", _STOPS.split(text[: fits[0].start()])[-1].strip())
                label = label if len(label) > len(words[0]) else "、".join(words)
                found.append(_Bound(label, value_of(value), unit, spot, start, end))
    return found
