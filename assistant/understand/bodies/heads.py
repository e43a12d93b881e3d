"""Units said by the heads of their names alone, side by side: 东郊和西郊 of a bureau for 东郊监狱 and 西郊监狱.

As heads they would be words of a row, and a line that is said behind them would be the last one's alone.
"""

import re
from collections.abc import Mapping

from assistant.understand.words.body_forms import known_places
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_JOINT = re.compile(r"[和与跟同及比或]")
_OF = re.compile(r"的?(?:下属|所属)?的?")
_LENGTHS = (2, 3, 4)
_LEAST = 2  # signs of the end that the names share


def heads_alone(words: Words, bodies: list[Span], units: Mapping[str, str]) -> list[Span]:
    """Mentions of units by their heads right behind a department; ``units`` are names with the one unit each means."""
    made: list[Span] = []
    for body in bodies:
        owner = _OF.match(words.key, body.end) if body.family == "department" and body.value else None
        for head in _heads(words.key, owner.end(), bodies) if owner is not None else ():
            tails = {name[head.length :] for name in units if name.startswith(head.text)}
            rows = [_in_a_row(words, head, tail, bodies, units) for tail in sorted(tails) if len(tail) >= _LEAST]
            if (longest := max(rows, key=len, default=[])) and len({s.value for s in longest}) == len(longest) > 1:
                made += longest
                break
    return made


def _in_a_row(words: Words, first: Span, tail: str, bodies: list[Span], units: Mapping[str, str]) -> list[Span]:
    """A head and those that stand beside it, each of a unit whose name ends alike."""
    row: list[Span] = []
    head: Span | None = first
    while head is not None:
        text = head.text + tail
        row.append(Span(head.start, head.end, "department", "enumerated", text, (units[text],)))
        joint = _JOINT.match(words.key, head.end)
        if joint is None and head.end not in words.pauses:
            break
        start = joint.end() if joint is not None else head.end
        head = next((h for h in _heads(words.key, start, bodies) if h.text + tail in units), None)
    return row


def _heads(key: str, start: int, bodies: list[Span]) -> list[Span]:
    """What may be a head at a place: no place's name, and no part of another name of a body."""
    made = [Span(start, start + length, "", "", key[start : start + length]) for length in _LENGTHS]
    return [h for h in made if h.end <= len(key) and not _is_taken(h, bodies)]


def _is_taken(head: Span, bodies: list[Span]) -> bool:
    within = any(b.start < head.end and head.start < b.end for b in bodies if b.value)
    return head.text in known_places() or within
