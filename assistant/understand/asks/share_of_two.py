"""Two things named beside each other whose share is asked, neither said to be the whole: 三公经费、公务接待费占比."""

import re

from assistant.lexicon import HALVES, concepts
from assistant.plan import Term

_ITEM = re.compile(r"e3\d{4}")


def two_named(parts: list[list[Term]]) -> tuple[list[Term], list[Term]] | None:
    """The two things of a share, joined or one right after the other as keywords are; None where there are not two."""
    if len(parts) == 2:
        return parts[0], parts[1]
    one = parts[0] if len(parts) == 1 and len(parts[0]) == 2 else []
    pair = ([one[0]], [one[1]]) if one else None
    return pair if pair and (_holds(*pair) or _holds(pair[1], pair[0])) else None


def share_of_two(one: list[Term], other: list[Term]) -> list[tuple[list[Term], list[Term]]]:
    """The part with its whole where one of two holds the other by definition, each of all beside each other.

    Else both together: which of them is the whole, the printed lines tell.
    """
    if _holds(other, one):
        return [(one, other)]
    if _holds(one, other):
        return [(other, one)]
    if _side_by_side(one, other):
        return [(one, []), (other, [])]
    return [([*one, *other], [])]


def _only(part: list[Term]) -> str:
    """The concept of the one thing a part names; nothing where it names more or no concept."""
    return part[0].concept or "" if len(part) == 1 else ""


def _holds(whole: list[Term], part: list[Term]) -> bool:
    """Whether one thing is a part of another by definition or by its code."""
    owner, inner = _only(whole), _only(part)
    if not owner or not inner or owner == inner:
        return False
    split = inner in concepts()[owner].split or concepts()[inner].part_of == owner
    return split or (owner[0] in "ef" and owner[1:].isdigit() and inner.startswith(owner))


def _side_by_side(one: list[Term], other: list[Term]) -> bool:
    """Whether two things are lines of one level, neither of which can hold the other: 水费 and 电费."""
    first, second = _only(one), _only(other)
    if not first or not second or first == second:
        return False
    owner = concepts()[first].part_of
    items = all(map(_ITEM.fullmatch, (first, second))) or {first, second} <= set(HALVES)
    return items or (owner is not None and owner == concepts()[second].part_of)
