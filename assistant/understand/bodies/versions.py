"""Which of a body's documents is meant, said by what the document takes in: 部门预算（含甲中心）, 区级部门预算.

A department's book takes its units in, a unit's own does not. Whether the unit named is one of them is for the answer
to find. The level said before a book is that of the body; a unit left out beside another that is asked about leaves
nothing out.
"""

import itertools
import re
from dataclasses import replace

from assistant.understand.bodies.named import Bodies
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_UNIT = r"(?P<unit>[一-龥]{2,20}?(?:中心|监狱|[所站院校队馆社团处局]))"
_TAKES_IN = r"(?:也|都|要|是)?(?:包?含着?了?|包括了?|带上?着?|连同?|算上|加上|并入)"
_INSIDE = r"(?:也|都|全)?(?:算|计|包括|包含)?(?:在内|在里面|进去|进来)?"
_BOOK = r"(?:部门)?(?:预算|决算|口径|汇总)"
# In brackets behind a book, or before one: 部门预算（含甲中心）, 带甲中心的那份部门预算.
_COMPRISES = (
    re.compile(rf"(?:[（(]|(?<=[预决]算)|(?<=部门)|(?<=口径)){_TAKES_IN}{_UNIT}{_INSIDE}(?=[）)的，,里中])"),
    re.compile(rf"{_TAKES_IN}{_UNIT}{_INSIDE}的(?=(?:[那这]一?[份个本]?)?{_BOOK})"),
)
_LEVELS = re.compile(r"(?:[省市区县镇乡]|自治区)级")
_BOOKS = re.compile(r"(?:部门|单位)(?:预算|决算)")


def versions_said(words: Words, tokens: list[Span], bodies: Bodies) -> list[Span]:
    """The tokens with what they say of the document that is meant."""
    return _without_other_units(_of_own_level(_named_as_kind(_comprising(words, tokens)), bodies), bodies)


def _named_as_kind(tokens: list[Span]) -> list[Span]:
    """A department called one right behind its name, as a whole: 某局部门加起来, 某局部门呢."""
    made = list(tokens)
    for at, (name, kind, then) in enumerate(zip(tokens, tokens[1:], (*tokens[2:], None), strict=False)):
        whole = then is None or then.role in ("sum", "follow_same")
        if name.family == "department" and name.end == kind.start and kind.text == "部门" and whole:
            made[at + 1] = replace(kind, family="filler", role="ordinary", value=None)
    return made


def _comprising(words: Words, tokens: list[Span]) -> list[Span]:
    """A unit that the document takes in, as one token that carries its name."""
    made = tokens
    for found in itertools.chain.from_iterable(p.finditer(words.text) for p in _COMPRISES):
        start, end = words.key_at(found.start()), words.key_at(found.end())
        inside = [t for t in made if t.start >= start and t.end <= end]
        whole = sum(t.length for t in inside) == end - start
        if not whole or not any(t.start < start and t.family == "department" for t in made):
            continue
        at = made.index(inside[0])
        said = Span(start, end, "context", "comprises", words.key[start:end], found["unit"])
        made = [*made[:at], said, *made[at + len(inside) :]]
    return made


def _of_own_level(tokens: list[Span], bodies: Bodies) -> list[Span]:
    """The level of the body asked about said once more before its book says nothing: 某区某局…区级部门预算."""
    levels = {
        place[-1]
        for t in tokens
        if t.family == "department" and isinstance(t.value, tuple)
        for key in t.value
        if key in bodies.all
        for place in bodies.all[key].places[-1:]
    }
    made = list(tokens)
    for at, token in enumerate(tokens[:-1]):
        loose = token.family in ("hint", "unknown") and _LEVELS.fullmatch(token.text) is not None
        if loose and token.text[-2] in levels and _BOOKS.match(tokens[at + 1].text):
            made[at] = replace(token, family="filler", role="ordinary")
    return made


def _without_other_units(tokens: list[Span], bodies: Bodies) -> list[Span]:
    """The tokens without other units that are left out where one unit is asked about: 甲中心（不是乙站）."""
    left = [i for i, t in enumerate(tokens) if _is_left_out(tokens, i)]
    asked = {k for i, t in enumerate(tokens) if i not in left for k in _units_of(t, bodies)}
    gone = {
        i
        for i in left
        if asked
        and (tokens[i].role == "own_level" or ((others := set(_units_of(tokens[i], bodies))) and not others & asked))
    }
    loose = {i - 1 if tokens[i - 1].role == "except" else i - 2 for i in gone} | gone
    return [replace(t, family="filler", role="ordinary", value=None) if i in loose else t for i, t in enumerate(tokens)]


def _is_left_out(tokens: list[Span], at: int) -> bool:
    """Whether a body stands right behind a word that leaves out."""
    token = tokens[at]
    if token.family != "department" and token.role != "own_level":
        return False
    before = tokens[max(0, at - 2) : at]
    if before and before[-1].text == "减去":
        return False  # 基本支出，甲中心减去乙站: a side of its own
    return bool(before) and (
        before[-1].role == "except" or (len(before) == 2 and before[0].role == "except" and before[1].text == "是")
    )


def _units_of(token: Span, bodies: Bodies) -> tuple[str, ...]:
    """The units, not departments, that a token may mean."""
    if token.family != "department" or not isinstance(token.value, tuple):
        return ()
    return tuple(k for k in token.value if k in bodies.all and not bodies.all[k].is_department)
