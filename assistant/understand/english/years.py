"""Years of an English clause that belong to a name: the 2024-2027 cloud service, its 2023 blockchain platform.

Such a year stands right before what is named, beside the year asked for, and a stored name holds it with that.
"""

from dataclasses import replace

from assistant.understand.english.pieces import Piece
from ingest.wording.glyphs import bare

_NAMED = ("words", "terms", "entity", "unknown")
_TURNING = ("change", "increase", "decrease", "against", "compare", "difference", "rate", "over", "last_year", "ratio")
_DASHES = ("-", "–", "—")


def with_named_years(pieces: list[Piece], names: list[str]) -> list[Piece]:
    """The pieces with the years that are part of one of ``names`` as its words."""
    made: list[Piece] = []
    at = 0
    while at < len(pieces):
        spanned = _range_at(pieces, at)
        if spanned is not None and _held(spanned, pieces[at + 3 :], names):
            made.append(spanned)
            at += 3
            continue
        made.append(_of_a_name(pieces, at, names))
        at += 1
    return made


def years_said(pieces: list[Piece]) -> list[str]:
    """The years of a clause in the forms that names print."""
    ranges = (_range_at(pieces, at) for at in range(len(pieces)))
    spans = [bare(form) for span in ranges if span is not None for form in (span.text, *span.others)]
    return [*spans, *(p.text for p in pieces if p.kind == "year")]


def _range_at(pieces: list[Piece], at: int) -> Piece | None:
    run = pieces[at : at + 3]
    if len(run) < 3 or run[0].kind != "year" or run[2].kind != "year" or run[1].said not in _DASHES:
        return None
    one, other = run[0].said, run[2].said
    return Piece("words", f"{one}-{other}年", f"{one}-{other}", (f"{one}年-{other}年", f"{one}-{other}年度"))


def _of_a_name(pieces: list[Piece], at: int, names: list[str]) -> Piece:
    """A year as a word of a name, where it stands before what is named and another year is asked for."""
    piece = pieces[at]
    others = [p for i, p in enumerate(pieces) if p.kind == "year" and i != at and p.text != piece.text]
    before = pieces[at - 1].said.lower() if at else ""
    if (
        piece.kind != "year"
        or not others
        or before in ("in", "and", "or", ",")
        or any(p.kind in _TURNING for p in pieces)
    ):
        return piece
    return replace(piece, kind="words") if _held(piece, pieces[at + 1 :], names) else piece


def _held(year: Piece, after: list[Piece], names: list[str]) -> bool:
    """Whether a name holds the year and a word of what stands right after it."""
    following: list[Piece] = []
    for piece in after:
        if piece.kind not in (*_NAMED, "empty", "joint"):
            break
        following.append(piece)
    words = [w for p in following if p.kind in ("words", "terms") for w in (p.text, *p.others) if len(w) > 1]
    if not following or following[0].kind not in _NAMED:
        return False
    forms = [bare(form) for form in (year.text, *year.others)]
    return any(any(form in name for form in forms) and any(bare(w) in name for w in words) for name in names)
