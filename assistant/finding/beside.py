"""Whether a word of the question that names no line stands beside a figure: in its row, its table or its clause."""

import re
from functools import lru_cache

from assistant.finding.select import Candidate
from assistant.understand.ordinary import wordings
from ingest.wording.glyphs import bare

_SHARE = 0.67  # of a longer word's character pairs
_FURTHER = 0.15  # a word that stands beside a figure, not in its own name


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
    if any(other in text for other in wordings(word)):
        return True
    pairs = [word[i : i + 2] for i in range(len(word) - 1)]
    return len(pairs) > 2 and sum(pair in text for pair in pairs) >= _SHARE * len(pairs)


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
    """The headings above a stated figure and the clause it stands in; the next clause speaks of another figure."""
    passage = next((p for p in candidate.holding.passages if p.id == candidate.figure.passage_id), None)
    if passage is None:
        return []
    own = [c for c in re.split(r"[。；;，,！？\n]", passage.text) if candidate.figure.text in c]
    return [*passage.section, *own]


@lru_cache(maxsize=16384)
def _bare(text: str) -> str:
    return bare(text)
