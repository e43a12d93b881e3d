"""A name said in pieces: 全运会那个手机小程序 is the stored name that holds 全运会 and 小程序.

The pieces of a clause that name something are looked for together among the names of the body asked about. A name
answers where it holds nearly all of what was said; several that hold as much are all kept, to be told apart later.
"""

import itertools
import math
import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from assistant.understand.names.fuzzy import FuzzyNames
from assistant.understand.words.alike import held, wordings
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_ENOUGH = 0.72
_CLOSE = 0.06
_LEAST = 3  # characters that have to be found
_MOST = 24
_OF_YEARS = 0.95  # how sure a name is meant that bears the years said
# A number or code, and what may be a body of its own, are the name's as they are or not at all.
_OF_KIND = re.compile(r"(?:经费|费用?|支出|项目|服务|资金|工程|专项)+$")
_COVERED = 0.5  # of a name that holds nothing as it was said
_EXACT = re.compile(r"[0-9a-z]|.(?:局|署|委|厅|院|处|所|中心|公司|学校|监狱|街道)$")
_LOOSE = ("hint", "name", "like", "concept", "soft", "quoted")


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    weight: float
    firm: bool  # has to be explained: no span explains it otherwise


def gathered(words: Words, tokens: list[Span], fuzzy: FuzzyNames, among: Collection[str]) -> list[Span]:
    """The tokens with the pieces of a name taken together; ``among`` are the names looked into."""
    done = _with_their_years(tokens, fuzzy, among)
    # What is named after 除了 is another thing than what is named before it.
    apart = [t.start for t in tokens if t.role in ("except", "without")]
    bounds = sorted({0, *words.breaks, *apart, len(words.key)})
    for start, end in itertools.pairwise(bounds):
        inside = [t for t in done if start <= t.start < end]
        if not any(t.family == "hint" for t in inside):
            continue
        found = _named(inside, fuzzy, among)
        if found is None:
            continue
        names, used = found
        first = used[0]
        text = "".join(t.text for t in used)
        for token in used:
            at = done.index(token)
            done[at] = (
                Span(token.start, token.end, "like", "gathered", text, names)
                if token is first
                else Span(token.start, token.end, "filler", "ordinary", token.text)
            )
    return done


def _with_their_years(tokens: list[Span], fuzzy: FuzzyNames, among: Collection[str]) -> list[Span]:
    """The tokens with a span of years that a name meant bears as a part of it: 信息网运维，2023到2024年那个项目."""
    done = list(tokens)
    for at, years in enumerate(tokens):
        if years.role != "range" or not isinstance(years.value, tuple):
            continue
        printed = re.compile(f"{years.value[0]}年?度?{years.value[-1]}")
        for place, token in enumerate(done):
            meant = [n for n, _ in token.value] if token.family == "like" and isinstance(token.value, tuple) else []
            meant += fuzzy.sharing([token.text]) if token.family == "name" else []
            names = tuple((n, _OF_YEARS) for n in meant if printed.search(n) and n in among)[:_MOST]
            if names:
                done[place] = replace(token, family="like", role="like", value=names)
                done[at] = replace(years, family="filler", role="ordinary")
    return done


def _named(
    tokens: list[Span], fuzzy: FuzzyNames, among: Collection[str]
) -> tuple[tuple[tuple[str, float], ...], list[Span]] | None:
    loose = [t for t in tokens if t.family in _LOOSE]
    pool = [n for n in fuzzy.sharing(w for t in loose if t.family != "soft" for w in wordings(t.text)) if n in among]
    if not pool:
        return None
    pieces = []
    for token in loose:
        bearing = sum(1 for name in pool if held(token.text, name) >= 1.0)
        rarity = 1.0 + math.log((len(pool) + 1) / (bearing + 1))
        pieces.append(_Piece(token, len(token.text) * rarity, token.family == "hint"))
    if all(_EXACT.search(p.span.text) for p in pieces if p.firm):
        return None
    firm = sum(p.weight for p in pieces if p.firm)
    scored = []
    for name in pool:
        shares = [(held(p.span.text, name), p) for p in pieces]
        if any(share < 1.0 for share, p in shares if p.firm and _EXACT.search(p.span.text)):
            continue
        explained = sum(share * p.weight for share, p in shares if p.firm)
        length = sum(len(p.span.text) for share, p in shares if share >= 0.5 and p.span.family != "soft")
        if explained / firm < _ENOUGH or length < _LEAST or not _covers(name, [t.text for t in loose]):
            continue
        also = sum(share * p.weight for share, p in shares if not p.firm)
        every = sum(p.weight for p in pieces if not p.firm) or 1.0
        scored.append((0.8 * explained / firm + 0.2 * also / every, name))
    if not scored:
        return None
    scored.sort(key=lambda item: (-item[0], len(item[1]), item[1]))
    best = scored[0][0]
    names = tuple((name, round(score, 4)) for score, name in scored if score >= best - _CLOSE)[:_MOST]
    used = [
        t
        for t in loose
        if t.family == "hint" or (t.family != "soft" and all(held(t.text, name) >= 1.0 for name, _ in names))
    ]
    return names, used


def _covers(name: str, said: list[str]) -> bool:
    """Whether a name holds something as said, several things in other words, or is mostly made of those.

    办公楼 is no 房屋公积金.
    """
    if any(text in name for text in said if len(text) > 1):
        return True
    core = _OF_KIND.sub("", name) or name
    others = [_told(text, name) for text in said]
    return sum(map(bool, others)) > 1 or sum(others) >= _COVERED * len(core)


def _told(text: str, name: str) -> int:
    """How many signs of a name a text tells in other words, with what the name holds of it besides.

    预留给中小企业 of 面向中小企业预留政府采购: 面向中小企业, and 预留.
    """
    other = max((w for w in wordings(text) if w in name), key=len, default="")
    besides = other and any(pair in name and pair not in other for pair in map("".join, itertools.pairwise(text)))
    return len(other) + (2 if besides else 0)
