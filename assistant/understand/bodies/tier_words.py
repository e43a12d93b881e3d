"""Words for the tiers of a government's budget, heard where a government is asked about: 全市, 市本级, 市级."""

from collections.abc import Iterable, Sequence

from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words
from ingest.wording.tiers import level_of, tiers_said


def tier_spans(words: Words, bodies: Sequence[Span], held: Iterable[str]) -> list[Span]:
    """The tiers a question says: of the government it names, or of the only body that is held."""
    organs = [s for s in bodies if s.family == "department"]
    keys = {str(k) for s in organs or bodies if isinstance(s.value, tuple) for k in s.value} or set(held)
    levels = {level_of(key) for key in keys}
    if organs or not bodies or len(levels - {None}) != 1:
        level = next(iter(levels)) if len(levels) == 1 else None
    else:
        (level,) = levels - {None}  # of the bodies of a place its government has tiers
    if level is None:
        return []
    made = []
    for start, end, tier in tiers_said(words.key, level):
        made.append(Span(start, end, "context", f"tier_{tier}", words.key[start:end]))
        if words.key.startswith(level, start):  # 甲市|本级: the name of the place may end there
            made.append(Span(start + 1, end, "context", f"tier_{tier}", words.key[start + 1 : end]))
    return made
