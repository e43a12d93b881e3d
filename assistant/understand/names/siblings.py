"""Things said in a row read as one another's siblings: 绩效 beside 基本工资 is 绩效工资, and no 绩效自评.

A word that means little by itself, said between lines of one class or kinds of one whole, is the one of them that bears
it; the word is left as it is where none of them does, or more than one.
"""

import re
from collections.abc import Sequence

from assistant.lexicon import Concept, concepts
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_AND = frozenset(["和", "与", "及", "以及", "跟", "同", "还有", "加", "加上"])
_INSIDE = frozenset(["里", "中", "里面", "里头", "当中", "之中"])
_CODED = re.compile(r"(?P<class>[ef]\d{3})\d{2,4}")
_LOOSE = ("part", "hint", "unknown", "like", "gathered")  # how sure a reading gives way to a sibling's
# Kinds of one whole that people say by another word once its other kinds stand beside it.
_KINDS = {"procurement": {"东西": "procurement_goods", "物品": "procurement_goods", "物资": "procurement_goods"}}


def among_siblings(words: Words, tokens: Sequence[Span]) -> list[Span]:
    """The tokens with every loose word of a row of siblings as the sibling that it means."""
    made = list(tokens)
    for row in _rows(words, tokens):
        kin = {family for t in row if (family := _family(t)) is not None}
        if len(kin) != 1:
            continue
        (family,) = kin
        said = {t.role for t in row}
        for token in row:
            meant = _meant(token, family, said)
            if meant is not None:
                made[made.index(token)] = Span(token.start, token.end, "concept", meant, token.text)
    for at, token in enumerate(made):
        whole = _whole_before(made[:at])
        meant = _meant(token, whole, set()) if whole is not None else None
        if meant is not None:
            made[at] = Span(token.start, token.end, "concept", meant, token.text)
    return made


def _whole_before(tokens: Sequence[Span]) -> str | None:
    """The whole that a word is said to be within: 三公花销里|招待, 工资福利支出中|绩效."""
    inside = False
    for token in reversed(tokens):
        if token.family in ("filler", "soft") or token.text in _INSIDE:
            inside = inside or token.text in _INSIDE
        else:
            return token.role if inside and token.family == "concept" else None
    return None


def _rows(words: Words, tokens: Sequence[Span]) -> list[list[Span]]:
    """The things that are said in a row, each with nothing but words that mean little between it and the next."""
    rows: list[list[Span]] = [[]]
    parted = False
    for token in tokens:
        if any(at == token.start for at in words.breaks):
            rows.append([])
        elif any(at == token.start for at in words.pauses):
            parted = True
        loose = token.family in ("filler", "soft") and token.text not in _plain_words()
        if token.role == "plus" or (token.family == "filler" and token.text in _AND):
            parted = True
        elif not loose:
            if not parted or token.family in ("department", "year", "place", "operator"):
                rows.append([])
            rows[-1].append(token)
            parted = False
    return [row for row in rows if len(row) > 1]


def _plain_words() -> frozenset[str]:
    return frozenset(word for kinds in _KINDS.values() for word in kinds)


def _family(token: Span) -> str | None:
    """The class of a line (e301) or the whole of a kind (procurement) that a token names for certain."""
    if token.family != "concept":
        return None
    coded = _CODED.fullmatch(token.role)
    return coded["class"] if coded is not None else concepts()[token.role].part_of


def _meant(token: Span, family: str, said: set[str]) -> str | None:
    """The sibling that a word of a row means."""
    if token.text in _KINDS.get(family, {}):
        return _KINDS[family][token.text]
    loose = token.family in ("unknown", "hint") or (token.family in ("name", "like") and token.role in _LOOSE)
    if not loose or token.length < 2:
        return None
    bearing = [c.id for c in _kin(family) if c.id not in said and any(_bears(w, token.text) for w in c.words)]
    return bearing[0] if len(bearing) == 1 else None


def _kin(family: str) -> list[Concept]:
    table = concepts().values()
    coded = [c for c in table if (m := _CODED.fullmatch(c.id)) is not None and m["class"] == family]
    return coded or [c for c in table if c.part_of == family]


def _bears(word: str, text: str) -> bool:
    return word != text and (word.startswith(text) or word.endswith(text))
