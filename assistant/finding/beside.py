"""Whether a word of the question that names no line stands beside a figure: in its row, its table or its clause."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.finding.select import Candidate
from assistant.plan import Term
from assistant.understand.alike import held
from ingest.wording.glyphs import bare

_MOST = 0.6
_FURTHER = 0.15  # a word that stands beside a figure, not in its own name


def readings(terms: tuple[Term, ...], hints: tuple[str, ...]) -> Iterator[tuple[tuple[Term, ...], tuple[str, ...]]]:
    """The terms as said, then with names that may only describe the figure left to stand beside it.

    Codes and budget concepts always name the line, a name printed as said does unless a code is said too. Of the
    others, those that only resemble a printed name go first.
    """
    yield terms, hints
    likes = [t for t in terms if t.kind == "like"]
    coded = any(t.kind == "code" for t in terms)
    names = [t for t in terms if t.kind in ("name", "like") and (coded or t.names[0][1] < 1.0)]
    tried: list[list[Term]] = []
    for loose in (likes, *([t] for t in names), names):
        kept = tuple(t for t in terms if t not in loose)
        if loose and kept and loose not in tried:
            tried.append(loose)
            yield kept, (*hints, *(t.text for t in loose))


def kept_beside(found: list[Candidate], hints: tuple[str, ...]) -> list[Candidate]:
    """The figures that all hints stand beside; dearer where a hint is not in the figure's own name."""
    kept = []
    for candidate in found:
        own, around = _own(candidate), _around(candidate)
        if all(stands(hint, own) or stands(hint, around) for hint in hints):
            candidate.cost += sum(_FURTHER for hint in hints if not stands(hint, own))
            kept.append(candidate)
    return kept


def stands(word: str, text: str) -> bool:
    """Whether a text holds a word, another word for the same thing, or most of a longer one."""
    return held(word, text) >= _MOST


def _own(candidate: Candidate) -> str:
    parts = [candidate.figure.label, *candidate.figure.column]
    if candidate.row is not None:
        parts += [candidate.row.row.label, candidate.row.code or ""]
    return _bare("\n".join(parts))


def _around(candidate: Candidate) -> str:
    parts = [candidate.figure.basis or ""]
    row, table = candidate.row, candidate.table
    if table is not None:
        parts += [table.table.title, table.table.note or ""]
    if row is not None:
        parts += [*row.parents, row.body or ""]
        parts += [t.text for t in candidate.holding.texts.get(row.row.id, ())]
    if candidate.figure.passage_id is not None:
        parts += _clause(candidate)
    return _bare("\n".join(parts))


def _clause(candidate: Candidate) -> list[str]:
    """The clause a stated figure stands in; the next one speaks of another figure, the headings of all of them."""
    passage = next((p for p in candidate.holding.passages if p.id == candidate.figure.passage_id), None)
    if passage is None:
        return []
    return [c for c in re.split(r"[。；;，,！？\n]", passage.text) if candidate.figure.text in c]


@lru_cache(maxsize=16384)
def _bare(text: str) -> str:
    return bare(text)
