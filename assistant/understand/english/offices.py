"""Which office inside a body does a thing, or is another office as well: which division is the law office."""

import re

from assistant.understand.english.parts import Parts
from assistant.understand.english.phrase import phrase
from assistant.understand.english.pieces import Piece

_OFFICES = "内设机构"
_NAMED = ("words", "terms", "joint")
_KIND = re.compile(r"(?:办公室|管理局|委员会|事务局|[局厅委署部])$")
_AN_OFFICE = re.compile(r"(?:office|division|department|section)$")
_DUTIES = "主要职责"


def with_inner_offices(pieces: list[Piece]) -> list[Piece]:
    """The pieces with an office in small letters as one inside the body, where it is asked which of them it is."""
    asked = next((i for i, p in enumerate(pieces) if p.text == _OFFICES and i and pieces[i - 1].kind == "which"), None)
    if asked is None:
        return pieces
    for end in range(asked + 1, len(pieces)):
        piece = pieces[end]
        if piece.kind != "organs" or not piece.said.islower() or not _AN_OFFICE.search(piece.said):
            continue
        first = end
        while first > asked + 1 and pieces[first - 1].kind in _NAMED:
            first -= 1
        work = "".join(p.text for p in pieces[first:end] if p.kind != "joint") + _KIND.sub("", piece.text)
        said = " ".join(p.said for p in pieces[first : end + 1])
        return [*pieces[:first], Piece("terms", f"{work}处", said), *pieces[end + 1 :]]
    return pieces


def which_office(parts: Parts) -> str | None:
    """The office that is asked for in Chinese: which of them another one is, or who answers for a thing."""
    sections = [p.text for p in parts.rest if p.kind == "section"]
    if _OFFICES not in sections or not parts.has("which"):
        return None
    thing = phrase([p for p in parts.rest if p.kind != "section"])
    if thing.endswith("处"):
        return f"{parts.front}{thing}是哪个处室"
    return f"{parts.front}{thing}由哪个处室负责" if thing and _DUTIES in sections else None
